package app.linden.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The smallest patch between two versions of an object. It descends into keyed maps (locations,
 * participants, alerts, overrides ...) and takes arrays and recurrence rules as one value. What an
 * object maps to null cannot be said by a pointer, where null removes, so such an object goes whole
 * (jmap-calendars 5.9.1 for overrides).
 */
final class Difference {
    private static final String OVERRIDES = "recurrenceOverrides";

    private Difference() {}

    static Patch between(ObjectNode before, ObjectNode after) {
        TreeMap<String, JsonNode> changes = new TreeMap<>();
        descend("", before, after, changes);
        return new Patch(changes);
    }

    private static void descend(
            String path, ObjectNode before, ObjectNode after, TreeMap<String, JsonNode> changes) {
        TreeSet<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (String name : names) {
            JsonNode was = before.get(name);
            JsonNode is = after.get(name);
            // No pointer names a property of the event that has no name; it stays as it is.
            boolean nameless = path.isEmpty() && name.isEmpty();
            if (nameless || (was == null ? is == null : was.equals(is))) {
                continue;
            }
            String pointer =
                    path.isEmpty() ? Pointers.escape(name) : path + "/" + Pointers.escape(name);
            if (was instanceof ObjectNode b
                    && is instanceof ObjectNode a
                    && isOpen(pointer, name, b, a)) {
                descend(pointer, b, a, changes);
            } else {
                changes.put(pointer, is == null ? Json.nil() : is);
            }
        }
    }

    private static boolean isOpen(
            String pointer, String name, ObjectNode before, ObjectNode after) {
        if (name.equals("recurrenceRule") || pointer.equals("calendarIds")) {
            return false;
        }
        boolean isOneOverride = pointer.startsWith(OVERRIDES + "/");
        return !(holdsNull(after) || (isOneOverride && holdsNull(before)));
    }

    private static boolean holdsNull(ObjectNode object) {
        return object.properties().stream().anyMatch(p -> p.getValue().isNull());
    }
}
