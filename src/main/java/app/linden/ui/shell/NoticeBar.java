package app.linden.ui.shell;

import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

/** One sentence at the lower edge that goes away by itself. Lives on JavaFX's thread. */
final class NoticeBar extends HBox {
    private static final double WIDEST = 520;
    private static final Duration SHOWN = Duration.seconds(8);

    private final Label sentence = new Label();
    private final Button act = new Button();
    private final PauseTransition leaving = new PauseTransition(SHOWN);

    NoticeBar() {
        getStyleClass().add("notice");
        sentence.setWrapText(true);
        sentence.setMaxWidth(WIDEST);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        act.getStyleClass().addAll("flat", "notice-act");
        act.setMinWidth(Region.USE_PREF_SIZE);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        sentence,
                        act,
                        Icons.button(Feather.X, Texts.text("action.close"), this::disappear));
        leaving.setOnFinished(e -> disappear());
        disappear();
    }

    void tell(String text) {
        show(text);
        act.setVisible(false);
        act.setManaged(false);
    }

    /** Tells something with a button that does something about it. */
    void tell(String text, String name, Runnable action) {
        show(text);
        act.setText(name);
        act.setOnAction(e -> {
            disappear();
            action.run();
        });
        act.setVisible(true);
        act.setManaged(true);
    }

    private void show(String text) {
        sentence.setText(text);
        setVisible(true);
        leaving.playFromStart();
    }

    /** Tells what went wrong in its one sentence. */
    void tell(Throwable problem) {
        tell(Sentences.of(problem));
    }

    private void disappear() {
        setVisible(false);
        leaving.stop();
    }
}
