package app.linden.remote;

import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

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

    private Meaning() {}

    static boolean same(@Nullable JsonNode one, JsonNode other) {
        return one != null && (one.equals(other) || plain(one).equals(plain(other)));
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
            JsonNode v = p.getValue();
            boolean usual =
                    p.getKey().equals("@type")
                            || (v.isValueNode() && v.asString("").equals(USUAL.get(p.getKey())));
            if (!usual) {
                result.set(p.getKey(), plain(v));
            }
        }
        return result;
    }
}
