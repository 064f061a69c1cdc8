package app.linden.model;

import java.time.LocalDate;

/**
 * The days that a rule wants, by all its parts that speak of days: for each year a set of bits,
 * made when it is asked for. Days are epoch days of the years 0 to 9999.
 */
final class WantedDays {
    static final long END = LocalDate.of(10_000, 1, 1).toEpochDay();

    private final RuleParts parts;
    private final OneYear[] recent = {new OneYear(), new OneYear()};
    private OneYear last = recent[0];

    WantedDays(RuleParts parts) {
        this.parts = parts;
    }

    /** A year and its wanted days. */
    static final class OneYear {
        int year = Integer.MIN_VALUE;
        long first;
        YearShape shape = YearShape.of(2000, 0);
        final long[] bits = new long[YearShape.WORDS];

        boolean has(int dayOfYear) {
            return (bits[dayOfYear >> 6] & 1L << dayOfYear) != 0;
        }

        /** The first wanted day from this one on, or -1. */
        int next(int dayOfYear) {
            int word = dayOfYear >> 6;
            if (word >= YearShape.WORDS) {
                return -1;
            }
            long rest = bits[word] & -1L << dayOfYear;
            while (rest == 0) {
                if (++word == YearShape.WORDS) {
                    return -1;
                }
                rest = bits[word];
            }
            return (word << 6) + Long.numberOfTrailingZeros(rest);
        }
    }

    OneYear year(int year) {
        OneYear kept = recent[year & 1];
        if (kept.year != year) {
            fill(kept, year);
        }
        last = kept;
        return kept;
    }

    OneYear yearOf(long day) {
        OneYear kept = last;
        if (kept.year != Integer.MIN_VALUE
                && day >= kept.first
                && day < kept.first + kept.shape.length) {
            return kept;
        }
        return year(LocalDate.ofEpochDay(day).getYear());
    }

    boolean has(long day) {
        OneYear year = yearOf(day);
        return year.has((int) (day - year.first));
    }

    /** The first wanted day from this one on, {@link #END} when there is none. */
    long next(long day) {
        if (day >= END) {
            return END;
        }
        OneYear year = yearOf(day);
        int from = (int) (day - year.first);
        while (true) {
            int found = year.next(from);
            if (found >= 0) {
                return year.first + found;
            }
            if (year.year >= 9999) {
                return END;
            }
            year = year(year.year + 1);
            from = 0;
        }
    }

    private void fill(OneYear into, int year) {
        into.year = year;
        into.first = LocalDate.of(year, 1, 1).toEpochDay();
        into.shape = YearShape.of(year, into.first);
        YearShape shape = into.shape;
        long[] bits = into.bits;
        java.util.Arrays.fill(bits, -1L);
        bits[YearShape.WORDS - 1] = -1L >>> 64 * YearShape.WORDS - shape.length;
        if (parts.months != 0) {
            and(bits, union(new long[YearShape.WORDS], parts.months, shape.month));
        }
        if (parts.hasWeeks()) {
            and(bits, WeekNumbers.days(parts, year, shape));
        }
        if (parts.yearDays.length > 0) {
            and(bits, yearDays(shape));
        }
        if (parts.hasMonthDays()) {
            monthDays(bits, shape);
        }
        if (parts.hasWeekdays()) {
            and(bits, weekdays(shape));
        }
    }

    private long[] yearDays(YearShape shape) {
        long[] days = new long[YearShape.WORDS];
        for (int n : parts.yearDays) {
            int day = n > 0 ? n - 1 : shape.length + n;
            if (day >= 0 && day < shape.length) {
                YearShape.set(days, day);
            }
        }
        return days;
    }

    private void monthDays(long[] bits, YearShape shape) {
        long[] days = union(new long[YearShape.WORDS], parts.monthDays, shape.monthDay);
        and(bits, union(days, parts.monthDaysFromEnd, shape.monthDayFromEnd));
        if (!parts.movesMissingDays()) {
            return;
        }
        for (int m = 1; m <= 12; m++) {
            if (missesDay(shape, m)) {
                if (parts.skip == RuleParts.Skip.BACKWARD) {
                    YearShape.set(bits, shape.monthStart[m] - 1);
                } else if (parts.unit == RuleParts.Unit.YEARLY) {
                    // December has all 31 days, so this is in the same year.
                    YearShape.set(bits, shape.monthStart[m]);
                }
            }
        }
    }

    /** Whether a day is wanted of this month (1 to 12) that it does not have. */
    boolean missesDay(YearShape shape, int month) {
        int length = shape.monthStart[month] - shape.monthStart[month - 1];
        return parts.movesMissingDays()
                && (parts.months == 0 || (parts.months & 1L << month) != 0)
                && parts.monthDays >>> length + 1 != 0;
    }

    /** Whether the part for days of the week, if there is one, wants this day. */
    boolean hasWeekday(long day) {
        OneYear year = yearOf(day);
        int dayOfYear = (int) (day - year.first);
        return !parts.hasWeekdays()
                || (weekdays(year.shape)[dayOfYear >> 6] & 1L << dayOfYear) != 0;
    }

    private long[] weekdays(YearShape shape) {
        long[] days = union(new long[YearShape.WORDS], parts.weekdays, shape.weekday);
        // RFC 5545, 3.3.10, note 2: of the month also where a yearly rule names months.
        boolean ofMonth = parts.unit == RuleParts.Unit.MONTHLY || parts.months != 0;
        for (RuleParts.Nth nth : parts.nths) {
            if (ofMonth) {
                int n = Math.abs(nth.n());
                long[] which =
                        nth.n() > 0 ? shape.nth[n > 5 ? 0 : n] : shape.nthFromEnd[n > 5 ? 0 : n];
                for (int w = 0; w < YearShape.WORDS; w++) {
                    days[w] |= which[w] & shape.weekday[nth.day()][w];
                }
            } else {
                int first = Math.floorMod(nth.day() - shape.firstWeekday, 7);
                int last = first + (shape.length - 1 - first) / 7 * 7;
                long day = nth.n() > 0 ? first + 7L * (nth.n() - 1) : last + 7L * (nth.n() + 1);
                if (day >= 0 && day < shape.length) {
                    YearShape.set(days, (int) day);
                }
            }
        }
        return days;
    }

    private static long[] union(long[] into, long which, long[][] sets) {
        for (long rest = which; rest != 0; rest &= rest - 1) {
            long[] set = sets[Long.numberOfTrailingZeros(rest)];
            for (int w = 0; w < YearShape.WORDS; w++) {
                into[w] |= set[w];
            }
        }
        return into;
    }

    private static void and(long[] bits, long[] other) {
        for (int w = 0; w < YearShape.WORDS; w++) {
            bits[w] &= other[w];
        }
    }
}
