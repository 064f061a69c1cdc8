package app.linden.server;

import app.linden.model.Json;
import app.linden.wire.RequestProblem;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;

/** One exchange over HTTP: the request, what is read from it, and where the answer goes. */
record Http(Request request, Response response, Callback callback) {
    /** A body that is too large by so many octets at most is read all the same. */
    private static final int DRAINED = 1 << 20;

    String path() {
        return Request.getPathInContext(request);
    }

    /** From where it came, as far as proxies tell. */
    String address() {
        String address = Request.getRemoteAddr(request);
        return address == null ? "" : address;
    }

    /** Scheme and authority by which the client came. */
    String base() {
        HttpURI uri = request.getHttpURI();
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** Whether the request has this method; else it is answered. */
    boolean allows(String method) {
        if (request.getMethod().equals(method)) {
            return true;
        }
        response.getHeaders().put(HttpHeader.ALLOW, method);
        status(405, "This address answers " + method + ".");
        return false;
    }

    void json(ObjectNode body) {
        Replies.json(response, callback, body);
    }

    /** Answers 201. */
    void created(ObjectNode body) {
        Replies.created(response, callback, body);
    }

    void status(int status, String detail) {
        Replies.status(response, callback, status, detail);
    }

    /** The body of a request that is JSON. */
    String text(long most) {
        // First, so that nothing unread stays in the connection whatever the answer is.
        byte[] body = body(most);
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
            throw new Refused(
                    RequestProblem.NOT_JSON, "The Content-Type of a request is application/json.");
        }
        return RequestText.decode(body);
    }

    /** The body of a request that is a JSON object of a few kilobytes. */
    ObjectNode object() {
        if (RequestText.parse(text(100_000)) instanceof ObjectNode object) {
            return object;
        }
        throw new Refused(RequestProblem.NOT_REQUEST, "The request is no JSON object.");
    }

    byte[] body(long most) {
        return body(most, "maxSizeRequest");
    }

    /**
     * The whole body.
     *
     * @param limit the name of what it may not exceed
     */
    byte[] body(long most, String limit) {
        boolean waits = request.getHeaders().contains(HttpHeader.EXPECT);
        if (request.getLength() > (waits ? most : most + DRAINED)) {
            throw tooLarge(most, limit);
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes((int) most + 1);
            if (body.length > most) {
                // A client that is still sending finds the connection broken and reads no answer.
                in.skip(DRAINED);
                throw tooLarge(most, limit);
            }
            return body;
        } catch (IOException e) {
            throw new Refused(RequestProblem.NOT_JSON, "The request broke off.");
        }
    }

    private static Refused tooLarge(long most, String limit) {
        return Refused.limit(limit, 413, "A request has at most " + most + " octets here.");
    }

    /** A string of the object; empty when it is missing. */
    static String text(ObjectNode object, String name) {
        return object.path(name).asString("");
    }

    /** What writes a body. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** Answers a file, written as it is sent. */
    void download(String name, String type, Body body) {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders()
                .put(HttpHeader.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            body.write(out);
        } catch (IOException e) {
            // Whoever asked is gone; nobody is left to be told.
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }

    /** Answers that something was done. */
    void done() {
        json(Json.object());
    }
}
