package app.linden.ui.start;

import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import atlantafx.base.controls.PasswordTextField;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import java.util.function.Consumer;

/** Asks for the passphrase of a profile, before there is a window. Lives on JavaFX's thread. */
public final class Unlock {
    private final Look look;

    public Unlock(Look look) {
        this.look = look;
    }

    /**
     * @param again whether the passphrase before was another one, which is said
     * @param typed hears what was typed
     * @param left called when the person would rather not
     */
    public void ask(boolean again, Consumer<String> typed, Runnable left) {
        PasswordTextField passphrase = new PasswordTextField();
        passphrase.setId("passphrase");
        Label failure =
                DialogParts.sentence("start-failure", again ? Texts.text("unlock.wrong") : "");
        boolean[] answered = {false};
        VBox fields =
                new VBox(
                        DialogParts.field(
                                Texts.text("unlock.passphrase"), Rows.withReveal(passphrase)));
        fields.getStyleClass().add("start-fields");
        VBox panel = new VBox();
        panel.getStyleClass().add("start");
        Stage stage = DialogWindow.make(null, look, Texts.text("app.name"), panel, "start.css");
        Button open =
                Rows.main(
                        "unlock",
                        Texts.text("unlock.open"),
                        () -> {
                            answered[0] = true;
                            stage.close();
                            typed.accept(passphrase.getPassword());
                        });
        open.disableProperty().bind(passphrase.textProperty().isEmpty());
        panel.getChildren()
                .addAll(
                        Rows.title(Texts.text("unlock.title")),
                        DialogParts.sentence("start-why", Texts.text("unlock.why")),
                        fields,
                        failure,
                        Rows.buttons(Rows.button(Texts.text("unlock.quit"), stage::close), open));
        stage.setResizable(false);
        stage.setOnHidden(e -> {
            if (!answered[0]) {
                left.run();
            }
        });
        stage.show();
        passphrase.requestFocus();
    }
}
