package app.linden.ui.start;

import app.linden.calendar.port.Protection;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.Locale;

/**
 * Says how passwords and calendars are protected on this computer, and lets the person set or
 * change the passphrase. Lives on JavaFX's thread.
 */
public final class ProtectionPanel {
    private final Protection protection;
    private final Look look;
    private final Label failure = DialogParts.sentence("start-failure", "");
    private final SimpleBooleanProperty busy = new SimpleBooleanProperty();

    public ProtectionPanel(Protection protection, Look look) {
        this.protection = protection;
        this.look = look;
    }

    /** Opens the panel; it closes when there is a new passphrase. */
    public void show(Window owner) {
        VBox panel = new VBox();
        panel.getStyleClass().add("start");
        Stage stage =
                DialogWindow.modal(
                        owner, look, Texts.text("protect.panel-title"), panel, "start.css");
        panel.getChildren()
                .addAll(
                        Rows.title(Texts.text("protect.panel-title")),
                        DialogParts.sentence("start-why", Texts.text(passwords())),
                        DialogParts.sentence("start-why", Texts.text(calendars())));
        if (protection.place() == Protection.Place.KEYCHAIN) {
            panel.getChildren()
                    .add(
                            Rows.buttons(
                                    Rows.main("close", Texts.text("action.close"), stage::close)));
        } else {
            NewPassphrase passphrase = new NewPassphrase();
            panel.getChildren().addAll(passphrase, failure, act(stage, passphrase));
            stage.setOnShown(e -> passphrase.requestFocus());
        }
        DialogWindow.showCentered(stage);
    }

    private String passwords() {
        return "protect.passwords." + protection.place().name().toLowerCase(Locale.ROOT);
    }

    private String calendars() {
        if (protection.encrypted()) {
            return "protect.encrypted";
        }
        return protection.place() == Protection.Place.THIS_RUN
                ? "protect.plain"
                : "protect.plain-yet";
    }

    private Node act(Stage stage, NewPassphrase passphrase) {
        Button seal =
                Rows.main(
                        "protect",
                        Texts.text(
                                protection.place() == Protection.Place.PASSPHRASE
                                        ? "protect.change"
                                        : "protect.act"),
                        () -> {});
        seal.disableProperty().bind(passphrase.ready().not().or(busy));
        seal.setOnAction(e -> {
            DialogParts.say(failure, "");
            busy.set(true);
            FxRelay.after(
                    protection.seal(passphrase.passphrase()),
                    sealed -> stage.close(),
                    error -> {
                        busy.set(false);
                        DialogParts.say(failure, Sentences.of(error));
                        stage.sizeToScene();
                    });
        });
        return Rows.buttons(Rows.button(Texts.text("action.cancel"), stage::close), seal);
    }
}
