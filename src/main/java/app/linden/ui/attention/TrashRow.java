package app.linden.ui.attention;

import app.linden.model.Event;
import app.linden.model.Trashed;
import app.linden.model.Type;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.WhenWords;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** One thing in the trash: what it was, when and where it was, who deleted it and when. */
final class TrashRow extends HBox {
    TrashRow(Trashed trashed, Clock clock, Runnable restore) {
        getStyleClass().add("trash-row");
        setAlignment(Pos.CENTER_LEFT);
        boolean isCalendar = trashed.type() == Type.CALENDAR;
        StackPane edge = new StackPane(Icons.icon(isCalendar ? Feather.CALENDAR : Feather.CLOCK));
        edge.getStyleClass().add("waiting-icon");
        String title = trashed.title().isBlank() ? Texts.text("event.untitled") : trashed.title();
        String deleted =
                WaitingWords.moment(
                        LocalDateTime.ofInstant(trashed.removed(), clock.getZone()),
                        LocalDate.ofInstant(clock.instant(), clock.getZone()));
        VBox words =
                new VBox(
                        line(title, "trash-title"),
                        line(
                                isCalendar ? Texts.text("trash.calendar") : where(trashed, clock),
                                "trash-where"),
                        line(
                                Texts.text(
                                        switch (trashed.who()) {
                                            case ME -> "trash.me";
                                            case OTHERS -> "trash.others";
                                            case CALENDAR -> "trash.calendar-gone";
                                            case REVOKED -> "trash.revoked";
                                            case SIGNED_OUT -> "trash.signed-out";
                                        },
                                        deleted),
                                "waiting-since"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = new Button(Texts.text("trash.restore"));
        button.getStyleClass().add("trash-restore");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> restore.run());
        getChildren().addAll(edge, words, button);
    }

    private static String where(Trashed trashed, Clock clock) {
        String when = WhenWords.line(Event.of(trashed.document()).wallTime(), clock.getZone());
        return trashed.calendar().isBlank()
                ? when
                : Texts.text("trash.in", when, trashed.calendar());
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setMinWidth(0);
        label.getStyleClass().add(style);
        return label;
    }
}
