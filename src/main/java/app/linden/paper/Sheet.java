package app.linden.paper;

import java.util.ArrayList;
import java.util.List;

/** A page that is being drawn. */
final class Sheet {
    static final double MARGIN = 36;

    private final double width;
    private final double height;
    private final List<Shape> shapes = new ArrayList<>();

    Sheet(Wanted wanted) {
        this.width = wanted.width();
        this.height = wanted.height();
    }

    double right() {
        return width - MARGIN;
    }

    /** Of what is not margin or foot. */
    double bottom() {
        return height - MARGIN - 14;
    }

    /** Where the foot's text stands. */
    double foot() {
        return height - MARGIN + 2;
    }

    Page page() {
        return new Page(width, height, shapes);
    }

    /**
     * A line of text.
     *
     * @return its width
     */
    double text(String text, double x, double y, double size, Face face, int color) {
        if (!text.isEmpty()) {
            shapes.add(new Shape.Words(text, x, y, size, face, color));
        }
        return Type.width(text, face, size);
    }

    /** A line of text, cut where there is no room. */
    double cut(String text, double x, double y, double room, double size, Face face, int color) {
        return text(Type.fit(text, face, size, room), x, y, size, face, color);
    }

    /** A line of text that ends at {@code right}. */
    void textTo(String text, double right, double y, double size, Face face, int color) {
        text(text, right - Type.width(text, face, size), y, size, face, color);
    }

    void centered(String text, double middle, double y, double size, Face face, int color) {
        text(text, middle - Type.width(text, face, size) / 2, y, size, face, color);
    }

    void box(double x, double y, double width, double height, double radius, int fill) {
        shapes.add(new Shape.Box(x, y, width, height, radius, fill, Shape.NONE));
    }

    void dashed(double x, double y, double width, double height, double radius, int stroke) {
        shapes.add(new Shape.Box(x, y, width, height, radius, Ink.WHITE, stroke));
    }

    void dot(double x, double middle, double size, int fill) {
        box(x, middle - size / 2, size, size, size / 2, fill);
    }

    void across(double x1, double x2, double y, double thick, int color) {
        shapes.add(new Shape.Line(x1, y, x2, y, thick, color));
    }

    void down(double x, double y1, double y2, double thick, int color) {
        shapes.add(new Shape.Line(x, y1, x, y2, thick, color));
    }
}
