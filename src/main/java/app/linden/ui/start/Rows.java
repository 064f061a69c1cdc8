package app.linden.ui.start;

import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Texts;

import atlantafx.base.controls.PasswordTextField;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

/** What the panels around a password have besides other dialogs. Lives on JavaFX's thread. */
final class Rows {
    private Rows() {}

    static Label title(String text) {
        return DialogParts.sentence("start-title", text);
    }

    /** Gives a password field a button that shows what is typed. */
    static PasswordTextField withReveal(PasswordTextField password) {
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
        return leftByEscape(password);
    }

    /** Closes the window on Esc, which this field would take for itself. */
    static PasswordTextField leftByEscape(PasswordTextField password) {
        password.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        e.consume();
                        password.getScene().getWindow().hide();
                    }
                });
        return password;
    }

    /** Buttons at the right, the last one as default. */
    static HBox buttons(Node... right) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(gap);
        bar.getChildren().addAll(right);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("start-buttons");
        return bar;
    }

    static Button button(String text, Runnable act) {
        Button button = new Button(text);
        button.setOnAction(e -> act.run());
        return button;
    }

    /** What Enter presses. */
    static Button main(String id, String text, Runnable act) {
        Button button = button(text, act);
        button.setId(id);
        button.setDefaultButton(true);
        button.getStyleClass().add("accent");
        return button;
    }
}
