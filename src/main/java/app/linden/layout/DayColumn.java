package app.linden.layout;

import app.linden.model.Occurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A day of the week view: the timed occurrences at their times, those that overlap side by side.
 * Positions are minutes of the wall clock, so a day has 1440 of them also when the clock changes.
 */
public record DayColumn(LocalDate day, List<Box> boxes) {
    public static final int MINUTES = 24 * 60;

    /**
     * One occurrence in the column.
     *
     * @param top minute at which the box begins
     * @param bottom minute at which it ends; at least {@code shortest} after {@code top}
     * @param left of the column's width, 0 to 1
     * @param width of the column's width, above 0 to 1
     * @param startsHere whether it begins on this day
     * @param endsHere whether it ends on this day
     */
    public record Box(
            Occurrence occurrence,
            Range range,
            int top,
            int bottom,
            double left,
            double width,
            boolean startsHere,
            boolean endsHere) {}

    /** Mutable while columns are being found. */
    private static final class Draft {
        final Occurrence occurrence;
        final Range range;
        final int top;
        final int bottom;
        int column;

        Draft(Occurrence occurrence, Range range, int top, int bottom) {
            this.occurrence = occurrence;
            this.range = range;
            this.top = top;
            this.bottom = bottom;
        }

        boolean overlaps(Draft other) {
            return top < other.bottom && other.top < bottom;
        }
    }

    private static final Comparator<Draft> ORDER =
            Comparator.comparingInt((Draft d) -> d.top)
                    .thenComparingInt(d -> -d.bottom)
                    .thenComparing(d -> d.occurrence.title())
                    .thenComparing(d -> d.occurrence.key());

    public DayColumn {
        boxes = List.copyOf(boxes);
    }

    /**
     * The boxes of a day, in order of time.
     *
     * @param shortest minutes that a box takes at least, so that its title can be read
     */
    public static DayColumn of(
            List<Occurrence> occurrences, LocalDate day, ZoneId zone, int shortest) {
        List<Draft> drafts = new ArrayList<>();
        for (Occurrence o : occurrences) {
            Range range = Range.of(o, zone);
            if (!range.isBar()
                    && !range.firstDay().isAfter(day)
                    && !range.lastDay().isBefore(day)) {
                drafts.add(draft(o, range, day, shortest));
            }
        }
        drafts.sort(ORDER);
        List<Box> boxes = new ArrayList<>();
        List<Draft> cluster = new ArrayList<>();
        int clusterEnd = 0;
        for (Draft d : drafts) {
            if (!cluster.isEmpty() && d.top >= clusterEnd) {
                place(cluster, day, boxes);
                cluster.clear();
                clusterEnd = 0;
            }
            cluster.add(d);
            clusterEnd = Math.max(clusterEnd, d.bottom);
        }
        place(cluster, day, boxes);
        return new DayColumn(day, boxes);
    }

    private static Draft draft(Occurrence o, Range range, LocalDate day, int shortest) {
        int top = Math.max(0, minutes(day, range.start()));
        int bottom = Math.min(MINUTES, minutes(day, range.end()));
        if (bottom - top < shortest) {
            bottom = Math.min(MINUTES, top + shortest);
            top = Math.min(top, bottom - shortest);
        }
        return new Draft(o, range, top, bottom);
    }

    private static int minutes(LocalDate day, LocalDateTime time) {
        return (int) ChronoUnit.MINUTES.between(day.atStartOfDay(), time);
    }

    /** Each takes the first column that is free, then widens to the right as far as nothing is. */
    private static void place(List<Draft> cluster, LocalDate day, List<Box> boxes) {
        List<List<Draft>> columns = new ArrayList<>();
        for (Draft d : cluster) {
            int column = 0;
            while (column < columns.size() && columns.get(column).getLast().bottom > d.top) {
                column++;
            }
            if (column == columns.size()) {
                columns.add(new ArrayList<>());
            }
            columns.get(column).add(d);
            d.column = column;
        }
        double share = 1.0 / Math.max(1, columns.size());
        for (Draft d : cluster) {
            int end = d.column + 1;
            while (end < columns.size() && columns.get(end).stream().noneMatch(d::overlaps)) {
                end++;
            }
            boxes.add(
                    new Box(
                            d.occurrence,
                            d.range,
                            d.top,
                            d.bottom,
                            d.column * share,
                            (end - d.column) * share,
                            !d.range.firstDay().isBefore(day),
                            !d.range.lastDay().isAfter(day)));
        }
    }
}
