package app.linden.ui.attention;

import app.linden.model.Notice;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

/** What happened to the person's calendars, until they take note of it. */
public final class NoticeRow extends HBox {
    NoticeRow(Notice notice, ZoneId viewer, Instant now, Runnable read) {
        getStyleClass().add("notice-row");
        setAlignment(Pos.TOP_LEFT);
        StackPane edge =
                new StackPane(
                        Icons.icon(
                                notice.kind() == Notice.Kind.MASS_REMOVAL
                                        ? Feather.TRASH_2
                                        : Feather.INFO));
        edge.getStyleClass().add("waiting-icon");
        VBox words =
                new VBox(
                        label(words(notice), "notice-words"),
                        label(
                                WaitingWords.moment(
                                        LocalDateTime.ofInstant(notice.made(), viewer),
                                        LocalDate.ofInstant(now, viewer)),
                                "waiting-since"));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(edge, words, Icons.button(Feather.X, Texts.text("notice.read"), read));
    }

    /** The notice in a sentence or two. */
    public static String words(Notice notice) {
        return Texts.text(
                "notice." + notice.kind().name().toLowerCase(Locale.ROOT),
                notice.title(),
                notice.number());
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
