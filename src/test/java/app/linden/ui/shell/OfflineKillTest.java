package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.cli.Device;
import app.linden.desktop.SealedSecrets;
import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.store.Peek;
import app.linden.sync.Wire;
import app.linden.sync.Wire.Fate;
import app.linden.ui.Fx;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Edits made without a server in a window's process that is then killed: what was acknowledged is
 * there afterwards, and gets to everybody exactly once.
 */
class OfflineKillTest {
    private enum Moment {
        AFTER_THE_LAST_EDIT,
        /** Anywhere among them. */
        AMONG_THE_EDITS,
        /** The server has carried them out, and the device was not told. */
        WHILE_SENDING,
        /** It was sent, and the server never heard of it. */
        SENT_IN_VAIN;

        boolean sends() {
            return this == WHILE_SENDING || this == SENT_IN_VAIN;
        }
    }

    /** Events that were made and synced before. */
    private static final int FIRST = 41;

    @TempDir private Path folder;
    private final Ledger ledger = new Ledger();

    /** The last edit that was begun and not acknowledged: it may have happened or not. */
    private final List<ObjectNode> begun = new ArrayList<>();

    @Test
    void whatWasAcknowledgedArrivesExactlyOnce() throws Exception {
        killed(Moment.WHILE_SENDING);
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "linden.kills", matches = "\\d+")
    void atEachMoment(Moment moment) throws Exception {
        killed(moment);
    }

    private void killed(Moment moment) throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("OfflineKillTest " + moment + " seed " + seed);
        long began = System.nanoTime();
        try (Household household = new Household(folder);
                Wire wire = new Wire(household.address())) {
            String address = moment.sends() ? wire.address() : household.address().toString();
            Path profile = folder.resolve("laptop");
            Device phone = household.device("phone");

            try (WindowProcess window = new WindowProcess(profile, address, seed)) {
                window.tell("first");
                hear(window);
                window.tell("sync");
                window.expect("done");
                Fx.until("the phone has the first", () -> bases(phone).size() == FIRST);
                household.stopServer();
                edit(window, moment, new Random(seed));
                if (moment.sends()) {
                    send(window, household, wire, phone, moment);
                }
                kill(window);
                wire.fate(request -> Fate.PASSES);
            }
            int offline = ledger.edits() - FIRST;
            if (moment.sends()) {
                household.stopServer();
            }

            try (WindowProcess window = new WindowProcess(profile, address, seed)) {
                window.tell("tell");
                ObjectNode told = window.expect("told");
                window.expect("done");
                check(documents(told.path("shown")));
                int waiting = told.path("waiting").asInt();
                assertTrue(waiting > 0, "nothing waits");

                household.startServer();
                window.tell("sync");
                window.expect("done");
                phone.accounts().syncNow();
                Map<String, String> truth = onServer(household);
                Fx.until("the phone agrees", () -> bases(phone).equals(truth));
                until("the laptop agrees", () -> bases(window).equals(truth));
                window.quit();
            }

            check(household.eventsOnServer());
            try (Device laptop =
                    Device.open(profile, SealedSecrets.open(profile, OfflineWindow.PASSPHRASE))) {
                for (Device device : List.of(laptop, phone)) {
                    assertEquals(onServer(household), bases(device));
                    assertEquals(
                            bases(device), withoutAccount(Peek.works(device.store(), Type.EVENT)));
                    assertEquals(List.of(), device.store().waiting());
                    assertEquals(List.of(), device.store().conflicts());
                    assertEquals(
                            ledger.events().size(),
                            device.store().eventsIn(Household.calendar(device).id()).size());
                }
            }
            System.out.printf(
                    "killed %s: %d edits acknowledged offline, %d events on server and both"
                            + " devices, each once and byte for byte the same; %.1f s%n",
                    moment, offline, ledger.events().size(), (System.nanoTime() - began) / 1e9);
        }
    }

    private void edit(WindowProcess window, Moment moment, Random random) throws Exception {
        window.tell("edit");
        if (moment == Moment.AMONG_THE_EDITS) {
            int acknowledged = 20 + random.nextInt(150);
            while (ledger.edits() - FIRST < acknowledged) {
                enter(window.next());
            }
        } else {
            hear(window);
            assertEquals(FIRST + 200, ledger.edits());
        }
    }

    private void kill(WindowProcess window) throws Exception {
        window.kill();
        // What it said before it died.
        for (ObjectNode line = window.next();
                !WindowProcess.said(line).equals("end");
                line = window.next()) {
            enter(line);
        }
    }

    /** Lets it send, and lets it hear nothing of what became of that. */
    private static void send(
            WindowProcess window, Household household, Wire wire, Device phone, Moment moment)
            throws Exception {
        Fate lost = moment == Moment.SENT_IN_VAIN ? Fate.REQUEST_LOST : Fate.RESPONSE_LOST;
        CountDownLatch sent = new CountDownLatch(1);
        wire.fate(request -> {
            boolean write = request.contains("/set\"");
            if (write) {
                sent.countDown();
            }
            return write ? lost : Fate.PASSES;
        });
        Set<String> before = bases(phone).keySet();
        household.startServer();
        window.tell("sync");
        assertTrue(sent.await(20, TimeUnit.SECONDS), "nothing was sent");
        if (lost == Fate.RESPONSE_LOST) {
            until("the server has it", () -> !onServer(household).keySet().equals(before));
        }
    }

    private void hear(WindowProcess window) {
        ObjectNode line = window.next();
        while (!WindowProcess.said(line).equals("done")) {
            enter(line);
            line = window.next();
        }
    }

    private void enter(ObjectNode line) {
        switch (WindowProcess.said(line)) {
            case "try" -> begun.add(line);
            case "did" -> {
                begun.clear();
                ledger.enter(line);
            }
            default -> throw new AssertionError(line.toString());
        }
    }

    /** These events are what the ledger says; whether the edit that was begun is in it is seen. */
    private void check(List<ObjectNode> events) {
        SortedMap<String, SortedMap<String, String>> found = Ledger.of(events);
        if (!begun.isEmpty()) {
            Ledger withIt = ledger.copy();
            withIt.enter(begun.getFirst());
            if (found.equals(withIt.events())) {
                // Once seen, it has to stay.
                ledger.enter(begun.getFirst());
            }
            begun.clear();
        }
        // Only those that differ, else nobody finds them.
        SortedMap<String, SortedMap<String, String>> missing = new TreeMap<>(ledger.events());
        SortedMap<String, SortedMap<String, String>> surplus = new TreeMap<>(found);
        missing.entrySet().removeAll(found.entrySet());
        surplus.entrySet().removeAll(ledger.events().entrySet());
        assertEquals(missing, surplus);
    }

    private static List<ObjectNode> documents(JsonNode byId) {
        return byId.properties().stream().map(p -> (ObjectNode) p.getValue()).toList();
    }

    private static Map<String, String> onServer(Household household) {
        Map<String, String> all = new TreeMap<>();
        for (ObjectNode event : household.eventsOnServer()) {
            // null and absent are one and the same.
            List.copyOf(event.propertyNames()).stream()
                    .filter(n -> event.path(n).isNull())
                    .forEach(event::remove);
            all.put(event.path("id").asString(), Json.canonical(event));
        }
        return all;
    }

    private static Map<String, String> bases(Device device) {
        return withoutAccount(Peek.bases(device.store(), Type.EVENT));
    }

    private static Map<String, String> bases(WindowProcess window) throws Exception {
        window.tell("tell");
        ObjectNode told = window.expect("told");
        window.expect("done");
        Map<String, String> bases = new TreeMap<>();
        told.path("bases")
                .properties()
                .forEach(p -> bases.put(p.getKey(), p.getValue().asString()));
        return withoutAccount(bases);
    }

    private static Map<String, String> withoutAccount(Map<String, String> byAccountAndId) {
        Map<String, String> byId = new TreeMap<>();
        byAccountAndId.forEach((key, text) -> byId.put(key.substring(key.indexOf('/') + 1), text));
        return byId;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(String what, Condition condition) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.holds()) {
            if (System.nanoTime() > deadline || never.await(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("not within 20 s: " + what);
            }
        }
    }
}
