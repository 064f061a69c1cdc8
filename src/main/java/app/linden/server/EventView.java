package app.linden.server;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Recurrence;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Set;

/**
 * An event as one principal sees it: what all share joined with what is one's own (jmap-calendars
 * 5.4), less what privacy and rights hide; and the way back from such a view to both parts.
 */
final class EventView {
    static final Set<String> PERSONAL =
            Set.of("keywords", "color", "freeBusyStatus", "useDefaultAlerts", "alerts");

    static final Set<String> SERVER_SET = Set.of("id", "isOrigin", "baseEventId");

    /** What others see of a private event (jscalendarbis 3.4.3 and jmap-calendars 5.7). */
    private static final Set<String> OPEN_TO_OTHERS =
            Set.of(
                    "@type",
                    "uid",
                    "created",
                    "updated",
                    "duration",
                    "freeBusyStatus",
                    "privacy",
                    "recurrenceId",
                    "recurrenceIdTimeZone",
                    "recurrenceOverrides",
                    "recurrenceRule",
                    "sequence",
                    "showWithoutTime",
                    "start",
                    "timeZone",
                    "id",
                    "calendarIds",
                    "isDraft",
                    "isOrigin");

    private static final String OVERRIDES = "recurrenceOverrides";

    /** Both parts of an event that one principal wrote. */
    record Parts(ObjectNode shared, ObjectNode personal) {}

    private EventView() {}

    static ObjectNode of(EventRows.Stored event, @Nullable ObjectNode personal, Access access) {
        ObjectNode view = Json.object();
        view.put("id", event.id());
        ObjectNode whole = join(event.json(), personal);
        boolean all = access.isOwner() || Access.isPublic(whole);
        for (Map.Entry<String, JsonNode> p : whole.properties()) {
            if (p.getKey().equals("calendarIds")) {
                view.set("calendarIds", seen(p.getValue(), access));
            } else if (all) {
                view.set(p.getKey(), p.getValue());
            } else if (p.getKey().equals(OVERRIDES)) {
                view.set(OVERRIDES, openOverrides(p.getValue()));
            } else if (OPEN_TO_OTHERS.contains(p.getKey())) {
                view.set(p.getKey(), p.getValue());
            }
        }
        return view;
    }

    private static ObjectNode seen(JsonNode calendarIds, Access access) {
        ObjectNode seen = Json.object();
        calendarIds.properties().stream()
                .filter(c -> access.maySee(c.getKey()))
                .forEach(c -> seen.set(c.getKey(), c.getValue()));
        return seen;
    }

    private static ObjectNode openOverrides(JsonNode overrides) {
        ObjectNode open = Json.object();
        overrides
                .properties()
                .forEach(o -> {
                    ObjectNode patch = open.putObject(o.getKey());
                    o.getValue().properties().stream()
                            .filter(p ->
                                    OPEN_TO_OTHERS.contains(first(p.getKey()))
                                            || p.getKey().equals("excluded"))
                            .forEach(p -> patch.set(p.getKey(), p.getValue()));
                });
        return open;
    }

    private static ObjectNode join(ObjectNode shared, @Nullable ObjectNode personal) {
        if (personal == null || personal.isEmpty()) {
            return shared;
        }
        ObjectNode whole = shared.deepCopy();
        for (Map.Entry<String, JsonNode> p : personal.properties()) {
            switch (p.getKey()) {
                case OVERRIDES -> {
                    ObjectNode overrides =
                            whole.get(OVERRIDES) instanceof ObjectNode o
                                    ? o
                                    : whole.putObject(OVERRIDES);
                    Event series = Event.of(shared);
                    p.getValue().properties().stream()
                            // An occurrence that the series lost is not brought back by the
                            // colour that somebody gave it.
                            .filter(o -> Recurrence.has(series, o.getKey()))
                            .forEach(o -> {
                                ObjectNode patch =
                                        overrides.get(o.getKey()) instanceof ObjectNode there
                                                ? there
                                                : overrides.putObject(o.getKey());
                                patch.setAll((ObjectNode) o.getValue());
                            });
                }
                case "updated" -> {
                    if (p.getValue().asString("").compareTo(whole.path("updated").asString(""))
                            > 0) {
                        whole.set("updated", p.getValue());
                    }
                }
                default -> whole.set(p.getKey(), p.getValue());
            }
        }
        return whole;
    }

    /**
     * The parts of a whole event.
     *
     * @param before the shared part so far, null for a new event: an override that says something
     *     personal alone becomes a shared one only where it was one, or is new with the event
     */
    static Parts split(ObjectNode whole, @Nullable ObjectNode before) {
        ObjectNode shared = Json.object();
        ObjectNode personal = Json.object();
        for (Map.Entry<String, JsonNode> p : whole.properties()) {
            if (p.getKey().equals(OVERRIDES) && p.getValue().isObject()) {
                splitOverrides(p.getValue(), before, shared, personal);
            } else if (PERSONAL.contains(p.getKey())) {
                personal.set(p.getKey(), p.getValue());
            } else if (!p.getKey().equals("id")) {
                shared.set(p.getKey(), p.getValue());
            }
        }
        return new Parts(shared, personal);
    }

    private static void splitOverrides(
            JsonNode overrides,
            @Nullable ObjectNode before,
            ObjectNode shared,
            ObjectNode personal) {
        ObjectNode theirs = Json.object();
        ObjectNode mine = Json.object();
        overrides
                .properties()
                .forEach(o -> {
                    ObjectNode theirPatch = Json.object();
                    ObjectNode myPatch = Json.object();
                    o.getValue()
                            .properties()
                            .forEach(p ->
                                    (PERSONAL.contains(first(p.getKey())) ? myPatch : theirPatch)
                                            .set(p.getKey(), p.getValue()));
                    if (!theirPatch.isEmpty()
                            || myPatch.isEmpty()
                            || before == null
                            || before.path(OVERRIDES).has(o.getKey())) {
                        theirs.set(o.getKey(), theirPatch);
                    }
                    if (!myPatch.isEmpty()) {
                        mine.set(o.getKey(), myPatch);
                    }
                });
        if (!theirs.isEmpty() || mine.isEmpty()) {
            shared.set(OVERRIDES, theirs);
        }
        if (!mine.isEmpty()) {
            personal.set(OVERRIDES, mine);
        }
    }

    private static String first(String pointer) {
        int slash = pointer.indexOf('/');
        return slash < 0 ? pointer : pointer.substring(0, slash);
    }
}
