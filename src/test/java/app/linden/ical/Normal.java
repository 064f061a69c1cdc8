package app.linden.ical;

import app.linden.model.Json;
import app.linden.model.Length;
import app.linden.model.OccurrencePatch;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event in the form in which it is compared with what came back from iCalendar: without the
 * differences that docs/icalendar.md allows there.
 */
final class Normal {
    /** Of one person, one server or the whole file. */
    private static final List<String> NOT_WRITTEN =
            List.of(
                    "id",
                    "baseEventId",
                    "calendarIds",
                    "isDraft",
                    "isOrigin",
                    "utcStart",
                    "utcEnd",
                    "useDefaultAlerts",
                    "prodId",
                    "version");

    private Normal() {}

    /** Pointers to values, of the event and of each occurrence that it changes. */
    static Map<String, String> of(ObjectNode event) {
        Map<String, String> all = new TreeMap<>();
        ObjectNode series = event.deepCopy();
        JsonNode overrides = series.remove("recurrenceOverrides");
        flat("", whole(series, overrides != null || series.has("recurrenceRule")), all);
        if (overrides == null) {
            return all;
        }
        ObjectNode single = event.deepCopy();
        single.remove(
                List.of(
                        "recurrenceRule",
                        "recurrenceOverrides",
                        // What no occurrence can have of its own.
                        "relatedTo",
                        "privacy",
                        "recurrenceId",
                        "recurrenceIdTimeZone"));
        for (Map.Entry<String, JsonNode> e : overrides.properties()) {
            String at = "[" + e.getKey() + "]";
            if (e.getValue().path("excluded").asBoolean(false)) {
                all.put(at, "excluded");
            } else if (e.getValue() instanceof ObjectNode patch) {
                single.put("start", e.getKey());
                ObjectNode changed =
                        whole(new OccurrencePatch(patch).applyLeniently(single), false);
                // The start is an occurrence anyway.
                boolean isSaid = e.getKey().equals(event.path("start").asString(""));
                if (!isSaid || !changed.equals(whole(single, false))) {
                    flat(at, changed, all);
                }
            }
        }
        return all;
    }

    private static ObjectNode whole(ObjectNode event, boolean repeats) {
        ObjectNode whole = event.deepCopy();
        whole.remove(NOT_WRITTEN);
        whole.remove("excluded");
        length(whole, repeats);
        for (JsonNode alert : whole.path("alerts")) {
            usual(alert.path("trigger"), "relativeTo", "start");
            usual(alert, "action", "display");
        }
        usual(whole, "descriptionContentType", "text/plain");
        usual(whole, "showWithoutTime", "false");
        usual(whole.path("recurrenceRule"), "interval", "1");
        people(whole);
        places(whole);
        form(whole, "");
        for (String parts : List.of("alerts", "locations", "participants")) {
            for (Map.Entry<String, JsonNode> e : whole.path(parts).properties()) {
                form(e.getValue(), e.getKey());
            }
        }
        return whole;
    }

    /** In its shortest form; exact when the end is in another zone, since DTEND is an instant. */
    private static void length(ObjectNode whole, boolean repeats) {
        String zone = whole.path("timeZone").asString("");
        String endZone = whole.path("endTimeZone").asString(zone);
        Length length = Length.parse(whole.path("duration").asString("PT0S"));
        if (!zone.isEmpty() && !zone.equals(endZone) && !repeats) {
            ZonedDateTime start =
                    LocalDateTime.parse(whole.path("start").asString()).atZone(ZoneId.of(zone));
            ZonedDateTime end = length.after(start.toLocalDateTime(), start.getZone());
            length = new Length(0, ChronoUnit.SECONDS.between(start, end));
        }
        whole.put("duration", length.toString());
        usual(whole, "duration", Length.ZERO.toString());
    }

    /** What need not be said. */
    private static void usual(JsonNode object, String property, String value) {
        if (object instanceof ObjectNode o && o.path(property).asString("").equals(value)) {
            o.remove(property);
        }
    }

    /** The organizer is a participant and its owner, whose SENT-BY is that of the event too. */
    private static void people(ObjectNode whole) {
        String organizer = whole.path("organizerCalendarAddress").asString("");
        whole.remove("sentBy");
        if (organizer.isEmpty()) {
            return;
        }
        ObjectNode people = Names.child(whole, "participants");
        for (JsonNode person : people) {
            if (person.path("calendarAddress").asString("").equals(organizer)) {
                Names.child((ObjectNode) person, "roles").put("owner", true);
                return;
            }
        }
        ObjectNode owner = people.putObject(Keys.of(organizer));
        owner.put("calendarAddress", organizer).putObject("roles").put("owner", true);
    }

    /** Of several locations, LOCATION says which one is the main one. */
    private static void places(ObjectNode whole) {
        if (whole.path("locations").size() > 1) {
            whole.remove("mainLocationId");
        }
    }

    /** Takes out of what was kept of iCalendar all that says nothing of its own. */
    private static void form(JsonNode object, String key) {
        if (!(object instanceof ObjectNode o && o.path("iCalendar") instanceof ObjectNode kept)) {
            return;
        }
        if (kept.path("properties") instanceof ArrayNode properties) {
            properties.removeIf(p ->
                    p.path(1).path("derived").asString("").equals("TRUE")
                            // Beside the EXDATE of what does not repeat otherwise.
                            || p.path(0).asString().equals("rdate")
                            || (p.path(0).asString().equals("uid")
                                    && p.path(3).asString().equals(key)));
            if (properties.isEmpty()) {
                kept.remove("properties");
            }
        }
        if (kept.path("convertedProperties") instanceof ObjectNode converted) {
            // The name of a zone stays with the times that had it.
            for (JsonNode one : converted) {
                if (one.path("parameters") instanceof ObjectNode parameters) {
                    parameters.remove("tzid");
                    if (parameters.isEmpty()) {
                        ((ObjectNode) one).remove("parameters");
                    }
                }
            }
            converted.properties().removeIf(p -> !p.getValue().has("parameters"));
            if (converted.isEmpty()) {
                kept.remove("convertedProperties");
            }
        }
        kept.remove("name");
        kept.remove("@type");
        if (kept.isEmpty()) {
            o.remove("iCalendar");
        }
    }

    private static void flat(String at, JsonNode node, Map<String, String> all) {
        if (!node.isObject() || node.isEmpty() || (node.size() == 1 && node.has("@type"))) {
            all.put(at, node.isObject() ? "{}" : Json.write(node));
            return;
        }
        for (Map.Entry<String, JsonNode> e : node.properties()) {
            if (!e.getKey().equals("@type") || at.isEmpty()) {
                flat(at + "/" + e.getKey(), e.getValue(), all);
            }
        }
    }
}
