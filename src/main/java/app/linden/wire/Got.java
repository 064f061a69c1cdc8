package app.linden.wire;

import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** The response of a {@code /get} (RFC 8620, 5.1). */
public record Got(String accountId, String state, List<ObjectNode> list, List<String> notFound) {

    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("accountId", accountId).put("state", state);
        var objects = json.putArray("list");
        list.forEach(objects::add);
        var missing = json.putArray("notFound");
        notFound.forEach(missing::add);
        return json;
    }

    public static Got of(JsonNode json) {
        List<ObjectNode> list = new ArrayList<>();
        for (JsonNode item : json.path("list")) {
            if (item instanceof ObjectNode o) {
                list.add(o);
            }
        }
        return new Got(
                json.path("accountId").asString(""),
                json.path("state").asString(""),
                list,
                Changes.texts(json.path("notFound")));
    }
}
