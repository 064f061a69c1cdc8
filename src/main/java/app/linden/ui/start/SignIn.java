package app.linden.ui.start;

import app.linden.base.Problem;
import app.linden.calendar.port.Accounts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import atlantafx.base.controls.PasswordTextField;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
    private final Label failure = new Label();
    private final ProgressIndicator progress = new ProgressIndicator();
    private final Label working = new Label(Texts.text("start.working"));
    private final Button connect = new Button(Texts.text("start.connect"));
    private final VBox fields = new VBox();
    private final Label note = new Label(Texts.text("start.not-lasting"));
    private boolean nameTyped;
    private boolean filling;
    private boolean busy;

    public SignIn(Accounts accounts, Look look) {
        this.accounts = accounts;
        this.look = look;
        boolean kept = accounts.keepsPasswords();
        note.setVisible(!kept);
        note.setManaged(!kept);
    }

    /**
     * @param done called when the server took the sign-in and its calendars are here
     */
    public void show(Window owner, Runnable done) {
        Stage stage =
                DialogWindow.modal(owner, look, Texts.text("start.title"), panel(), "start.css");
        connect.setOnAction(e -> connect(stage, done));
        DialogWindow.showCentered(stage);
        address.requestFocus();
    }

    private VBox panel() {
        Label title = Rows.title(Texts.text("start.title"));
        Label why = Rows.wrapped(Texts.text("start.why"), "start-why");
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
        fields.getStyleClass().add("start-fields");
        fields.getChildren()
                .setAll(
                        Rows.field(Texts.text("start.address"), address),
                        Rows.field(Texts.text("start.name"), name),
                        Rows.field(Texts.text("start.password"), Rows.withReveal(password)));
        VBox box =
                new VBox(
                        title,
                        why,
                        fields,
                        Rows.hidden(failure, "start-failure"),
                        noteLine(),
                        buttons());
        box.getStyleClass().add("start");
        check();
        return box;
    }

    private Label noteLine() {
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("start-note");
        return note;
    }

    private HBox buttons() {
        connect.setId("connect");
        connect.setDefaultButton(true);
        connect.getStyleClass().add("accent");
        progress.getStyleClass().add("start-progress");
        working.getStyleClass().add("start-working");
        busy(false);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = new Button(Texts.text("action.cancel"));
        cancel.setOnAction(e -> cancel.getScene().getWindow().hide());
        HBox bar = new HBox(progress, working, gap, cancel, connect);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("start-buttons");
        return bar;
    }

    private void check() {
        connect.setDisable(
                busy
                        || address.getText().isBlank()
                        || name.getText().isBlank()
                        || password.getPassword().isEmpty());
    }

    private void busy(boolean is) {
        progress.setVisible(is);
        working.setVisible(is);
        fields.setDisable(is);
        busy = is;
        check();
    }

    private void connect(Stage stage, Runnable done) {
        failure.setVisible(false);
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
                    failure.setText(Problem.sentence(error));
                    failure.setVisible(true);
                    stage.sizeToScene();
                    (Problem.kind(error) == Problem.Kind.SIGN_IN ? password : address)
                            .requestFocus();
                });
    }
}
