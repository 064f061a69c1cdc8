package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What a change of a series would do, in the wall time of the series.
 *
 * @param dates the first occurrences that it is about
 * @param count how many those are, {@link #MOST} standing for that many or more
 * @param endless whether they never end
 * @param lost exceptions that would have no place any more
 * @param appearing when those of the next occurrences take place that would be new
 * @param vanishing where the change would take those that would be gone; empty for deletions, as
 *     the other
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
    private static final Recurrence.Budget WIDE = new Recurrence.Budget(100_000, 100_000);
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime LATEST = LocalDateTime.of(9999, 12, 31, 0, 0);

    /**
     * @param from the first occurrence that the change is about, null for all
     * @param edit null for a deletion
     */
    public static Preview of(
            Event series, @Nullable LocalDateTime from, @Nullable SeriesEdit edit) {
        LocalDateTime first = from == null || Split.isFirst(series, from) ? EARLIEST : from;
        boolean all = first.equals(EARLIEST);
        List<LocalDateTime> dates = occurrences(series, first);
        Rule rule = series.rule();
        boolean endless = rule != null && rule.isEndless();
        List<LocalDateTime> shown = dates.stream().limit(SHOWN).toList();
        int count = Math.min(MOST, dates.size());
        if (edit == null) {
            return new Preview(shown, count, endless, List.of(), List.of(), List.of());
        }
        if (edit.exact()) {
            return new Preview(shown, count, endless, edit.lost(), List.of(), List.of());
        }
        Event next = edit.added() == null ? edit.series() : edit.added();
        Duration shift = shift(series, first, next);
        List<LocalDateTime> moved = starts(series, dates).stream().map(t -> t.plus(shift)).toList();
        // What stays before the change may be later than what is moved to before it.
        LocalDateTime earliest = all || shift.isPositive() ? first : first.plus(shift);
        List<LocalDateTime> ids = new ArrayList<>(occurrences(next, earliest));
        if (!all && edit.added() == null) {
            ids.removeAll(Recurrence.expand(series, earliest, first, WIDE).starts());
        }
        List<LocalDateTime> is = starts(next, ids);
        LocalDateTime end = end(moved).isBefore(end(is)) ? end(moved) : end(is);
        return new Preview(
                shown, count, endless, edit.lost(), less(is, moved, end), less(moved, is, end));
    }

    private static List<LocalDateTime> occurrences(Event series, LocalDateTime from) {
        // An override may take away an occurrence that the rule gives.
        int most = MOST + series.json().path("recurrenceOverrides").size();
        return Recurrence.expand(series, from, LATEST, new Recurrence.Budget(WIDE.steps(), most))
                .starts();
    }

    /** When occurrences take place, in order; an override may take one to another time. */
    private static List<LocalDateTime> starts(Event series, List<LocalDateTime> ids) {
        SortedMap<LocalDateTime, ObjectNode> overrides = series.overrides();
        return ids.stream()
                .map(id -> {
                    ObjectNode own = overrides.get(id);
                    LocalDateTime start =
                            own == null ? null : WallText.read(own.path("start").asString(""));
                    return start == null ? id : start;
                })
                .sorted()
                .toList();
    }

    /** How far the change moves what it is about. */
    private static Duration shift(Event series, LocalDateTime from, Event next) {
        LocalDateTime was = Slots.from(series, from);
        return was == null ? Duration.ZERO : Duration.between(was, next.wallTime().start());
    }

    /** Up to where the next occurrences are compared. */
    private static LocalDateTime end(List<LocalDateTime> starts) {
        return starts.size() < COMPARED ? LATEST : starts.get(COMPARED - 1);
    }

    /** What one list in order has and the other has not, or not as often. */
    private static List<LocalDateTime> less(
            List<LocalDateTime> some, List<LocalDateTime> others, LocalDateTime end) {
        List<LocalDateTime> less = new ArrayList<>();
        int other = 0;
        for (LocalDateTime one : some) {
            while (other < others.size() && others.get(other).isBefore(one)) {
                other++;
            }
            if (other < others.size() && others.get(other).equals(one)) {
                other++;
            } else if (!one.isAfter(end)) {
                less.add(one);
            }
        }
        return less;
    }
}
