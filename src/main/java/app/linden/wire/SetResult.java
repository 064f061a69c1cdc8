package app.linden.wire;

import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The response of a {@code /set} (RFC 8620, 5.3).
 *
 * @param created creation id to what the server set, the id among it
 * @param updated id to what the server set beyond the patch; an empty object where that is nothing
 */
public record SetResult(
        String accountId,
        @Nullable String oldState,
        @Nullable String newState,
        Map<String, ObjectNode> created,
        Map<String, ObjectNode> updated,
        List<String> destroyed,
        Map<String, SetError> notCreated,
        Map<String, SetError> notUpdated,
        Map<String, SetError> notDestroyed) {

    public ObjectNode toJson() {
        ObjectNode json =
                Json.object()
                        .put("accountId", accountId)
                        .put("oldState", oldState)
                        .put("newState", newState);
        putAll(json, "created", created);
        putAll(json, "updated", updated);
        ArrayNode gone = json.putArray("destroyed");
        destroyed.forEach(gone::add);
        putErrors(json, "notCreated", notCreated);
        putErrors(json, "notUpdated", notUpdated);
        putErrors(json, "notDestroyed", notDestroyed);
        return json;
    }

    public static SetResult of(JsonNode json) {
        List<String> destroyed = new ArrayList<>();
        json.path("destroyed").forEach(d -> destroyed.add(d.asString("")));
        return new SetResult(
                json.path("accountId").asString(""),
                json.path("oldState").isString() ? json.path("oldState").asString() : null,
                json.path("newState").isString() ? json.path("newState").asString() : null,
                objects(json.path("created")),
                objects(json.path("updated")),
                destroyed,
                errors(json.path("notCreated")),
                errors(json.path("notUpdated")),
                errors(json.path("notDestroyed")));
    }

    private static void putAll(ObjectNode json, String name, Map<String, ObjectNode> objects) {
        ObjectNode target = json.putObject(name);
        objects.forEach((id, value) ->
                target.set(id, value.isEmpty() && name.equals("updated") ? Json.nil() : value));
    }

    private static void putErrors(ObjectNode json, String name, Map<String, SetError> errors) {
        ObjectNode target = json.putObject(name);
        errors.forEach((id, error) -> target.set(id, error.toJson()));
    }

    private static Map<String, ObjectNode> objects(JsonNode json) {
        Map<String, ObjectNode> objects = new LinkedHashMap<>();
        json.properties()
                .forEach(p ->
                        objects.put(
                                p.getKey(),
                                p.getValue() instanceof ObjectNode o ? o : Json.object()));
        return objects;
    }

    private static Map<String, SetError> errors(JsonNode json) {
        Map<String, SetError> errors = new LinkedHashMap<>();
        json.properties().forEach(p -> errors.put(p.getKey(), SetError.of(p.getValue())));
        return errors;
    }
}
