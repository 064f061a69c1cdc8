package app.linden.ui.quick;

import app.linden.words.Understood.Kind;
import app.linden.words.Understood.Mark;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A field of text with a ground behind the pieces that are understood. Lives on JavaFX's thread.
 */
final class MarkedField extends StackPane {
    private static final double AROUND = 2;

    private final TextField field = new TextField();
    private final Pane grounds = new Pane();
    private final List<Region> pool = new ArrayList<>();
    private List<Mark> marks = List.of();

    MarkedField(String prompt) {
        setAlignment(Pos.CENTER_LEFT);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("quick-field");
        grounds.setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(grounds.widthProperty());
        clip.heightProperty().bind(grounds.heightProperty());
        grounds.setClip(clip);
        getChildren().setAll(grounds, field);
        field.caretPositionProperty().addListener(o -> requestLayout());
        setPadding(Insets.EMPTY);
    }

    TextField field() {
        return field;
    }

    void mark(List<Mark> next) {
        marks = next;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        field.layout();
        int used = 0;
        if (field.getSkin() instanceof TextFieldSkin skin) {
            for (Mark mark : marks) {
                if (mark.end() <= field.getLength()) {
                    place(ground(used++), skin, mark);
                }
            }
        }
        for (int i = 0; i < pool.size(); i++) {
            pool.get(i).setVisible(i < used);
        }
    }

    private Region ground(int index) {
        if (index == pool.size()) {
            Region ground = new Region();
            ground.setManaged(false);
            pool.add(ground);
            grounds.getChildren().add(ground);
        }
        return pool.get(index);
    }

    private void place(Region ground, TextFieldSkin skin, Mark mark) {
        Rectangle2D first = skin.getCharacterBounds(mark.start());
        Rectangle2D last = skin.getCharacterBounds(mark.end() - 1);
        double left = Math.min(first.getMinX(), last.getMinX());
        double right = Math.max(first.getMaxX(), last.getMaxX());
        ground.getStyleClass().setAll("quick-mark", style(mark.kind()));
        double height = Math.max(18, first.getHeight());
        double y = (getHeight() - height) / 2;
        ground.resizeRelocate(left - AROUND, y, right - left + 2 * AROUND, height);
    }

    static String style(Kind kind) {
        return "quick-" + kind.name().toLowerCase(Locale.ROOT);
    }
}
