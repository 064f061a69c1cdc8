package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.calendar.port.OwnAccount;
import app.linden.calendar.port.OwnDevice;
import app.linden.calendar.port.Secrets;
import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.SyncState;
import app.linden.model.When;
import app.linden.remote.DeviceTokens;
import app.linden.remote.Door;
import app.linden.remote.Grant;
import app.linden.remote.JmapOverHttp;
import app.linden.remote.Remote;
import app.linden.wire.StateChange;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;

/** Linden's client signs in once and goes on by tokens, against the real server. */
class ClientTokensTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TempDir private Path folder;
    private final TestClock clock = new TestClock();
    private final Kept secrets = new Kept();
    private TestServer server;

    /** Secrets that outlive the device, on a disk that can be made to fail. */
    private static final class Kept implements Secrets {
        final Map<String, String> all = new ConcurrentHashMap<>();
        volatile boolean full;

        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(all.get(name));
        }

        @Override
        public void keep(String name, String secret) {
            if (full && name.endsWith(".token")) {
                throw new Problem(Problem.Kind.STORAGE, "The disk is full.");
            }
            all.put(name, secret);
        }

        @Override
        public void forget(String name) {
            all.remove(name);
        }

        @Override
        public boolean lasting() {
            return true;
        }

        String token() {
            return all.entrySet().stream()
                    .filter(e -> e.getKey().endsWith(".token"))
                    .map(e -> Json.parse(e.getValue()).path("refreshToken").asString())
                    .findFirst()
                    .orElse("");
        }
    }

    @BeforeEach
    void start() {
        server = new TestServer(folder.resolve("server"), clock, "anna");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String address() {
        return server.server().address().toString();
    }

    private Device device() {
        Device device = Device.open(folder.resolve("laptop"), secrets);
        device.startSync();
        return device;
    }

    private void signIn(Device device) {
        device.accounts().signIn(address(), "anna", TestServer.PASSWORD).join();
    }

    private JsonNode devices() {
        return Json.parse(server.client("anna").get("/account/devices").body()).path("list");
    }

    private long onServer() {
        return server.client("anna").call("CalendarEvent/get", "{}").path("list").size();
    }

    private static void add(Device device, String title) {
        Calendar calendar = device.store().calendars().getFirst();
        LocalDateTime at = LocalDateTime.of(2026, 3, 2, 9, 0);
        When when = When.timed(at, at.plusHours(1), ZONE);
        device.commands().create(Event.create("", calendar.id(), title, when)).join();
    }

    /** Waits, by the state's own reports, until something is so. */
    private static void until(String what, Device device, Callable<Boolean> so) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Runnable look =
                () -> {
                    try {
                        if (so.call()) {
                            done.countDown();
                        }
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };
        try (var states = device.accounts().state().watch(s -> look.run());
                var commits = device.store().watch(c -> look.run())) {
            look.run();
            assertTrue(done.await(30, TimeUnit.SECONDS), what);
        }
    }

    private static boolean is(Device device, SyncState.Phase phase) {
        return device.accounts().state().get().phase() == phase;
    }

    @Test
    void nothingButTheRefreshTokenIsKeptAndARestartNeedsNoPassword() throws Exception {
        try (Device device = device()) {
            signIn(device);
            add(device, "First");
            until("sent", device, () -> device.store().waiting().isEmpty() && onServer() == 1);
        }
        String kept = secrets.token();
        assertTrue(kept.startsWith("lr_"), kept);
        assertFalse(secrets.all.toString().contains(TestServer.PASSWORD));
        assertFalse(secrets.all.toString().contains("la_"));
        JsonNode first = devices();
        assertEquals(1, first.size(), first.toString());
        assertFalse(first.path(0).path("name").asString().isBlank());
        try (Device device = device()) {
            until("in step again", device, () -> is(device, SyncState.Phase.IDLE));
            add(device, "Second");
            until("sent", device, () -> device.store().waiting().isEmpty() && onServer() == 2);
        }
        assertNotEquals(kept, secrets.token(), "renewed at the start");
        assertEquals(first.path(0).path("id"), devices().path(0).path("id"));
        assertEquals(1, devices().size());
    }

    @Test
    void anAccessTokenThatEndedMeanwhileIsRenewedOnceForAllWhoAsk() throws Exception {
        Door door = new Door();
        AtomicInteger renewed = new AtomicInteger();
        DeviceTokens tokens =
                new DeviceTokens(door, grant(door), next -> renewed.incrementAndGet());
        try (JmapOverHttp remote = new JmapOverHttp(address(), tokens);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            assertEquals("anna", remote.session().username());
            assertEquals(0, renewed.get());
            clock.pass(Duration.ofMinutes(16));
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asked.add(threads.submit(() -> remote.session().username()));
            }
            for (Future<String> one : asked) {
                assertEquals("anna", one.get());
            }
            assertEquals(1, renewed.get());
        }
    }

    private Grant grant(Door door) {
        return door.signIn(address(), "anna", TestServer.PASSWORD, "Laptop").orElseThrow();
    }

    @Test
    void theLiveChannelComesBackWithANewToken() throws Exception {
        Door door = new Door();
        DeviceTokens tokens = new DeviceTokens(door, grant(door), next -> {});
        CountDownLatch opened = new CountDownLatch(1);
        try (JmapOverHttp remote = new JmapOverHttp(address(), tokens)) {
            remote.session();
            clock.pass(Duration.ofMinutes(16));
            try (AutoCloseable live =
                    remote.listen(
                            new Remote.Listener() {
                                @Override
                                public void opened() {
                                    opened.countDown();
                                }

                                @Override
                                public void changed(StateChange change) {}

                                @Override
                                public void heard() {}

                                @Override
                                public void lost(String why) {}
                            })) {
                assertTrue(opened.await(20, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void anAnswerThatWasLostIsFetchedAgain() throws Exception {
        try (Device device = device()) {
            signIn(device);
        }
        // The server renewed it and the device never heard.
        String before = secrets.token();
        String lost = refresh(before);
        clock.pass(Duration.ofSeconds(59));
        assertEquals(before, secrets.token());
        try (Device device = device()) {
            until("in step again", device, () -> is(device, SyncState.Phase.IDLE));
            assertEquals(lost, secrets.token(), "the same successor");
        }
    }

    private String refresh(String token) {
        HttpResponse<String> answer =
                TestClient.open(
                        server.server().address(),
                        "/account/refresh",
                        "{'refreshToken':'" + token + "'}");
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.parse(answer.body()).path("refreshToken").asString();
    }

    @Test
    void whatCannotBeKeptNowIsKeptLater() throws Exception {
        try (Device device = device()) {
            signIn(device);
            String first = secrets.token();
            secrets.full = true;
            clock.pass(Duration.ofMinutes(16));
            add(device, "While the disk is full");
            until("sent all the same", device, () -> onServer() == 1);
            assertEquals(first, secrets.token(), "the old one stays until the new one is safe");
            secrets.full = false;
            add(device, "Later");
            until("sent", device, () -> onServer() == 2);
            assertNotEquals(first, secrets.token());
        }
        clock.pass(Duration.ofMinutes(16));
        try (Device device = device()) {
            until("in step again", device, () -> is(device, SyncState.Phase.IDLE));
        }
    }

    @Test
    void aDeviceThatWasSignedOutElsewhereAsksAndLosesNothing() throws Exception {
        try (Device device = device()) {
            signIn(device);
            String path = "/account/devices/" + devices().path(0).path("id").asString();
            assertEquals(200, server.client("anna").delete(path).statusCode());
            until("it hears at once", device, () -> is(device, SyncState.Phase.SIGNED_OUT));
            assertTrue(device.accounts().signIns().getFirst().signedOut());
            assertEquals(
                    "This device was signed out; please sign in again.",
                    device.accounts().state().get().reason());
            add(device, "Written meanwhile");
            until("it waits", device, () -> device.accounts().signIns().getFirst().unsent() == 1);
            assertEquals(0, onServer());
            CompletionException wrong =
                    assertThrows(
                            CompletionException.class,
                            () -> device.accounts().signIn(address(), "anna", "not it").join());
            assertEquals(Problem.Kind.SIGN_IN, Problem.kind(wrong));
            assertEquals(1, device.accounts().signIns().getFirst().unsent());
            signIn(device);
            until("sent", device, () -> device.store().waiting().isEmpty() && onServer() == 1);
            assertEquals(1, device.accounts().signIns().size());
            assertFalse(device.accounts().signIns().getFirst().signedOut());
            assertEquals(1, devices().size());
        }
    }

    @Test
    void signingOutEndsTheDeviceAtTheServerToo() throws Exception {
        try (Device device = device()) {
            signIn(device);
            assertEquals(1, devices().size());
            device.accounts().signOut(device.accounts().signIns().getFirst().id()).join();
            assertEquals("", secrets.token());
            assertEquals(0, devices().size());
        }
    }

    @Test
    void anAccountIsLookedAfterFromTheDevice() throws Exception {
        server.server().accounts().add("ben", "Ben", TestServer.PASSWORD);
        try (Device device = device()) {
            signIn(device);
            TestClient.open(
                    server.server().address(),
                    "/account/sign-in",
                    "{'login':'anna','password':'" + TestServer.PASSWORD + "','device':'Phone'}");
            OwnAccount own = device.accounts().own(device.accounts().signIns().getFirst().id());
            List<OwnDevice> both = own.devices().join();
            assertEquals(2, both.size());
            OwnDevice phone =
                    both.stream().filter(d -> d.name().equals("Phone")).findFirst().orElseThrow();
            assertFalse(phone.current());
            assertEquals(clock.instant(), phone.used());
            own.endDevice(phone.id()).join();
            assertTrue(own.devices().join().getFirst().current());

            assertEquals(
                    Problem.Kind.SIGN_IN,
                    Problem.kind(
                            assertThrows(
                                    CompletionException.class,
                                    () -> own.changePassword("not it", "fresh horse").join())));
            own.changePassword(TestServer.PASSWORD, "fresh horse").join();
            add(device, "After");
            until("still signed in", device, () -> device.store().waiting().isEmpty());

            Path zip = folder.resolve("mine.zip");
            own.export(zip).join();
            try (ZipFile all = new ZipFile(zip.toFile())) {
                assertTrue(all.stream().anyMatch(e -> e.getName().endsWith(".ics")));
            }
            assertEquals(
                    Problem.Kind.SIGN_IN,
                    Problem.kind(
                            assertThrows(
                                    CompletionException.class,
                                    () -> own.delete(TestServer.PASSWORD, false).join())));

            TestClient anna =
                    new TestClient(
                            server.server().address(), "anna", "fresh horse", server.id("anna"));
            String ben =
                    anna.call("Principal/get", "{}")
                            .path("list")
                            .valueStream()
                            .filter(p -> p.path("name").asString().equals("Ben"))
                            .findFirst()
                            .orElseThrow()
                            .path("id")
                            .asString();
            anna.share(anna.calendar(), ben, "{'mayReadItems':true}");
            assertEquals(1, own.delete("fresh horse", false).join().size());
            assertEquals(1, device.accounts().signIns().size());
            assertEquals(List.of(), own.delete("fresh horse", true).join());
            assertEquals(0, device.accounts().signIns().size());
            assertEquals(401, anna.get("/jmap/session").statusCode());
        }
    }

    @Test
    void aSignInByPasswordShowsTheNewOneAfterAChange() throws Exception {
        try (Device device = Device.open(folder.resolve("guest"), new SecretsOfThisRun())) {
            device.startSync();
            signIn(device);
            assertEquals(0, devices().size());
            OwnAccount own = device.accounts().own(device.accounts().signIns().getFirst().id());
            own.changePassword(TestServer.PASSWORD, "fresh horse").join();
            until("in step", device, () -> is(device, SyncState.Phase.IDLE));
            add(device, "After");
            until("sent", device, () -> device.store().waiting().isEmpty());
        }
    }

    @Test
    void aPasswordThatWasKeptBeforeGoesOn() throws Exception {
        try (Device device = device()) {
            signIn(device);
            String id = device.accounts().signIns().getFirst().id();
            secrets.all.remove(id + ".token");
            secrets.all.put(id, TestServer.PASSWORD);
        }
        try (Device device = device()) {
            until("in step", device, () -> is(device, SyncState.Phase.IDLE));
            assertEquals("", secrets.token());
        }
    }

    @Test
    void onlyTheServersOwnWordSignsADeviceOut() throws Exception {
        HttpServer hotel = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        byte[] page = "<html>Please log in</html>".getBytes(StandardCharsets.UTF_8);
        AtomicInteger status = new AtomicInteger();
        hotel.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(status.get(), page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        hotel.start();
        String origin = "http://127.0.0.1:" + hotel.getAddress().getPort() + "/";
        String kept = "{\"server\":\"" + origin + "\",\"refreshToken\":\"lr_x\"}";
        try {
            for (int answer : new int[] {200, 401, 403, 404, 511}) {
                status.set(answer);
                DeviceTokens tokens = new DeviceTokens(new Door(), kept, next -> {});
                assertEquals(
                        Problem.Kind.TRY_LATER,
                        assertThrows(Problem.class, tokens::authorization).kind(),
                        () -> "HTTP " + answer);
                assertEquals(
                        Optional.empty(),
                        new Door().signIn(origin, "anna", "secret", "Laptop"),
                        "a server of others gets no password here");
            }
        } finally {
            hotel.stop(0);
        }
    }
}
