package app.linden.ui.share;

import app.linden.model.Role;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Makes a link by which somebody without an account can come in, and lets it be copied. */
final class InviteRow extends VBox {
    private final Button make = new Button(Texts.text("share.link"), Icons.icon(Feather.LINK));
    private final TextField link = new TextField();
    private final Label said = DialogParts.sentence("share-link-said", "");
    private final Function<Role, CompletableFuture<String>> invite;
    private final Runnable resized;

    /**
     * @param invite asks the server for a link
     * @param resized called when this needs another height
     */
    InviteRow(Function<Role, CompletableFuture<String>> invite, Runnable resized) {
        this.invite = invite;
        this.resized = resized;
        getStyleClass().add("share-link");
        make.setId("share-link");
        make.getStyleClass().add("flat");
        link.setId("share-link-text");
        link.setEditable(false);
        link.setAccessibleText(Texts.text("share.link"));
        HBox.setHgrow(link, Priority.ALWAYS);
        said.getStyleClass().add("share-why");
        getChildren().addAll(make, said);
    }

    /** Another role is chosen: the next link is for that. */
    void forRole(Role role) {
        make.setOnAction(e -> {
            make.setDisable(true);
            FxRelay.after(
                    invite.apply(role),
                    made -> show(made, role),
                    error -> {
                        make.setDisable(false);
                        DialogParts.say(said, Sentences.of(error));
                        resized.run();
                    });
        });
    }

    private void show(String made, Role role) {
        make.setDisable(false);
        link.setText(made);
        Button copy = new Button(Texts.text("share.link-copy"));
        copy.setId("share-link-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(made);
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(Texts.text("share.link-copied"));
        });
        HBox row = new HBox(link, copy);
        row.getStyleClass().add("share-adding");
        getChildren().setAll(row, said);
        DialogParts.say(said, Texts.text("share.link-what", RoleWords.of(role)));
        resized.run();
        // The button that had the focus is gone.
        copy.requestFocus();
    }
}
