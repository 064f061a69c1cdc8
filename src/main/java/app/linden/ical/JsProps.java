package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSPROP: properties of JSCalendar that travelled through iCalendar (conversion draft, 4.1.2). They
 * are applied after everything else and set only what is not there yet.
 */
final class JsProps {
    private JsProps() {}

    /** Takes out of the leftovers of {@code json} those that can be set. */
    static void apply(Component from, ObjectNode json) {
        if (from.first("JSPROP") == null) {
            return;
        }
        ArrayNode left = Json.array();
        JsonNode kept = json.path("iCalendar").path("properties");
        for (JsonNode property : kept) {
            boolean isOne = property.path(0).asString("").equals("jsprop");
            String pointer = property.path(1).path("jsptr").asString("");
            if (!isOne || !set(json, pointer, property.path(3).asString(""))) {
                left.add(property);
            }
        }
        if (json.path("iCalendar") instanceof ObjectNode form && left.size() < kept.size()) {
            form.set("properties", left);
            if (left.isEmpty()) {
                form.remove("properties");
            }
            // Only @type and the name are left: nothing that needs keeping.
            if (form.size() == 2 && form.path("name").asString("").matches("vevent|vtodo|valarm")) {
                json.remove("iCalendar");
            }
        }
    }

    private static boolean set(ObjectNode json, String pointer, String text) {
        if (pointer.isEmpty() || pointer.startsWith("/")) {
            return false;
        }
        ObjectNode at = json;
        String[] steps = pointer.split("/", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            if (!(at.path(unescaped(steps[i])) instanceof ObjectNode next)) {
                return false;
            }
            at = next;
        }
        String name = unescaped(steps[steps.length - 1]);
        if (at.has(name)) {
            return true;
        }
        try {
            JsonNode value = Json.parse(text);
            if (value.isNull()) {
                return false;
            }
            at.set(name, value);
            return true;
        } catch (Problem notJson) {
            return false;
        }
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
