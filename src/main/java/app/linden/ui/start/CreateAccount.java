package app.linden.ui.start;

import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Invitation;
import app.linden.calendar.port.NewAccount;
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

import org.jspecify.annotations.Nullable;

/** The panel in which somebody makes an account on a Linden server. Lives on JavaFX's thread. */
final class CreateAccount {
    /** The server asks for as many characters. */
    static final int SHORTEST = 8;

    private final Accounts accounts;
    private final Look look;
    private final TextField server = new TextField();
    private final TextField name = new TextField();
    private final TextField login = new TextField();
    private final PasswordTextField password = new PasswordTextField();
    private final VBox fields = new VBox();
    private final Button create = new Button(Texts.text("create.act"));
    private final Sending sending = new Sending(create, fields);
    private @Nullable Invitation invitation;

    CreateAccount(Accounts accounts, Look look) {
        this.accounts = accounts;
        this.look = look;
    }

    /** With an invitation, which says where and is accepted with it. */
    CreateAccount by(Invitation offer) {
        invitation = offer;
        server.setText(offer.server());
        return this;
    }

    /**
     * @param done called when the account is there and its calendars are here
     */
    void show(Window owner, Runnable done) {
        server.setId("create-server");
        name.setId("create-name");
        login.setId("create-login");
        password.setId("create-password");
        create.setId("create");
        server.setPromptText(Texts.text("create.server-hint"));
        login.setPromptText(Texts.text("create.login-hint"));
        fields.getStyleClass().add("start-fields");
        if (invitation == null) {
            fields.getChildren().add(DialogParts.field(Texts.text("create.server"), server));
        }
        fields.getChildren()
                .addAll(
                        DialogParts.field(Texts.text("create.name"), name),
                        DialogParts.field(Texts.text("create.login"), login),
                        DialogParts.field(
                                Texts.text("create.password", SHORTEST),
                                Rows.withReveal(password)));
        VBox panel =
                new VBox(
                        Rows.title(Texts.text("create.title")),
                        DialogParts.sentence("start-why", Texts.text("create.why")),
                        fields,
                        sending.failure,
                        sending.buttons);
        panel.getStyleClass().add("start");
        Stage stage =
                DialogWindow.modal(owner, look, Texts.text("create.title"), panel, "start.css");
        create.disableProperty()
                .bind(
                        sending.busy()
                                .or(
                                        Bindings.createBooleanBinding(
                                                () ->
                                                        server.getText().isBlank()
                                                                || name.getText().isBlank()
                                                                || login.getText().isBlank()
                                                                || password.getPassword().length()
                                                                        < SHORTEST,
                                                server.textProperty(),
                                                name.textProperty(),
                                                login.textProperty(),
                                                password.textProperty())));
        create.setOnAction(e ->
                sending.run(
                        stage,
                        accounts.register(wish()),
                        made -> {
                            stage.close();
                            done.run();
                        }));
        DialogWindow.showCentered(stage);
        (invitation == null ? server : name).requestFocus();
    }

    private NewAccount wish() {
        return new NewAccount(
                server.getText().strip(),
                name.getText().strip(),
                login.getText().strip(),
                password.getPassword(),
                invitation == null ? "" : invitation.link());
    }
}
