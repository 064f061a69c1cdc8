package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Json;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/**
 * Tells those who run the server how it is: {@value #HEALTH} for everybody, {@value #METRICS} for
 * programs on the same machine. Runs on the thread of the request.
 */
final class Pulse {
    static final String HEALTH = "/health";
    static final String METRICS = "/metrics";

    private static final System.Logger LOG = System.getLogger(Pulse.class.getName());

    private final ServerData data;
    private final Hub hub;
    private final Meters meters;

    Pulse(ServerData data, Hub hub, Meters meters) {
        this.data = data;
        this.hub = hub;
        this.meters = meters;
    }

    /** Answers if the request is for one of these addresses. */
    boolean answer(Http http) {
        return switch (http.path()) {
            case HEALTH -> {
                if (http.allows("GET")) {
                    health(http);
                }
                yield true;
            }
            // For others there is nothing at this address.
            case METRICS -> isHere(http.address()) && metrics(http);
            default -> false;
        };
    }

    private boolean metrics(Http http) {
        if (http.allows("GET")) {
            Replies.text(
                    http.response(),
                    http.callback(),
                    "text/plain; version=0.0.4; charset=utf-8",
                    meters.text(hub.open()).getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }

    /** Whether a device would be served now: the database answers. */
    private void health(Http http) {
        try {
            data.database().read(sql -> sql.number("SELECT COUNT(*) FROM server_start"));
            http.json(Json.object().put("status", "ok"));
        } catch (Problem e) {
            LOG.log(System.Logger.Level.WARNING, "The database does not answer", e);
            http.status(503, "The database does not answer.");
        }
    }

    /** An address, as Jetty or a proxy tells it, is never a name that would be looked up. */
    private static boolean isHere(String address) {
        try {
            String literal = address.replaceAll("^\\[|]$", "");
            return literal.matches("[0-9a-fA-F:.]+")
                    && InetAddress.getByName(literal).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
