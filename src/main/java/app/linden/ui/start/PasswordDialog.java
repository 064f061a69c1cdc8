package app.linden.ui.start;

import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import atlantafx.base.controls.PasswordTextField;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks for the password before something that cannot be taken back, and for a new one. Lives on
 * JavaFX's thread.
 */
final class PasswordDialog {
    private final Look look;
    private final String title;
    private final String why;
    private final Asks asks;
    private final PasswordTextField password = new PasswordTextField();
    private final PasswordTextField fresh = new PasswordTextField();
    private final TextField email = new TextField();

    /** What is asked for. */
    enum Asks {
        /** The password, for what cannot be taken back. */
        PASSWORD,
        /** A new one too. */
        ANOTHER,
        /** An e-mail address too, which may be none. */
        EMAIL
    }

    /** Made once for each asking. */
    PasswordDialog(Look look, String title, String why, Asks asks) {
        this.look = look;
        this.title = title;
        this.why = why;
        this.asks = asks;
    }

    String password() {
        return password.getPassword();
    }

    String newPassword() {
        return fresh.getPassword();
    }

    String email() {
        return email.getText().strip();
    }

    /** With the address that is known. */
    PasswordDialog with(String address) {
        email.setText(address);
        return this;
    }

    <T> void show(Window owner, String act, Supplier<CompletableFuture<T>> deed, Consumer<T> done) {
        password.setId("old-password");
        fresh.setId("new-password");
        email.setId("email");
        VBox fields = new VBox();
        if (asks == Asks.EMAIL) {
            fields.getChildren().add(DialogParts.field(Texts.text("own.email-label"), email));
        }
        fields.getChildren()
                .add(
                        DialogParts.field(
                                Texts.text(
                                        asks == Asks.ANOTHER
                                                ? "own.old-password"
                                                : "start.password"),
                                Rows.withReveal(password)));
        fields.getStyleClass().add("start-fields");
        if (asks == Asks.ANOTHER) {
            fields.getChildren()
                    .add(
                            DialogParts.field(
                                    Texts.text("own.new-password", CreateAccount.SHORTEST),
                                    Rows.withReveal(fresh)));
        }
        Button button = new Button(Texts.text(act));
        button.setId("password-act");
        Sending sending = new Sending(button, fields);
        VBox panel =
                new VBox(
                        Rows.title(Texts.text(title)),
                        DialogParts.sentence("start-why", Texts.text(why)),
                        fields,
                        sending.failure,
                        sending.buttons);
        panel.getStyleClass().add("start");
        if (asks == Asks.PASSWORD) {
            button.getStyleClass().remove("accent");
            button.getStyleClass().add("danger");
        }
        Stage stage = DialogWindow.modal(owner, look, Texts.text(title), panel, "start.css");
        button.disableProperty()
                .bind(
                        sending.busy()
                                .or(
                                        Bindings.createBooleanBinding(
                                                () ->
                                                        password().isEmpty()
                                                                || (asks == Asks.ANOTHER
                                                                        && newPassword().length()
                                                                                < CreateAccount
                                                                                        .SHORTEST),
                                                password.textProperty(),
                                                fresh.textProperty())));
        button.setOnAction(e ->
                sending.run(
                        stage,
                        deed.get(),
                        answer -> {
                            stage.close();
                            done.accept(answer);
                        }));
        DialogWindow.showCentered(stage);
        (asks == Asks.EMAIL ? email : password).requestFocus();
    }
}
