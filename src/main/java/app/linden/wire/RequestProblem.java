package app.linden.wire;

import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request-level error as problem details (RFC 8620, 3.6.1; RFC 7807).
 *
 * @param type such as {@code urn:ietf:params:jmap:error:notRequest}
 * @param limit the limit that was exceeded, with {@link #LIMIT}
 */
public record RequestProblem(String type, int status, String detail, @Nullable String limit) {
    public static final String UNKNOWN_CAPABILITY = "urn:ietf:params:jmap:error:unknownCapability";
    public static final String NOT_JSON = "urn:ietf:params:jmap:error:notJSON";
    public static final String NOT_REQUEST = "urn:ietf:params:jmap:error:notRequest";
    public static final String LIMIT = "urn:ietf:params:jmap:error:limit";

    public ObjectNode toJson() {
        ObjectNode json =
                Json.object().put("type", type).put("status", status).put("detail", detail);
        if (limit != null) {
            json.put("limit", limit);
        }
        return json;
    }

    public static RequestProblem of(JsonNode json) {
        return new RequestProblem(
                json.path("type").asString("about:blank"),
                json.path("status").asInt(0),
                json.path("detail").asString(""),
                json.path("limit").isString() ? json.path("limit").asString() : null);
    }
}
