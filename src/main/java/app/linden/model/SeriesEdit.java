package app.linden.model;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change makes of a series.
 *
 * @param series what the document of the series becomes
 * @param added a second series, to be created before the first is changed; null when there is none
 * @param lost exceptions that have no place any more
 * @param exact false when occurrences appear or vanish because no rule says what was asked for
 */
public record SeriesEdit(Event series, @Nullable Event added, List<Lost> lost, boolean exact) {

    /**
     * The whole series changed as a person changed it, its exceptions with their occurrences.
     *
     * @param touched the occurrence at which that was said: it takes the change whatever its own
     *     override says; null when none was looked at
     * @param before the series as the person saw it, without regard to its overrides
     * @param after what they made of it
     * @throws Problem BAD_INPUT when the rule cannot be read or has too many occurrences to look at
     */
    public static SeriesEdit all(
            Event series, @Nullable LocalDateTime touched, Event before, Event after) {
        Patch patch = texts(before, after);
        When was = series.wallTime();
        Event next = series.patched(patch);
        When to = Shift.ofSeries(was, before.wallTime(), after.wallTime());
        Shift shift = Shift.between(was, to);
        if (!shift.isNone()) {
            next = next.with("start", Json.text(Event.write(to.start())));
        }
        Rule rule = series.rule();
        Rule asked = after.rule();
        boolean ruled = !Objects.equals(before.rule(), asked);
        boolean exact = true;
        if (ruled) {
            if (asked == null) {
                return single(series, next);
            }
            next = next.with(asked);
        } else if (rule != null && !shift.isNone()) {
            RuleShift moved = RuleShift.of(series, rule, shift);
            exact = moved.exact();
            next = moved.rule().equals(rule) ? next : next.with(moved.rule());
        }
        if (shift.isNone() && !ruled) {
            return new SeriesEdit(touched(next, touched, patch), null, List.of(), true);
        }
        KeptExceptions exceptions =
                KeptExceptions.of(series, next.with("recurrenceOverrides", Json.nil()), shift);
        boolean none = exceptions.overrides().isEmpty();
        next = next.with("recurrenceOverrides", none ? Json.nil() : exceptions.overrides());
        LocalDateTime there = touched == null ? null : shift.of(touched);
        return new SeriesEdit(
                touched(next, there, patch), null, exceptions.lost(), exact && !ruled);
    }

    /**
     * The same for one occurrence and all after it: in two (jmap-calendars 5.6.1), or in one
     * document whose earlier occurrences are overridden to stay as they were (5.6.2). Two it is
     * where the person may make a second event, unless there are participants who would see one
     * change as two; a change of time or rule makes two for them as well.
     *
     * @param uid for a new series
     * @throws Problem BAD_INPUT when nothing is there any more from this occurrence on, or one
     *     document cannot say what was asked for
     */
    public static SeriesEdit following(
            Event series,
            LocalDateTime id,
            Event before,
            Event after,
            String uid,
            boolean maySplit) {
        if (Split.isFirst(series, id)) {
            return all(series, id, before, after);
        }
        if (Split.hasNothingFrom(series, id)) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "This event and all after it were deleted in the meantime.");
        }
        boolean structure =
                !before.wallTime().start().equals(after.wallTime().start())
                        || !Objects.equals(before.wallTime().zone(), after.wallTime().zone())
                        || !Objects.equals(before.rule(), after.rule());
        boolean people = series.json().path("participants").size() > 0;
        Split split = Split.of(series, id);
        if (split != null && maySplit && (structure || !people)) {
            SeriesEdit later = all(split.later(), id, before, counted(before, after, split));
            return new SeriesEdit(
                    Relations.next(split.earlier(), uid),
                    Relations.asLater(later.series(), series, uid),
                    later.lost(),
                    later.exact());
        }
        return Earlier.kept(series, id, before, after, split);
    }

    /** The series without an occurrence and all after it; null when nothing of it is left. */
    public static @Nullable Event endedBefore(Event series, LocalDateTime id) {
        return Split.isFirst(series, id) ? null : Split.endedBefore(series, id);
    }

    /** The series after one of its occurrences was taken from one time to another. */
    public static Event shifted(Event series, When was, When now) {
        return series.with(Shift.ofSeries(series.wallTime(), was, now));
    }

    /** A number of times is that of the whole series, of which the earlier half has its share. */
    static Event counted(Event before, Event after, Split split) {
        Rule old = before.rule();
        Rule asked = after.rule();
        if (old == null || asked == null || old.equals(asked) || old.count() == null) {
            return after;
        }
        Integer count = asked.count();
        return count == null
                ? after
                : after.with(asked.withCount(Math.max(1, count - split.counted())));
    }

    private static Patch texts(Event before, Event after) {
        TreeMap<String, JsonNode> changes = new TreeMap<>(before.changesTo(after).changes());
        changes.keySet()
                .removeIf(p ->
                        p.equals("start")
                                || p.startsWith("recurrenceRule")
                                || p.startsWith("recurrenceOverrides")
                                || p.equals("recurrenceId"));
        return new Patch(changes);
    }

    private static SeriesEdit single(Event series, Event next) {
        List<Lost> lost = new ArrayList<>();
        SortedMap<LocalDateTime, ObjectNode> overrides = series.overrides();
        overrides.forEach((id, override) -> {
            if (!Recurrence.isExcluded(override)) {
                lost.add(
                        new Lost(
                                series.occurrence(id).wallTime().start(),
                                Patch.leniently(override)));
            }
        });
        return new SeriesEdit(next.with((Rule) null), null, lost, false);
    }

    private static Event touched(Event series, @Nullable LocalDateTime id, Patch patch) {
        if (id == null
                || !(series.json().path("recurrenceOverrides").path(Event.write(id))
                        instanceof ObjectNode override)) {
            return series;
        }
        TreeMap<String, JsonNode> inside = new TreeMap<>(patch.changes());
        TreeMap<String, JsonNode> own = new TreeMap<>(Patch.leniently(override).changes());
        own.keySet().removeIf(p -> patch.changes().keySet().stream().anyMatch(q -> in(p, q)));
        inside.keySet().removeIf(p -> own.keySet().stream().noneMatch(q -> in(p, q)));
        ObjectNode overrides = ((ObjectNode) series.json().path("recurrenceOverrides")).deepCopy();
        overrides.set(Event.write(id), new Patch(own).then(new Patch(inside)).toJson());
        return series.with("recurrenceOverrides", overrides);
    }

    private static boolean in(String pointer, String whole) {
        return pointer.equals(whole) || pointer.startsWith(whole + "/");
    }
}
