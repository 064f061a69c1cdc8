package app.linden.server;

import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** A real server on loopback with some people, each with a client. */
final class TestServer implements AutoCloseable {
    static final String PASSWORD = "correct horse";

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final LindenServer.Options options;
    private final InstantSource clock;
    private LindenServer server;

    TestServer(Path data, String... names) {
        this(data, InstantSource.system(), names);
    }

    TestServer(Path data, InstantSource clock, String... names) {
        this(LindenServer.Options.loopback(data), clock, names);
    }

    /** On the database that the tests run on now, see {@link OnPostgres}. */
    TestServer(LindenServer.Options given, InstantSource clock, String... names) {
        options = OnPostgres.applied(given);
        this.clock = clock;
        server = LindenServer.start(options, clock);
        for (String name : names) {
            ids.put(name, server.accounts().add(name, "Person " + name, PASSWORD));
        }
    }

    LindenServer server() {
        return server;
    }

    String id(String name) {
        return ids.get(name);
    }

    TestClient client(String name) {
        return new TestClient(server.address(), name, PASSWORD, id(name));
    }

    /** Takes somebody's account back to one calendar without events that nobody else sees. */
    void reset(String name) {
        TestClient client = client(name);
        ObjectNode set = Json.object().put("onDestroyRemoveEvents", true);
        var old = set.putArray("destroy");
        client.call("Calendar/get", "{'properties':['id']}")
                .path("list")
                .forEach(c -> old.add(c.path("id")));
        set.putObject("create").putObject("k").put("name", "Calendar");
        set.put("onSuccessSetIsDefault", "#k");
        client.in(client.account, "Calendar/set", set);
    }

    /** Stops and starts again on the same data and port. */
    void restart() {
        int port = server.address().getPort();
        server.close();
        server =
                LindenServer.start(
                        OnPostgres.applied(
                                new LindenServer.Options(
                                        options.data(), "127.0.0.1", port, null, null)),
                        clock);
    }

    @Override
    public void close() {
        server.close();
    }

    /** JSON written with single quotes. */
    static ObjectNode json(String text) {
        return Json.parseObject(text.replace('\'', '"'));
    }

    static JsonNode value(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
