package app.linden.ui.attention;

import app.linden.calendar.CalendarList;
import app.linden.model.Conflict;
import app.linden.model.Contested;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.LocalDateTime;
import java.time.ZoneId;

/** One conflict: what it is about, both values side by side, and a button beneath each. */
final class ConflictCard extends VBox {
    /** What the buttons do. */
    interface Decision {
        void mine();

        void theirs();
    }

    ConflictCard(
            Conflict conflict,
            Contested contested,
            CalendarList calendars,
            ZoneId viewer,
            Decision decision) {
        getStyleClass().add("conflict-card");
        String title = conflict.title().isBlank() ? Texts.text("event.untitled") : conflict.title();
        Label name = label(title, "conflict-title");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setWrapText(false);
        LocalDateTime seen = LocalDateTime.ofInstant(conflict.seen(), viewer);
        Label when =
                label(
                        Dates.date(seen.toLocalDate()) + ", " + Dates.time(seen.toLocalTime()),
                        "conflict-seen");
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(name, when);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("conflict-head");
        HBox sides =
                new HBox(
                        side(
                                "mine",
                                value(contested, contested.mine(), calendars, viewer),
                                button(contested, "mine", decision::mine)),
                        side(
                                "theirs",
                                value(contested, contested.theirs(), calendars, viewer),
                                button(contested, "theirs", decision::theirs)));
        sides.getStyleClass().add("conflict-sides");
        getChildren().addAll(head, label(sentence(contested), "conflict-field"), sides);
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

    private static VBox side(String side, String value, Button button) {
        Label words = label(value, "conflict-value");
        words.setMaxHeight(Double.MAX_VALUE);
        words.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(words, Priority.ALWAYS);
        VBox box =
                new VBox(
                        label(Texts.text("attention." + side), "conflict-side-name"),
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
