package app.linden.layout;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * Six weeks of seven days on an area of so many pixels.
 *
 * @param first the first day shown
 * @param left where the first column begins
 * @param top where the first row begins
 * @param width of all columns together
 * @param height of all rows together
 */
public record MonthGrid(LocalDate first, double left, double top, double width, double height) {
    public static final int WEEKS = 6;
    public static final int DAYS = 7;

    /** The first day shown of a month: the start of the week in which it begins. */
    public static LocalDate firstDay(YearMonth month, DayOfWeek weekStart) {
        return month.atDay(1).with(TemporalAdjusters.previousOrSame(weekStart));
    }

    /** Columns begin at whole pixels, so that lines are sharp. */
    public double x(int column) {
        return left + Math.round(width * column / DAYS);
    }

    public double y(int row) {
        return top + Math.round(height * row / WEEKS);
    }

    public double columnWidth(int column) {
        return x(column + 1) - x(column);
    }

    public double rowHeight(int row) {
        return y(row + 1) - y(row);
    }

    public LocalDate day(int row, int column) {
        return first.plusDays((long) row * DAYS + column);
    }

    /** The day under a point; a point outside counts for the nearest one. */
    public LocalDate dayAt(double x, double y) {
        return day(index(y - top, height, WEEKS), index(x - left, width, DAYS));
    }

    private static int index(double offset, double size, int parts) {
        return (int) Math.clamp(Math.floor(offset / Math.max(1, size) * parts), 0, parts - 1);
    }
}
