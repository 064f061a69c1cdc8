package app.linden.remote;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.wire.Request;
import app.linden.wire.Response;
import app.linden.wire.Session;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The real encoding and decoding of requests over a wire that is no socket. */
public final class RemoteOverBytes implements Remote {
    /** What came back. */
    public record Bytes(int status, String type, byte[] body) {}

    /** Carries bytes there and back; an IOException when it breaks. */
    @FunctionalInterface
    public interface Wire {
        /**
         * @param request null for the session
         */
        Bytes send(byte @Nullable [] request) throws IOException;
    }

    private final Wire wire;
    private @Nullable String sessionState;
    private boolean moved;

    public RemoteOverBytes(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Session session() {
        return Session.of(exchange(null));
    }

    @Override
    public Response call(Request request) {
        byte[] bytes = Json.write(request.toJson()).getBytes(StandardCharsets.UTF_8);
        Response response;
        try {
            response = Response.of(exchange(bytes));
        } catch (Problem e) {
            throw Answer.explained(e);
        }
        moved |= sessionState != null && !sessionState.equals(response.sessionState());
        sessionState = response.sessionState();
        return response;
    }

    private JsonNode exchange(byte @Nullable [] request) {
        try {
            Bytes answer = wire.send(request);
            return Answer.json(
                    answer.status,
                    answer.type,
                    Duration.ZERO,
                    () -> new String(answer.body, StandardCharsets.UTF_8));
        } catch (Problem e) {
            throw Answer.explained(e);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.TRY_LATER, "The connection to the server broke.", e);
        }
    }

    @Override
    public boolean sessionMoved() {
        boolean was = moved;
        moved = false;
        return was;
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        return () -> {};
    }

    @Override
    public void close() {}
}
