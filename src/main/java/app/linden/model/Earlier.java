package app.linden.model;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * "This and following" in one document (jmap-calendars 5.6.2): the base takes the change, and each
 * occurrence before is overridden to stay as it was.
 */
final class Earlier {
    private Earlier() {}

    static SeriesEdit kept(
            Event series, LocalDateTime id, Event before, Event after, @Nullable Split split) {
        SeriesEdit all = SeriesEdit.all(series, id, before, after);
        Shift shift =
                Shift.between(
                        series.when(), Shift.ofSeries(series.when(), before.when(), after.when()));
        // What falls on one day has one recurrence id there, which cannot say what each was before.
        if (all.exact() && all.lost().isEmpty()) {
            Event next = restored(all.series(), series, occurrences(series, id), shift);
            return new SeriesEdit(next, null, List.of(), true);
        }
        if (split == null) {
            throw impossible();
        }
        return addedBefore(series, id, before, after, split);
    }

    /** Where the rule is another one: it begins at the change, and what was before are dates. */
    private static SeriesEdit addedBefore(
            Event series, LocalDateTime id, Event before, Event after, Split split) {
        SeriesEdit later =
                SeriesEdit.all(split.later(), id, before, SeriesEdit.counted(before, after, split));
        Event next = later.series();
        List<LocalDateTime> earlier = occurrences(series, id);
        Set<LocalDateTime> taken =
                new HashSet<>(Slots.before(next, earlier.getLast().plusSeconds(1)));
        taken.addAll(next.overrides().keySet());
        if (earlier.stream().anyMatch(taken::contains)) {
            throw impossible();
        }
        Shift none = new Shift(id, id, false);
        next = restored(next, series, earlier, none);
        return new SeriesEdit(next, null, later.lost(), later.exact());
    }

    private static Problem impossible() {
        return new Problem(
                Problem.Kind.BAD_INPUT,
                "This series cannot be changed from here on; change one event or all of them.");
    }

    private static List<LocalDateTime> occurrences(Event series, LocalDateTime id) {
        TreeSet<LocalDateTime> ids = new TreeSet<>(Slots.before(series, id));
        series.overrides()
                .headMap(id)
                .forEach((at, override) -> {
                    if (Recurrence.isExcluded(override)) {
                        ids.remove(at);
                    } else {
                        ids.add(at);
                    }
                });
        return List.copyOf(ids);
    }

    /** Overrides of {@code next} that say what these occurrences were in {@code series}. */
    private static Event restored(Event next, Event series, List<LocalDateTime> ids, Shift shift) {
        Event bareNext = next.with("recurrenceOverrides", Json.nil());
        Event bareSeries = series.with("recurrenceOverrides", Json.nil());
        ObjectNode overrides = overrides(next).deepCopy();
        Set<LocalDateTime> slots =
                ids.isEmpty()
                        ? Set.of()
                        : Set.copyOf(Slots.before(next, shift.of(ids.getLast()).plusSeconds(1)));
        for (LocalDateTime id : ids) {
            LocalDateTime there = shift.of(id);
            String key = Event.write(there);
            Event is = one(bareNext, overrides.get(key), there);
            Event was =
                    one(bareSeries, overrides(series).get(Event.write(id)), id)
                            .with("recurrenceId", Json.text(key));
            Patch back = is.changesTo(was);
            if (!back.isEmpty() || !overrides.has(key) && !slots.contains(there)) {
                Patch own =
                        overrides.get(key) instanceof ObjectNode o
                                ? Patch.leniently(o)
                                : Patch.NONE;
                overrides.set(key, own.then(back).toJson());
            }
        }
        return next.with("recurrenceOverrides", overrides.isEmpty() ? Json.nil() : overrides);
    }

    private static Event one(Event bare, @Nullable JsonNode override, LocalDateTime id) {
        if (override == null) {
            return bare.occurrence(id);
        }
        ObjectNode only = Json.object();
        only.set(Event.write(id), override);
        return bare.with("recurrenceOverrides", only).occurrence(id);
    }

    private static ObjectNode overrides(Event event) {
        return event.json().path("recurrenceOverrides") instanceof ObjectNode o ? o : Json.object();
    }
}
