package app.linden.wire;

import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The limits that a server declares in its core capability (RFC 8620, 2); sizes in octets. */
public record CoreLimits(
        long maxSizeUpload,
        int maxConcurrentUpload,
        long maxSizeRequest,
        int maxConcurrentRequests,
        int maxCallsInRequest,
        int maxObjectsInGet,
        int maxObjectsInSet) {
    /** The smallest that RFC 8620 suggests, for servers that leave one out. */
    public static final CoreLimits SUGGESTED =
            new CoreLimits(50_000_000, 4, 10_000_000, 4, 16, 500, 500);

    public ObjectNode toJson() {
        ObjectNode json =
                Json.object()
                        .put("maxSizeUpload", maxSizeUpload)
                        .put("maxConcurrentUpload", maxConcurrentUpload)
                        .put("maxSizeRequest", maxSizeRequest)
                        .put("maxConcurrentRequests", maxConcurrentRequests)
                        .put("maxCallsInRequest", maxCallsInRequest)
                        .put("maxObjectsInGet", maxObjectsInGet)
                        .put("maxObjectsInSet", maxObjectsInSet);
        json.putArray("collationAlgorithms").add("i;unicode-casemap");
        return json;
    }

    public static CoreLimits of(JsonNode json) {
        CoreLimits s = SUGGESTED;
        return new CoreLimits(
                json.path("maxSizeUpload").asLong(s.maxSizeUpload),
                json.path("maxConcurrentUpload").asInt(s.maxConcurrentUpload),
                json.path("maxSizeRequest").asLong(s.maxSizeRequest),
                json.path("maxConcurrentRequests").asInt(s.maxConcurrentRequests),
                json.path("maxCallsInRequest").asInt(s.maxCallsInRequest),
                json.path("maxObjectsInGet").asInt(s.maxObjectsInGet),
                json.path("maxObjectsInSet").asInt(s.maxObjectsInSet));
    }
}
