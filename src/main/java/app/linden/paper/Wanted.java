package app.linden.paper;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * What is to be printed.
 *
 * @param from a day of the first month or week, or the first day of an agenda
 * @param to a day of the last one, or the last day of an agenda
 * @param gray without colours
 */
public record Wanted(
        View view, LocalDate from, LocalDate to, PaperSize paper, boolean landscape, boolean gray) {
    /** How the days are laid out. */
    public enum View {
        MONTH,
        WEEK,
        AGENDA;

        /** Whether it looks better on paper that lies. */
        public boolean lies() {
            return this != AGENDA;
        }
    }

    /** No more days than these make a book that anybody wants. */
    public static final int LONGEST_DAYS = 1_100;

    public Wanted {
        if (to.isBefore(from)) {
            to = from;
        }
        LocalDate last = from.plusDays(LONGEST_DAYS);
        if (to.isAfter(last)) {
            to = last;
        }
    }

    /** The first day of which something is shown. */
    public LocalDate first(DayOfWeek weekStart) {
        return switch (view) {
            case MONTH -> weekOf(YearMonth.from(from).atDay(1), weekStart);
            case WEEK -> weekOf(from, weekStart);
            case AGENDA -> from;
        };
    }

    /** The day after the last of which something is shown. */
    public LocalDate after(DayOfWeek weekStart) {
        return switch (view) {
            case MONTH -> weekOf(YearMonth.from(to).atEndOfMonth(), weekStart).plusDays(7);
            case WEEK -> weekOf(to, weekStart).plusDays(7);
            case AGENDA -> to.plusDays(1);
        };
    }

    static LocalDate weekOf(LocalDate day, DayOfWeek weekStart) {
        return day.with(TemporalAdjusters.previousOrSame(weekStart));
    }

    double width() {
        return landscape ? paper.height() : paper.width();
    }

    double height() {
        return landscape ? paper.width() : paper.height();
    }
}
