package app.linden.server;

import app.linden.wire.Request;
import app.linden.wire.RequestProblem;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * What answers over HTTP: the session, the API and the door to the WebSocket, each after HTTP
 * Basic. Runs on a virtual thread for each request and may block there.
 */
final class Front extends Handler.Abstract {
    private static final System.Logger LOG = System.getLogger(Front.class.getName());

    private final ServerData data;
    private final SignIn signIn;
    private final Api api;
    private final Turns turns;
    private final Gate gate;
    private final Hub hub;
    private final ServerWebSocketContainer sockets;

    Front(
            ServerData data,
            Api api,
            Turns turns,
            Gate gate,
            Hub hub,
            ServerWebSocketContainer sockets) {
        this.data = data;
        this.signIn = new SignIn(data);
        this.api = api;
        this.turns = turns;
        this.gate = gate;
        this.hub = hub;
        this.sockets = sockets;
    }

    @Override
    public boolean handle(
            org.eclipse.jetty.server.Request request, Response response, Callback callback) {
        if (!gate.enter()) {
            Replies.status(response, callback, 503, "The server is stopping.");
            return true;
        }
        Callback leaving = Callback.from(callback, gate::leave);
        try {
            answer(request, response, leaving);
        } catch (Refused e) {
            Replies.problem(response, leaving, e.problem());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A request failed", e);
            Replies.status(response, leaving, 500, "The server made a mistake.");
        }
        return true;
    }

    private void answer(
            org.eclipse.jetty.server.Request request, Response response, Callback callback) {
        Optional<Principal> who = signIn.of(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        if (who.isEmpty()) {
            response.getHeaders()
                    .put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Linden\", charset=\"UTF-8\"");
            Replies.status(response, callback, 401, "The name or the password is not right.");
            return;
        }
        Principal principal = who.get();
        switch (org.eclipse.jetty.server.Request.getPathInContext(request)) {
            case Sessions.WELL_KNOWN, Sessions.SESSION -> {
                if (allows(request, response, callback, "GET")) {
                    Replies.json(
                            response,
                            callback,
                            data.database()
                                    .read(sql ->
                                            Sessions.of(sql, principal, base(request)).toJson()));
                }
            }
            case Sessions.API -> {
                if (allows(request, response, callback, "POST")) {
                    Replies.json(response, callback, call(principal, request));
                }
            }
            case Sessions.SOCKET -> upgrade(principal, request, response, callback);
            default -> Replies.status(response, callback, 404, "There is nothing at this address.");
        }
    }

    private tools.jackson.databind.JsonNode call(
            Principal principal, org.eclipse.jetty.server.Request request) {
        // First, so that nothing unread stays in the connection whatever the answer is.
        byte[] body = body(request);
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
            throw new Refused(
                    RequestProblem.NOT_JSON, "The Content-Type of a request is application/json.");
        }
        return turns.take(
                principal.id(),
                () -> {
                    Request read = RequestText.request(RequestText.parse(RequestText.decode(body)));
                    return api.handle(principal, read).toJson();
                });
    }

    private static byte[] body(org.eclipse.jetty.server.Request request) {
        int most = (int) Limits.CORE.maxSizeRequest();
        if (request.getLength() > most) {
            throw tooLarge();
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw new Refused(RequestProblem.NOT_JSON, "The request broke off.");
        }
    }

    private static Refused tooLarge() {
        return Refused.limit(
                "maxSizeRequest",
                413,
                "A request has at most " + Limits.CORE.maxSizeRequest() + " octets.");
    }

    private void upgrade(
            Principal principal,
            org.eclipse.jetty.server.Request request,
            Response response,
            Callback callback) {
        boolean upgraded =
                sockets.upgrade(
                        (asked, answer, c) -> {
                            if (!asked.hasSubProtocol("jmap")) {
                                Replies.status(
                                        answer, c, 400, "The subprotocol of this address is jmap.");
                                return null;
                            }
                            answer.setAcceptedSubProtocol("jmap");
                            return new Socket(principal, data, api, turns, gate, hub);
                        },
                        request,
                        response,
                        callback);
        if (!upgraded) {
            Replies.status(
                    response, callback, 426, "This address speaks WebSocket, subprotocol jmap.");
        }
    }

    private static boolean allows(
            org.eclipse.jetty.server.Request request,
            Response response,
            Callback callback,
            String method) {
        if (request.getMethod().equals(method)) {
            return true;
        }
        response.getHeaders().put(HttpHeader.ALLOW, method);
        Replies.status(response, callback, 405, "This address answers " + method + ".");
        return false;
    }

    /** Scheme and authority by which the client came. */
    private static String base(org.eclipse.jetty.server.Request request) {
        HttpURI uri = request.getHttpURI();
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
