package app.linden.model;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;

/**
 * What a change of a series would do, in the wall time of the series.
 *
 * @param dates the first occurrences that it is about
 * @param count how many those are, {@link #MOST} standing for that many or more
 * @param endless whether they never end
 * @param lost exceptions that would have no place any more
 * @param appearing occurrences of the near future that would be new, where the rule changes
 * @param vanishing those that would be gone
 */
public record Preview(
        List<LocalDateTime> dates,
        int count,
        boolean endless,
        List<Lost> lost,
        List<LocalDateTime> appearing,
        List<LocalDateTime> vanishing) {
    public static final int MOST = 1_000;
    private static final int SHOWN = 5;
    private static final int COMPARED = 60;
    private static final LocalDateTime LATEST = LocalDateTime.of(9999, 12, 31, 0, 0);

    /**
     * @param from the first occurrence that the change is about, null for all
     * @param edit null for a deletion
     */
    public static Preview of(
            Event series, @Nullable LocalDateTime from, @Nullable SeriesEdit edit) {
        LocalDateTime first = from == null ? LocalDateTime.of(1, 1, 1, 0, 0) : from;
        List<LocalDateTime> dates =
                Recurrence.expand(series, first, LATEST, new Recurrence.Budget(100_000, MOST))
                        .starts();
        Rule rule = series.rule();
        boolean endless = rule != null && rule.isEndless();
        List<LocalDateTime> shown = dates.stream().limit(SHOWN).toList();
        int count = Math.min(MOST, dates.size());
        if (edit == null) {
            return new Preview(shown, count, endless, List.of(), List.of(), List.of());
        }
        Event next = edit.added() == null ? edit.series() : edit.added();
        List<LocalDateTime> was = Slots.from(series, first, COMPARED);
        List<LocalDateTime> is = Slots.first(next, COMPARED);
        if (edit.exact() || was.isEmpty() || is.isEmpty()) {
            return new Preview(shown, count, endless, edit.lost(), List.of(), List.of());
        }
        Duration shift = Duration.between(was.getFirst(), is.getFirst());
        List<LocalDateTime> moved = was.stream().map(t -> t.plus(shift)).toList();
        return new Preview(
                shown, count, endless, edit.lost(), missing(is, moved), missing(moved, is));
    }

    /** What is in one list and not in the other, as far as both are known. */
    private static List<LocalDateTime> missing(
            List<LocalDateTime> there, List<LocalDateTime> other) {
        LocalDateTime end =
                other.size() < COMPARED
                        ? LATEST
                        : other.getLast().isBefore(there.getLast())
                                ? other.getLast()
                                : there.getLast();
        TreeSet<LocalDateTime> missing = new TreeSet<>(there);
        missing.removeAll(other);
        return List.copyOf(missing.headSet(end, true));
    }
}
