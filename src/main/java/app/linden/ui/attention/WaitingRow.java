package app.linden.ui.attention;

import app.linden.calendar.CalendarList;
import app.linden.model.Waiting;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.time.ZoneId;

/**
 * One change that the server does not have: in words, since when, why when it refused it, and what
 * can be done with it.
 */
final class WaitingRow extends HBox {
    /** What its words depend on. */
    record Around(CalendarList calendars, ZoneId viewer, Instant now) {}

    WaitingRow(Waiting waiting, Around around, OutboxActs acts) {
        getStyleClass().add("waiting-row");
        setAlignment(Pos.TOP_LEFT);
        StackPane edge =
                new StackPane(
                        Icons.icon(
                                waiting.isParked()
                                        ? Feather.ALERT_CIRCLE
                                        : switch (waiting.kind()) {
                                            case "CREATE" -> Feather.PLUS;
                                            case "DESTROY" -> Feather.TRASH_2;
                                            default -> Feather.EDIT_2;
                                        }));
        edge.getStyleClass().add("waiting-icon");
        String what = WaitingWords.what(waiting, around.calendars(), around.viewer());
        VBox words = new VBox(label(what, "waiting-title"));
        HBox.setHgrow(words, Priority.ALWAYS);
        String since = WaitingWords.since(waiting.made(), around.now(), around.viewer());
        String when = WaitingWords.when(waiting, around.viewer());
        words.getChildren().add(label(when == null ? since : when + "\n" + since, "waiting-since"));
        String reason = Sentences.ofAny(waiting.reason());
        if (reason != null) {
            getStyleClass().add("refused");
            words.getChildren()
                    .add(label(Texts.text("attention.refused", reason), "waiting-reason"));
        }
        words.getChildren().add(buttons(waiting, what, when, acts));
        getChildren().addAll(edge, words);
    }

    private static FlowPane buttons(
            Waiting waiting, String what, @Nullable String when, OutboxActs acts) {
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("waiting-acts");
        if (waiting.isParked()) {
            buttons.getChildren()
                    .add(button("outbox.retry", "waiting-retry", () -> acts.retry(waiting)));
        }
        if (waiting.isEvent() && !waiting.kind().equals("DESTROY")) {
            buttons.getChildren()
                    .addAll(
                            button("outbox.open", "waiting-open", () -> acts.open(waiting)),
                            button("outbox.save", "waiting-save", () -> acts.save(waiting)));
        }
        String copied = when == null ? what : what + "\n" + when;
        buttons.getChildren()
                .addAll(
                        button("outbox.copy", "waiting-copy", () -> acts.copy(waiting, copied)),
                        button("outbox.discard", "waiting-discard", () -> acts.discard(waiting)));
        return buttons;
    }

    private static Button button(String key, String style, Runnable act) {
        Button button = new Button(Texts.text(key));
        button.getStyleClass().addAll("flat", "waiting-act", style);
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
