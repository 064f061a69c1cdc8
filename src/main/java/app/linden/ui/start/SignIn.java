package app.linden.ui.start;

import app.linden.base.Problem;
import app.linden.calendar.port.Accounts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import atlantafx.base.controls.PasswordTextField;

import javafx.geometry.Pos;
import javafx.scene.Node;
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

import org.kordamp.ikonli.feather.Feather;

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
        Label title = new Label(Texts.text("start.title"));
        title.getStyleClass().add("start-title");
        Label why = wrapped(Texts.text("start.why"), "start-why");
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
                        field("start.address", address),
                        field("start.name", name),
                        field("start.password", withReveal()));
        VBox box =
                new VBox(
                        title,
                        why,
                        fields,
                        hidden(failure, "start-failure"),
                        noteLine(),
                        buttons());
        box.getStyleClass().add("start");
        check();
        return box;
    }

    private Node withReveal() {
        Button reveal =
                Icons.button(
                        Feather.EYE,
                        Texts.text("start.reveal"),
                        () -> password.setRevealPassword(!password.getRevealPassword()));
        reveal.setFocusTraversable(false);
        reveal.getStyleClass().add("start-reveal");
        password.revealPasswordProperty()
                .addListener((o, was, is) ->
                        reveal.setGraphic(Icons.icon(is ? Feather.EYE_OFF : Feather.EYE)));
        password.setRight(reveal);
        return password;
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

    private static VBox field(String key, Node field) {
        Label label = new Label(Texts.text(key));
        label.setLabelFor(field);
        label.getStyleClass().add("start-label");
        VBox box = new VBox(label, field);
        box.getStyleClass().add("start-field");
        return box;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Label hidden(Label label, String style) {
        label.setId(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        label.managedProperty().bind(label.visibleProperty());
        label.setVisible(false);
        return label;
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
