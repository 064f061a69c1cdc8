package app.linden.words;

import app.linden.model.Rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * How something repeats.
 *
 * @param days on which days of the week, empty where that follows from the start
 * @param nth of a monthly one the first, second ... or (-1) last of the one day in the month; 0 for
 *     none
 * @param monthDay of a monthly one the day of the month, 0 where that follows from the start
 */
record Repeat(Rule.Frequency frequency, int interval, List<DayOfWeek> days, int nth, int monthDay) {
    static final List<DayOfWeek> WORKING_DAYS =
            List.of(
                    DayOfWeek.MONDAY,
                    DayOfWeek.TUESDAY,
                    DayOfWeek.WEDNESDAY,
                    DayOfWeek.THURSDAY,
                    DayOfWeek.FRIDAY);
    static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    static Repeat every(int interval, Rule.Frequency frequency) {
        return new Repeat(frequency, interval, List.of(), 0, 0);
    }

    static Repeat weekly(int interval, List<DayOfWeek> days) {
        return new Repeat(
                Rule.Frequency.WEEKLY, interval, days.stream().distinct().sorted().toList(), 0, 0);
    }

    static Repeat monthly(int nth, DayOfWeek day) {
        return new Repeat(Rule.Frequency.MONTHLY, 1, List.of(day), nth, 0);
    }

    static Repeat monthly(int interval, int monthDay) {
        return new Repeat(Rule.Frequency.MONTHLY, interval, List.of(), 0, monthDay);
    }

    Rule rule() {
        Rule rule = Rule.every(interval, frequency);
        if (nth != 0) {
            return rule.onNth(nth, days.getFirst());
        }
        return days.isEmpty() ? rule : rule.on(days);
    }

    /** The first day from {@code day} on. */
    LocalDate first(LocalDate day) {
        if (nth != 0) {
            for (int months = 0; months < 13; months++) {
                LocalDate month = day.withDayOfMonth(1).plusMonths(months);
                LocalDate on = month.with(TemporalAdjusters.dayOfWeekInMonth(nth, days.getFirst()));
                if (on.getMonth() == month.getMonth() && !on.isBefore(day)) {
                    return on;
                }
            }
        }
        if (monthDay != 0) {
            LocalDate on = Draft.dayOfMonth(day, monthDay);
            return on == null ? day : on;
        }
        if (days.isEmpty()) {
            return day;
        }
        LocalDate on = day;
        while (!days.contains(on.getDayOfWeek())) {
            on = on.plusDays(1);
        }
        return on;
    }
}
