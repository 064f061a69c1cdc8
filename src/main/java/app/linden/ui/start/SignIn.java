package app.linden.ui.start;

import app.linden.base.Problem;
import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.SignedIn;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import atlantafx.base.controls.PasswordTextField;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The panel in which a person signs in to a server. Lives on JavaFX's thread. */
public final class SignIn {
    private final Accounts accounts;
    private final Look look;
    private final TextField address = new TextField();
    private final TextField name = new TextField();
    private final PasswordTextField password = new PasswordTextField();
    private final Label failure = DialogParts.sentence("start-failure", "");
    private final ProgressIndicator progress = new ProgressIndicator();
    private final Label working = new Label(Texts.text("start.working"));
    private final Button connect = new Button(Texts.text("start.connect"));
    private final VBox fields = new VBox();
    private final Hyperlink forgot = new Hyperlink(Texts.text("start.forgot"));
    private final Label note;
    private boolean nameTyped;
    private boolean filling;
    private boolean busy;

    public SignIn(Accounts accounts, Look look) {
        this.accounts = accounts;
        this.look = look;
        String lost = accounts.keepsPasswords() ? "" : Texts.text("start.not-lasting");
        this.note = DialogParts.sentence("start-note", lost);
    }

    /** Again, as somebody whose password is wanted once more. */
    public SignIn again(SignedIn before) {
        address.setText(before.server());
        name.setText(before.username());
        nameTyped = true;
        return this;
    }

    /** At a server that is known. */
    public SignIn at(String server) {
        address.setText(server);
        return this;
    }

    /**
     * @param done called when the server took the sign-in and its calendars are here
     */
    public void show(Window owner, Runnable done) {
        Stage stage =
                DialogWindow.modal(owner, look, Texts.text("start.title"), panel(), "start.css");
        connect.setOnAction(e -> connect(stage, done));
        DialogWindow.showCentered(stage);
        (address.getText().isBlank() ? address : name.getText().isBlank() ? name : password)
                .requestFocus();
    }

    private VBox panel() {
        Label title = Rows.title(Texts.text("start.title"));
        Label why = DialogParts.sentence("start-why", Texts.text("start.why"));
        address.setId("address");
        name.setId("name");
        password.setId("password");
        address.setPromptText(Texts.text("start.address-hint"));
        // An e-mail address names the person too.
        address.textProperty()
                .addListener((o, was, is) -> {
                    if (!nameTyped) {
                        filling = true;
                        name.setText(is.contains("@") ? is.strip() : "");
                        filling = false;
                    }
                    check();
                });
        name.textProperty()
                .addListener((o, was, is) -> {
                    nameTyped = nameTyped || !filling;
                    check();
                });
        password.textProperty().addListener(o -> check());
        forgot.setId("forgot");
        forgot.setOnAction(e -> forgot());
        fields.getStyleClass().add("start-fields");
        fields.getChildren()
                .setAll(
                        DialogParts.field(Texts.text("start.address"), address),
                        DialogParts.field(Texts.text("start.name"), name),
                        DialogParts.field(Texts.text("start.password"), Rows.withReveal(password)),
                        forgot);
        VBox box =
                new VBox(
                        title,
                        why,
                        fields,
                        failure,
                        note,
                        DialogParts.buttons(progress, working, connect));
        box.getStyleClass().add("start");
        connect.setId("connect");
        busy(false);
        return box;
    }

    private void check() {
        connect.setDisable(
                busy
                        || address.getText().isBlank()
                        || name.getText().isBlank()
                        || password.getPassword().isEmpty());
    }

    /** The answer is the same whether there is such an account or not. */
    private void forgot() {
        DialogParts.say(failure, "");
        if (address.getText().isBlank() || name.getText().isBlank()) {
            DialogParts.say(failure, Texts.text("start.forgot-who"));
            fields.getScene().getWindow().sizeToScene();
            return;
        }
        busy(true);
        FxRelay.after(
                accounts.forgotPassword(address.getText().strip(), name.getText().strip()),
                asked -> said(Texts.text("start.forgot-sent"), ""),
                error -> said("", Sentences.of(error)));
    }

    private void said(String well, String wrong) {
        busy(false);
        DialogParts.say(note, well);
        DialogParts.say(failure, wrong);
        fields.getScene().getWindow().sizeToScene();
    }

    private void busy(boolean is) {
        progress.setVisible(is);
        working.setVisible(is);
        fields.setDisable(is);
        busy = is;
        check();
    }

    private void connect(Stage stage, Runnable done) {
        DialogParts.say(failure, "");
        busy(true);
        FxRelay.after(
                accounts.signIn(
                        address.getText().strip(), name.getText().strip(), password.getPassword()),
                signedIn -> {
                    stage.close();
                    done.run();
                },
                error -> {
                    busy(false);
                    DialogParts.say(failure, Sentences.of(error));
                    stage.sizeToScene();
                    (Problem.kind(error) == Problem.Kind.SIGN_IN ? password : address)
                            .requestFocus();
                });
    }
}
