package app.linden.ui.activity;

import app.linden.calendar.CalendarList;
import app.linden.model.Contested;
import app.linden.model.Happening;
import app.linden.ui.kit.Face;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.ValueWords;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.time.ZoneId;

/** One thing that somebody did: who, when, old and new values, and the way back. */
final class ActivityRow extends HBox {
    private static final PseudoClass UNSEEN = PseudoClass.getPseudoClass("unseen");
    private static final int CHANGES_SHOWN = 6;

    /** What can be done about it. */
    interface Acts {
        void open(Happening happening);

        void restore(Happening happening);
    }

    /** What it is shown among. */
    record Around(CalendarList calendars, ZoneId viewer, Instant now) {
        /** Whether the person may write where the event is. */
        boolean mayWrite(Happening h) {
            return h.event().calendarIds().stream()
                    .allMatch(id ->
                            calendars.find(id).filter(c -> c.rights().mayWrite()).isPresent());
        }
    }

    ActivityRow(Happening h, Around around, Acts acts) {
        getStyleClass().add("activity-row");
        pseudoClassStateChanged(UNSEEN, !h.seen());
        VBox words =
                new VBox(
                        label(ActivityWords.what(h), "activity-what"),
                        label(
                                ActivityWords.where(h, around.calendars, around.now, around.viewer),
                                "activity-where"));
        words.getStyleClass().add("activity-words");
        var changes = h.changes();
        changes.stream()
                .limit(CHANGES_SHOWN)
                .forEach(c -> words.getChildren().add(change(c, around)));
        if (changes.size() > CHANGES_SHOWN) {
            words.getChildren()
                    .add(
                            label(
                                    Texts.text("activity.more", changes.size() - CHANGES_SHOWN),
                                    "activity-where"));
        }
        HBox buttons = buttons(h, around, acts);
        if (!buttons.getChildren().isEmpty()) {
            words.getChildren().add(buttons);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Region dot = new Region();
        dot.getStyleClass().add("activity-dot");
        dot.setVisible(!h.seen());
        Face face = new Face(h.whoId().isEmpty() ? h.who() : h.whoId(), ActivityWords.who(h));
        HBox sign = new HBox(dot, face);
        sign.setAlignment(Pos.TOP_LEFT);
        sign.getStyleClass().add("activity-sign");
        getChildren().addAll(sign, words);
    }

    private static VBox change(Contested change, Around around) {
        Label was =
                label(ActivityWords.was(change, around.calendars, around.viewer), "activity-was");
        Label arrow = new Label(null, Icons.icon(Feather.ARROW_RIGHT));
        arrow.getStyleClass().add("activity-arrow");
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        Label is = label(ActivityWords.is(change, around.calendars, around.viewer), "activity-is");
        HBox values = new HBox(was, arrow, is);
        values.setAlignment(Pos.TOP_LEFT);
        values.getStyleClass().add("activity-values");
        return new VBox(label(ValueWords.field(change), "activity-field"), values);
    }

    private static HBox buttons(Happening h, Around around, Acts acts) {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("activity-buttons");
        boolean here = !h.eventId().isEmpty() && h.kind() != Happening.Kind.DELETED;
        if (here) {
            buttons.getChildren().add(button("activity.open", () -> acts.open(h)));
        }
        boolean undoable =
                h.kind() == Happening.Kind.DELETED || (h.kind() == Happening.Kind.CHANGED && here);
        if (undoable && around.mayWrite(h)) {
            Button restore =
                    button(
                            h.kind() == Happening.Kind.DELETED
                                    ? "activity.bring-back"
                                    : "activity.restore",
                            () -> acts.restore(h));
            restore.getStyleClass().add("activity-restore");
            buttons.getChildren().add(restore);
        }
        return buttons;
    }

    private static Button button(String key, Runnable act) {
        Button button = new Button(Texts.text(key));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> act.run());
        return button;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
