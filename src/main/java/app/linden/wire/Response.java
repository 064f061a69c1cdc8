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
import java.util.Optional;
import java.util.TreeMap;

/** A JMAP response (RFC 8620, 3.4). */
public record Response(
        List<Invocation> responses, @Nullable Map<String, String> createdIds, String sessionState) {
    public Response {
        responses = List.copyOf(responses);
    }

    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("methodResponses");
        responses.forEach(r -> list.add(r.toJson()));
        if (createdIds != null) {
            ObjectNode ids = json.putObject("createdIds");
            createdIds.forEach(ids::put);
        }
        json.put("sessionState", sessionState);
        return json;
    }

    /** Reads a response; BAD_INPUT when the JSON has not the form of one. */
    public static Response of(JsonNode json) {
        if (!json.path("methodResponses").isArray()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "The answer is no JMAP response.");
        }
        List<Invocation> responses = new ArrayList<>();
        json.path("methodResponses").forEach(r -> responses.add(Invocation.of(r)));
        Map<String, String> created = null;
        if (json.path("createdIds").isObject()) {
            created = new TreeMap<>();
            for (var p : json.path("createdIds").properties()) {
                created.put(p.getKey(), p.getValue().asString(""));
            }
        }
        return new Response(responses, created, json.path("sessionState").asString(""));
    }

    /** The first response to a call. */
    public Optional<Invocation> to(String callId) {
        return responses.stream().filter(r -> r.callId().equals(callId)).findFirst();
    }
}
