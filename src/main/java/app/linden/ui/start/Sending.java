package app.linden.ui.start;

import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The lower part of a panel that asks a server: what went wrong, that it is under way, and the
 * button. Lives on JavaFX's thread.
 */
final class Sending {
    final Label failure = DialogParts.sentence("start-failure", "");
    final HBox buttons;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Node fields;

    /**
     * @param fields cannot be changed while something is under way
     */
    Sending(Button deed, Node fields) {
        this.fields = fields;
        ProgressIndicator progress = new ProgressIndicator();
        Label working = new Label(Texts.text("start.working"));
        progress.visibleProperty().bind(busy);
        working.visibleProperty().bind(busy);
        buttons = DialogParts.buttons(progress, working, deed);
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Waits for an answer; what goes wrong is said. */
    <T> void run(Stage stage, CompletableFuture<T> command, Consumer<? super T> done) {
        DialogParts.say(failure, "");
        busy.set(true);
        fields.setDisable(true);
        FxRelay.after(
                command,
                answer -> {
                    over();
                    done.accept(answer);
                },
                error -> {
                    over();
                    DialogParts.say(failure, Sentences.of(error));
                    stage.sizeToScene();
                });
    }

    private void over() {
        busy.set(false);
        fields.setDisable(false);
    }
}
