package app.linden.remote;

import app.linden.base.Backoff;
import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.wire.StateChange;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;

import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.auth.AuthenticationException;
import org.glassfish.tyrus.client.exception.DeploymentHandshakeException;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * The live channel: JMAP over WebSocket (RFC 8887) by Tyrus, used for StateChange alone. Lives on a
 * virtual thread of its own that connects, watches over the connection and connects again.
 *
 * <p>Tyrus notices neither a dead peer nor a slow handshake, so both have deadlines here.
 */
final class Live implements AutoCloseable {
    private static final Duration HANDSHAKE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration STABLE = Duration.ofMinutes(1);

    /**
     * What arrives from Tyrus' threads: a text, or nothing where a frame only shows that the peer
     * lives.
     */
    private record Frame(@Nullable String text, boolean end) {}

    private final URI address;
    private final Credential credential;
    private final List<String> types;
    private final Remote.Listener listener;
    private final Backoff backoff =
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), RandomGenerator.getDefault());
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final ClientManager client = ClientManager.createClient();
    private volatile boolean closed;
    private volatile @Nullable String pushState;

    Live(URI address, Credential credential, List<String> types, Remote.Listener listener) {
        this.address = address;
        this.credential = credential;
        this.types = List.copyOf(types);
        this.listener = listener;
    }

    void start() {
        Loop.start("socket", this::run);
    }

    private void run() {
        while (!closed) {
            long opened = System.nanoTime();
            try {
                frames.clear();
                serve(connect());
            } catch (RuntimeException e) {
                // Tyrus throws several kinds at whoever uses a session that just ended.
                if (!closed) {
                    listener.lost(
                            e instanceof Problem
                                    ? Problem.sentence(e)
                                    : "The live connection broke.");
                }
            } catch (InterruptedException e) {
                return;
            }
            if (System.nanoTime() - opened > STABLE.toNanos()) {
                backoff.reset();
            }
            pause(backoff.next());
        }
    }

    private Session connect() throws InterruptedException {
        String shown = credential.authorization();
        ClientEndpointConfig config =
                ClientEndpointConfig.Builder.create()
                        .preferredSubprotocols(List.of("jmap"))
                        .configurator(
                                new ClientEndpointConfig.Configurator() {
                                    @Override
                                    public void beforeRequest(Map<String, List<String>> headers) {
                                        headers.put("Authorization", List.of(shown));
                                    }
                                })
                        .build();
        try {
            Future<Session> opening = client.asyncConnectToServer(new Ears(), config, address);
            Session session = opening.get(HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
            session.getBasicRemote().sendText(Json.write(enable()));
            return session;
        } catch (DeploymentException | ExecutionException | TimeoutException | IOException e) {
            if (wasRefused(e)) {
                credential.renew(shown);
            }
            throw new Problem(
                    Problem.Kind.TRY_LATER,
                    "The live connection to the server could not be opened.",
                    e);
        }
    }

    /** Whether the handshake was answered 401; Tyrus says so in its own way. */
    private static boolean wasRefused(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof AuthenticationException
                    || (t instanceof DeploymentHandshakeException h
                            && h.getHttpStatusCode() == 401)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode enable() {
        var json = Json.object().put("@type", "WebSocketPushEnable");
        var list = json.putArray("dataTypes");
        types.forEach(list::add);
        if (pushState != null) {
            json.put("pushState", pushState);
        }
        return json;
    }

    private void serve(Session session) throws InterruptedException {
        try {
            listener.opened();
            Watchdog dog = new Watchdog();
            while (!closed) {
                Frame frame = frames.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (frame == null) {
                    switch (dog.look()) {
                        case WELL -> {}
                        case ASK -> session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
                        case DEAD -> {
                            listener.lost("The server has been silent for too long.");
                            return;
                        }
                        case SLEPT -> {
                            backoff.reset();
                            listener.lost("This computer slept.");
                            return;
                        }
                    }
                    continue;
                }
                dog.heard();
                if (frame.end()) {
                    listener.lost("The live connection ended.");
                    return;
                }
                listener.heard();
                if (frame.text() != null) {
                    hear(frame.text());
                }
            }
        } catch (IOException e) {
            throw new Problem(Problem.Kind.TRY_LATER, "The live connection broke.", e);
        } finally {
            end(session);
        }
    }

    private void hear(String text) {
        JsonNode json;
        try {
            json = Json.parse(text);
        } catch (Problem notJson) {
            // Not ours to understand; the timer polls anyway.
            return;
        }
        if (json.path("@type").asString("").equals("StateChange")) {
            StateChange change = StateChange.of(json);
            if (change.pushState() != null) {
                pushState = change.pushState();
            }
            listener.changed(change);
        }
    }

    private static void end(Session session) {
        try {
            session.close();
        } catch (IOException alreadyBroken) {
            // Closing was all that was left to do with it.
        }
    }

    private void pause(Duration wait) {
        try {
            frames.clear();
            Watchdog dog = new Watchdog();
            long until = System.nanoTime() + wait.toNanos();
            while (!closed && System.nanoTime() < until && !dog.slept()) {
                long left = Math.max(1, (until - System.nanoTime()) / 1_000_000);
                frames.poll(Math.min(left, LOOK.toMillis()), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        frames.add(new Frame(null, true));
        client.shutdown();
    }

    /** Called on Tyrus' threads; only passes on. */
    private final class Ears extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.setMaxIdleTimeout(0);
            session.addMessageHandler(
                    String.class,
                    (MessageHandler.Whole<String>) t -> frames.add(new Frame(t, false)));
            session.addMessageHandler(
                    PongMessage.class,
                    (MessageHandler.Whole<PongMessage>) p -> frames.add(new Frame(null, false)));
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            frames.add(new Frame(null, true));
        }

        @Override
        public void onError(Session session, Throwable error) {
            frames.add(new Frame(null, true));
        }
    }
}
