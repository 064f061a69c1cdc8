package app.linden.remote;

import app.linden.model.Json;
import app.linden.model.OccurrencePatch;
import app.linden.model.Pointers;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An event of JSCalendar 2.0 in the words of 1.0 (RFC 8984), with only what Cyrus 3.12 was seen to
 * keep.
 */
final class Version1Writer {
    private static final String END_ZONE = "end-zone";

    private static final Set<String> SIMPLE =
            Set.of(
                    "@type",
                    "uid",
                    "calendarIds",
                    "title",
                    "description",
                    "color",
                    "excludedRecurrenceRules",
                    "recurrenceRules",
                    "priority",
                    "freeBusyStatus",
                    "privacy",
                    "useDefaultAlerts",
                    "start",
                    "timeZone",
                    "duration",
                    "showWithoutTime",
                    "status",
                    "mayInviteSelf",
                    "mayInviteOthers",
                    "hideAttendees");

    private Version1Writer() {}

    static ObjectNode write(ObjectNode event) {
        ObjectNode result = Json.object();
        for (Map.Entry<String, JsonNode> p : event.properties()) {
            if (SIMPLE.contains(p.getKey()) && !p.getValue().isNull()) {
                result.set(p.getKey(), p.getValue().deepCopy());
            }
        }
        some(event, result);
        if (event.get("recurrenceRule") instanceof ObjectNode rule) {
            result.putArray("recurrenceRules").add(rule.deepCopy());
        }
        for (String container : Version1Parts.CONTAINERS) {
            if (event.get(container) instanceof ObjectNode parts) {
                ObjectNode written = Version1Parts.all(container, parts, event);
                if (!written.isEmpty()) {
                    result.set(container, written);
                }
            }
        }
        endZone(event, result);
        replyTo(event, result);
        if (event.get("recurrenceOverrides") instanceof ObjectNode overrides
                && !overrides.isEmpty()) {
            ObjectNode written = result.putObject("recurrenceOverrides");
            overrides
                    .properties()
                    .forEach(o -> written.set(o.getKey(), override(o.getValue(), event, result)));
        }
        return result;
    }

    /** What the server keeps only sometimes. */
    private static void some(ObjectNode event, ObjectNode result) {
        if (!event.path("title").asString("").isEmpty() && event.path("locale").isString()) {
            result.set("locale", event.path("locale"));
        }
        if (event.get("keywords") instanceof ObjectNode keywords) {
            ObjectNode whole = keywords(keywords);
            if (!whole.isEmpty()) {
                result.set("keywords", whole);
            }
        }
        if (!event.path("showWithoutTime").asBoolean(false)) {
            for (String name : List.of("recurrenceId", "recurrenceIdTimeZone")) {
                if (event.path(name).isString()) {
                    result.set(name, event.path(name));
                }
            }
        }
    }

    /** One with a comma would become two. */
    private static ObjectNode keywords(ObjectNode keywords) {
        ObjectNode whole = keywords.deepCopy();
        List.copyOf(whole.propertyNames()).stream()
                .filter(k -> k.indexOf(',') >= 0)
                .forEach(whole::remove);
        return whole;
    }

    static boolean isEnd(JsonNode location) {
        return location.path("relativeTo").asString("").equals("end")
                && location.path("timeZone").isString();
    }

    private static void endZone(ObjectNode event, ObjectNode result) {
        String zone = event.path("endTimeZone").asString("");
        String start = event.path("timeZone").asString("");
        if (zone.isEmpty() || start.isEmpty() || zone.equals(start)) {
            return;
        }
        ObjectNode locations =
                result.get("locations") instanceof ObjectNode o ? o : result.putObject("locations");
        for (JsonNode location : locations) {
            if (isEnd(location)) {
                ((ObjectNode) location).put("timeZone", zone);
                return;
            }
        }
        locations
                .putObject(END_ZONE)
                .put("@type", "Location")
                .put("relativeTo", "end")
                .put("timeZone", zone);
    }

    /** Only together with participants; without it the server puts its user in. */
    private static void replyTo(ObjectNode event, ObjectNode result) {
        if (!result.has("participants")) {
            return;
        }
        ObjectNode replyTo =
                event.get("replyTo") instanceof ObjectNode other ? other.deepCopy() : Json.object();
        String address = event.path("organizerCalendarAddress").asString("");
        if (!address.isEmpty()) {
            replyTo.put(Version1Parts.method(address), address);
        }
        if (!replyTo.isEmpty()) {
            result.set("replyTo", replyTo);
        }
    }

    /**
     * @param series in 2.0
     * @param written the same in 1.0, without overrides
     */
    private static JsonNode override(JsonNode value, ObjectNode series, ObjectNode written) {
        ObjectNode result = Json.object();
        if (!(value instanceof ObjectNode override)) {
            return result;
        }
        if (override.path("excluded").asBoolean(false)) {
            return result.put("excluded", true);
        }
        for (Map.Entry<String, JsonNode> p : override.properties()) {
            JsonNode change = change(p.getKey(), p.getValue(), series, written);
            if (change != null) {
                result.set(p.getKey(), change);
            }
        }
        return result;
    }

    /** The new value in 1.0; nothing where 1.0 or this server has no place for it. */
    private static @Nullable JsonNode change(
            String pointer, JsonNode value, ObjectNode series, ObjectNode written) {
        List<String> names = Pointers.names(pointer);
        String property = names.getFirst();
        if (OccurrencePatch.isIgnored(pointer)) {
            return null;
        }
        if (!Version1Parts.CONTAINERS.contains(property)) {
            if (pointer.equals("keywords")) {
                return value instanceof ObjectNode o ? keywords(o) : value;
            }
            boolean goes =
                    (SIMPLE.contains(property) || property.equals("keywords"))
                            && !property.equals("calendarIds")
                            && (names.size() == 1
                                    || (!names.get(1).contains(",")
                                            && written.path(property).isObject()));
            return goes ? value : null;
        }
        if (names.size() == 1) {
            ObjectNode parts =
                    value instanceof ObjectNode all
                            ? Version1Parts.all(property, all, series)
                            : Json.object();
            return parts.isEmpty() ? Json.nil() : parts;
        }
        if (!written.path(property).isObject()) {
            return null;
        }
        if (names.size() == 2) {
            return value instanceof ObjectNode part
                    ? Version1Parts.one(property, part, series)
                    : value;
        }
        return written.path(property).has(names.get(1))
                ? Version1Parts.member(property, names.subList(2, names.size()), value)
                : null;
    }
}
