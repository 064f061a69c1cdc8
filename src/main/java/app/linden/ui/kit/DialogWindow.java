package app.linden.ui.kit;

import app.linden.base.Subscription;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;

/** Makes windows that belong to another one, dressed like it. Lives on JavaFX's thread. */
public final class DialogWindow {
    private DialogWindow() {}

    /**
     * A window that must be answered before its owner goes on; Esc closes it.
     *
     * @param sheets resource names in {@code app/linden/ui}
     */
    public static Stage modal(
            @Nullable Window owner, Look look, String title, Parent content, String... sheets) {
        Stage stage = make(owner, look, title, content, sheets);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setResizable(false);
        return stage;
    }

    /** A window beside its owner; Esc closes it. */
    public static Stage make(
            @Nullable Window owner, Look look, String title, Parent content, String... sheets) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle(title);
        Scene scene = new Scene(content);
        Subscription dressed = look.dress(scene, sheets);
        stage.setScene(scene);
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> dressed.close());
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        e.consume();
                        stage.close();
                    }
                });
        return stage;
    }

    /** Shows a window over the middle of its owner, and wholly on the screen. */
    public static void showCentered(Stage stage) {
        Window owner = stage.getOwner();
        if (owner != null) {
            stage.setOnShown(e -> {
                double x = owner.getX() + (owner.getWidth() - stage.getWidth()) / 2;
                double y = owner.getY() + (owner.getHeight() - stage.getHeight()) / 2.5;
                Rectangle2D screen = screenOf(owner);
                stage.setX(within(x, screen.getMinX(), screen.getMaxX() - stage.getWidth()));
                stage.setY(within(y, screen.getMinY(), screen.getMaxY() - stage.getHeight()));
            });
        }
        stage.show();
    }

    private static Rectangle2D screenOf(Window owner) {
        return Screen.getScreensForRectangle(
                        owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
                .stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
    }

    /** The lower bound wins where there is no room between the two. */
    private static double within(double value, double low, double high) {
        return Math.max(low, Math.min(value, high));
    }
}
