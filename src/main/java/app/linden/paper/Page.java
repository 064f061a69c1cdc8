package app.linden.paper;

import java.util.List;

/**
 * One page, as large as its paper in points, with what is drawn on it from the back to the front.
 */
public record Page(double width, double height, List<Shape> shapes) {
    public Page {
        shapes = List.copyOf(shapes);
    }
}
