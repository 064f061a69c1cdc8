package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Json;
import app.linden.model.SyncState;
import app.linden.remote.JmapOverHttp;
import app.linden.store.Login;
import app.linden.store.Store;
import app.linden.sync.SyncLoop;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Linden's own client, whole, against the real server. */
class ClientTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir Path folder;

    /** One device: a cache and its loop. */
    private final class Device implements AutoCloseable {
        final Store store;
        final SyncLoop loop;
        private final Login login;

        Device(TestServer server, String person, String name, int seed) throws Exception {
            Ids ids = new Ids(CLOCK, new Random(seed));
            store = Store.open(Files.createDirectory(folder.resolve(name)), CLOCK, ids);
            login = new Login(ids.next(), server.server().address().toString(), person);
            store.serverSide().save(login).join();
            loop =
                    new SyncLoop(
                            store.serverSide(),
                            login,
                            new JmapOverHttp(login.url(), person, TestServer.PASSWORD),
                            CLOCK,
                            new Random(seed));
        }

        /** Every event by its uid as canonical text, without what only this device knows. */
        Map<String, String> events() {
            Map<String, String> events = new TreeMap<>();
            for (Calendar c : store.calendars()) {
                for (Store.Found found : store.eventsIn(c.id())) {
                    var json = found.event().json().deepCopy();
                    json.remove("calendarIds");
                    events.put(found.event().uid(), Json.canonical(json));
                }
            }
            return events;
        }

        List<Account> accounts() {
            return store.serverSide().accountsOf(login.id());
        }

        @Override
        public void close() {
            loop.close();
            store.close();
        }
    }

    @Test
    void twoPeopleShareACalendarThroughIt() throws Exception {
        try (TestServer server = new TestServer(folder.resolve("server"), "anna", "ben")) {
            TestClient anna = server.client("anna");
            String shared = anna.calendar("Shared");
            for (int i = 0; i < 30; i++) {
                anna.event(anna.account, shared, ",'uid':'e" + i + "','title':'Event " + i + "'");
            }
            anna.event(anna.account, anna.calendar(), ",'uid':'hers','title':'Hers'");
            anna.share(shared, server.id("ben"), "{'mayReadItems':true,'mayWriteAll':true}");
            try (Device annas = new Device(server, "anna", "annas", 1);
                    Device bens = new Device(server, "ben", "bens", 2)) {
                annas.loop.once();
                bens.loop.once();
                assertEquals(31, annas.events().size());
                assertEquals(30, bens.events().size());
                assertEquals(2, bens.accounts().size());
                assertFalse(bens.accounts().stream().allMatch(Account::personal));

                anna.share(shared, server.id("ben"), "null");
                bens.loop.once();
                assertEquals(0, bens.events().size());
                assertEquals(1, bens.accounts().size());
            }
        }
    }

    @Test
    void aChangeAppearsByItself() throws Exception {
        try (TestServer server = new TestServer(folder.resolve("server"), "anna", "ben")) {
            TestClient anna = server.client("anna");
            try (Device bens = new Device(server, "ben", "bens", 3)) {
                CountDownLatch arrived = new CountDownLatch(1);
                bens.loop.start(
                        bens.store.watch(commit -> {
                            if (bens.events().containsKey("live")) {
                                arrived.countDown();
                            }
                        }));
                CountDownLatch idle = new CountDownLatch(1);
                bens.loop
                        .state()
                        .watch(s -> {
                            if (s.phase() == SyncState.Phase.IDLE) {
                                idle.countDown();
                            }
                        });
                assertTrue(idle.await(20, TimeUnit.SECONDS));
                // Nothing is shared with Ben yet: he hears of the account by its first change.
                String home = anna.calendar();
                anna.share(home, server.id("ben"), "{'mayReadItems':true}");
                anna.event(anna.account, home, ",'uid':'live'");
                assertTrue(arrived.await(20, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void aWrongPasswordIsToldAsOne() {
        try (TestServer server = new TestServer(folder.resolve("server"), "anna");
                JmapOverHttp wrong =
                        new JmapOverHttp(
                                server.server().address().toString(), "anna", "not the one")) {
            assertEquals(Problem.Kind.SIGN_IN, assertThrows(Problem.class, wrong::session).kind());
        }
    }
}
