package app.linden.layout;

import app.linden.model.Occurrence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A row of days with its occurrences in lanes: a week of the month view, or the all-day strip of
 * the week view. What spans several days keeps its lane on all of them.
 */
public record WeekRow(LocalDate first, int days, List<Bar> bars) {

    /**
     * One occurrence in the row.
     *
     * @param from first column, 0 is the row's first day
     * @param to last column, included
     * @param startsHere whether it begins in column {@code from} and not earlier
     * @param endsHere whether it ends in column {@code to} and not later
     */
    public record Bar(
            Occurrence occurrence,
            Range range,
            int from,
            int to,
            int lane,
            boolean startsHere,
            boolean endsHere) {}

    /**
     * What fits.
     *
     * @param more for each day, how many occurrences are not shown
     */
    public record Fitted(List<Bar> bars, int[] more) {}

    /** Bars across days first, the longest on top, then by time, then by title. */
    private static final Comparator<Bar> ORDER =
            Comparator.comparing((Bar b) -> !b.range.isBar())
                    .thenComparingInt(b -> b.startsHere ? 1 : 0)
                    .thenComparingInt(b -> b.from - b.to)
                    .thenComparing(b -> b.range.start())
                    .thenComparing(b -> b.occurrence.title())
                    .thenComparing(b -> b.occurrence.key());

    public WeekRow {
        bars = List.copyOf(bars);
    }

    /** Everything that touches the row, a timed event that runs past midnight on its first day. */
    public static WeekRow of(List<Occurrence> occurrences, LocalDate first, int days, ZoneId zone) {
        return of(occurrences, first, days, zone, false);
    }

    /** Only what is drawn as a bar across days. */
    public static WeekRow barsOnly(
            List<Occurrence> occurrences, LocalDate first, int days, ZoneId zone) {
        return of(occurrences, first, days, zone, true);
    }

    private static WeekRow of(
            List<Occurrence> occurrences,
            LocalDate first,
            int days,
            ZoneId zone,
            boolean barsOnly) {
        List<Bar> loose = new ArrayList<>();
        for (Occurrence o : occurrences) {
            Range range = Range.of(o, zone);
            if (barsOnly && !range.isBar()) {
                continue;
            }
            long from = ChronoUnit.DAYS.between(first, range.firstDay());
            long to = range.isBar() ? ChronoUnit.DAYS.between(first, range.lastDay()) : from;
            if (to >= 0 && from < days) {
                loose.add(
                        new Bar(
                                o,
                                range,
                                (int) Math.max(0, from),
                                (int) Math.min(days - 1, to),
                                0,
                                from >= 0,
                                to < days));
            }
        }
        loose.sort(ORDER);
        return new WeekRow(first, days, inLanes(loose));
    }

    private static List<Bar> inLanes(List<Bar> sorted) {
        List<BitSet> lanes = new ArrayList<>();
        List<Bar> placed = new ArrayList<>(sorted.size());
        for (Bar bar : sorted) {
            int lane = 0;
            while (lane < lanes.size() && !isFree(lanes.get(lane), bar)) {
                lane++;
            }
            if (lane == lanes.size()) {
                lanes.add(new BitSet());
            }
            lanes.get(lane).set(bar.from, bar.to + 1);
            placed.add(inLane(bar, lane));
        }
        return placed;
    }

    private static boolean isFree(BitSet lane, Bar bar) {
        int taken = lane.nextSetBit(bar.from);
        return taken < 0 || taken > bar.to;
    }

    private static Bar inLane(Bar b, int lane) {
        return new Bar(b.occurrence, b.range, b.from, b.to, lane, b.startsHere, b.endsHere);
    }

    /** How many lanes are in use. */
    public int lanes() {
        return bars.stream().mapToInt(b -> b.lane + 1).max().orElse(0);
    }

    /**
     * The bars that fit into so many lines; a day with more than that keeps its last line for "+n
     * more", and a bar that must give way on one day is still shown on the others.
     */
    public Fitted fit(int lines) {
        int[] used = new int[days];
        for (Bar bar : bars) {
            for (int day = bar.from; day <= bar.to; day++) {
                used[day] = Math.max(used[day], bar.lane + 1);
            }
        }
        int[] more = new int[days];
        List<Bar> shown = new ArrayList<>();
        for (Bar bar : bars) {
            int from = -1;
            for (int day = bar.from; day <= bar.to + 1; day++) {
                boolean fits = day <= bar.to && bar.lane < (used[day] <= lines ? lines : lines - 1);
                if (fits && from < 0) {
                    from = day;
                } else if (!fits && from >= 0) {
                    shown.add(part(bar, from, day - 1));
                    from = -1;
                }
                if (!fits && day <= bar.to) {
                    more[day]++;
                }
            }
        }
        return new Fitted(List.copyOf(shown), more);
    }

    private static Bar part(Bar b, int from, int to) {
        return new Bar(
                b.occurrence,
                b.range,
                from,
                to,
                b.lane,
                b.startsHere && from == b.from,
                b.endsHere && to == b.to);
    }
}
