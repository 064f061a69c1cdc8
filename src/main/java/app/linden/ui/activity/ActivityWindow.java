package app.linden.ui.activity;

import app.linden.base.Subscription;
import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.model.Happening;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * The window of what others did. What is new is marked until the window was open once. Lives on
 * JavaFX's thread.
 */
public final class ActivityWindow {
    private static final int SHOWN = 100;

    private final Commands commands;
    private final Agenda agenda;
    private final Clock clock;
    private final Look look;
    private final Consumer<String> opener;
    private final VBox list = new VBox();
    private final Label said = wrapped("", "activity-said");
    private @Nullable Stage stage;

    /**
     * @param clock its zone is the one in which times are shown
     * @param opener opens an event by its local id
     */
    public ActivityWindow(
            Commands commands, Agenda agenda, Clock clock, Look look, Consumer<String> opener) {
        this.commands = commands;
        this.agenda = agenda;
        this.clock = clock;
        this.look = look;
        this.opener = opener;
        list.getStyleClass().add("activity");
    }

    /** Opens the window, or brings the open one to the front. */
    public void show(Window owner) {
        if (stage != null) {
            stage.toFront();
            stage.requestFocus();
            return;
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("activity-scroll");
        VBox root = new VBox(scroll);
        root.getStyleClass().add("activity-window");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Stage window =
                DialogWindow.make(owner, look, Texts.text("activity.title"), root, "activity.css");
        stage = window;
        said.setText("");
        Subscription watch = FxRelay.relay(agenda.activity(), this::draw);
        window.addEventHandler(
                WindowEvent.WINDOW_HIDDEN,
                e -> {
                    watch.close();
                    scroll.setContent(null);
                    stage = null;
                    looked();
                });
        DialogWindow.showCentered(window);
    }

    private void looked() {
        if (agenda.activity().get().stream().anyMatch(h -> !h.seen())) {
            FxRelay.after(commands.looked(null), done -> {}, this::failed);
        }
    }

    private void draw(List<Happening> all) {
        list.getChildren().clear();
        if (all.isEmpty()) {
            list.getChildren().add(empty());
            return;
        }
        said.setManaged(!said.getText().isEmpty());
        list.getChildren().addAll(wrapped(Texts.text("activity.why"), "activity-why"), said);
        ActivityRow.Around around =
                new ActivityRow.Around(agenda.calendars().get(), clock.getZone(), clock.instant());
        VBox rows = new VBox();
        rows.getStyleClass().add("activity-list");
        all.stream()
                .limit(SHOWN)
                .forEach(h -> {
                    ActivityRow row = new ActivityRow(h, around, new RowActs());
                    if (!rows.getChildren().isEmpty()) {
                        row.getStyleClass().add("activity-next");
                    }
                    rows.getChildren().add(row);
                });
        list.getChildren().add(rows);
    }

    private static VBox empty() {
        Label title = wrapped(Texts.text("activity.none"), "activity-none");
        VBox box =
                new VBox(
                        Icons.icon(Feather.USERS),
                        title,
                        wrapped(Texts.text("activity.none-why"), "activity-why"));
        box.getStyleClass().add("activity-empty");
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private void say(String sentence, boolean wrong) {
        said.setText(sentence);
        said.setManaged(true);
        said.getStyleClass().remove("activity-failure");
        if (wrong) {
            said.getStyleClass().add("activity-failure");
        }
    }

    private void failed(Throwable error) {
        say(Sentences.of(error), true);
    }

    private final class RowActs implements ActivityRow.Acts {
        @Override
        public void open(Happening happening) {
            opener.accept(happening.eventId());
        }

        @Override
        public void restore(Happening happening) {
            FxRelay.after(
                    commands.restore(happening),
                    done -> say(Texts.text("activity.restored", happening.event().title()), false),
                    ActivityWindow.this::failed);
        }
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
