package app.linden.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import app.linden.calendar.port.Secrets;
import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Rights;
import app.linden.model.SyncState;
import app.linden.model.Type;
import app.linden.model.When;
import app.linden.remote.JmapOverHttp;
import app.linden.server.LindenServer;
import app.linden.store.Intent;
import app.linden.store.Peek;
import app.linden.wire.Capability;
import app.linden.wire.Got;
import app.linden.wire.Invocation;
import app.linden.wire.Request;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A real server that can go away and come back, and real devices of Anna and Ben. */
final class World implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final String PASSWORD = "correct horse";

    private final Path folder;
    private final Map<String, String> principals = new HashMap<>();
    private final Map<String, Device> devices = new TreeMap<>();
    private final Map<String, String> people = new HashMap<>();
    private LindenServer server;
    private boolean up = true;

    World(Path folder) {
        this.folder = folder;
        server = LindenServer.start(LindenServer.Options.loopback(folder.resolve("server")));
        for (String name : List.of("anna", "ben")) {
            principals.put(name, server.accounts().add(name, name, PASSWORD));
        }
    }

    URI address() {
        return server.address();
    }

    String principal(String name) {
        return principals.get(name);
    }

    /** A device of somebody, signed in and synced once. */
    Device device(String name, String person) {
        return device(name, person, address().toString());
    }

    Device device(String name, String person, String address) {
        Device device = open(name, person, new SecretsOfThisRun());
        device.accounts().signIn(address, person, PASSWORD).orTimeout(30, TimeUnit.SECONDS).join();
        return device;
    }

    Device open(String name, String person, Secrets secrets) {
        Device device = Device.open(folder.resolve(name), secrets);
        devices.put(name, device);
        people.put(name, person);
        return device;
    }

    void close(String name) {
        devices.remove(name).close();
    }

    void stopServer() {
        server.close();
        up = false;
    }

    void startServer() {
        server =
                LindenServer.start(
                        new LindenServer.Options(
                                folder.resolve("server"),
                                "127.0.0.1",
                                address().getPort(),
                                null,
                                null));
        up = true;
    }

    /** A calendar of Anna's account that Ben may edit, on all devices. */
    String share(Device annas, String name, Rights rights) {
        String id = annas.store().serverSide().ids().next();
        ObjectNode calendar = Json.object().put("name", name).put("isSubscribed", true);
        calendar.putObject("shareWith").set(principal("ben"), rights.toJson());
        annas.store()
                .edits()
                .apply(
                        List.of(
                                new Intent.Create(
                                        id, own(annas).accountId(), Type.CALENDAR, calendar)))
                .join();
        until(
                "everybody has " + name,
                () -> devices.values().stream().allMatch(d -> find(d, name) != null));
        return id;
    }

    static Calendar find(Device device, String name) {
        return device.store().calendars().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static Calendar own(Device device) {
        return device.store().calendars().stream()
                .filter(Calendar::isDefault)
                .findFirst()
                .orElseThrow();
    }

    static Event event(Calendar calendar, String title, int hour) {
        return Event.create(
                "",
                calendar.id(),
                title,
                When.timed(DAY.atTime(hour, 0), DAY.atTime(hour + 1, 0), BERLIN));
    }

    /** Titles of everything in a calendar, sorted. */
    static List<String> titles(Device device, String calendar) {
        Calendar found = find(device, calendar);
        return found == null
                ? List.of()
                : device.store().eventsIn(found.id()).stream()
                        .map(f -> f.event().title())
                        .sorted()
                        .toList();
    }

    static String id(Device device, String calendar, String title) {
        return device.store().eventsIn(find(device, calendar).id()).stream()
                .filter(f -> f.event().title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    static SyncState.Phase phase(Device device) {
        return device.accounts().state().get().phase();
    }

    /** Nothing waits anywhere, and every device knows what the server knows, byte for byte. */
    void agree() {
        if (!up) {
            fail("the server is down");
        }
        until(
                "nothing waits",
                () ->
                        devices.values().stream()
                                .allMatch(d ->
                                        d.store().waiting().stream().allMatch(w -> w.isParked())));
        Map<String, Map<Type, Map<String, String>>> truth = new HashMap<>();
        try {
            until(
                    "all agree",
                    () -> {
                        people.values().forEach(p -> truth.put(p, serverView(p)));
                        return devices.entrySet().stream()
                                .allMatch(e ->
                                        truth.get(people.get(e.getKey()))
                                                .equals(bases(e.getValue())));
                    });
        } catch (AssertionError late) {
            devices.forEach((name, device) ->
                    differences(name, truth.get(people.get(name)), bases(device)));
            throw late;
        }
        devices.forEach((name, device) -> {
            if (device.store().waiting().isEmpty()) {
                assertEquals(
                        Peek.bases(device.store(), Type.EVENT),
                        Peek.works(device.store(), Type.EVENT),
                        name);
            }
        });
    }

    private static void differences(
            String name, Map<Type, Map<String, String>> truth, Map<Type, Map<String, String>> had) {
        for (Type type : Type.values()) {
            Map<String, String> should = truth.get(type);
            Map<String, String> is = had.get(type);
            TreeSet<String> ids = new TreeSet<>(should.keySet());
            ids.addAll(is.keySet());
            for (String id : ids) {
                String one = should.getOrDefault(id, "{}");
                String other = is.getOrDefault(id, "{}");
                if (!one.equals(other)) {
                    fail(
                            name
                                    + " "
                                    + type
                                    + " "
                                    + id
                                    + ": the server is otherwise by "
                                    + Patch.between(
                                            Json.parseObject(other), Json.parseObject(one)));
                }
            }
        }
    }

    private static Map<Type, Map<String, String>> bases(Device device) {
        return Map.of(
                Type.CALENDAR, Peek.bases(device.store(), Type.CALENDAR),
                Type.EVENT, Peek.bases(device.store(), Type.EVENT),
                Type.COMMENT, Peek.bases(device.store(), Type.COMMENT));
    }

    /** Everything that a person may see, as the server says it. */
    Map<Type, Map<String, String>> serverView(String person) {
        Map<Type, Map<String, String>> all =
                Map.of(
                        Type.CALENDAR, new TreeMap<>(),
                        Type.EVENT, new TreeMap<>(),
                        Type.COMMENT, new TreeMap<>());
        try (JmapOverHttp remote = new JmapOverHttp(address().toString(), person, PASSWORD)) {
            remote.session()
                    .accounts()
                    .forEach((id, account) -> {
                        if (account.has(Capability.CALENDARS)) {
                            for (Type type : Type.values()) {
                                for (ObjectNode o : get(remote, id, type)) {
                                    // null and absent are one and the same.
                                    List.copyOf(o.propertyNames()).stream()
                                            .filter(n -> o.path(n).isNull())
                                            .forEach(o::remove);
                                    all.get(type)
                                            .put(
                                                    id + "/" + o.path("id").asString(),
                                                    Json.canonical(o));
                                }
                            }
                        }
                    });
        }
        return all;
    }

    private static List<ObjectNode> get(JmapOverHttp remote, String account, Type type) {
        ObjectNode arguments = Json.object().put("accountId", account).putNull("ids");
        List<Invocation> calls = new ArrayList<>();
        calls.add(new Invocation(type.wire() + "/get", arguments, "0"));
        Invocation answer =
                remote.call(new Request(Pull.using(remote.session()), calls, null))
                        .to("0")
                        .orElseThrow();
        assertEquals(type.wire() + "/get", answer.name(), answer.arguments().toString());
        return Got.of(answer.arguments()).list();
    }

    static void until(String what, BooleanSupplier reached) {
        until(what, 15, reached);
    }

    static void until(String what, int seconds, BooleanSupplier reached) {
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            while (!reached.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    fail("not in " + seconds + " s: " + what);
                }
                never.await(10, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted: " + what);
        }
    }

    @Override
    public void close() {
        devices.values().forEach(Device::close);
        if (up) {
            server.close();
        }
    }
}
