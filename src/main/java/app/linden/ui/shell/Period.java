package app.linden.ui.shell;

import app.linden.ui.kit.CalendarView;

import java.time.LocalDate;

/**
 * What a window shows of time.
 *
 * @param first the first day shown
 * @param days how many
 * @param around the day that it is about: the month's or the week's
 */
record Period(Mode mode, LocalDate first, int days, LocalDate around) {
    /** A month is named after a day in its third week, wherever its first week begins. */
    private static final int THIRD_WEEK = 17;

    static Period of(Mode mode, CalendarView view, LocalDate around) {
        return new Period(mode, view.firstDay(around), view.days(), around);
    }

    /** Later or earlier by so many weeks, the rows of a month staying weeks. */
    Period scrolled(int weeks) {
        LocalDate moved = first.plusWeeks(weeks);
        return new Period(mode, moved, days, moved.plusDays(THIRD_WEEK));
    }

    LocalDate last() {
        return first.plusDays(days - 1L);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last());
    }
}
