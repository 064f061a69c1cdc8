package app.linden.sync;

import static app.linden.sync.World.event;
import static app.linden.sync.World.find;
import static app.linden.sync.World.id;
import static app.linden.sync.World.own;
import static app.linden.sync.World.phase;
import static app.linden.sync.World.titles;
import static app.linden.sync.World.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.calendar.Target;
import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.SyncState;
import app.linden.store.Login;
import app.linden.sync.Wire.Fate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** One person, two devices, and a wire that breaks: nothing is lost, nothing comes twice. */
final class BrokenWireTest {
    private static final String CALENDAR = "Calendar";

    @TempDir private Path folder;
    private World world;
    private Wire wire;
    private Device anna;

    @BeforeEach
    void start() {
        world = new World(folder);
        wire = new Wire(world.address());
        anna = world.device("laptop", "anna", wire.address());
    }

    @AfterEach
    void stop() {
        world.close();
        wire.close();
    }

    private void retitle(Device device, String from, String to) {
        String id = id(device, CALENDAR, from);
        Event before = device.store().findEvent(id).orElseThrow();
        device.commands()
                .edit(Target.whole(id), before, before.with("title", Json.text(to)))
                .join();
    }

    /** The first {@code times} writes meet this fate. */
    private AtomicInteger breakWrites(Fate fate, int times) {
        AtomicInteger met = new AtomicInteger();
        wire.fate(request ->
                request.contains("/set\"") && met.incrementAndGet() <= times ? fate : Fate.PASSES);
        return met;
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"REQUEST_LOST", "RESPONSE_LOST", "RESPONSE_CUT", "HTTP_500"})
    void whateverBecomesOfAWriteItIsDoneOnce(Fate fate) {
        AtomicInteger met = breakWrites(fate, 1);
        String club =
                anna.commands().createCalendar(own(anna).accountId(), "Club", "#224466").join();
        until("the calendar is there", () -> anna.store().waiting().isEmpty());
        assertEquals(club, find(anna, "Club").id());

        met.set(0);
        anna.commands().create(event(own(anna), "Dinner", 18)).join();
        anna.commands().create(event(find(anna, "Club"), "Meeting", 19)).join();
        until("they are there", () -> anna.store().waiting().isEmpty());

        met.set(0);
        retitle(anna, "Dinner", "Supper");
        until("the title is there", () -> anna.store().waiting().isEmpty());
        world.agree();
        assertEquals(List.of("Supper"), titles(anna, CALENDAR));
        assertEquals(List.of("Meeting"), titles(anna, "Club"));
        assertEquals(2, anna.store().calendars().size());

        met.set(0);
        anna.commands().delete(Target.whole(id(anna, CALENDAR, "Supper"))).join();
        until("it is gone", () -> anna.store().waiting().isEmpty());
        world.agree();
        assertEquals(List.of(), titles(anna, CALENDAR));
        assertEquals(List.of(), anna.store().conflicts());
    }

    @Test
    void aServerThatWantsToBeLeftAloneIs() {
        List<Long> asked = Collections.synchronizedList(new ArrayList<>());
        wire.fate(request -> {
            asked.add(System.nanoTime());
            return asked.size() == 1 ? Fate.BUSY : Fate.PASSES;
        });
        anna.commands().create(event(own(anna), "Dinner", 18)).join();
        until("the server was asked", () -> !asked.isEmpty());
        anna.commands().create(event(own(anna), "Supper", 19)).join();
        until("both are there", () -> anna.store().waiting().isEmpty());
        assertTrue(asked.get(1) - asked.get(0) >= 1_000_000_000L, "asked again at once");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"HTML", "HTTP_500", "REQUEST_LOST"})
    void aServerThatDoesNotAnswerAsOneIsOfflineWithASentence(Fate fate) {
        wire.fate(request -> fate);
        anna.commands().create(event(own(anna), "Dinner", 18)).join();
        // Without a connection already before the edit, it is counted a moment after it was saved.
        until(
                "it is noticed",
                () ->
                        phase(anna) == SyncState.Phase.OFFLINE
                                && anna.accounts().state().get().waiting() > 0);
        String sentence =
                switch (fate) {
                    case HTML -> "What answers at this address is not a JMAP server.";
                    case HTTP_500 ->
                            "The server has a problem (HTTP 500); Linden tries again by itself.";
                    default -> "The connection to the server broke.";
                };
        assertEquals(sentence, anna.accounts().state().get().reason());
        assertEquals(1, anna.accounts().state().get().waiting());
        assertEquals(List.of("Dinner"), titles(anna, CALENDAR));

        wire.fate(request -> Fate.PASSES);
        anna.accounts().syncNow();
        world.agree();
        assertEquals(List.of("Dinner"), titles(anna, CALENDAR));
    }

    @Test
    void aPasswordThatIsNotTakenAnyMoreKeepsEveryEdit() {
        Login login = anna.store().serverSide().logins().getFirst();
        world.close("laptop");
        SecretsOfThisRun secrets = new SecretsOfThisRun();
        secrets.keep(login.id(), "not the password");
        anna = world.open("laptop", "anna", secrets);
        anna.commands().create(event(own(anna), "Dinner", 18)).join();
        anna.startSync();
        until("it is noticed", () -> phase(anna) == SyncState.Phase.SIGNED_OUT);
        assertEquals(
                "The server does not accept this name and password.",
                anna.accounts().state().get().reason());
        anna.commands().create(event(own(anna), "Breakfast", 8)).join();
        until("both wait", () -> anna.accounts().state().get().waiting() == 2);

        anna.accounts().signIn(wire.address(), "anna", World.PASSWORD).join();
        world.agree();
        assertEquals(List.of("Breakfast", "Dinner"), titles(anna, CALENDAR));
        assertEquals(1, anna.store().serverSide().logins().size());
    }

    @Test
    void aPasswordThatIsNotKeptIsASentence() {
        world.close("laptop");
        anna = world.open("laptop", "anna", new SecretsOfThisRun());
        anna.startSync();
        assertEquals(SyncState.Phase.SIGNED_OUT, phase(anna));
        assertEquals(
                "The password of anna is not kept; please sign in again.",
                anna.accounts().state().get().reason());
    }

    @Test
    void aServerThatHangsDoesNotKeepADeviceFromClosing() {
        CompletableFuture<Void> release = new CompletableFuture<>();
        CompletableFuture<Void> reached = new CompletableFuture<>();
        wire.fate(request -> {
            reached.complete(null);
            release.join();
            return Fate.PASSES;
        });
        anna.commands().create(event(own(anna), "Dinner", 18)).join();
        reached.join();
        // Would wait for minutes if the request under way were not given up.
        world.close("laptop");
        release.complete(null);
        wire.fate(request -> Fate.PASSES);

        anna = world.device("laptop", "anna", wire.address());
        world.agree();
        assertEquals(List.of("Dinner"), titles(anna, CALENDAR));
    }

    /** Two devices of one person edit at once while every third answer is lost somewhere. */
    @Test
    void aLongDayOnABadWireEndsWithAllAgreeing() {
        long seed = 20261124;
        Random chance = new Random(seed);
        System.out.println("seed " + seed);
        Device phone = world.device("phone", "anna", wire.address());
        Fate[] fates = Fate.values();
        wire.fate(request ->
                chance.nextInt(3) == 0 ? fates[chance.nextInt(fates.length)] : Fate.PASSES);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Device device = chance.nextBoolean() ? anna : phone;
            Calendar calendar = own(device);
            List<String> there = titles(device, CALENDAR);
            int act = chance.nextInt(10);
            if (act < 5 || there.isEmpty()) {
                made.add("made " + i);
                device.commands().create(event(calendar, "made " + i, i % 20)).join();
            } else {
                String title = there.get(chance.nextInt(there.size()));
                Target target = Target.whole(id(device, CALENDAR, title));
                Event before = device.store().findEvent(target.eventId()).orElseThrow();
                device.commands()
                        .edit(target, before, before.withText("description", "note " + i))
                        .join();
            }
            if (i % 8 == 0) {
                anna.accounts().syncNow();
                phone.accounts().syncNow();
            }
        }
        wire.fate(request -> Fate.PASSES);
        anna.accounts().syncNow();
        phone.accounts().syncNow();
        world.agree();
        assertEquals(made.stream().sorted().toList(), titles(anna, CALENDAR));
        assertEquals(titles(anna, CALENDAR), titles(phone, CALENDAR));
    }
}
