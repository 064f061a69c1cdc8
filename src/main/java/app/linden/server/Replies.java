package app.linden.server;

import app.linden.model.Json;
import app.linden.wire.RequestProblem;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes answers of HTTP, nearly all of them JSON. */
final class Replies {
    private Replies() {}

    static void json(Response response, Callback callback, JsonNode body) {
        write(response, callback, 200, "application/json", body);
    }

    static void created(Response response, Callback callback, JsonNode body) {
        write(response, callback, 201, "application/json", body);
    }

    static void refused(Response response, Callback callback, Refused refused) {
        if (refused.retryAfter() > 0) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, refused.retryAfter());
        }
        write(
                response,
                callback,
                refused.problem().status(),
                "application/problem+json",
                refused.toJson());
    }

    /** An error that RFC 8620 has no name for: its type says no more than the status. */
    static void status(Response response, Callback callback, int status, String detail) {
        refused(
                response,
                callback,
                new Refused(new RequestProblem("about:blank", status, detail, null)));
    }

    private static void write(
            Response response, Callback callback, int status, String type, JsonNode body) {
        Request request = response.getRequest();
        if (!request.consumeAvailable()
                && request.getConnectionMetaData().getHttpVersion().getVersion() < 20) {
            // Jetty closes a connection with a rest of a body in it, which the client should know.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        write(response, callback, status, type, Json.write(body).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers 200 with a text that is not JSON. */
    static void text(Response response, Callback callback, String type, byte[] text) {
        write(response, callback, 200, type, text);
    }

    private static void write(
            Response response, Callback callback, int status, String type, byte[] bytes) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, no-store, must-revalidate");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
