package app.linden.model;

import java.util.Arrays;

/**
 * What a rule gives in one period, in order: the wanted days times the wanted times, or some places
 * of these. Nothing is listed but the days; times are seconds since 1970-01-01T00:00 of the wall.
 */
final class PeriodSet {
    static final long DAY = 86_400;

    private final int[] positions;
    private final long[] places;
    private int[] days = new int[31];
    private int dayCount;
    private int placeCount;
    final TimeGrid grid;

    PeriodSet(RuleParts parts) {
        positions = parts.positions;
        places = new long[positions.length];
        grid = new TimeGrid(parts.hours, parts.minutes, parts.seconds);
    }

    void clear() {
        dayCount = 0;
    }

    void add(long day) {
        if (dayCount == days.length) {
            days = Arrays.copyOf(days, 366);
        }
        days[dayCount++] = (int) day;
    }

    boolean isEmpty() {
        return dayCount == 0;
    }

    /** Takes the positions of the rule, once all days are here. */
    void close() {
        long all = all();
        int found = 0;
        for (int p : positions) {
            long place = p > 0 ? p - 1 : all + p;
            if (place >= 0 && place < all) {
                places[found++] = place;
            }
        }
        Arrays.sort(places, 0, found);
        placeCount = 0;
        for (int i = 0; i < found; i++) {
            if (i == 0 || places[i] != places[i - 1]) {
                places[placeCount++] = places[i];
            }
        }
    }

    long size() {
        return positions.length == 0 ? all() : placeCount;
    }

    long at(long index) {
        long place = positions.length == 0 ? index : places[(int) index];
        int size = grid.size();
        return days[(int) (place / size)] * DAY + grid.at((int) (place % size));
    }

    /** How many are before this time. */
    long before(long time) {
        if (positions.length > 0) {
            int n = 0;
            while (n < placeCount && at(n) < time) {
                n++;
            }
            return n;
        }
        long day = Math.floorDiv(time, DAY);
        int whole = 0;
        while (whole < dayCount && days[whole] < day) {
            whole++;
        }
        long before = (long) whole * grid.size();
        return whole < dayCount && days[whole] == day
                ? before + grid.before((int) Math.floorMod(time, DAY))
                : before;
    }

    private long all() {
        return (long) dayCount * grid.size();
    }
}
