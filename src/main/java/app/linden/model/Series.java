package app.linden.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one does to single occurrences of a series; for more of it see {@link SeriesEdit}. */
public final class Series {
    private Series() {}

    /**
     * Overrides whose keys, and the starts that they set themselves, are later by {@code shift}.
     */
    static ObjectNode shifted(ObjectNode overrides, Duration shift) {
        ObjectNode shifted = Json.object();
        for (Map.Entry<String, JsonNode> entry : overrides.properties()) {
            String key = entry.getKey();
            if (!Event.isLocalDateTime(key)) {
                shifted.set(key, entry.getValue());
                continue;
            }
            JsonNode later = entry.getValue().deepCopy();
            String own = later.path("start").asString("");
            if (later instanceof ObjectNode override && Event.isLocalDateTime(own)) {
                override.put("start", Event.write(LocalDateTime.parse(own).plus(shift)));
            }
            shifted.set(Event.write(LocalDateTime.parse(key).plus(shift)), later);
        }
        return shifted;
    }

    /** The uids that a change makes known as the "next" of a series, see relatedTo. */
    public static List<String> followers(ObjectNode patch) {
        List<String> uids = new ArrayList<>();
        patch.properties()
                .forEach(change -> {
                    List<String> names = Pointers.names(change.getKey());
                    if (!names.getFirst().equals("relatedTo")) {
                        return;
                    }
                    if (names.size() == 1) {
                        change.getValue()
                                .properties()
                                .forEach(r -> {
                                    if (r.getValue().path("relation").has("next")) {
                                        uids.add(r.getKey());
                                    }
                                });
                    } else if (names.getLast().equals("next")
                            || change.getValue().path("relation").has("next")
                            || change.getValue().has("next")) {
                        uids.add(names.get(1));
                    }
                });
        return uids;
    }

    /**
     * The series with one occurrence changed to look like {@code after}; {@code before} is how it
     * looked.
     */
    public static Event withOccurrence(
            Event series, LocalDateTime recurrenceId, Event before, Event after) {
        String key = Event.write(recurrenceId);
        ObjectNode overrides =
                series.json().path("recurrenceOverrides") instanceof ObjectNode o
                        ? o.deepCopy()
                        : Json.object();
        // Taken away meanwhile and changed here: the change is kept, as in merging.
        Patch existing =
                overrides.get(key) instanceof ObjectNode o && !Recurrence.isExcluded(o)
                        ? Patch.leniently(o)
                        : Patch.NONE;
        overrides.set(key, existing.then(before.changesTo(after)).toJson());
        return series.with("recurrenceOverrides", overrides);
    }

    /** The series without one occurrence. */
    public static Event without(Event series, LocalDateTime recurrenceId) {
        ObjectNode overrides =
                series.json().path("recurrenceOverrides") instanceof ObjectNode o
                        ? o.deepCopy()
                        : Json.object();
        overrides.set(Event.write(recurrenceId), Json.object().put("excluded", true));
        return series.with("recurrenceOverrides", overrides);
    }
}
