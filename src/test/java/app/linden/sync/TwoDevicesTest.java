package app.linden.sync;

import static app.linden.sync.World.BERLIN;
import static app.linden.sync.World.DAY;
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
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.model.Rule;
import app.linden.model.SyncState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Two people, two devices, one server: real sockets, real databases. */
final class TwoDevicesTest {
    private static final String SHARED = "Family";

    @TempDir private Path folder;
    private World world;
    private Device anna;
    private Device ben;

    @BeforeEach
    void start() {
        world = new World(folder);
        anna = world.device("anna", "anna");
        ben = world.device("ben", "ben");
        world.share(anna, SHARED, Rights.EDIT);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void create(Device device, String title, int hour) {
        device.commands().create(event(find(device, SHARED), title, hour)).join();
    }

    private void retitle(Device device, String from, String to) {
        String id = id(device, SHARED, from);
        Event before = device.store().findEvent(id).orElseThrow();
        device.commands()
                .edit(Target.whole(id), before, before.with("title", Json.text(to)))
                .join();
    }

    private void bothHave(String... titles) {
        until(
                "both have "
                        + List.of(titles)
                        + " but "
                        + titles(anna, SHARED)
                        + titles(ben, SHARED),
                () ->
                        titles(anna, SHARED).equals(List.of(titles))
                                && titles(ben, SHARED).equals(List.of(titles)));
    }

    @Test
    void createsEditsMovesAndDeletesArriveByThemselves() {
        create(anna, "Dinner", 18);
        bothHave("Dinner");
        retitle(ben, "Dinner", "Supper");
        bothHave("Supper");
        ben.commands()
                .move(
                        Target.whole(id(ben, SHARED, "Supper")),
                        DAY.atTime(20, 0),
                        DAY.atTime(21, 0),
                        false,
                        BERLIN)
                .join();
        until(
                "the move arrives",
                () ->
                        anna.store()
                                .findEvent(id(anna, SHARED, "Supper"))
                                .orElseThrow()
                                .when()
                                .start()
                                .equals(DAY.atTime(20, 0)));
        world.agree();
        anna.commands().delete(Target.whole(id(anna, SHARED, "Supper"))).join();
        bothHave();
        world.agree();
    }

    @Test
    void offlineEditsOfAllKindsArriveExactlyOnceAfterTheServerIsBack() {
        Event weekly =
                event(find(anna, SHARED), "Training", 17)
                        .with(Rule.every(1, Rule.Frequency.WEEKLY));
        anna.commands().create(weekly).join();
        create(anna, "Old title", 8);
        create(anna, "Doomed", 9);
        create(anna, "Moved", 10);
        bothHave("Doomed", "Moved", "Old title", "Training");
        world.stopServer();

        List<CompletableFuture<?>> edits = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            edits.add(anna.commands().create(event(find(anna, SHARED), "New " + i, 11)));
            edits.add(ben.commands().create(event(own(ben), "Own " + i, 12)));
        }
        edits.forEach(CompletableFuture::join);
        retitle(anna, "Old title", "New title");
        retitle(anna, "New 7", "New seven");
        anna.commands().delete(Target.whole(id(anna, SHARED, "Doomed"))).join();
        anna.commands().delete(Target.whole(id(anna, SHARED, "New 8"))).join();
        anna.commands()
                .move(
                        Target.whole(id(anna, SHARED, "Moved")),
                        DAY.plusDays(1).atStartOfDay(),
                        DAY.plusDays(3).atStartOfDay(),
                        true,
                        BERLIN)
                .join();
        String training = id(anna, SHARED, "Training");
        Target second = new Target(training, DAY.plusDays(7).atTime(17, 0));
        Event occurrence = anna.agenda().find(second).join();
        anna.commands()
                .edit(second, occurrence, occurrence.with("title", Json.text("Match")))
                .join();
        anna.commands().delete(new Target(training, DAY.plusDays(14).atTime(17, 0))).join();
        String club =
                anna.commands().createCalendar(own(anna).accountId(), "Club", "#224466").join();
        Calendar clubCalendar = find(anna, "Club");
        assertEquals(club, clubCalendar.id());
        anna.commands().create(event(clubCalendar, "Meeting", 19)).join();
        String moved = anna.commands().create(event(clubCalendar, "Outing", 20)).join();
        anna.commands()
                .move(Target.whole(moved), DAY.atTime(21, 0), DAY.atTime(23, 0), false, BERLIN)
                .join();
        until("Anna is offline", () -> phase(anna) == SyncState.Phase.OFFLINE);
        assertTrue(anna.accounts().state().get().waiting() > 60);

        world.startServer();
        anna.accounts().syncNow();
        ben.accounts().syncNow();
        world.agree();

        assertEquals(63 - 1, titles(ben, SHARED).size());
        assertEquals(titles(anna, SHARED), titles(ben, SHARED));
        assertTrue(titles(ben, SHARED).containsAll(List.of("New title", "New seven", "Moved")));
        assertEquals(60, titles(ben, "Calendar").size());
        assertEquals(List.of("Meeting", "Outing"), titles(anna, "Club"));
        assertEquals(
                "Match",
                ben.agenda()
                        .find(
                                new Target(
                                        id(ben, SHARED, "Training"), DAY.plusDays(7).atTime(17, 0)))
                        .join()
                        .title());
        assertEquals(List.of(), anna.store().conflicts());
        assertEquals(List.of(), ben.store().conflicts());
    }

    @Test
    void theSameFieldChangedTwiceStandsAsTheFirstWithTheSecondOnACard() {
        create(anna, "Dinner", 18);
        bothHave("Dinner");
        world.stopServer();
        retitle(anna, "Dinner", "Annas");
        retitle(ben, "Dinner", "Bens");
        world.close("ben");

        world.startServer();
        anna.accounts().syncNow();
        until("Anna's is there", () -> anna.store().waiting().isEmpty());
        ben = world.device("ben", "ben");
        bothHave("Annas");
        assertEquals(1, ben.store().conflicts().size());
        assertEquals(0, anna.store().conflicts().size());
        world.agree();

        ben.commands().useMine(ben.store().conflicts().getFirst().id()).join();
        bothHave("Bens");
        assertEquals(List.of(), ben.store().conflicts());
        world.agree();
    }

    @Test
    void keepingTheirsChangesNothing() {
        create(anna, "Dinner", 18);
        bothHave("Dinner");
        world.stopServer();
        retitle(anna, "Dinner", "Annas");
        retitle(ben, "Dinner", "Bens");
        world.close("ben");
        world.startServer();
        anna.accounts().syncNow();
        until("Anna's is there", () -> anna.store().waiting().isEmpty());
        ben = world.device("ben", "ben");
        bothHave("Annas");

        ben.commands().keepTheirs(ben.store().conflicts().getFirst().id()).join();

        assertEquals(List.of(), ben.store().conflicts());
        world.agree();
        bothHave("Annas");
    }

    @Test
    void differentFieldsOfOneEventAreBothKept() {
        create(anna, "Dinner", 18);
        bothHave("Dinner");
        world.stopServer();
        retitle(anna, "Dinner", "Supper");
        String id = id(ben, SHARED, "Dinner");
        Event before = ben.store().findEvent(id).orElseThrow();
        ben.commands().edit(Target.whole(id), before, before.withPlace("Luigi’s")).join();
        world.startServer();
        anna.accounts().syncNow();
        ben.accounts().syncNow();
        bothHave("Supper");
        world.agree();
        assertEquals(
                "Luigi’s",
                anna.store().findEvent(id(anna, SHARED, "Supper")).orElseThrow().place());
        assertEquals(List.of(), ben.store().conflicts());
    }

    @Test
    void deletedThereEditedHereStaysDeletedWithACardThatRestores() {
        create(anna, "Dinner", 18);
        bothHave("Dinner");
        world.stopServer();
        anna.commands().delete(Target.whole(id(anna, SHARED, "Dinner"))).join();
        retitle(ben, "Dinner", "Supper");
        world.close("ben");
        world.startServer();
        anna.accounts().syncNow();
        until("it is deleted", () -> anna.store().waiting().isEmpty());
        ben = world.device("ben", "ben");
        bothHave();
        assertEquals(1, ben.store().conflicts().size());
        ben.commands().useMine(ben.store().conflicts().getFirst().id()).join();
        bothHave("Supper");
        world.agree();
    }

    @Test
    void deletedHereEditedThereComesBackWithACardThatAsksAgain() {
        create(anna, "Dinner", 18);
        bothHave("Dinner");
        world.stopServer();
        retitle(anna, "Dinner", "Supper");
        ben.commands().delete(Target.whole(id(ben, SHARED, "Dinner"))).join();
        world.close("ben");
        world.startServer();
        anna.accounts().syncNow();
        until("the title is there", () -> anna.store().waiting().isEmpty());
        ben = world.device("ben", "ben");
        bothHave("Supper");
        assertEquals(1, ben.store().conflicts().size());
        ben.commands().useMine(ben.store().conflicts().getFirst().id()).join();
        bothHave();
        world.agree();
    }

    @Test
    void aServerThatRestartsIsHeardAgainByItself() {
        create(anna, "Before", 8);
        bothHave("Before");
        for (int i = 0; i < 2; i++) {
            world.stopServer();
            until("Ben notices", () -> phase(ben) == SyncState.Phase.OFFLINE);
            world.startServer();
            create(anna, "After " + i, 9 + i);
            String title = "After " + i;
            until("it arrives", () -> titles(ben, SHARED).contains(title));
        }
        world.agree();
    }

    @Test
    void anEventThatChangesItsAccountIsThereOnceAndHereNoMore() {
        ben.commands().create(event(own(ben), "Concert", 20)).join();
        until("it is on the server", () -> ben.store().waiting().isEmpty());
        String uid = ben.store().findEvent(id(ben, "Calendar", "Concert")).orElseThrow().uid();

        moveTo(SHARED, "Calendar");
        bothHave("Concert");
        assertEquals(List.of(), titles(ben, "Calendar"));
        world.agree();
        assertEquals(uid, anna.store().findEvent(id(anna, SHARED, "Concert")).orElseThrow().uid());

        world.stopServer();
        moveTo("Calendar", SHARED);
        world.startServer();
        ben.accounts().syncNow();
        bothHave();
        world.agree();
        assertEquals(List.of("Concert"), titles(ben, "Calendar"));
        assertEquals(List.of(), ben.store().conflicts());
    }

    private void moveTo(String to, String from) {
        String id = id(ben, from, "Concert");
        Event before = ben.store().findEvent(id).orElseThrow();
        var there = Json.object().put(find(ben, to).id(), true);
        ben.commands().edit(Target.whole(id), before, before.with("calendarIds", there)).join();
    }

    @Test
    void rightsTakenAwayParkWhatWaitsAndTheRestGoesOn() {
        create(anna, "Dinner", 18);
        bothHave("Dinner");
        world.close("ben");
        // Ben edits offline, in the shared calendar and in his own.
        ben = world.open("ben", "ben", new app.linden.desktop.SecretsOfThisRun());
        retitle(ben, "Dinner", "Bens");
        ben.commands().create(event(own(ben), "Own", 9)).join();
        Calendar shared = find(anna, SHARED);
        anna.store()
                .edits()
                .apply(
                        List.of(
                                new app.linden.store.Intent.Update(
                                        shared.id(),
                                        app.linden.model.Patch.of(
                                                "shareWith/" + world.principal("ben"),
                                                Rights.READ.toJson()))))
                .join();
        until("the rights are there", () -> anna.store().waiting().isEmpty());

        ben.accounts().signIn(world.address().toString(), "ben", World.PASSWORD).join();
        until(
                "what may not go is parked",
                () ->
                        ben.store().waiting().size() == 1
                                && ben.store().waiting().getFirst().isParked());
        assertEquals(List.of("Own"), titles(ben, "Calendar"));
        assertEquals(List.of("Bens"), titles(ben, SHARED));
        assertEquals(List.of("Dinner"), titles(anna, SHARED));
        assertEquals(1, ben.accounts().state().get().parked());
        assertEquals(SyncState.Phase.IDLE, phase(ben));
        world.agree();
    }
}
