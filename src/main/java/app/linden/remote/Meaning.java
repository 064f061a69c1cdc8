package app.linden.remote;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.model.Length;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Set;

/**
 * Whether two values of an event mean the same, however they are spelled: types and values that are
 * usual say nothing (RFC 8984 and jscalendarbis, defaults of the properties).
 */
final class Meaning {
    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry("expectReply", "false"),
                    Map.entry("participationStatus", "needs-action"),
                    Map.entry("relativeTo", "start"),
                    Map.entry("action", "display"),
                    Map.entry("interval", "1"),
                    Map.entry("rscale", "gregorian"),
                    Map.entry("skip", "omit"),
                    Map.entry("firstDayOfWeek", "mo"),
                    Map.entry("scheduleSequence", "0"),
                    Map.entry("description", ""),
                    Map.entry("name", ""));

    private static final Set<String> LENGTHS = Set.of("duration", "offset");

    private Meaning() {}

    static boolean same(String name, @Nullable JsonNode one, JsonNode other) {
        if (one == null) {
            return false;
        }
        return one.equals(other)
                || (LENGTHS.contains(name)
                        ? length(one).equals(length(other))
                        : plain(one).equals(plain(other)));
    }

    private static JsonNode plain(JsonNode value) {
        if (value instanceof ArrayNode list) {
            ArrayNode result = Json.array();
            list.forEach(v -> result.add(plain(v)));
            return result;
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        ObjectNode result = Json.object();
        for (Map.Entry<String, JsonNode> p : object.properties()) {
            if (!isUsual(p.getKey(), p.getValue())) {
                result.set(
                        p.getKey(),
                        LENGTHS.contains(p.getKey()) ? length(p.getValue()) : plain(p.getValue()));
            }
        }
        return result;
    }

    /** Whether a property inside an event says nothing by this value. */
    static boolean isUsual(String name, JsonNode value) {
        return name.equals("@type")
                || (value.isValueNode() && value.asString("").equals(USUAL.get(name)));
    }

    /** A week is seven days. */
    private static JsonNode length(JsonNode value) {
        String text = value.asString("");
        boolean before = text.startsWith("-");
        try {
            String length = Length.parse(before ? text.substring(1) : text).toString();
            return Json.text(before ? "-" + length : length);
        } catch (Problem none) {
            // Not one that Linden reads; then it is compared as it is written.
            return value;
        }
    }
}
