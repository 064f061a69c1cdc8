package app.linden.wire;

import app.linden.base.Problem;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JMAP request (RFC 8620, 3.3).
 *
 * @param createdIds null when the client does not ask for them back
 */
public record Request(
        List<String> using, List<Invocation> calls, @Nullable Map<String, String> createdIds) {
    public Request {
        using = List.copyOf(using);
        calls = List.copyOf(calls);
    }

    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        ArrayNode names = json.putArray("using");
        using.forEach(names::add);
        ArrayNode list = json.putArray("methodCalls");
        calls.forEach(c -> list.add(c.toJson()));
        if (createdIds != null) {
            ObjectNode ids = json.putObject("createdIds");
            createdIds.forEach(ids::put);
        }
        return json;
    }

    /**
     * Reads a request.
     *
     * @throws Problem BAD_INPUT when the JSON has not the form of a request (the server answers
     *     notRequest)
     */
    public static Request of(JsonNode json) {
        if (!json.path("using").isArray() || !json.path("methodCalls").isArray()) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "A request needs the arrays using and methodCalls.");
        }
        List<String> using = new ArrayList<>();
        for (JsonNode name : json.path("using")) {
            if (!name.isString()) {
                throw new Problem(
                        Problem.Kind.BAD_INPUT, "The array using holds names of capabilities.");
            }
            using.add(name.asString());
        }
        List<Invocation> calls = new ArrayList<>();
        json.path("methodCalls").forEach(c -> calls.add(Invocation.of(c)));
        JsonNode ids = json.path("createdIds");
        if (ids.isMissingNode() || ids.isNull()) {
            return new Request(using, calls, null);
        }
        if (!ids.isObject()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "createdIds is an object.");
        }
        Map<String, String> created = new TreeMap<>();
        for (var p : ids.properties()) {
            if (!p.getValue().isString()) {
                throw new Problem(Problem.Kind.BAD_INPUT, "createdIds holds ids.");
            }
            created.put(p.getKey(), p.getValue().asString());
        }
        return new Request(using, calls, created);
    }
}
