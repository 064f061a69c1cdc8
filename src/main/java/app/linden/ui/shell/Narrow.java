package app.linden.ui.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;

/**
 * Puts the sidebar away when a window becomes too narrow for it, and brings it back with the room;
 * in between the person's own choice stands. Lives on the JavaFX thread.
 */
final class Narrow {
    /** The bar with all its words and the sidebar's days need as much, in pixels. */
    private static final double ROOM = 960;

    private final BorderPane root;
    private final Node sidebar;
    private boolean putAway;

    private Narrow(BorderPane root, Node sidebar) {
        this.root = root;
        this.sidebar = sidebar;
    }

    static void watch(Scene scene, BorderPane root, Node sidebar) {
        Narrow narrow = new Narrow(root, sidebar);
        scene.widthProperty()
                .addListener((o, before, now) ->
                        narrow.resized(before.doubleValue(), now.doubleValue()));
    }

    private void resized(double before, double now) {
        boolean was = before > 0 && before < ROOM;
        boolean is = now < ROOM;
        if (is && !was && root.getLeft() != null) {
            root.setLeft(null);
            putAway = true;
        } else if (!is && was && putAway) {
            root.setLeft(sidebar);
            putAway = false;
        }
    }
}
