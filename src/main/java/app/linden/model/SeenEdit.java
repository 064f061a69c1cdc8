package app.linden.model;

import app.linden.base.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person made of something that they saw a while ago, on top of what it is now: what changed
 * since stays, and where both changed the same, theirs is a clash. Pure.
 *
 * @param event the event or series as it becomes
 */
public record SeenEdit(Event event, List<Merge.Clash> clashes) {
    private static final String OVERRIDES = "recurrenceOverrides";

    /**
     * One occurrence of a series.
     *
     * @param before the occurrence as the person saw it
     * @throws Problem BAD_INPUT when the series has no such occurrence any more: an override would
     *     bring back one that nobody wants, or be seen by nobody
     */
    public static SeenEdit ofOccurrence(Event series, LocalDateTime id, Event before, Event after) {
        String key = Event.write(id);
        ObjectNode override =
                series.json().path(OVERRIDES).path(key) instanceof ObjectNode o ? o : null;
        boolean gone =
                override == null
                        ? !Recurrence.has(series.with(OVERRIDES, Json.nil()), key)
                        : Recurrence.isExcluded(override);
        if (gone) {
            throw new Problem(Problem.Kind.BAD_INPUT, "This was deleted in the meantime.");
        }
        Event now = series.occurrence(id);
        Merge.Merged merged = Merge.merge(before.json(), after.json(), now.json());
        List<Merge.Clash> clashes = new ArrayList<>();
        for (Merge.Clash clash : merged.clashes()) {
            clashes.add(inside(series, id, now, clash));
        }
        return new SeenEdit(
                Series.withOccurrence(series, id, now, Event.of(merged.result())), clashes);
    }

    /** A series, or an event, but for its exceptions: {@link SeriesEdit} takes them along. */
    public static SeenEdit ofWhole(Event now, Event before, Event after) {
        if (bare(now).equals(bare(before))) {
            return new SeenEdit(after, List.of());
        }
        Merge.Merged merged = Merge.merge(bare(before), bare(after), bare(now));
        ObjectNode result = merged.result();
        JsonNode exceptions = now.json().get(OVERRIDES);
        if (exceptions != null) {
            result.set(OVERRIDES, exceptions);
        }
        return new SeenEdit(Event.of(result), merged.clashes());
    }

    private static ObjectNode bare(Event event) {
        ObjectNode bare = event.json().deepCopy();
        bare.remove(OVERRIDES);
        return bare;
    }

    /** A clash of an occurrence in the words of its series. */
    private static Merge.Clash inside(
            Event series, LocalDateTime id, Event now, Merge.Clash clash) {
        String at = Pointers.of(OVERRIDES, Event.write(id));
        boolean removes = clash.mine().properties().stream().anyMatch(p -> p.getValue().isNull());
        ObjectNode mine = Json.object();
        ObjectNode theirs = Json.object();
        if (removes) {
            // A null pointer into an override takes the override back; that an occurrence lacks a
            // property can only be said by the override as a whole.
            Event wanted = now.patched(Patch.of(clash.mine()));
            mine.set(at, override(Series.withOccurrence(series, id, now, wanted), id));
            theirs.set(at, override(series, id));
        } else {
            clash.mine().properties().forEach(p -> mine.set(in(at, p.getKey()), p.getValue()));
            clash.theirs().properties().forEach(p -> theirs.set(in(at, p.getKey()), p.getValue()));
        }
        return new Merge.Clash(removes ? at : in(at, clash.unit()), mine, theirs);
    }

    private static JsonNode override(Event series, LocalDateTime id) {
        JsonNode override = series.json().path(OVERRIDES).path(Event.write(id));
        return override.isMissingNode() ? Json.object() : override;
    }

    /** An override's own members are pointers, here names. */
    private static String in(String override, String pointer) {
        return override + "/" + Pointers.escape(pointer);
    }
}
