package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.linden.model.Json;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A socket whose messages can be waited for. */
final class Ear implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    final LinkedBlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    final CountDownLatch ponged = new CountDownLatch(1);
    private final StringBuilder text = new StringBuilder();
    final WebSocket socket;

    Ear(TestClient client, String protocol) {
        socket =
                HTTP.newWebSocketBuilder()
                        .header("Authorization", client.authorization)
                        .subprotocols(protocol)
                        .buildAsync(
                                URI.create(
                                        "ws" + client.server.toString().substring(4) + "/jmap/ws"),
                                this)
                        .join();
    }

    Ear(TestClient client) {
        this(client, "jmap");
    }

    void send(String json) {
        socket.sendText(json.replace('\'', '"'), true).join();
    }

    JsonNode next() {
        try {
            JsonNode next = heard.poll(10, TimeUnit.SECONDS);
            assertNotNull(next, "nothing was heard");
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whatever was sent before is done when this answer comes. */
    JsonNode echo() {
        send(
                "{'@type':'Request','id':'e','using':['urn:ietf:params:jmap:core'],"
                        + "'methodCalls':[['Core/echo',{},'0']]}");
        return next();
    }

    @Override
    public CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            heard.add(Json.parse(text.toString()));
            text.setLength(0);
        }
        ws.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket ws, ByteBuffer message) {
        ponged.countDown();
        ws.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket ws, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket ws, Throwable error) {
        closed.complete(-1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
