package app.linden.ui.shell;

import app.linden.base.Subscription;
import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.model.Happening;
import app.linden.ui.activity.ActivityWindow;
import app.linden.ui.activity.ActivityWords;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Texts;

import javafx.scene.control.MenuItem;
import javafx.stage.Stage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells what others did while the window is open, and counts what the person has not looked at.
 * Close it with the window. Lives on JavaFX's thread.
 */
final class NewsFlow implements Subscription {
    private final Commands commands;
    private final Agenda agenda;
    private final NoticeBar notices;
    private final ActivityWindow window;
    private final Stage stage;
    private final MenuItem item = new MenuItem(Texts.text("menu.activity", 0));
    private final Set<String> known = new HashSet<>();
    private final Subscription watch;

    NewsFlow(
            Stage stage,
            Commands commands,
            Agenda agenda,
            NoticeBar notices,
            ActivityWindow window) {
        this.stage = stage;
        this.commands = commands;
        this.agenda = agenda;
        this.notices = notices;
        this.window = window;
        item.setOnAction(e -> window.show(stage));
        agenda.activity().get().forEach(h -> known.add(h.id()));
        watch = FxRelay.relay(agenda.activity(), this::arrived);
    }

    /** Opens the window of all that others did. */
    MenuItem item() {
        return item;
    }

    /** The person looks at an event: what others did to it is no news any more. */
    void looked(String eventId) {
        if (agenda.activity().get().stream()
                .anyMatch(h -> !h.seen() && h.eventId().equals(eventId))) {
            FxRelay.after(commands.looked(eventId), done -> {}, notices::tell);
        }
    }

    private void arrived(List<Happening> all) {
        item.setText(Texts.text("menu.activity", all.stream().filter(h -> !h.seen()).count()));
        List<Happening> fresh = all.stream().filter(h -> !h.seen() && known.add(h.id())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        String words =
                fresh.size() == 1
                        ? Texts.text("activity.one", ActivityWords.what(fresh.getFirst()))
                        : Texts.text(
                                fresh.stream().map(Happening::who).distinct().count() == 1
                                        ? "activity.many-by-one"
                                        : "activity.many",
                                ActivityWords.who(fresh.getFirst()),
                                fresh.size());
        notices.tell(words, Texts.text("notice.look"), () -> window.show(stage));
    }

    @Override
    public void close() {
        watch.close();
    }
}
