package app.linden.sim;

import app.linden.model.Json;
import app.linden.remote.RemoteOverBytes.Bytes;
import app.linden.store.Doors;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Carries one exchange's requests to the server and lets happen to them what the step says. */
final class SimWire {
    /** From here on a step's number counts writes alone. */
    static final int WRITES = 10;

    private static final int QUICKER_TIMES = 5;
    private static final Pattern NOT = Pattern.compile("\"not(Cre|Upd|Destroy)[a-z]+\":\\{\"");
    private static final Pattern PASSING =
            Pattern.compile("stateMismatch|server[UP]|cannotCalculate|\"rateLimit");

    private final World world;

    /** What waits to happen; it stays until there is a request that it can happen to. */
    private Fault fault = Fault.NONE;

    private int left;
    private boolean writesOnly;
    private boolean small;
    private boolean shortList;
    private int quicker;
    private String poisoned = "";

    /** Whether anything went wrong or was written since {@link #begin}. */
    private boolean disturbed;

    SimWire(World world) {
        this.world = world;
    }

    void arm(Fault next, int at) {
        if (next == Fault.NONE) {
            return;
        }
        fault = next;
        left = at % WRITES;
        writesOnly = at >= WRITES;
        if (next == Fault.SMALL_PAGES) {
            small = true;
            world.injected(next);
            fault = Fault.NONE;
        }
    }

    /** Nothing goes wrong any more. */
    void calm() {
        fault = Fault.NONE;
        quicker = 0;
        small = false;
        shortList = false;
    }

    void begin() {
        disturbed = small || shortList || quicker > 0;
    }

    boolean disturbed() {
        return disturbed;
    }

    /** An exchange ended. */
    void end() {
        small = false;
        shortList = false;
        quicker = 0;
    }

    /** Whether the device is to die at its next commit but so many; -1 for not. */
    int killAtCommit() {
        if (fault != Fault.KILLED_AT_COMMIT) {
            return -1;
        }
        fault = Fault.NONE;
        return left;
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
        if (refuses(answer)) {
            world.judge.refused(device);
        }
        return world.bug.hears(device, meant, answer);
    }

    /** Whether a server says no for good to something. */
    private static boolean refuses(Bytes answer) {
        String text = text(answer.body());
        return answer.status() == 413
                || NOT.matcher(text).find()
                || text.contains("[\"error\"") && !PASSING.matcher(text).find();
    }

    private Bytes carried(Device device, byte @Nullable [] given) throws IOException {
        byte[] request = given;
        if (small && request != null) {
            request = bytes(text(request).replace("\"maxChanges\":500", "\"maxChanges\":1"));
        }
        boolean writes = request != null && text(request).contains("/set\"");
        disturbed |= writes;
        Fault now = Fault.NONE;
        if (fault != Fault.NONE && fits(request, writes) && left-- <= 0) {
            now = fault;
            fault = Fault.NONE;
            disturbed = true;
            world.injected(now);
        }
        if (now == Fault.NONE && writes && quicker > 0) {
            quicker--;
            now = Fault.SOMEBODY_QUICKER;
        }
        if (now == Fault.NONE && shortList && text(request).contains("CalendarEvent/query")) {
            shortList = false;
            return without(device, world.answer(device, request));
        }
        if (now == Fault.POISON) {
            poisoned = one(request);
        }
        if (now == Fault.NONE
                && writes
                && !poisoned.isEmpty()
                && text(request).contains(poisoned)) {
            return errors(request, "serverFail");
        }
        return switch (now) {
            case POISON -> errors(request, "serverFail");
            case NONE, SMALL_PAGES, KILLED_AT_COMMIT -> world.answer(device, request);
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
            case CANNOT_CALCULATE -> errors(request, "cannotCalculateChanges");
            case SHORT_LIST -> {
                shortList = true;
                yield errors(request, "cannotCalculateChanges");
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
            case ALWAYS_QUICKER -> {
                quicker = QUICKER_TIMES;
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
            case SERVER_RESTORED -> {
                world.restoreServer();
                yield world.answer(device, request);
            }
        };
    }

    /** One of the objects that a request changes. */
    private static String one(byte @Nullable [] request) {
        for (JsonNode call : Json.parseObject(text(request)).path("methodCalls")) {
            for (String part : new String[] {"create", "update"}) {
                for (String id : call.get(1).path(part).propertyNames()) {
                    return id;
                }
            }
        }
        return "";
    }

    private boolean fits(byte @Nullable [] request, boolean writes) {
        return switch (fault) {
            case SMALL_BATCHES -> request == null;
            case CANNOT_CALCULATE, SHORT_LIST -> text(request).contains("CalendarEvent/changes");
            case KILLED_AT_COMMIT -> false;
            case SERVER_UNAVAILABLE, SERVER_FAIL -> request != null && (writes || !writesOnly);
            default -> writes || !(fault.ofWrites || writesOnly);
        };
    }

    /**
     * A list of everything that leaves out what the device has. Of what it never heard of nobody
     * could know.
     */
    private static Bytes without(Device device, Bytes answer) {
        Set<String> known = new TreeSet<>();
        Doors.objects(device.store).forEach(o -> known.add(o[1]));
        return Tampering.answer(
                answer,
                a -> {
                    if (a.get("ids") instanceof ArrayNode ids) {
                        ids.removeIf(id -> known.contains(id.asString("")));
                    }
                    if (a.get("list") instanceof ArrayNode list) {
                        list.removeIf(o -> known.contains(o.path("id").asString("")));
                    }
                });
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
