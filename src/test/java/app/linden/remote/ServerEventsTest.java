package app.linden.remote;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;
import app.linden.server.LindenServer;
import app.linden.wire.Capability;
import app.linden.wire.Invocation;
import app.linden.wire.Request;
import app.linden.wire.Session;
import app.linden.wire.StateChange;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The event streams of Linden's server and of one that others wrote (docs/interop.md). */
final class ServerEventsTest {
    @TempDir private Path folder;

    @Test
    void ofOurServer() throws Exception {
        try (LindenServer server = LindenServer.start(LindenServer.Options.loopback(folder))) {
            server.accounts().add("alice", "Alice", "correct horse");
            hears(server.address().toString(), "alice", "correct horse");
        }
    }

    @Test
    @Tag("peer")
    void ofAPeer() throws Exception {
        String address = System.getenv("LINDEN_PEER");
        String users = System.getenv("LINDEN_PEER_USERS");
        Assumptions.assumeTrue(
                address != null && users != null, "no LINDEN_PEER and LINDEN_PEER_USERS given");
        String[] user = users.split(",", 2)[0].split(":", 2);
        hears(address, user[0], user[1]);
    }

    private static void hears(String address, String user, String password) throws Exception {
        BlockingQueue<String> opened = new LinkedBlockingQueue<>();
        BlockingQueue<StateChange> changes = new LinkedBlockingQueue<>();
        Remote.Listener listener =
                new Remote.Listener() {
                    @Override
                    public void opened() {
                        opened.add("opened");
                    }

                    @Override
                    public void changed(StateChange change) {
                        changes.add(change);
                    }

                    @Override
                    public void heard() {}

                    @Override
                    public void lost(String why) {
                        opened.add(why);
                    }
                };
        try (JmapOverHttp remote = new JmapOverHttp(address, user, password)) {
            Session session = remote.session();
            String account = session.primaryAccounts().get(Capability.CALENDARS);
            try (AutoCloseable stream = remote.events(session, listener)) {
                assertNotNull(stream);
                assertTrue("opened".equals(opened.poll(15, TimeUnit.SECONDS)));
                var set = Json.object().put("accountId", account);
                set.putObject("create").putObject("c").put("name", "Heard");
                var made = set(remote, set);
                StateChange change = changes.poll(15, TimeUnit.SECONDS);
                assertTrue(change.changed().get(account).containsKey("Calendar"), "" + change);
                var destroy = Json.object().put("accountId", account);
                destroy.putArray("destroy").add(made.path("created").path("c").path("id"));
                set(remote, destroy);
                assertNotNull(changes.poll(15, TimeUnit.SECONDS));
            }
        }
    }

    private static tools.jackson.databind.JsonNode set(
            JmapOverHttp remote, tools.jackson.databind.node.ObjectNode arguments) {
        return remote.call(
                        new Request(
                                List.of(Capability.CORE, Capability.CALENDARS),
                                List.of(new Invocation("Calendar/set", arguments, "0")),
                                null))
                .to("0")
                .orElseThrow()
                .arguments();
    }
}
