package app.linden.paper;

/**
 * What is drawn on a page, in points (1/72 inch) from its upper left corner; colours are {@code
 * 0xRRGGBB}.
 */
public sealed interface Shape {
    /** What is not filled or has no outline. */
    int NONE = -1;

    /**
     * A rectangle.
     *
     * @param radius of its corners
     * @param fill {@link #NONE} for none
     * @param stroke colour of a dashed outline of half a point, {@link #NONE} for none
     */
    record Box(double x, double y, double width, double height, double radius, int fill, int stroke)
            implements Shape {}

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, double width, int color)
            implements Shape {}

    /**
     * A line of text, in the order in which it is read.
     *
     * @param x where it begins at the left
     * @param y of the line on which the letters stand
     * @param size of the type in points
     */
    record Words(String text, double x, double y, double size, Face face, int color)
            implements Shape {}
}
