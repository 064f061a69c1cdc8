package app.linden.ui.kit;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;

import java.util.List;

/**
 * A small card that floats beside or beneath a node and goes away on a click elsewhere or on Esc.
 * Lives on JavaFX's thread.
 */
public final class CardPopup {
    private static final double GAP = 4;

    private final Popup popup = new Popup();
    private final StackPane card = new StackPane();
    private final Look look;

    /**
     * @param sheets resource names in {@code app/linden/ui}
     */
    public CardPopup(Look look, Node content, String... sheets) {
        this.look = look;
        card.getStyleClass().add("card-popup");
        card.getChildren().add(content);
        card.getStylesheets().add(Look.sheet("kit.css"));
        for (String sheet : sheets) {
            card.getStylesheets().add(Look.sheet(sheet));
        }
        popup.getContent().add(card);
        // The shadow is no part of what is aligned.
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /** For a list under a field: the keyboard stays with the field. */
    public CardPopup withoutFocus() {
        popup.setAutoFix(true);
        card.setFocusTraversable(false);
        popup.setHideOnEscape(false);
        popup.setConsumeAutoHidingEvents(false);
        return this;
    }

    public boolean isShowing() {
        return popup.isShowing();
    }

    public void hide() {
        popup.hide();
    }

    public void onHidden(Runnable act) {
        popup.setOnHidden(e -> act.run());
    }

    /** Beneath a node, aligned with its left edge; above it where there is no room. */
    public void showBeneath(Node anchor) {
        Bounds at = anchor.localToScreen(anchor.getLayoutBounds());
        Rectangle2D screen = screen(at);
        show(anchor, at.getMinX(), at.getMaxY() + GAP);
        double height = popup.getHeight();
        if (popup.getAnchorY() + height > screen.getMaxY()) {
            popup.setAnchorY(Math.max(screen.getMinY(), at.getMinY() - GAP - height));
        }
    }

    /** To the right of a node, or to its left where there is no room. */
    public void showBeside(Node anchor) {
        Bounds at = anchor.localToScreen(anchor.getLayoutBounds());
        Rectangle2D screen = screen(at);
        show(anchor, at.getMaxX() + GAP, at.getMinY());
        double width = popup.getWidth();
        if (at.getMaxX() + GAP + width > screen.getMaxX()) {
            double left = at.getMinX() - GAP - width;
            popup.setAnchorX(
                    left >= screen.getMinX()
                            ? left
                            : Math.max(screen.getMinX(), screen.getMaxX() - width));
        }
        popup.setAnchorY(
                Math.max(
                        screen.getMinY(),
                        Math.min(at.getMinY(), screen.getMaxY() - popup.getHeight())));
    }

    private void show(Node anchor, double x, double y) {
        card.getStyleClass().removeAll("light", "dark");
        card.getStyleClass().add(look.dark().get() ? "dark" : "light");
        look.paint(card);
        popup.show(anchor, x, y);
        card.applyCss();
        card.layout();
    }

    private static Rectangle2D screen(Bounds at) {
        Point2D middle = new Point2D(at.getCenterX(), at.getCenterY());
        List<Screen> screens = Screen.getScreensForRectangle(middle.getX(), middle.getY(), 1, 1);
        return (screens.isEmpty() ? Screen.getPrimary() : screens.getFirst()).getVisualBounds();
    }
}
