package app.linden.ui.paper;

import app.linden.base.Problem;
import app.linden.paper.Face;
import app.linden.paper.Page;
import app.linden.paper.Shape;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;

/** A page of shapes as nodes, for the screen and for a printer. Lives on JavaFX's thread. */
final class Drawing {
    private static final Map<Face, String> NAMES = new EnumMap<>(Face.class);

    private Drawing() {}

    /** The page at its own size, on white. */
    static Group of(Page page) {
        Rectangle paper = new Rectangle(page.width(), page.height(), Color.WHITE);
        Group group = new Group(paper);
        for (Shape shape : page.shapes()) {
            group.getChildren().add(node(shape));
        }
        return group;
    }

    private static Node node(Shape shape) {
        return switch (shape) {
            case Shape.Box b -> box(b);
            case Shape.Line l -> line(l);
            case Shape.Words w -> words(w);
        };
    }

    private static Node box(Shape.Box b) {
        Rectangle box = new Rectangle(b.x(), b.y(), b.width(), b.height());
        box.setArcWidth(2 * b.radius());
        box.setArcHeight(2 * b.radius());
        box.setFill(color(b.fill()));
        if (b.stroke() != Shape.NONE) {
            box.setStroke(color(b.stroke()));
            box.setStrokeWidth(0.5);
            box.getStrokeDashArray().setAll(2.0, 1.5);
        }
        return box;
    }

    private static Node line(Shape.Line l) {
        Line line = new Line(l.x1(), l.y1(), l.x2(), l.y2());
        line.setStroke(color(l.color()));
        line.setStrokeWidth(l.width());
        return line;
    }

    private static Node words(Shape.Words w) {
        Text text = new Text(w.x(), w.y(), w.text());
        text.setTextOrigin(VPos.BASELINE);
        text.setFont(new Font(name(w.face()), w.size()));
        text.setFill(color(w.color()));
        return text;
    }

    private static Color color(int rgb) {
        return rgb == Shape.NONE
                ? Color.TRANSPARENT
                : Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** What JavaFX calls the font, which is given to it once. */
    private static String name(Face face) {
        return NAMES.computeIfAbsent(
                face,
                f -> {
                    try (InputStream in = f.open()) {
                        Font font = Font.loadFont(in, 12);
                        return font == null ? Font.getDefault().getName() : font.getName();
                    } catch (IOException e) {
                        throw new Problem(
                                Problem.Kind.OUR_BUG, "Linden's fonts cannot be read.", e);
                    }
                });
    }
}
