package app.linden.ui.week;

import app.linden.ui.kit.Dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Which days a week view shows.
 *
 * @param count how many
 * @param step how many a page goes on
 */
public record Days(int count, int step) {
    public static final Days DAY = new Days(1, 1);
    public static final Days WEEK = new Days(7, 7);

    /** Monday to Friday. */
    public static final Days WORK_WEEK = new Days(5, 7);

    /** So many from any day on. */
    public static Days of(int count) {
        return new Days(count, count);
    }

    /** The first of those around a day. */
    LocalDate first(LocalDate around) {
        if (equals(WEEK)) {
            return Dates.weekOf(around);
        }
        return equals(WORK_WEEK) ? workWeekOf(around) : around;
    }

    /** On a weekend the one whose Monday is in the same week as the country counts. */
    private static LocalDate workWeekOf(LocalDate day) {
        return Dates.weekOf(day).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
}
