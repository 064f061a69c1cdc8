package app.linden.server;

import app.linden.base.Loop;
import app.linden.model.Json;
import app.linden.wire.RequestProblem;
import app.linden.wire.Response;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * One connection of JMAP over WebSocket (RFC 8887). Called on Jetty's threads, which never wait
 * here: requests run on virtual threads of their own and may overtake each other.
 *
 * <p>Public only because Jetty refuses endpoints that are not.
 */
public final class Socket implements Session.Listener.AutoDemanding, Hearer {
    private static final System.Logger LOG = System.getLogger(Socket.class.getName());

    /** Closes a socket whose sign-in has ended; from the range for private use. */
    private static final int SIGNED_OUT = 4401;

    private final Caller caller;
    private final Principal principal;
    private final String base;
    private final Devices devices;
    private final ServerData data;
    private final Api api;
    private final Turns turns;
    private final Gate gate;
    private final Hub hub;
    private final Semaphore answers = new Semaphore(Limits.CORE.maxConcurrentRequests());
    private volatile @Nullable Session session;
    private volatile @Nullable SocketQueue queue;

    /** The types to tell of, null while nothing is to be told. */
    private volatile @Nullable Set<String> types;

    Socket(
            Caller caller,
            String base,
            Devices devices,
            ServerData data,
            Api api,
            Turns turns,
            Gate gate,
            Hub hub) {
        this.caller = caller;
        this.principal = caller.principal();
        this.base = base;
        this.devices = devices;
        this.data = data;
        this.api = api;
        this.turns = turns;
        this.gate = gate;
        this.hub = hub;
    }

    @Override
    public String principalId() {
        return principal.id();
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        queue =
                new SocketQueue(
                        (text, sent, failed) ->
                                opened.sendText(
                                        text,
                                        Callback.from(
                                                sent,
                                                failure -> {
                                                    failed.run();
                                                    opened.disconnect();
                                                })),
                        change -> Json.write(change.toJson()));
        hub.opened(this);
        String deviceId = caller.deviceId();
        if (deviceId != null) {
            // It may have been signed out after the door and before the hub knew of this socket.
            inside(() -> {
                if (!devices.isThere(deviceId)) {
                    signedOut();
                }
            });
        }
    }

    @Override
    public @Nullable String deviceId() {
        return caller.deviceId();
    }

    /** Closes the socket because its sign-in has ended. */
    @Override
    public void signedOut() {
        types = null;
        Session on = session;
        if (on != null) {
            on.close(SIGNED_OUT, "Sign in again.", Callback.NOOP);
        }
    }

    /** Runs work behind the gate, on a thread that may wait. */
    private void inside(Runnable work) {
        if (gate.enter()) {
            Loop.start(
                    "socket-" + principal.login(),
                    () -> {
                        try {
                            work.run();
                        } catch (RuntimeException e) {
                            LOG.log(System.Logger.Level.ERROR, "Work for a socket failed", e);
                        } finally {
                            gate.leave();
                        }
                    });
        }
    }

    @Override
    public void onWebSocketText(String text) {
        JsonNode id = Json.nil();
        try {
            checkSize(text);
            JsonNode json = RequestText.parse(text);
            if (json.path("id").isString()) {
                id = json.path("id");
            } else if (!json.path("id").isMissingNode() && !json.path("id").isNull()) {
                throw new Refused(RequestProblem.NOT_REQUEST, "The id of a request is a string.");
            }
            switch (json.path("@type").asString("")) {
                case "Request" -> request(json, id);
                case "WebSocketPushEnable" -> enable(json);
                case "WebSocketPushDisable" -> types = null;
                default ->
                        throw new Refused(
                                RequestProblem.NOT_REQUEST,
                                "The @type is Request, WebSocketPushEnable or"
                                        + " WebSocketPushDisable.");
            }
        } catch (Refused e) {
            send(refusal(e, id), () -> {});
        }
    }

    private static void checkSize(String text) {
        long most = Limits.CORE.maxSizeRequest();
        // Each char is three octets of UTF-8 at most.
        if (text.length() > most / 3
                && text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > most) {
            throw Refused.limit(
                    "maxSizeRequest", 413, "A request has at most " + most + " octets here.");
        }
    }

    private void request(JsonNode json, JsonNode id) {
        var request = RequestText.request(json);
        if (!answers.tryAcquire()) {
            throw turns.tooMany();
        }
        if (!gate.enter()) {
            answers.release();
            throw new Refused(
                    new RequestProblem("about:blank", 503, "The server is stopping.", null));
        }
        Loop.start(
                "socket-" + principal.login(),
                () -> {
                    ObjectNode answer;
                    try {
                        Response response =
                                turns.take(
                                        principal.id(), () -> api.handle(principal, base, request));
                        answer = Json.object().put("@type", "Response");
                        if (id.isString()) {
                            answer.set("requestId", id);
                        }
                        answer.setAll(response.toJson());
                    } catch (Refused e) {
                        answer = refusal(e, id);
                    } catch (RuntimeException e) {
                        LOG.log(System.Logger.Level.ERROR, "A request failed", e);
                        answer =
                                refusal(
                                        new Refused(
                                                new RequestProblem(
                                                        "about:blank",
                                                        500,
                                                        "The server made a mistake.",
                                                        null)),
                                        id);
                    } finally {
                        gate.leave();
                    }
                    send(answer, answers::release);
                });
    }

    private static ObjectNode refusal(Refused refused, JsonNode id) {
        ObjectNode answer = Json.object().put("@type", "RequestError");
        answer.set("requestId", id);
        return answer.setAll(refused.problem().toJson());
    }

    /** RFC 8887, 4.3.5.2. */
    private void enable(JsonNode json) {
        JsonNode wanted = json.path("dataTypes");
        boolean isList = wanted.isArray() && wanted.valueStream().allMatch(JsonNode::isString);
        if (!(wanted.isNull() || wanted.isMissingNode() || isList)) {
            throw new Refused(RequestProblem.NOT_REQUEST, "dataTypes is a list of names or null.");
        }
        JsonNode since = json.path("pushState");
        if (!(since.isNull() || since.isMissingNode() || since.isString())) {
            throw new Refused(RequestProblem.NOT_REQUEST, "The pushState is a string.");
        }
        Set<String> chosen = new HashSet<>(Types.PUSHED);
        if (wanted.isArray()) {
            Set<String> named = new HashSet<>();
            wanted.forEach(t -> named.add(t.asString("")));
            chosen.retainAll(named);
        }
        types = chosen;
        if (since.isString()) {
            inside(() ->
                    data.database()
                            .read(sql -> CatchUp.since(sql, principal, since.asString()))
                            .forEach(this::tell));
        }
    }

    @Override
    public void tell(Notice notice) {
        Set<String> wanted = types;
        SocketQueue to = queue;
        if (wanted == null || to == null) {
            return;
        }
        Map<String, String> states = new TreeMap<>(notice.states());
        states.keySet().retainAll(wanted);
        if (!states.isEmpty()) {
            to.tell(notice.accountId(), states, notice.pushState());
        }
    }

    private void send(ObjectNode message, Runnable sent) {
        SocketQueue to = queue;
        Session on = session;
        if (to == null || on == null || !to.send(Json.write(message), sent)) {
            sent.run();
            if (on != null) {
                on.close(StatusCode.POLICY_VIOLATION, "Read your answers.", Callback.NOOP);
            }
        }
    }

    @Override
    public void ping() {
        Session on = session;
        if (on != null && on.isOpen()) {
            on.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    /** Says goodbye; done when that is on its way. */
    @Override
    public CompletableFuture<Void> goAway() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Session on = session;
        if (on == null || !on.isOpen()) {
            done.complete(null);
        } else {
            on.close(
                    StatusCode.SHUTDOWN,
                    "The server is stopping.",
                    Callback.from(() -> done.complete(null), e -> done.complete(null)));
        }
        return done;
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        Session on = session;
        if (on != null) {
            on.close(StatusCode.BAD_DATA, "Messages are texts.", Callback.NOOP);
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        hub.ended(this);
    }

    @Override
    public void onWebSocketClose(int status, String reason, Callback callback) {
        hub.ended(this);
        callback.succeed();
    }
}
