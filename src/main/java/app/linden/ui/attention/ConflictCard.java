package app.linden.ui.attention;

import app.linden.calendar.CalendarList;
import app.linden.model.Calendar;
import app.linden.model.Conflict;
import app.linden.model.Contested;
import app.linden.model.Event;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.ValueWords;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** One conflict: what it is about, both values side by side, and a button beneath each. */
final class ConflictCard extends VBox {
    private static final double CALENDAR_WIDTH = 220;

    /** What the buttons do. */
    interface Decision {
        void mine();

        void both();

        void theirs();
    }

    /**
     * @param who whose value stands, empty when that is not known
     */
    ConflictCard(
            Conflict conflict,
            Contested contested,
            @Nullable Event event,
            CalendarList calendars,
            String who,
            Clock clock,
            Decision decision) {
        ZoneId viewer = clock.getZone();
        getStyleClass().add("conflict-card");
        String title = conflict.title().isBlank() ? Texts.text("event.untitled") : conflict.title();
        Label name = label(title, "conflict-title");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setWrapText(false);
        HBox head = new HBox(name);
        Calendar calendar = calendar(event, calendars);
        if (calendar != null) {
            Label where = label(calendar.name(), "conflict-calendar");
            where.setWrapText(false);
            where.setMaxWidth(CALENDAR_WIDTH);
            where.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(where);
        }
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("conflict-head");
        String seen =
                WaitingWords.moment(
                        LocalDateTime.ofInstant(conflict.seen(), viewer),
                        LocalDate.ofInstant(clock.instant(), viewer));
        HBox sides =
                new HBox(
                        side(
                                "mine",
                                Texts.text("attention.by-me"),
                                value(contested, contested.mine(), calendars, viewer),
                                button(contested, "mine", decision::mine)),
                        side(
                                "theirs",
                                who.isBlank()
                                        ? Texts.text("attention.by-somebody", seen)
                                        : Texts.text("attention.by-person", who, seen),
                                value(contested, contested.theirs(), calendars, viewer),
                                button(contested, "theirs", decision::theirs)));
        sides.getStyleClass().add("conflict-sides");
        getChildren().addAll(head, label(sentence(contested), "conflict-field"), sides);
        if (event != null && !isDeletion(contested)) {
            getChildren().add(both(contested, decision));
        }
    }

    private static @Nullable Calendar calendar(@Nullable Event event, CalendarList calendars) {
        return event == null
                ? null
                : event.calendarIds().stream()
                        .flatMap(id -> calendars.find(id).stream())
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isDeletion(Contested contested) {
        return contested.field().equals("delete") || contested.field().equals("deleted");
    }

    private static HBox both(Contested contested, Decision decision) {
        Button button = new Button(Texts.text("attention.use-both"));
        button.getStyleClass().addAll("use-both");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> decision.both());
        Label why =
                label(
                        Texts.text(
                                contested.field().equals("description")
                                        ? "attention.both-text"
                                        : "attention.both-event"),
                        "conflict-both-why");
        HBox.setHgrow(why, Priority.ALWAYS);
        HBox row = new HBox(button, why);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("conflict-both");
        return row;
    }

    private static String value(
            Contested contested, Contested.Value value, CalendarList calendars, ZoneId viewer) {
        boolean whole =
                switch (contested.field()) {
                    case "delete", "deleted", "occurrence" -> true;
                    default -> false;
                };
        return whole && value instanceof Contested.Value.Nothing
                ? Texts.text("attention.deleted")
                : ValueWords.of(value, calendars, viewer);
    }

    private static String sentence(Contested contested) {
        return switch (contested.field()) {
            case "delete", "deleted" -> Texts.text("attention.says." + contested.field());
            default -> ValueWords.field(contested);
        };
    }

    private static Button button(Contested contested, String side, Runnable act) {
        String key =
                switch (contested.field()) {
                    case "delete", "deleted" -> "attention." + side + "." + contested.field();
                    default -> "attention.use-" + side;
                };
        Button button = new Button(Texts.text(key));
        button.getStyleClass().add("use-" + side);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> act.run());
        return button;
    }

    private static VBox side(String side, String by, String value, Button button) {
        Label words = label(value, "conflict-value");
        words.setMaxHeight(Double.MAX_VALUE);
        words.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(words, Priority.ALWAYS);
        VBox box =
                new VBox(
                        new VBox(
                                label(Texts.text("attention." + side), "conflict-side-name"),
                                label(by, "conflict-by")),
                        words,
                        button);
        box.getStyleClass().addAll("conflict-side", "of-" + side);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
