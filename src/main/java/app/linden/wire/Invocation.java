package app.linden.wire;

import app.linden.base.Problem;
import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A method call or a method response (RFC 8620, 3.2): name, arguments, call id.
 *
 * @param arguments never changed by anybody
 */
public record Invocation(String name, ObjectNode arguments, String callId) {

    ArrayNode toJson() {
        ArrayNode json = Json.array();
        json.add(name);
        json.add(arguments);
        json.add(callId);
        return json;
    }

    static Invocation of(JsonNode json) {
        if (json.isArray()
                && json.size() == 3
                && json.get(0).isString()
                && json.get(1) instanceof ObjectNode arguments
                && json.get(2).isString()) {
            return new Invocation(json.get(0).asString(), arguments, json.get(2).asString());
        }
        throw new Problem(Problem.Kind.BAD_INPUT, "A method call is [name, arguments, call id].");
    }

    /** Whether this response says that its call failed (RFC 8620, 3.6.2). */
    public boolean isError() {
        return name.equals("error");
    }
}
