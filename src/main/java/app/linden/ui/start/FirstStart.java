package app.linden.ui.start;

import app.linden.calendar.port.Accounts;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/**
 * The panel in which one begins: with a server, an invitation, or just this computer. Nothing else
 * is asked. Lives on JavaFX's thread.
 */
public final class FirstStart {
    private final Accounts accounts;
    private final Look look;

    public FirstStart(Accounts accounts, Look look) {
        this.accounts = accounts;
        this.look = look;
    }

    /**
     * At the first start, when there is nothing yet.
     *
     * @param asked called when the person has chosen, or would rather not
     */
    public void welcome(Window owner, Runnable asked) {
        open(owner, "first.title", "first.why", true).setOnHidden(e -> asked.run());
    }

    /** Beside the accounts that are there. */
    public void add(Window owner) {
        open(owner, "first.add", "first.add-why", false);
    }

    private Stage open(Window owner, String title, String why, boolean here) {
        VBox panel = new VBox();
        panel.getStyleClass().addAll("start", "first");
        Stage stage = DialogWindow.modal(owner, look, Texts.text("app.name"), panel, "start.css");
        Runnable done = stage::close;
        VBox choices = new VBox();
        choices.getStyleClass().add("first-choices");
        choices.getChildren()
                .addAll(
                        choice(
                                Feather.LOG_IN,
                                "first.sign-in",
                                w -> new SignIn(accounts, look).show(w, done),
                                stage),
                        choice(
                                Feather.USER_PLUS,
                                "first.create",
                                w -> new CreateAccount(accounts, look).show(w, done),
                                stage),
                        choice(
                                Feather.GIFT,
                                "first.invited",
                                w -> new JoinPanel(accounts, look).show(w, done),
                                stage));
        if (here) {
            choices.getChildren()
                    .add(choice(Feather.MONITOR, "first.here", w -> stage.close(), stage));
        }
        panel.getChildren()
                .addAll(
                        Rows.title(Texts.text(title)),
                        DialogParts.sentence("start-why", Texts.text(why)),
                        choices);
        if (!here) {
            panel.getChildren()
                    .add(Rows.buttons(Rows.button(Texts.text("action.cancel"), stage::close)));
        }
        DialogWindow.showCentered(stage);
        choices.getChildren().getFirst().requestFocus();
        return stage;
    }

    private static Node choice(Feather icon, String key, Consumer<Window> act, Stage stage) {
        Label name = new Label(Texts.text(key));
        name.getStyleClass().add("first-name");
        Label why = new Label(Texts.text(key + "-why"));
        why.getStyleClass().add("first-why");
        VBox words = new VBox(name, why);
        HBox content = new HBox(Icons.icon(icon), words);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("first-content");
        Button button = new Button(null, content);
        button.setId(key.replace('.', '-'));
        button.setAccessibleText(name.getText() + ". " + why.getText());
        button.getStyleClass().add("first-choice");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        // Enter presses it, without the look of a default button.
        button.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                e.consume();
                button.fire();
            }
        });
        button.setOnAction(e -> act.accept(stage));
        return button;
    }
}
