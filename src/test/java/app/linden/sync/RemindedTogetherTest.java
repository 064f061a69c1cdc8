package app.linden.sync;

import static app.linden.sync.World.BERLIN;
import static app.linden.sync.World.event;
import static app.linden.sync.World.find;
import static app.linden.sync.World.id;
import static app.linden.sync.World.until;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.base.Cell;
import app.linden.base.Closer;
import app.linden.calendar.Target;
import app.linden.calendar.remind.Reminder;
import app.linden.calendar.remind.Reminders;
import app.linden.calendar.remind.Viewer;
import app.linden.cli.Device;
import app.linden.model.Alert;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Length;
import app.linden.model.Rights;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reminders of two people on three devices over a real server, on one clock turned by hand. */
final class RemindedTogetherTest {
    private static final String SHARED = "Family";

    @TempDir private Path folder;
    private final Cell<Instant> now = new Cell<>(Instant.parse("2026-11-24T09:00:00Z"));
    private final Closer closer = new Closer();
    private World world;
    private Device laptop;
    private Device desk;
    private Device ben;
    private Reminders onLaptop;
    private Reminders onDesk;
    private Reminders ofBen;

    @BeforeEach
    void start() {
        world = new World(folder);
        laptop = world.device("laptop", "anna");
        desk = world.device("desk", "anna");
        ben = world.device("ben", "ben");
        world.share(laptop, SHARED, Rights.READ);
        grantAlerts();
        onLaptop = reminders(laptop);
        onDesk = reminders(desk);
        ofBen = reminders(ben);
    }

    /** Ben reads, and has alerts of his own on what he reads. */
    private void grantAlerts() {
        String id = find(laptop, SHARED).id();
        laptop.store()
                .edits()
                .apply(
                        List.of(
                                new app.linden.store.Intent.Update(
                                        id,
                                        app.linden.model.Patch.of(
                                                "shareWith/"
                                                        + world.principal("ben")
                                                        + "/mayUpdatePrivate",
                                                Json.bool(true)))))
                .join();
        until(
                "Ben may have alerts",
                () -> find(ben, SHARED).rights().may(Rights.Right.UPDATE_PRIVATE));
    }

    private Reminders reminders(Device device) {
        Reminders reminders =
                closer.add(
                        Reminders.of(
                                device.store(),
                                device.store().serverSide().ids(),
                                now::get,
                                Viewer.in(BERLIN),
                                null,
                                Duration.ZERO));
        reminders.start();
        return reminders;
    }

    @AfterEach
    void stop() {
        closer.close();
        world.close();
    }

    private static void remind(Device device, String title) {
        String id = id(device, SHARED, title);
        Event before = device.store().findEvent(id).orElseThrow();
        var alerts = Json.object();
        alerts.set("a", Alert.before(Length.minutes(15)).json());
        device.commands().edit(Target.whole(id), before, before.with("alerts", alerts)).join();
    }

    private void turnTo(String instant) {
        now.set(Instant.parse(instant));
        List.of(onLaptop, onDesk, ofBen).forEach(r -> r.lookNow().join());
    }

    private static List<String> titles(Reminders reminders) {
        return reminders.open().get().stream().map(Reminder::title).toList();
    }

    /** Soon: a commit may be seen before the reminders hear of it. */
    private static void rings(Reminders reminders) {
        until("it rings", () -> titles(reminders).equals(List.of("Dinner")));
    }

    private void everywhere(String title) {
        until(
                "Dinner is everywhere",
                () ->
                        List.of(desk, ben).stream()
                                .allMatch(d -> World.titles(d, SHARED).contains(title)));
    }

    private static boolean hasAlert(Device device, String title) {
        return !device.store()
                .findEvent(id(device, SHARED, title))
                .orElseThrow()
                .details()
                .alerts()
                .isEmpty();
    }

    @Test
    void dismissedOnOneDeviceIsSilentOnTheOthersOfThePersonAndOnNobodyElses() {
        laptop.commands().create(event(find(laptop, SHARED), "Dinner", 18)).join();
        everywhere("Dinner");
        remind(laptop, "Dinner");
        remind(ben, "Dinner");
        until("both of Anna's have it", () -> hasAlert(desk, "Dinner"));
        turnTo("2026-11-24T16:45:00Z");
        rings(onLaptop);
        rings(onDesk);
        rings(ofBen);

        onLaptop.dismiss(onLaptop.open().get().getFirst()).join();
        until("the desk is silent", () -> titles(onDesk).isEmpty());
        assertEquals(List.of("Dinner"), titles(ofBen));
    }

    @Test
    void snoozedOnOneDeviceComesAgainOnBoth() {
        laptop.commands().create(event(find(laptop, SHARED), "Dinner", 18)).join();
        everywhere("Dinner");
        remind(laptop, "Dinner");
        until("both of Anna's have it", () -> hasAlert(desk, "Dinner"));
        turnTo("2026-11-24T16:45:00Z");
        rings(onDesk);
        onDesk.snooze(onDesk.open().get().getFirst(), Instant.parse("2026-11-24T16:50:00Z")).join();
        until("the laptop is silent", () -> titles(onLaptop).isEmpty());
        turnTo("2026-11-24T16:50:00Z");
        rings(onLaptop);
        rings(onDesk);
        assertEquals(List.of(), titles(ofBen), "Ben has no alert of his own");

        onLaptop.dismiss(onLaptop.open().get().getFirst()).join();
        until("the desk is silent", () -> titles(onDesk).isEmpty());
        until(
                "the snooze is gone everywhere",
                () ->
                        desk.store()
                                        .findEvent(id(desk, SHARED, "Dinner"))
                                        .orElseThrow()
                                        .details()
                                        .alerts()
                                        .size()
                                == 1);
    }

    @Test
    void whatArrivesAfterItsAlertWasDueComesAtOnceWhileOneCanStillGo() {
        turnTo("2026-11-24T16:50:00Z");
        Event dinner = event(find(laptop, SHARED), "Dinner", 18);
        Event lunch = event(find(laptop, SHARED), "Lunch", 12);
        var alerts = Json.object();
        alerts.set("a", Alert.before(Length.minutes(15)).json());
        laptop.commands().create(lunch.with("alerts", alerts)).join();
        laptop.commands().create(dinner.with("alerts", alerts)).join();
        until("the desk reminds of what comes", () -> titles(onDesk).equals(List.of("Dinner")));
        assertEquals(List.of(), titles(onLaptop), "who made it knows");
    }
}
