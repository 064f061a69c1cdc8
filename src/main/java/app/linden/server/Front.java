package app.linden.server;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/**
 * What answers over HTTP: the session, the API and the door to the WebSocket, each after HTTP
 * Basic. Runs on a virtual thread for each request and may block there.
 */
final class Front extends Handler.Abstract {
    private static final System.Logger LOG = System.getLogger(Front.class.getName());

    private static final String TOO_MANY =
            "There are " + Limits.LISTENERS + " connections of yours already.";

    private final ServerData data;
    private final SignIn signIn;
    private final Devices devices;
    private final Welcome welcome;
    private final InvitePage invitePage;
    private final MailPage mailPage;
    private final Blobs blobs;
    private final @Nullable String publicBase;
    private final Api api;
    private final Turns turns;
    private final Gate gate;
    private final Hub hub;
    private final Meters meters;
    private final Pulse pulse;
    private final ServerWebSocketContainer sockets;

    Front(
            ServerData data,
            SignIn signIn,
            Devices devices,
            Welcome welcome,
            InvitePage invitePage,
            MailPage mailPage,
            Blobs blobs,
            @Nullable String publicBase,
            Api api,
            Turns turns,
            Gate gate,
            Hub hub,
            Meters meters,
            ServerWebSocketContainer sockets) {
        this.data = data;
        this.signIn = signIn;
        this.devices = devices;
        this.welcome = welcome;
        this.invitePage = invitePage;
        this.mailPage = mailPage;
        this.blobs = blobs;
        this.publicBase = publicBase;
        this.api = api;
        this.turns = turns;
        this.gate = gate;
        this.hub = hub;
        this.meters = meters;
        this.pulse = new Pulse(data, hub, meters);
        this.sockets = sockets;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!gate.enter()) {
            Replies.status(response, callback, 503, "The server is stopping.");
            return true;
        }
        long began = System.nanoTime();
        String place = Meters.place(Request.getPathInContext(request));
        Callback leaving =
                Callback.from(
                        callback,
                        () -> {
                            gate.leave();
                            meters.request(place, response.getStatus(), System.nanoTime() - began);
                        });
        try {
            answer(new Http(request, response, leaving));
        } catch (Refused e) {
            Replies.refused(response, leaving, e);
        } catch (RuntimeException e) {
            if (e instanceof HttpException http && http.getCode() < 500) {
                // Jetty decodes a query only when it is looked at; this one is none.
                Replies.status(response, leaving, http.getCode(), "This is no address.");
                return true;
            }
            LOG.log(System.Logger.Level.ERROR, "A request failed", e);
            Replies.status(response, leaving, 500, "The server made a mistake.");
        }
        return true;
    }

    private void answer(Http http) {
        if (pulse.answer(http) || welcome.answer(http)) {
            return;
        }
        if (http.path().startsWith(MailLinks.HEAD)) {
            mailPage.answer(http);
            return;
        }
        if (http.path().startsWith(Invitations.HEAD)) {
            invitePage.answer(http, links(http));
            return;
        }
        Optional<Caller> who =
                signIn.of(
                        http.request().getHeaders().get(HttpHeader.AUTHORIZATION), http.address());
        if (who.isEmpty()) {
            Welcome.challenge(http);
            return;
        }
        Caller caller = who.get();
        switch (http.path()) {
            case Sessions.WELL_KNOWN, Sessions.SESSION -> {
                if (http.allows("GET")) {
                    http.json(
                            data.database()
                                    .read(sql ->
                                            Sessions.of(sql, caller.principal(), http.base())
                                                    .toJson()));
                }
            }
            case Sessions.API -> {
                if (http.allows("POST")) {
                    http.json(call(caller.principal(), http));
                }
            }
            case Sessions.SOCKET -> upgrade(caller, http);
            case Sessions.EVENTS -> {
                if (http.allows("GET")) {
                    stream(caller, http);
                }
            }
            default -> {
                if (http.path().startsWith(Blobs.UPLOAD)) {
                    if (http.allows("POST")) {
                        blobs.upload(caller.principal(), http);
                    }
                } else if (http.path().startsWith(Blobs.DOWNLOAD)) {
                    if (http.allows("GET")) {
                        blobs.download(caller.principal(), http);
                    }
                } else if (!welcome.answer(http, caller)) {
                    http.status(404, "There is nothing at this address.");
                }
            }
        }
    }

    private ObjectNode call(Principal principal, Http http) {
        // The body is read in the turn too: those of a flood would fill the memory.
        return turns.take(
                principal.id(),
                () -> {
                    String text = http.text(Limits.CORE.maxSizeRequest());
                    var request = RequestText.request(RequestText.parse(text));
                    return api.handle(principal, links(http), request).toJson();
                });
    }

    private void stream(Caller caller, Http http) {
        if (hasEnough(caller)) {
            http.status(429, TOO_MANY);
            return;
        }
        Scheduler scheduler = getServer().getScheduler();
        EventStream stream = new EventStream(caller, http, hub, scheduler);
        stream.open();
        String last = EventStream.lastHeard(http);
        if (last != null) {
            data.database()
                    .read(sql -> CatchUp.since(sql, caller.principal(), last))
                    .forEach(stream::tell);
        }
        String deviceId = caller.deviceId();
        if (deviceId != null && !devices.isThere(deviceId)) {
            stream.signedOut();
        }
    }

    private boolean hasEnough(Caller caller) {
        return hub.open(caller.principal().id()) >= Limits.LISTENERS;
    }

    /** Where links to this server begin: as its host said, else as the client came. */
    private String links(Http http) {
        return publicBase == null ? http.base() : publicBase;
    }

    private void upgrade(Caller caller, Http http) {
        if (hasEnough(caller)) {
            http.status(429, TOO_MANY);
            return;
        }
        boolean upgraded =
                sockets.upgrade(
                        (asked, answer, c) -> {
                            if (!asked.hasSubProtocol("jmap")) {
                                Replies.status(
                                        answer, c, 400, "The subprotocol of this address is jmap.");
                                return null;
                            }
                            answer.setAcceptedSubProtocol("jmap");
                            return new Socket(
                                    caller, links(http), devices, data, api, turns, gate, hub);
                        },
                        http.request(),
                        http.response(),
                        http.callback());
        if (!upgraded) {
            http.status(426, "This address speaks WebSocket, subprotocol jmap.");
        }
    }
}
