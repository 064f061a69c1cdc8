package app.linden.ical;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A yearly transition between two offsets as RECUR, at wall time before it (RFC 5545, 3.6.5). */
final class YearlyOnset {
    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

    private YearlyOnset() {}

    /** The rule, null for one that RECUR cannot say. */
    static @Nullable String of(ZoneOffsetTransitionRule rule) {
        // A rule may be given in UTC, so that the wall time is on the day before or after it.
        int shift = shift(rule, 2031);
        for (int year = 2032; year < 2060; year++) {
            if (shift(rule, year) != shift) {
                return null;
            }
        }
        Month month = rule.getMonth();
        int day = rule.getDayOfMonthIndicator();
        DayOfWeek weekday = rule.getDayOfWeek();
        int length = month.minLength();
        String text = "FREQ=YEARLY;BYMONTH=" + month.getValue();
        if (weekday == null) {
            int on = day + shift;
            return day > 0 && on >= 1 && on <= length ? text + ";BYMONTHDAY=" + on : null;
        }
        String byDay = ";BYDAY=";
        String name = DAYS[weekday.plus(shift).getValue() - 1];
        if (day == -1 && shift == 0) {
            return text + byDay + "-1" + name;
        }
        boolean fixed = month.minLength() == month.maxLength();
        int from = day == -1 && fixed ? length - 6 : day;
        int first = from + shift;
        if (from < 1 || first < 1 || first + 6 > length) {
            return null;
        }
        if (first % 7 == 1) {
            return text + byDay + (first / 7 + 1) + name;
        }
        String days =
                IntStream.rangeClosed(first, first + 6)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));
        return text + ";BYMONTHDAY=" + days + byDay + name;
    }

    private static int shift(ZoneOffsetTransitionRule rule, int year) {
        LocalDate wall = rule.createTransition(year).getDateTimeBefore().toLocalDate();
        return (int) ChronoUnit.DAYS.between(nominal(rule, year), wall);
    }

    private static LocalDate nominal(ZoneOffsetTransitionRule rule, int year) {
        int day = rule.getDayOfMonthIndicator();
        LocalDate first = LocalDate.of(year, rule.getMonth(), 1);
        DayOfWeek weekday = rule.getDayOfWeek();
        if (day < 0) {
            LocalDate last = first.plusDays(first.lengthOfMonth() + day);
            return weekday == null ? last : last.with(TemporalAdjusters.previousOrSame(weekday));
        }
        LocalDate date = first.withDayOfMonth(day);
        return weekday == null ? date : date.with(TemporalAdjusters.nextOrSame(weekday));
    }
}
