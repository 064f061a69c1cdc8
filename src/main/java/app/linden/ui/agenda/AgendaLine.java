package app.linden.ui.agenda;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;

/**
 * A row in which not all give way alike where it is narrow: what was added first does so first,
 * down to nothing. Lives on JavaFX's thread.
 */
final class AgendaLine extends HBox {
    /** Less than this of a text says nothing. */
    private static final double LEAST = 28;

    /** What gives way, and how wide it is at most. */
    private record Yielding(Region node, double most) {
        double full() {
            return Math.min(most, node.prefWidth(-1));
        }
    }

    private final List<Yielding> yielding = new ArrayList<>();

    AgendaLine() {
        getStyleClass().add("agenda-row");
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Gives way after those that were told of earlier. */
    void givesWay(Region node, double most) {
        yielding.add(new Yielding(node, most));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double wanted = -getSpacing();
        for (Node child : getManagedChildren()) {
            wanted += child.prefWidth(-1) + getSpacing();
        }
        for (Yielding y : yielding) {
            wanted -= y.node.prefWidth(-1) - y.full();
        }
        double over = wanted - (getWidth() - snappedLeftInset() - snappedRightInset());
        for (Yielding y : yielding) {
            Region node = y.node;
            double full = y.full();
            double left = Math.max(0, full - Math.max(0, over));
            if (left < Math.min(LEAST, full)) {
                left = 0;
            }
            over -= full - left;
            node.setMinWidth(left);
            node.setMaxWidth(left);
            node.setVisible(left > 0);
        }
        super.layoutChildren();
    }
}
