package app.linden.layout;

import app.linden.model.Occurrence;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The way of the keyboard through occurrences: day by day, on each what takes all of it first. */
public final class Walk {
    /** One stop on the way. */
    private record Stop(Occurrence occurrence, Range range) {}

    /**
     * Where an occurrence stands on its first day.
     *
     * @param number from 1
     * @param of how many stand there
     * @param overlapping how many others with times happen at the same time
     */
    public record Position(int number, int of, int overlapping) {}

    private static final Comparator<Stop> ORDER =
            Comparator.comparing((Stop s) -> s.range.firstDay())
                    .thenComparing(s -> !s.range.isBar())
                    .thenComparing(s -> s.range.start())
                    .thenComparing(s -> s.range.end(), Comparator.reverseOrder())
                    .thenComparing(s -> s.occurrence.title())
                    .thenComparing(s -> s.occurrence.key());

    private final List<Stop> stops = new ArrayList<>();

    public Walk(List<Occurrence> occurrences, ZoneId zone) {
        occurrences.forEach(o -> stops.add(new Stop(o, Range.of(o, zone))));
        stops.sort(ORDER);
    }

    /**
     * The next one.
     *
     * @param step 1 on, -1 back
     * @param from where the way begins when nothing is selected: on this day, or else as near
     *     behind it as can be
     * @return null at either end
     */
    public @Nullable Occurrence next(@Nullable Occurrence selected, int step, LocalDate from) {
        int at = selected == null ? -1 : indexOf(selected);
        if (at < 0) {
            return first(step, from);
        }
        int next = at + step;
        return next < 0 || next >= stops.size() ? null : stops.get(next).occurrence;
    }

    private @Nullable Occurrence first(int step, LocalDate from) {
        Occurrence last = null;
        for (Stop stop : stops) {
            if (!stop.range.firstDay().isBefore(from)) {
                return step > 0 || last == null ? stop.occurrence : last;
            }
            last = stop.occurrence;
        }
        return last;
    }

    private int indexOf(Occurrence wanted) {
        for (int i = 0; i < stops.size(); i++) {
            if (stops.get(i).occurrence.key().equals(wanted.key())) {
                return i;
            }
        }
        return -1;
    }

    /** All from one to another on the way, both included, so that {@code to} comes last. */
    public List<Occurrence> between(Occurrence from, Occurrence to) {
        int one = indexOf(from);
        int other = indexOf(to);
        if (one < 0 || other < 0) {
            return List.of(from);
        }
        List<Occurrence> way =
                stops.subList(Math.min(one, other), Math.max(one, other) + 1).stream()
                        .map(Stop::occurrence)
                        .toList();
        return one <= other ? way : way.reversed();
    }

    /** Where it stands among the others of its day; null when it is not here. */
    public @Nullable Position position(Occurrence wanted) {
        int index = indexOf(wanted);
        if (index < 0) {
            return null;
        }
        Range its = stops.get(index).range;
        int number = 0;
        int of = 0;
        int overlapping = 0;
        for (int i = 0; i < stops.size(); i++) {
            Range other = stops.get(i).range;
            if (other.firstDay().equals(its.firstDay())) {
                of++;
                number += i <= index ? 1 : 0;
            }
            boolean both = !its.isBar() && !other.isBar() && i != index;
            if (both && other.start().isBefore(its.end()) && its.start().isBefore(other.end())) {
                overlapping++;
            }
        }
        return new Position(number, of, overlapping);
    }
}
