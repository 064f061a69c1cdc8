package app.linden.ui.shell;

import app.linden.calendar.Subscriptions;
import app.linden.model.Calendar;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Asks for an .ics address and follows it. Lives on JavaFX's thread. */
final class SubscribeDialog {
    private final Subscriptions subscriptions;
    private final TextField address = new TextField();
    private final TextField name = new TextField();
    private final Label warning = DialogParts.sentence("start-note", "");
    private final Label failure = DialogParts.sentence("start-failure", "");
    private final Label working = new Label(Texts.text("subscribe.working"));
    private final ProgressIndicator progress = new ProgressIndicator();
    private final Button go = new Button(Texts.text("subscribe.go"));

    SubscribeDialog(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    void show(Window owner, Look look) {
        String title = Texts.text("subscribe.title");
        Stage stage = DialogWindow.modal(owner, look, title, content(title), "start.css");
        go.setOnAction(e -> run(stage));
        DialogWindow.showCentered(stage);
        address.requestFocus();
    }

    private VBox content(String title) {
        Label head = new Label(title);
        head.getStyleClass().add("start-title");
        Label why = DialogParts.sentence("start-why", Texts.text("subscribe.why"));
        address.setId("subscribe-address");
        address.setPromptText(Texts.text("subscribe.address-hint"));
        address.textProperty()
                .addListener((o, was, is) -> {
                    go.setDisable(is.isBlank());
                    boolean open = Subscriptions.isOpen(is);
                    DialogParts.say(warning, open ? Texts.text("subscribe.open") : "");
                    fit();
                });
        name.setId("subscribe-name");
        name.setPromptText(Texts.text("subscribe.name-hint"));
        VBox fields =
                new VBox(
                        DialogParts.field(Texts.text("subscribe.address"), address),
                        DialogParts.field(Texts.text("subscribe.name"), name));
        fields.getStyleClass().add("start-fields");
        go.setId("subscribe-go");
        go.getStyleClass().add("wide");
        busy(false);
        HBox bar = DialogParts.buttons(progress, working, go);
        VBox box = new VBox(head, why, fields, warning, failure, bar);
        box.getStyleClass().add("start");
        return box;
    }

    private void busy(boolean is) {
        progress.setVisible(is);
        working.setVisible(is);
        address.setDisable(is);
        name.setDisable(is);
        go.setDisable(is || address.getText().isBlank());
    }

    private void fit() {
        if (go.getScene() != null && go.getScene().getWindow() instanceof Stage stage) {
            stage.sizeToScene();
        }
    }

    private void run(Stage stage) {
        DialogParts.say(failure, "");
        busy(true);
        FxRelay.after(
                subscriptions.subscribe(address.getText(), name.getText(), Calendar.DEFAULT_COLOR),
                id -> stage.close(),
                error -> {
                    busy(false);
                    DialogParts.say(failure, Sentences.of(error));
                    fit();
                    address.requestFocus();
                });
    }
}
