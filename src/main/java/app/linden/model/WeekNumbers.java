package app.linden.model;

import java.time.Year;

/**
 * The days of a calendar year that lie in certain weeks. Week one is the first with four days in
 * the year (RFC 5545, 3.3.10, after ISO 8601), so the first and the last days of a year can be in
 * weeks of its neighbours.
 */
final class WeekNumbers {
    private WeekNumbers() {}

    static long[] days(RuleParts parts, int year, YearShape shape) {
        long[] days = new long[YearShape.WORDS];
        int intoWeek = Math.floorMod(shape.firstWeekday - parts.weekStart, 7);
        int first = firstWeek(intoWeek);
        int weeks = weeks(intoWeek, shape.length);
        if (first > 0) {
            int before = Year.isLeap(year - 1) ? 366 : 365;
            int last = weeks(Math.floorMod(intoWeek - before, 7), before);
            week(days, parts, last, last, first - 7, shape.length);
        }
        for (int n = 1; n <= weeks; n++) {
            week(days, parts, n, weeks, first + 7 * (n - 1), shape.length);
        }
        int next = Year.isLeap(year + 1) ? 366 : 365;
        int nextWeeks = weeks(Math.floorMod(intoWeek + shape.length, 7), next);
        week(days, parts, 1, nextWeeks, first + 7 * weeks, shape.length);
        return days;
    }

    private static void week(
            long[] days, RuleParts parts, int n, int weeks, int first, int length) {
        boolean wanted =
                (parts.weeks & 1L << n) != 0 || (parts.weeksFromEnd & 1L << weeks - n + 1) != 0;
        if (wanted) {
            for (int day = Math.max(0, first); day < Math.min(first + 7, length); day++) {
                YearShape.set(days, day);
            }
        }
    }

    /** The day of the year, from 0, on which week one begins. */
    private static int firstWeek(int intoWeek) {
        return intoWeek <= 3 ? -intoWeek : 7 - intoWeek;
    }

    private static int weeks(int intoWeek, int length) {
        int next = length + firstWeek((intoWeek + length) % 7);
        return (next - firstWeek(intoWeek)) / 7;
    }
}
