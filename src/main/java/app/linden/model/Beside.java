package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Both versions of what two people changed: of a text the one beneath the other, of anything else a
 * second event with mine. Pure.
 *
 * @param event the event as it stands from now on
 * @param added the second event, null when the first one holds both
 */
public record Beside(Event event, @Nullable Event added) {
    private static final String OVERRIDES = "recurrenceOverrides";

    /**
     * @param mine the values that were not applied
     * @param uid of a second event
     */
    public static Beside of(Event standing, String unit, Patch mine, String uid) {
        if (unit.equals("description")) {
            JsonNode text = mine.changes().get("description");
            return new Beside(below(standing, text == null ? "" : text.asString("")), null);
        }
        Event patched = Event.of(Merge.taking(standing.json(), mine.toJson()));
        List<String> path = Pointers.names(unit);
        Event second = patched;
        if (path.size() > 1
                && path.getFirst().equals(OVERRIDES)
                && Event.isLocalDateTime(path.get(1))) {
            second = patched.occurrence(LocalDateTime.parse(path.get(1)));
        }
        ObjectNode copy = Merge.asNew(second.json());
        // An event of its own: neither the same to other calendars nor a part of the series.
        copy.remove(List.of("recurrenceId", "recurrenceIdTimeZone", "relatedTo"));
        copy.put("uid", uid);
        return new Beside(standing, Event.of(copy));
    }

    private static Event below(Event standing, String mine) {
        String theirs = standing.json().path("description").asString("");
        String both = theirs.isBlank() ? mine : theirs + "\n\n" + mine;
        return mine.isBlank() ? standing : standing.with("description", Json.text(both));
    }
}
