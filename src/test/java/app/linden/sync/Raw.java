package app.linden.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.model.Json;
import app.linden.remote.JmapOverHttp;
import app.linden.wire.Capability;
import app.linden.wire.Invocation;
import app.linden.wire.Request;
import app.linden.wire.Session;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** One person at a server without any device, to look at and to prepare. */
final class Raw implements AutoCloseable {
    private final JmapOverHttp remote;
    private final Session session;

    Raw(Host host, String user) {
        this.remote = new JmapOverHttp(host.address(), user, host.passwords().get(user));
        this.session = remote.session();
    }

    Session session() {
        return session;
    }

    String account() {
        return session.primaryAccounts().get(Capability.CALENDARS);
    }

    /** Who this is when somebody shares with them. */
    String principal() {
        return session.accounts()
                .get(account())
                .accountCapabilities()
                .get(Capability.PRINCIPALS)
                .path("currentUserPrincipalId")
                .asString();
    }

    /** An answer as it is, an error too. */
    Invocation call(String method, ObjectNode arguments) {
        if (!arguments.has("accountId")) {
            arguments.put("accountId", account());
        }
        List<Invocation> calls = new ArrayList<>();
        calls.add(new Invocation(method, arguments, "0"));
        return remote.call(new Request(Pull.USING, calls, null)).to("0").orElseThrow();
    }

    JsonNode done(String method, ObjectNode arguments) {
        Invocation answer = call(method, arguments);
        assertEquals(method, answer.name(), answer.arguments().toString());
        return answer.arguments();
    }

    List<ObjectNode> all(String type) {
        List<ObjectNode> all = new ArrayList<>();
        done(type + "/get", Json.object().putNull("ids"))
                .path("list")
                .forEach(o -> all.add((ObjectNode) o));
        return all;
    }

    /** Deletes every event and every calendar that can be. */
    void clear() {
        ObjectNode events = Json.object();
        var ids = events.putArray("destroy");
        all("CalendarEvent").forEach(e -> ids.add(e.path("id").asString()));
        done("CalendarEvent/set", events);
        ObjectNode calendars = Json.object().put("onDestroyRemoveEvents", true);
        var names = calendars.putArray("destroy");
        all("Calendar").stream()
                .filter(c -> !c.path("isDefault").asBoolean(false))
                .forEach(c -> names.add(c.path("id").asString()));
        done("Calendar/set", calendars);
    }

    @Override
    public void close() {
        remote.close();
    }
}
