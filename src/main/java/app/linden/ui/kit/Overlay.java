package app.linden.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/**
 * A panel over the window, one at a time, that goes away on Esc or on a click beside it; the
 * keyboard then goes back to where it was. Lives on JavaFX's thread.
 */
public final class Overlay extends StackPane {
    private @Nullable Node before;

    public Overlay() {
        getStyleClass().add("overlay");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                e -> {
                    if (e.getTarget() == this) {
                        hide();
                        e.consume();
                    }
                });
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        hide();
                        e.consume();
                    }
                });
    }

    /**
     * Shows a panel in place of one that is open.
     *
     * @param first what gets the keyboard
     */
    public void show(Region panel, Node first) {
        if (!isVisible()) {
            before = getScene().getFocusOwner();
        }
        panel.getStyleClass().removeAll("overlay-panel");
        panel.getStyleClass().add("overlay-panel");
        panel.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(panel);
        setVisible(true);
        first.requestFocus();
    }

    /** Whether this panel is open. */
    public boolean shows(Region panel) {
        return isVisible() && getChildren().contains(panel);
    }

    public void hide() {
        if (isVisible()) {
            setVisible(false);
            getChildren().clear();
            Node back = before;
            before = null;
            if (back != null) {
                back.requestFocus();
            }
        }
    }
}
