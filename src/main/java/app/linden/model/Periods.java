package app.linden.model;

import app.linden.model.RuleParts.Unit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The periods of a rule, numbered from 0 for that of the start, and only every interval-th of them
 * (jscalendarbis 3.3.3.1). A rule for each period without positions is the same whatever its
 * periods, so such a rule goes by months, which are fewer.
 */
final class Periods {
    /** The first second after the years that a calendar has, as wall time. */
    static final long END = WantedDays.END * PeriodSet.DAY;

    private final RuleParts parts;
    private final WantedDays days;
    final Unit unit;
    private final long interval;

    /** The period of the start: a year, a month since the year 0, a day, or a unit of seconds. */
    private final long first;

    Periods(RuleParts parts, LocalDateTime start) {
        this.parts = parts;
        days = new WantedDays(parts);
        boolean each = parts.interval == 1 && parts.positions.length == 0;
        unit = each && parts.unit.compareTo(Unit.MONTHLY) < 0 ? Unit.MONTHLY : parts.unit;
        interval = parts.interval;
        first = raw(start.toEpochSecond(ZoneOffset.UTC));
    }

    /** The number of the last of our periods that begins at or before this time. */
    long at(long time) {
        return Math.floorDiv(raw(time) - first, interval * step());
    }

    /** The first second of a period. */
    long begin(long number) {
        return begin(first, number);
    }

    /** The first second after a period. */
    long end(long number) {
        return begin(first + step(), number);
    }

    private long begin(long from, long number) {
        long at = from + number * interval * step();
        return switch (unit) {
            case YEARLY ->
                    at > 9999 ? END : LocalDate.of((int) at, 1, 1).toEpochDay() * PeriodSet.DAY;
            case MONTHLY -> at >= 120_000 ? END : firstDay(at) * PeriodSet.DAY;
            case WEEKLY, DAILY -> at * PeriodSet.DAY;
            default -> at * seconds();
        };
    }

    /** Fills the set with what the rule gives in a period, of days only those that are wanted. */
    void fill(PeriodSet set, long number) {
        set.clear();
        long at = first + number * interval * step();
        switch (unit) {
            case YEARLY -> days(set, days.year((int) at), 0, 366);
            case MONTHLY -> month(set, at);
            case WEEKLY -> {
                for (long day = at; day < at + 7; day++) {
                    if (days.has(day)) {
                        set.add(day);
                    }
                }
            }
            case DAILY -> {
                if (days.has(at)) {
                    set.add(at);
                }
            }
            default -> inADay(set, at * seconds());
        }
        set.close();
    }

    /**
     * The number of the first period after this one that can have something, given that this one
     * has nothing.
     */
    long after(long number) {
        if (unit == Unit.YEARLY || parts.skip == RuleParts.Skip.FORWARD) {
            return number + 1;
        }
        long wanted =
                unit.isWithinADay()
                        ? nextInADay(begin(number))
                        : days.next(end(number) / PeriodSet.DAY) * PeriodSet.DAY;
        return wanted >= END
                ? Long.MAX_VALUE
                : Math.max(number + 1, -Math.floorDiv(first - raw(wanted), interval * step()));
    }

    /** Whether each period is like every other, so that they can be counted without looking. */
    boolean allAlike() {
        boolean anyDay = parts.anyDate() && !parts.hasWeekdays();
        return switch (unit) {
            case YEARLY, MONTHLY -> false;
            case WEEKLY -> parts.anyDate();
            case DAILY -> anyDay;
            case HOURLY -> anyDay && parts.hours == 0;
            case MINUTELY -> anyDay && parts.hours == 0 && parts.minutes == 0;
            case SECONDLY -> anyDay && parts.hours == 0 && parts.minutes == 0 && parts.seconds == 0;
        };
    }

    private void days(PeriodSet set, WantedDays.OneYear year, int from, int to) {
        for (int d = year.next(from); d >= 0 && d < to; d = year.next(d + 1)) {
            set.add(year.first + d);
        }
    }

    private void month(PeriodSet set, long at) {
        WantedDays.OneYear year = days.year((int) (at / 12));
        int month = (int) (at % 12) + 1;
        int end = year.shape.monthStart[month];
        days(set, year, year.shape.monthStart[month - 1], end);
        if (parts.skip == RuleParts.Skip.FORWARD
                && days.missesDay(year.shape, month)
                && days.hasWeekday(year.first + end)) {
            set.add(year.first + end);
        }
    }

    private void inADay(PeriodSet set, long time) {
        int second = (int) Math.floorMod(time, PeriodSet.DAY);
        long day = Math.floorDiv(time, PeriodSet.DAY);
        int hour = second / 3600;
        int minute = second / 60 % 60;
        if (!days.has(day)
                || !has(parts.hours, hour)
                || unit != Unit.HOURLY && !has(parts.minutes, minute)
                || unit == Unit.SECONDLY && !has(parts.seconds, second % 60)) {
            return;
        }
        set.add(day);
        set.grid.onlyHour(hour);
        if (unit != Unit.HOURLY) {
            set.grid.onlyMinute(minute);
        }
        if (unit == Unit.SECONDLY) {
            set.grid.onlySecond(second % 60);
        }
    }

    /** Past what is in the way at this time: the day, the hour, the minute or the second. */
    private long nextInADay(long time) {
        long day = Math.floorDiv(time, PeriodSet.DAY);
        int second = (int) Math.floorMod(time, PeriodSet.DAY);
        int hour = second / 3600;
        int minute = second / 60 % 60;
        long midnight = day * PeriodSet.DAY;
        if (!days.has(day)) {
            return days.next(day + 1) * PeriodSet.DAY;
        }
        if (!has(parts.hours, hour)) {
            return midnight + next(parts.hours, hour, 24) * 3600L;
        }
        if (unit == Unit.HOURLY || has(parts.minutes, minute) && unit == Unit.MINUTELY) {
            return time + seconds();
        }
        if (!has(parts.minutes, minute)) {
            return midnight + hour * 3600L + next(parts.minutes, minute, 60) * 60L;
        }
        return midnight + hour * 3600L + minute * 60L + next(parts.seconds, second % 60, 60);
    }

    private static boolean has(long bits, int n) {
        return bits == 0 || (bits & 1L << n) != 0;
    }

    private static int next(long bits, int n, int end) {
        long later = bits & -1L << n & ~(1L << n);
        return later == 0 ? end : Math.min(end, Long.numberOfTrailingZeros(later));
    }

    private long raw(long time) {
        long day = Math.floorDiv(time, PeriodSet.DAY);
        return switch (unit) {
            case YEARLY -> LocalDate.ofEpochDay(day).getYear();
            case MONTHLY ->
                    LocalDate.ofEpochDay(day).getYear() * 12L
                            + LocalDate.ofEpochDay(day).getMonthValue()
                            - 1;
            case WEEKLY -> day - Math.floorMod(YearShape.weekday(day) - parts.weekStart, 7);
            case DAILY -> day;
            default -> Math.floorDiv(time, seconds());
        };
    }

    private long firstDay(long month) {
        return LocalDate.of((int) (month / 12), (int) (month % 12) + 1, 1).toEpochDay();
    }

    /** What is between the beginnings of two periods, in the measure of {@link #raw}. */
    private int step() {
        return unit == Unit.WEEKLY ? 7 : 1;
    }

    private long seconds() {
        return switch (unit) {
            case HOURLY -> 3600;
            case MINUTELY -> 60;
            default -> 1;
        };
    }
}
