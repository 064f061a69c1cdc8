package app.linden.ui.start;

import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.function.BiConsumer;

/**
 * Asks, before there is a window, how to protect what is on a computer without a keychain. Lives on
 * JavaFX's thread.
 */
public final class ChooseProtection {
    private final Look look;

    public ChooseProtection(Look look) {
        this.look = look;
    }

    /**
     * @param chosen hears the passphrase, null for none, and whether that is to be remembered: a
     *     panel that was merely closed comes again
     */
    public void ask(BiConsumer<@Nullable String, Boolean> chosen) {
        NewPassphrase passphrase = new NewPassphrase();
        VBox panel = new VBox();
        panel.getStyleClass().add("start");
        Stage stage = DialogWindow.make(null, look, Texts.text("app.name"), panel, "start.css");
        boolean[] answered = {false};
        Button protect =
                Rows.main(
                        "protect",
                        Texts.text("protect.act"),
                        () -> {
                            answered[0] = true;
                            stage.close();
                            chosen.accept(passphrase.passphrase(), true);
                        });
        protect.disableProperty().bind(passphrase.ready().not());
        Button without =
                Rows.button(
                        Texts.text("protect.without"),
                        () -> {
                            answered[0] = true;
                            stage.close();
                            chosen.accept(null, true);
                        });
        without.setId("without");
        Label meaning = DialogParts.sentence("start-note", Texts.text("protect.without-why"));
        panel.getChildren()
                .addAll(
                        Rows.title(Texts.text("protect.title")),
                        DialogParts.sentence("start-why", Texts.text("protect.why")),
                        passphrase,
                        meaning,
                        Rows.buttons(without, protect));
        stage.setResizable(false);
        stage.setOnHidden(e -> {
            if (!answered[0]) {
                chosen.accept(null, false);
            }
        });
        stage.show();
        passphrase.requestFocus();
    }
}
