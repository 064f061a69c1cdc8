package app.linden.ui.editor;

import app.linden.base.Subscription;
import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.calendar.Target;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Happening;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.Rule;
import app.linden.model.When;
import app.linden.ui.kit.CardPopup;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Dot;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.RuleWords;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.WhenWords;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The small card that tells all about an event beside its chip. Lives on JavaFX's thread. */
public final class EventCard {
    private static final int MOST_NOTES_ROWS = 7;
    private static final int NOTES_COLUMNS = 44;

    private record Shown(Event whole, Event event, Agenda.Talk talk) {}

    private final Agenda agenda;
    private final Commands commands;
    private final ZoneId zone;
    private final Look look;
    private final EventEditor editor;
    private final Consumer<Occurrence> export;
    private final Consumer<String> decide;
    private final Map<String, String> drafts = new HashMap<>();
    private @Nullable CardPopup open;

    /**
     * @param editor what "edit" and "delete" open
     * @param export what "save as a file" does
     * @param decide opens the conflicts of an event
     */
    public EventCard(
            Agenda agenda,
            Commands commands,
            ZoneId zone,
            Look look,
            EventEditor editor,
            Consumer<Occurrence> export,
            Consumer<String> decide) {
        this.agenda = agenda;
        this.commands = commands;
        this.zone = zone;
        this.look = look;
        this.editor = editor;
        this.export = export;
        this.decide = decide;
    }

    /** Shows the card beside a chip, in place of one that is open. */
    public void show(Node anchor, Occurrence occurrence) {
        hide();
        FxRelay.after(
                agenda.find(Target.whole(occurrence.eventId()))
                        .thenCombine(agenda.find(Target.of(occurrence)), Map::entry)
                        .thenCombine(
                                agenda.talk(occurrence.eventId()),
                                (both, talk) -> new Shown(both.getKey(), both.getValue(), talk)),
                shown -> {
                    if (anchor.getScene() != null) {
                        CommentsPane comments = comments(occurrence.eventId(), shown.talk());
                        present(anchor, content(anchor, occurrence, shown, comments), comments);
                    }
                },
                error -> {
                    if (anchor.getScene() != null) {
                        Label sentence = wrapped(Sentences.of(error), "event-card-line");
                        VBox box = new VBox(sentence);
                        box.getStyleClass().add("event-card");
                        present(anchor, box, null);
                    }
                });
    }

    public void hide() {
        if (open != null) {
            open.hide();
            open = null;
        }
    }

    /** What is said, where that is possible; else null. */
    private @Nullable CommentsPane comments(String eventId, Agenda.Talk talk) {
        return talk.possible() && (talk.mayWrite() || !talk.comments().isEmpty())
                ? new CommentsPane(agenda, commands, zone, eventId, talk, drafts)
                : null;
    }

    private void present(Node anchor, Node content, @Nullable CommentsPane comments) {
        hide();
        CardPopup popup = new CardPopup(look, content, "editor.css");
        if (comments != null) {
            Subscription following = comments.follow();
            popup.onHidden(following::close);
        }
        popup.showBeside(anchor);
        open = popup;
    }

    private VBox content(
            Node anchor, Occurrence occurrence, Shown shown, @Nullable CommentsPane comments) {
        Event event = shown.event();
        When when = event.wallTime();
        Calendar calendar = agenda.calendars().get().find(occurrence.calendarId()).orElse(null);
        String own = occurrence.color();
        String color =
                own != null ? own : calendar == null ? Calendar.DEFAULT_COLOR : calendar.color();
        VBox box = new VBox();
        box.getStyleClass().add("event-card");
        box.getChildren().add(buttons(anchor.getScene().getWindow(), occurrence));
        String title = event.title().isBlank() ? Texts.text("event.untitled") : event.title();
        VBox head =
                new VBox(
                        wrapped(title, "event-card-title"),
                        wrapped(WhenWords.days(when, zone), "event-card-when"));
        if (!when.allDay()) {
            head.getChildren().add(wrapped(WhenWords.times(when, zone), "event-card-when"));
        }
        add(head, WhenWords.elsewhere(when, zone));
        head.getStyleClass().add("event-card-head");
        box.getChildren().add(line(new Dot(color, look.dark().get()), head));
        Rule rule = shown.whole().rule();
        if (rule != null) {
            String words = RuleWords.of(rule, shown.whole().wallTime().start().toLocalDate());
            box.getChildren().add(line(Feather.REPEAT, words));
        }
        if (event.place() != null) {
            box.getChildren().add(line(Feather.MAP_PIN, event.place()));
        }
        if (!event.description().isBlank()) {
            box.getChildren().add(line(Icons.icon(Feather.ALIGN_LEFT), notes(event.description())));
        }
        if (calendar != null) {
            box.getChildren().add(line(Feather.CALENDAR, calendar.name()));
        }
        agenda.activity().get().stream()
                .filter(h -> h.eventId().equals(occurrence.eventId()))
                .findFirst()
                .ifPresent(h -> box.getChildren().add(line(Feather.USER, by(h))));
        if (occurrence.is(Mark.UNSENT)) {
            box.getChildren().add(line(Feather.UPLOAD_CLOUD, Texts.text("card.unsent")));
        }
        if (occurrence.is(Mark.CONFLICT)) {
            HBox conflict = line(Feather.ALERT_CIRCLE, Texts.text("card.conflict"));
            conflict.getStyleClass().add("event-card-conflict");
            Button choose = new Button(Texts.text("card.decide"));
            choose.setId("card-decide");
            choose.getStyleClass().add("small");
            choose.setOnAction(e -> {
                hide();
                decide.accept(occurrence.eventId());
            });
            box.getChildren().addAll(conflict, line(new Region(), choose));
        }
        if (comments != null) {
            box.getChildren().add(comments);
        }
        return box;
    }

    /** Who changed it last, and when. */
    private String by(Happening h) {
        String who = h.who().isBlank() ? Texts.text("card.somebody") : h.who();
        LocalDateTime at = LocalDateTime.ofInstant(h.at(), zone);
        String moment = Dates.date(at.toLocalDate()) + ", " + Dates.time(at.toLocalTime());
        return Texts.text(
                h.kind() == Happening.Kind.ADDED ? "card.added" : "card.changed", who, moment);
    }

    private HBox buttons(Window owner, Occurrence occurrence) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(gap);
        bar.getStyleClass().add("event-card-buttons");
        boolean mayChange = editor.mayChange(occurrence);
        Button edit =
                Icons.button(
                        mayChange ? Feather.EDIT_2 : Feather.EYE,
                        Texts.text(mayChange ? "card.edit" : "card.look"),
                        () -> {
                            hide();
                            editor.edit(owner, occurrence);
                        });
        edit.setId("card-edit");
        bar.getChildren().add(edit);
        if (mayChange) {
            Button delete =
                    Icons.button(
                            Feather.TRASH_2,
                            Texts.text("card.delete"),
                            () -> {
                                hide();
                                editor.delete(owner, occurrence);
                            });
            delete.setId("card-delete");
            bar.getChildren().add(delete);
        }
        Button save =
                Icons.button(
                        Feather.DOWNLOAD,
                        Texts.text("card.export"),
                        () -> {
                            hide();
                            export.accept(occurrence);
                        });
        save.setId("card-export");
        bar.getChildren().add(save);
        bar.getChildren().add(Icons.button(Feather.X, Texts.text("action.close"), this::hide));
        return bar;
    }

    /** Text that can be selected and copied, scrolled when it is long. */
    private static TextArea notes(String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.setFocusTraversable(false);
        area.getStyleClass().add("event-card-notes");
        int rows = text.lines().mapToInt(line -> 1 + line.length() / NOTES_COLUMNS).sum();
        area.setPrefRowCount(Math.clamp(rows, 1, MOST_NOTES_ROWS));
        return area;
    }

    private static void add(VBox head, @Nullable String words) {
        if (words != null) {
            head.getChildren().add(wrapped(words, "event-card-elsewhere"));
        }
    }

    private static HBox line(Feather icon, String words) {
        return line(Icons.icon(icon), wrapped(words, "event-card-line"));
    }

    private static HBox line(Node icon, Node content) {
        StackPane edge = new StackPane(icon);
        edge.getStyleClass().add("event-card-icon");
        HBox line = new HBox(edge, content);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("event-card-row");
        HBox.setHgrow(content, Priority.ALWAYS);
        return line;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
