package app.linden.sim;

import app.linden.model.Json;
import app.linden.remote.RemoteOverBytes.Bytes;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Carries one exchange's requests to the server and lets happen to them what the step says. */
final class SimWire {
    private final World world;
    private Fault fault = Fault.NONE;
    private int left;
    private boolean small;

    SimWire(World world) {
        this.world = world;
    }

    void arm(Fault next, int at) {
        fault = next;
        left = at;
        small = next == Fault.SMALL_PAGES;
        if (small) {
            world.injected(next);
            fault = Fault.NONE;
        }
    }

    Bytes send(Device device, byte @Nullable [] meant) throws IOException {
        byte[] request = world.bug.sends(device, meant);
        Bytes answer;
        try {
            answer = carried(device, request);
        } catch (IOException e) {
            Bytes imagined = world.bug.imagines(device, meant);
            if (imagined == null) {
                throw e;
            }
            return imagined;
        }
        return world.bug.hears(device, meant, answer);
    }

    private Bytes carried(Device device, byte @Nullable [] given) throws IOException {
        byte[] request = given;
        if (small && request != null) {
            request = bytes(text(request).replace("\"maxChanges\":500", "\"maxChanges\":1"));
        }
        boolean writes = request != null && text(request).contains("/set\"");
        Fault now = Fault.NONE;
        if (fault != Fault.NONE && fits(request, writes) && left-- <= 0) {
            now = fault;
            fault = Fault.NONE;
            world.injected(now);
        }
        return switch (now) {
            case NONE, SMALL_PAGES -> world.answer(device, request);
            case REQUEST_LOST -> throw new IOException("lost");
            case RESPONSE_LOST -> {
                world.answer(device, request);
                throw new IOException("lost");
            }
            case TWICE -> {
                Bytes first = world.answer(device, request);
                world.answer(device, request);
                yield first;
            }
            case TWICE_SECOND_ANSWER -> {
                world.answer(device, request);
                yield world.answer(device, request);
            }
            case LATE -> {
                world.late(device, request);
                throw new IOException("timeout");
            }
            case CUT -> {
                Bytes whole = world.answer(device, request);
                yield new Bytes(
                        whole.status(),
                        whole.type(),
                        Arrays.copyOf(whole.body(), whole.body().length / 2));
            }
            case LOGIN_PAGE -> new Bytes(200, "text/html", bytes("<html>Sign in</html>"));
            case HTTP_401 -> http(401);
            case HTTP_403 -> http(403);
            case HTTP_413 -> http(413);
            case HTTP_429 -> http(429);
            case HTTP_500 -> http(500);
            case HTTP_502 -> http(502);
            case HTTP_503 -> http(503);
            case STATE_MISMATCH -> errors(request, "stateMismatch");
            case SERVER_UNAVAILABLE -> errors(request, "serverUnavailable");
            case SERVER_FAIL -> errors(request, "serverFail");
            case SERVER_PARTIAL_FAIL -> {
                world.answer(device, request);
                yield errors(request, "serverPartialFail");
            }
            case ITEMS_RATE_LIMITED -> items(request, "rateLimit");
            case ITEMS_REFUSED -> items(request, "overQuota");
            case CHANGES_FORGOTTEN -> {
                world.server.forgetChanges();
                yield world.answer(device, request);
            }
            case SMALL_BATCHES -> {
                Bytes whole = world.answer(device, request);
                yield new Bytes(
                        whole.status(),
                        whole.type(),
                        bytes(
                                text(whole.body())
                                        .replace(
                                                "\"maxObjectsInSet\":500",
                                                "\"maxObjectsInSet\":1")));
            }
            case KILLED_BEFORE -> throw new Killed();
            case KILLED_AFTER -> {
                world.answer(device, request);
                throw new Killed();
            }
            case SOMEBODY_QUICKER -> {
                world.quicker(device);
                yield world.answer(device, request);
            }
            case EDITED_MEANWHILE -> {
                Bytes whole = world.answer(device, request);
                world.edited(device);
                yield whole;
            }
            case SERVER_RESTARTS -> {
                world.restartServer();
                yield world.answer(device, request);
            }
        };
    }

    private boolean fits(byte @Nullable [] request, boolean writes) {
        return switch (fault) {
            case SMALL_BATCHES -> request == null;
            case SERVER_UNAVAILABLE, SERVER_FAIL -> request != null;
            default -> !fault.ofWrites || writes;
        };
    }

    private static Bytes http(int status) {
        return new Bytes(status, "text/plain", bytes("no"));
    }

    private static Bytes errors(byte @Nullable [] request, String type) {
        ArrayNode responses = Json.array();
        for (JsonNode call : Json.parseObject(text(request)).path("methodCalls")) {
            responses.addArray().add("error").add(Json.object().put("type", type)).add(call.get(2));
        }
        return answer(responses);
    }

    private static Bytes items(byte @Nullable [] request, String type) {
        ArrayNode responses = Json.array();
        for (JsonNode call : Json.parseObject(text(request)).path("methodCalls")) {
            ObjectNode result = Json.object();
            result.set("accountId", call.get(1).get("accountId"));
            result.put("oldState", call.get(1).path("ifInState").asString("0"));
            result.put("newState", call.get(1).path("ifInState").asString("0"));
            ObjectNode error = Json.object().put("type", type);
            for (String part : new String[] {"create", "update"}) {
                String name =
                        "not" + Character.toUpperCase(part.charAt(0)) + part.substring(1) + "d";
                ObjectNode not = result.putObject(name);
                call.get(1).path(part).properties().forEach(p -> not.set(p.getKey(), error));
            }
            ObjectNode not = result.putObject("notDestroyed");
            call.get(1).path("destroy").forEach(id -> not.set(id.asString(), error));
            responses.addArray().add(call.get(0)).add(result).add(call.get(2));
        }
        return answer(responses);
    }

    private static Bytes answer(ArrayNode responses) {
        ObjectNode whole = Json.object();
        whole.set("methodResponses", responses);
        whole.put("sessionState", "?");
        return new Bytes(200, "application/json", bytes(Json.write(whole)));
    }

    static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
