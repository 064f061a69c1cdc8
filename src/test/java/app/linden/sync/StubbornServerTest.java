package app.linden.sync;

import static app.linden.sync.World.DAY;
import static app.linden.sync.World.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.calendar.Commands;
import app.linden.calendar.Target;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rule;
import app.linden.remote.JmapOverHttp;
import app.linden.remote.Remote;
import app.linden.store.Login;
import app.linden.store.Store;
import app.linden.wire.Capability;
import app.linden.wire.Invocation;
import app.linden.wire.Request;
import app.linden.wire.Response;
import app.linden.wire.Session;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A server that takes no pointers into exceptions, as some do: the real one behind a wire that
 * refuses them.
 */
final class StubbornServerTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir private Path folder;
    private World world;
    private Store store;
    private Commands commands;
    private Stepped device;
    private final List<JsonNode> updates = new ArrayList<>();
    private String refuses = "recurrenceOverrides/";
    private String error = "invalidPatch";
    private boolean refusesCalendars;

    /** Passes everything on but updates with a pointer that the server refuses. */
    private final class Refusing implements Remote {
        private final Remote server;

        Refusing(Remote server) {
            this.server = server;
        }

        @Override
        public Session session() {
            ObjectNode json = server.session().toJson();
            if (refusesCalendars) {
                json.path("accounts")
                        .forEach(a ->
                                ((ObjectNode)
                                                a.path("accountCapabilities")
                                                        .path(Capability.CALENDARS))
                                        .put("mayCreateCalendar", false));
            }
            return Session.of(json);
        }

        @Override
        public Response call(Request request) {
            JsonNode update = request.calls().getFirst().arguments().path("update");
            List<String> refused = new ArrayList<>();
            for (var p : update.properties()) {
                updates.add(p.getValue());
                if (p.getValue().propertyNames().stream().anyMatch(n -> n.startsWith(refuses))) {
                    refused.add(p.getKey());
                }
            }
            if (refused.isEmpty()) {
                return server.call(request);
            }
            Invocation call = request.calls().getFirst();
            ObjectNode some = call.arguments().deepCopy();
            refused.forEach(((ObjectNode) some.path("update"))::remove);
            Response answer =
                    server.call(
                            new Request(
                                    request.using(),
                                    List.of(new Invocation(call.name(), some, call.callId())),
                                    null));
            Invocation said = answer.responses().getFirst();
            ObjectNode not =
                    said.arguments().path("notUpdated") instanceof ObjectNode o
                            ? o
                            : said.arguments().putObject("notUpdated");
            refused.forEach(id -> not.putObject(id).put("type", error));
            return answer;
        }

        @Override
        public boolean sessionMoved() {
            return server.sessionMoved();
        }

        @Override
        public AutoCloseable listen(Listener listener) {
            return server.listen(listener);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private Remote remote;

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        Ids ids = new Ids(CLOCK, new Random(1));
        store = Store.open(Files.createDirectory(folder.resolve("cache")), CLOCK, ids);
        commands = new Commands(store, ids);
        Login login = new Login(ids.next(), world.address().toString(), "anna");
        store.serverSide().save(login).join();
        remote = new Refusing(new JmapOverHttp(login.url(), "anna", World.PASSWORD));
        device = new Stepped(store.serverSide(), login, remote, CLOCK);
        device.everything();
    }

    @AfterEach
    void stop() {
        remote.close();
        store.close();
        world.close();
    }

    @Test
    void anAccountSaysWhetherItTakesCalendars() {
        assertTrue(store.accounts().stream().allMatch(Account::takesCalendars));
        refusesCalendars = true;
        device.everything();
        assertEquals(1, store.accounts().size());
        assertTrue(store.accounts().stream().noneMatch(Account::takesCalendars));
    }

    private Calendar calendar() {
        return store.calendars().getFirst();
    }

    private String series() {
        Event training =
                event(calendar(), "Training", 17).with(Rule.every(1, Rule.Frequency.WEEKLY));
        String id = commands.create(training).join();
        commands.delete(new Target(id, DAY.plusWeeks(1).atTime(17, 0))).join();
        device.everything();
        updates.clear();
        return id;
    }

    @Test
    void pointersThatAreNotTakenAreSentAsWholeProperties() {
        String id = series();
        commands.delete(new Target(id, DAY.plusWeeks(2).atTime(17, 0))).join();
        Event before = store.findEvent(id).orElseThrow();
        commands.edit(Target.whole(id), before, before.with("title", Json.text("Match"))).join();
        String other = commands.create(event(calendar(), "Other", 9)).join();
        device.everything();

        assertEquals(List.of(), store.waiting());
        assertEquals(2, updates.size());
        assertTrue(updates.get(0).has("recurrenceOverrides/2026-12-08T17:00:00"));
        assertEquals(
                "{\"recurrenceOverrides\":{\"2026-12-01T17:00:00\":{\"excluded\":true},"
                        + "\"2026-12-08T17:00:00\":{\"excluded\":true}},\"title\":\"Match\"}",
                Json.canonical(updates.get(1)));
        assertTrue(store.findEvent(other).isPresent());
        assertEquals(
                2,
                world.serverView("anna").get(app.linden.model.Type.EVENT).values().stream()
                        .filter(e -> e.contains("Match") || e.contains("Other"))
                        .count());
    }

    @Test
    void whatIsRefusedAsAWholeTooIsSetAsideAfterOneMoreTry() {
        refuses = "recurrenceOverrides";
        error = "invalidProperties";
        String id = series();
        commands.delete(new Target(id, DAY.plusWeeks(2).atTime(17, 0))).join();
        device.everything();
        assertEquals(1, store.waiting().size());
        assertTrue(store.waiting().getFirst().isParked());
        device.everything();
        assertEquals(2, updates.size());
    }
}
