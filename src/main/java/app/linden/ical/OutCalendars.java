package app.linden.ical;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The calendar objects that a Group becomes: one, and those that {@link Groups} kept in it, each
 * with its zones and method, which must be known before its first entry is written.
 */
final class OutCalendars {
    private final List<JsonNode> further = new ArrayList<>();
    private final List<ZonesInUse> zones = new ArrayList<>();
    private final Map<String, Integer> byUid = new HashMap<>();

    OutCalendars(JsonNode group) {
        JsonNode components = group.path("iCalendar").path("components");
        zones.add(new ZonesInUse(KeptZones.of(components)));
        for (JsonNode component : components) {
            if (isCalendar(component)) {
                further.add(component);
                zones.add(new ZonesInUse(KeptZones.of(component.path(2))));
                for (JsonNode property : component.path(1)) {
                    if (isEntry(property)) {
                        byUid.putIfAbsent(property.path(3).asString(""), further.size());
                    }
                }
            }
        }
    }

    static boolean isCalendar(JsonNode component) {
        return component.path(0).asString("").equalsIgnoreCase("vcalendar");
    }

    /** Whether a property of a calendar only says that an entry is of it. */
    static boolean isEntry(JsonNode property) {
        return property.path(0).asString("").equalsIgnoreCase(Groups.ENTRY);
    }

    /** Looks through an entry. */
    void add(ObjectNode entry) {
        zones.get(of(entry)).add(entry);
    }

    /** The number of the calendar that an entry belongs to, 0 for the Group's own. */
    int of(ObjectNode entry) {
        return byUid.getOrDefault(entry.path("uid").asString(""), 0);
    }

    int count() {
        return zones.size();
    }

    ZonesInUse zones(int number) {
        return zones.get(number);
    }

    /** The calendar of a number above 0, in the form of jCal. */
    JsonNode kept(int number) {
        return further.get(number - 1);
    }
}
