package app.linden.model;

import java.time.Year;

/**
 * The days of a year as sets of bits, bit 0 for the first of January. There are fourteen shapes: by
 * the day of the week on which the year begins, and leap years.
 */
final class YearShape {
    /** Words in a set of a year's days. */
    static final int WORDS = 6;

    private static final YearShape[] SHAPES = new YearShape[14];
    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    static {
        for (int i = 0; i < SHAPES.length; i++) {
            SHAPES[i] = new YearShape(i >= 7, i % 7);
        }
    }

    final int length;
    final int firstWeekday;

    /** Where months begin, 0 for January; the thirteenth is the end of the year. */
    final int[] monthStart = new int[13];

    final long[][] month = new long[13][WORDS];
    final long[][] monthDay = new long[32][WORDS];
    final long[][] monthDayFromEnd = new long[32][WORDS];
    final long[][] weekday = new long[7][WORDS];

    /** The days of which there are n - 1 of the same weekday before (after) them in the month. */
    final long[][] nth = new long[6][WORDS];

    final long[][] nthFromEnd = new long[6][WORDS];

    private YearShape(boolean leap, int firstWeekday) {
        this.firstWeekday = firstWeekday;
        int day = 0;
        for (int m = 1; m <= 12; m++) {
            int days = m == 2 && leap ? 29 : LENGTHS[m - 1];
            monthStart[m - 1] = day;
            for (int d = 1; d <= days; d++, day++) {
                set(month[m], day);
                set(monthDay[d], day);
                set(monthDayFromEnd[days - d + 1], day);
                set(weekday[(firstWeekday + day) % 7], day);
                set(nth[(d - 1) / 7 + 1], day);
                set(nthFromEnd[(days - d) / 7 + 1], day);
            }
        }
        monthStart[12] = day;
        length = day;
    }

    /**
     * The shape of a year.
     *
     * @param firstDay its first of January as an epoch day
     */
    static YearShape of(int year, long firstDay) {
        return SHAPES[(Year.isLeap(year) ? 7 : 0) + weekday(firstDay)];
    }

    /** 0 for Monday. */
    static int weekday(long epochDay) {
        return (int) Math.floorMod(epochDay + 3, 7L);
    }

    static void set(long[] bits, int day) {
        bits[day >> 6] |= 1L << day;
    }
}
