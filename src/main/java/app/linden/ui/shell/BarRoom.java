package app.linden.ui.shell;

import app.linden.ui.kit.Texts;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * What of the bar gives way where the window is narrow: first the sentence about sync, then the
 * word of the button for new events, last the title. Lives on JavaFX's thread.
 */
final class BarRoom {
    private static final double NARROW = 960;
    private static final double MARGIN = 24;

    /** The sign before the sentence about sync. */
    private static final double SIGN = 28;

    private final HBox bar;
    private final Label title;
    private final Node sync;
    private final Button create;

    BarRoom(HBox bar, Label title, Node sync, Button create) {
        this.bar = bar;
        this.title = title;
        this.sync = sync;
        this.create = create;
        // Not the bar's own width: that is never less than what stands in it.
        bar.sceneProperty().flatMap(Scene::widthProperty).subscribe(width -> share());
        title.textProperty().subscribe(words -> share());
        if (sync instanceof Labeled label) {
            label.textProperty().subscribe(words -> share());
        }
    }

    private void share() {
        Scene scene = bar.getScene();
        if (scene == null) {
            return;
        }
        boolean narrow = scene.getWidth() < NARROW;
        bar.pseudoClassStateChanged(Bar.NARROW, narrow);
        title.setMinWidth(narrow ? 0 : Region.USE_PREF_SIZE);
        create.setText(narrow ? null : Texts.text("bar.new"));
        if (sync instanceof Labeled label) {
            bar.applyCss();
            double around = label.snappedLeftInset() + label.snappedRightInset();
            double wanted = MARGIN + SIGN + around + words(label);
            for (Node child : bar.getChildren()) {
                wanted += bar.getSpacing() + (child.equals(sync) ? 0 : child.prefWidth(-1));
            }
            label.setContentDisplay(
                    narrow || wanted > scene.getWidth()
                            ? ContentDisplay.GRAPHIC_ONLY
                            : ContentDisplay.LEFT);
        }
    }

    private static double words(Labeled label) {
        Text text = new Text(label.getText());
        text.setFont(label.getFont());
        return text.getLayoutBounds().getWidth();
    }
}
