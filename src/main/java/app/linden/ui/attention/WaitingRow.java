package app.linden.ui.attention;

import app.linden.model.Waiting;
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

/** One change that the server does not have, and why when it refused it. */
final class WaitingRow extends HBox {
    WaitingRow(Waiting waiting) {
        getStyleClass().add("waiting-row");
        setAlignment(Pos.TOP_LEFT);
        StackPane edge =
                new StackPane(
                        Icons.icon(
                                switch (waiting.kind()) {
                                    case "CREATE" -> Feather.PLUS;
                                    case "DESTROY" -> Feather.TRASH_2;
                                    default -> Feather.EDIT_2;
                                }));
        edge.getStyleClass().add("waiting-icon");
        Label title =
                new Label(
                        waiting.title().isBlank() ? Texts.text("event.untitled") : waiting.title());
        title.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("waiting-title");
        VBox words = new VBox(title);
        HBox.setHgrow(words, Priority.ALWAYS);
        String reason = waiting.reason();
        if (reason != null) {
            Label why = new Label(Texts.text("attention.refused", reason));
            why.setWrapText(true);
            why.setMinHeight(Region.USE_PREF_SIZE);
            why.getStyleClass().add("waiting-reason");
            words.getChildren().add(why);
        }
        Label kind =
                new Label(
                        Texts.text(
                                switch (waiting.kind()) {
                                    case "CREATE" -> "attention.kind.new";
                                    case "DESTROY" -> "attention.kind.deleted";
                                    default -> "attention.kind.changed";
                                }));
        kind.setMinWidth(Region.USE_PREF_SIZE);
        kind.getStyleClass().add("waiting-kind");
        getChildren().addAll(edge, words, kind);
    }
}
