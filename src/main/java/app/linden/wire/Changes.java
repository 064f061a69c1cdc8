package app.linden.wire;

import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** The response of a {@code /changes} (RFC 8620, 5.2). */
public record Changes(
        String accountId,
        String oldState,
        String newState,
        boolean hasMoreChanges,
        List<String> created,
        List<String> updated,
        List<String> destroyed) {

    public ObjectNode toJson() {
        ObjectNode json =
                Json.object()
                        .put("accountId", accountId)
                        .put("oldState", oldState)
                        .put("newState", newState)
                        .put("hasMoreChanges", hasMoreChanges);
        put(json, "created", created);
        put(json, "updated", updated);
        put(json, "destroyed", destroyed);
        return json;
    }

    public static Changes of(JsonNode json) {
        return new Changes(
                json.path("accountId").asString(""),
                json.path("oldState").asString(""),
                json.path("newState").asString(""),
                json.path("hasMoreChanges").asBoolean(false),
                texts(json.path("created")),
                texts(json.path("updated")),
                texts(json.path("destroyed")));
    }

    private static void put(ObjectNode json, String name, List<String> ids) {
        var list = json.putArray(name);
        ids.forEach(list::add);
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(t -> texts.add(t.asString("")));
        return texts;
    }
}
