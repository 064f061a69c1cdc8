package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What somebody else did to an event (a CalendarEventNotification, jmap-calendars 7).
 *
 * @param accountId local id
 * @param eventId the event's local id, empty where it is not here any more
 * @param whoId the principal who did it, empty when the server does not say
 * @param who their name, may be empty
 * @param before the event before, null when it was made; calendars are local ids
 * @param after the event after, null when it was deleted
 * @param seen whether the person has looked at it
 */
public record Happening(
        String id,
        String accountId,
        String eventId,
        String whoId,
        String who,
        Instant at,
        @Nullable Event before,
        @Nullable Event after,
        boolean seen) {

    /** What a person wants to know first. */
    private static final List<String> FIRST = List.of("title", "when", "place", "description");

    /** What was done. */
    public enum Kind {
        ADDED,
        CHANGED,
        DELETED
    }

    public Kind kind() {
        return before == null ? Kind.ADDED : after == null ? Kind.DELETED : Kind.CHANGED;
    }

    /** The event as it is known best. */
    public Event event() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** What was changed, each with the value after (as mine) and the one before (as theirs). */
    public List<Contested> changes() {
        if (before == null || after == null) {
            return List.of();
        }
        ObjectNode was = shown(before);
        Map<String, TreeMap<String, JsonNode>> byField = new LinkedHashMap<>();
        Patch.between(was, shown(after))
                .changes()
                .forEach((pointer, value) ->
                        byField.computeIfAbsent(
                                        occurrence(pointer) + Contested.fieldOf(pointer),
                                        k -> new TreeMap<>())
                                .put(pointer, value));
        List<Contested> changes = new ArrayList<>();
        for (TreeMap<String, JsonNode> values : byField.values()) {
            Patch now = new Patch(values);
            changes.add(
                    Contested.of(
                            new Conflict(
                                    "",
                                    eventId,
                                    before.title(),
                                    values.firstKey(),
                                    now.toJson(),
                                    now.valuesIn(was).toJson(),
                                    at),
                            before));
        }
        changes.sort(Comparator.comparingInt(c -> rank(c.field())));
        return changes;
    }

    private static int rank(String field) {
        int rank = FIRST.indexOf(field);
        return rank < 0 ? FIRST.size() : rank;
    }

    private static String occurrence(String pointer) {
        String[] names = pointer.split("/", 3);
        return names[0].equals("recurrenceOverrides") && names.length > 1 ? names[1] + " " : "";
    }

    private static ObjectNode shown(Event event) {
        ObjectNode shown = event.json().deepCopy();
        Units.SERVER_OWNED.forEach(shown::remove);
        return shown;
    }
}
