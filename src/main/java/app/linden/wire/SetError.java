package app.linden.wire;

import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** Why one object of a {@code /set} was not created, updated or destroyed (RFC 8620, 5.3). */
public record SetError(String type, String description, List<String> properties) {
    public SetError {
        properties = List.copyOf(properties);
    }

    public SetError(String type, String description) {
        this(type, description, List.of());
    }

    /** A value that cannot be stored, with the property named. */
    public static SetError invalid(String property, String description) {
        return new SetError("invalidProperties", description, List.of(property));
    }

    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("type", type).put("description", description);
        if (!properties.isEmpty()) {
            ArrayNode names = json.putArray("properties");
            properties.forEach(names::add);
        }
        return json;
    }

    public static SetError of(JsonNode json) {
        List<String> properties = new ArrayList<>();
        json.path("properties").forEach(p -> properties.add(p.asString("")));
        return new SetError(
                json.path("type").asString("serverFail"),
                json.path("description").asString(""),
                properties);
    }
}
