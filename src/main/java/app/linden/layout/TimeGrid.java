package app.linden.layout;

import java.time.LocalDate;

/**
 * Days side by side over 24 hours, on an area of so many pixels.
 *
 * @param first the first day shown
 * @param left where the first day's column begins
 * @param width of all columns together
 * @param hourHeight pixels of an hour
 */
public record TimeGrid(LocalDate first, int days, double left, double width, double hourHeight) {
    public double x(int column) {
        return left + Math.round(width * column / days);
    }

    public double columnWidth(int column) {
        return x(column + 1) - x(column);
    }

    /** Pixels from midnight to a minute of the wall clock. */
    public double y(int minute) {
        return Math.round(minute * hourHeight / 60);
    }

    public double height() {
        return 24 * hourHeight;
    }

    /** The time under a point; a point outside counts for the nearest. */
    public Pointer at(double x, double y) {
        int minute = (int) Math.clamp(Math.floor(y * 60 / hourHeight), 0, DayColumn.MINUTES - 1);
        return new Pointer(dayAt(x), minute);
    }

    public LocalDate dayAt(double x) {
        double column = Math.floor((x - left) / Math.max(1, width) * days);
        return first.plusDays((long) Math.clamp(column, 0, days - 1));
    }
}
