package app.linden.sim;

import app.linden.model.Json;
import app.linden.remote.RemoteOverBytes.Bytes;
import app.linden.store.Doors;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Consumer;

/** How planted bugs change what goes over a wire and what lies in a cache. */
final class Tampering {
    private Tampering() {}

    static boolean isSet(byte @Nullable [] request) {
        return SimWire.text(request).contains("/set\"");
    }

    /** The request with the arguments of its /set changed. */
    static byte @Nullable [] set(byte @Nullable [] request, Consumer<ObjectNode> change) {
        if (request == null || !isSet(request)) {
            return request;
        }
        ObjectNode whole = Json.parseObject(SimWire.text(request));
        for (JsonNode call : whole.path("methodCalls")) {
            change.accept((ObjectNode) call.get(1));
        }
        return SimWire.bytes(Json.write(whole));
    }

    /** The answer with the arguments of each of its responses changed. */
    static Bytes answer(Bytes answer, Consumer<ObjectNode> change) {
        if (answer.status() != 200 || !SimWire.text(answer.body()).startsWith("{\"methodResp")) {
            return answer;
        }
        ObjectNode whole;
        try {
            whole = Json.parseObject(SimWire.text(answer.body()));
        } catch (app.linden.base.Problem cut) {
            return answer;
        }
        for (JsonNode response : whole.path("methodResponses")) {
            change.accept((ObjectNode) response.get(1));
        }
        return new Bytes(200, answer.type(), SimWire.bytes(Json.write(whole)));
    }

    /** An answer to a /set by which everything was done. */
    static @Nullable Bytes allDone(byte @Nullable [] request) {
        if (!isSet(request)) {
            return null;
        }
        ArrayNode responses = Json.array();
        for (JsonNode call : Json.parseObject(SimWire.text(request)).path("methodCalls")) {
            JsonNode set = call.get(1);
            ObjectNode result = Json.object();
            result.set("accountId", set.get("accountId"));
            result.put("oldState", "?").put("newState", "?");
            ObjectNode created = result.putObject("created");
            set.path("create")
                    .properties()
                    .forEach(c -> created.putObject(c.getKey()).put("id", "never" + c.getKey()));
            ObjectNode updated = result.putObject("updated");
            set.path("update").properties().forEach(u -> updated.putNull(u.getKey()));
            ArrayNode destroyed = result.putArray("destroyed");
            set.path("destroy").forEach(destroyed::add);
            responses.addArray().add(call.get(0)).add(result).add(call.get(2));
        }
        ObjectNode whole = Json.object();
        whole.set("methodResponses", responses);
        whole.put("sessionState", "?");
        return new Bytes(200, "application/json", SimWire.bytes(Json.write(whole)));
    }

    static void sql(Device device, String... statements) {
        Doors.write(device.store, sql -> List.of(statements).forEach(s -> sql.update(s)));
    }
}
