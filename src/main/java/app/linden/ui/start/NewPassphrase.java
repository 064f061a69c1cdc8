package app.linden.ui.start;

import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.Texts;

import atlantafx.base.controls.PasswordTextField;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A new passphrase, typed twice. Lives on JavaFX's thread. */
final class NewPassphrase extends VBox {
    private final PasswordTextField first = new PasswordTextField();
    private final PasswordTextField second = new PasswordTextField();
    private final BooleanBinding ready;

    NewPassphrase() {
        first.setId("passphrase");
        second.setId("passphrase-again");
        getStyleClass().add("start-fields");
        // Keeps its room while it is invisible, so that the panel stays as it is.
        Label differ = DialogParts.sentence("start-failure", Texts.text("protect.differ"));
        differ.setId("protect-differ");
        differ.managedProperty().unbind();
        BooleanBinding same =
                Bindings.createBooleanBinding(
                        () -> first.getPassword().equals(second.getPassword()),
                        first.textProperty(),
                        second.textProperty());
        differ.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !first.getPassword().startsWith(second.getPassword()),
                                first.textProperty(),
                                second.textProperty()));
        ready = first.textProperty().isNotEmpty().and(same);
        getChildren()
                .addAll(
                        DialogParts.field(Texts.text("protect.new"), Rows.withReveal(first)),
                        DialogParts.field(Texts.text("protect.again"), Rows.leftByEscape(second)),
                        differ);
    }

    /** Whether both are the same, and not empty. */
    BooleanBinding ready() {
        return ready;
    }

    String passphrase() {
        return first.getPassword();
    }

    @Override
    public void requestFocus() {
        first.requestFocus();
    }
}
