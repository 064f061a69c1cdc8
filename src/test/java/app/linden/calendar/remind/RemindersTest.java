package app.linden.calendar.remind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.calendar.Commands;
import app.linden.calendar.JsonFile;
import app.linden.calendar.Target;
import app.linden.model.Account;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.model.Rule;
import app.linden.model.Type;
import app.linden.model.When;
import app.linden.store.Pulled;
import app.linden.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Reminders of one device on a clock that is turned by hand. */
final class RemindersTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir private Path folder;
    private final TurnedClock clock = new TurnedClock("2026-11-24T09:00:00Z");
    private Ids ids;
    private Store store;
    private Commands commands;
    private String calendar;
    private Reminders reminders;

    @BeforeEach
    void open() {
        ids = new Ids(clock, new Random(1));
        store = Store.open(folder, clock, ids);
        commands = new Commands(store, ids);
        store.localAccount("Here", "Mine").join();
        calendar = store.calendars().getFirst().id();
    }

    @AfterEach
    void close() {
        if (reminders != null) {
            reminders.close();
        }
        store.close();
    }

    private void start() {
        reminders =
                new Reminders(
                        store,
                        ids,
                        clock,
                        Viewer.in(BERLIN),
                        ReminderLog.of(new JsonFile(folder.resolve("reminders.json"))),
                        clock,
                        Duration.ZERO);
        reminders.start();
        told();
    }

    private void restart(Duration later) {
        reminders.close();
        clock.sleep(later);
        start();
    }

    /** What stands open after every look that was asked for. */
    private List<String> told() {
        // Callbacks of the clock put looks into the queue; this one comes behind them.
        reminders.settled().join();
        return reminders.open().get().stream().map(r -> r.title() + " " + r.due()).toList();
    }

    private Reminder only() {
        assertEquals(1, told().size(), () -> told().toString());
        return reminders.open().get().getFirst();
    }

    private String add(String title, String start, String... offsets) {
        LocalDateTime from = LocalDateTime.parse(start);
        Event event =
                Event.create("", calendar, title, When.timed(from, from.plusHours(1), BERLIN));
        String id = commands.create(with(event, offsets)).join();
        if (reminders != null) {
            told();
        }
        return id;
    }

    private static Event with(Event event, String... offsets) {
        ObjectNode alerts = Json.object();
        for (String offset : offsets) {
            alerts.putObject("a" + offset.replaceAll("\\W", ""))
                    .putObject("trigger")
                    .put("@type", "OffsetTrigger")
                    .put("offset", offset);
        }
        return event.with("alerts", alerts);
    }

    private void turnTo(String instant) {
        // Whoever still looks at the time before asks to be called back before it is turned.
        told();
        clock.turnTo(Instant.parse(instant));
    }

    @Test
    void itComesWhenItIsDueAndNotBefore() {
        start();
        add("Dentist", "2026-11-24T15:30", "-PT15M");
        assertEquals(List.of(), told());
        turnTo("2026-11-24T14:14:59Z");
        assertEquals(List.of(), told());
        turnTo("2026-11-24T14:15:00Z");
        assertEquals(List.of("Dentist 2026-11-24T14:15:00Z"), told());
        turnTo("2026-11-24T14:16:00Z");
        assertEquals(1, told().size(), "once");
    }

    @Test
    void itWakesAtTheMomentAndLooksAgainAtLeastEveryTwentySeconds() {
        start();
        add("Dentist", "2026-11-24T10:00:31", "PT0S");
        told();
        clock.turn(Reminders.LONGEST_WAIT);
        assertEquals(List.of(), told());
        clock.turn(Duration.ofSeconds(11));
        assertEquals(1, told().size());
    }

    @Test
    void whatWasMissedWhileAsleepComesOnceTheLatestAlertOfEachOccurrence() {
        start();
        add("Dentist", "2026-11-24T15:30", "-PT1H", "-PT15M");
        add("Call", "2026-11-24T16:00", "PT0S");
        told();
        clock.sleep(Duration.ofHours(9));
        clock.turn(Duration.ofSeconds(1));
        assertEquals(List.of("Dentist 2026-11-24T14:15:00Z", "Call 2026-11-24T15:00:00Z"), told());
    }

    @Test
    void whatWasMissedWhileClosedComesOnceAtTheNextStart() {
        start();
        add("Dentist", "2026-11-24T15:30", "-PT15M");
        add("Early", "2026-11-24T10:30", "-PT15M");
        turnTo("2026-11-24T09:15:00Z");
        assertEquals(List.of("Early 2026-11-24T09:15:00Z"), told());
        restart(Duration.ofHours(20));
        assertEquals(List.of("Dentist 2026-11-24T14:15:00Z"), told());
        restart(Duration.ofMinutes(1));
        assertEquals(List.of(), told());
    }

    @Test
    void aNewDeviceDoesNotTellThePast() {
        add("Old", "2026-11-24T09:30", "-PT15M");
        start();
        assertEquals(List.of(), told());
    }

    @Test
    void aClockThatIsSetBackTellsNothingTwiceAndLosesNothing() {
        start();
        add("Dentist", "2026-11-24T15:30", "-PT15M");
        turnTo("2026-11-24T14:20:00Z");
        Reminder first = only();
        turnTo("2026-11-24T12:00:00Z");
        told();
        add("Call", "2026-11-24T13:30", "PT0S");
        turnTo("2026-11-24T14:30:00Z");
        assertEquals(List.of("Dentist 2026-11-24T14:15:00Z", "Call 2026-11-24T12:30:00Z"), told());
        assertEquals(first, reminders.open().get().getFirst());
    }

    @Test
    void dismissingIsWrittenIntoTheEventAndAnswersEarlierAlertsToo() {
        start();
        String id = add("Dentist", "2026-11-24T15:30", "-PT1H", "-PT15M");
        turnTo("2026-11-24T14:15:00Z");
        reminders.dismiss(only()).join();
        assertEquals(List.of(), told());
        Event event = store.findEvent(id).orElseThrow();
        event.details()
                .alerts()
                .values()
                .forEach(
                        a -> assertEquals(Instant.parse("2026-11-24T14:15:00Z"), a.acknowledged()));
    }

    @Test
    void aSnoozedOneComesAgainWithoutAnExceptionAndGoesWhenItIsAnswered() {
        start();
        LocalDateTime from = DAY.atTime(15, 30);
        Event daily =
                with(
                                Event.create(
                                        "",
                                        calendar,
                                        "Pill",
                                        When.timed(from, from.plusMinutes(5), BERLIN)),
                                "PT0S")
                        .with(Rule.every(1, Rule.Frequency.DAILY));
        String id = commands.create(daily).join();
        turnTo("2026-11-24T14:30:00Z");
        Reminder pill = only();
        assertEquals(from, pill.recurrenceId());
        Instant five = Snooze.FIVE_MINUTES.until(pill, clock.instant(), BERLIN);
        reminders.snooze(pill, five).join();
        assertEquals(List.of(), told());
        turnTo("2026-11-24T14:34:59Z");
        assertEquals(List.of(), told());
        turnTo("2026-11-24T14:35:00Z");
        Reminder again = only();
        assertEquals(from, again.recurrenceId());
        reminders.snooze(again, Snooze.ONE_HOUR.until(again, clock.instant(), BERLIN)).join();
        restart(Duration.ofHours(2));
        Reminder third = only();
        assertEquals(from, third.recurrenceId());
        assertEquals(Instant.parse("2026-11-24T15:35:00Z"), third.due());
        reminders.dismiss(third).join();
        Event event = store.findEvent(id).orElseThrow();
        assertEquals(1, event.details().alerts().size(), event.json().toString());
        assertEquals(Map.of(), event.overrides());
        turnTo("2026-11-25T14:30:00Z");
        assertEquals(from.plusDays(1), only().recurrenceId());
    }

    @Test
    void snoozeMeansFiveMinutesAnHourTomorrowMorningOrTheStart() {
        start();
        add("Late", "2026-11-24T23:30", "-PT3H");
        turnTo("2026-11-24T20:00:00Z");
        Reminder r = only();
        Instant now = clock.instant();
        assertEquals(Instant.parse("2026-11-25T08:00:00Z"), Snooze.TOMORROW.until(r, now, BERLIN));
        assertEquals(Instant.parse("2026-11-24T22:30:00Z"), Snooze.AT_START.until(r, now, BERLIN));
        assertEquals(4, Snooze.offered(r, now, BERLIN).size());
        assertEquals(3, Snooze.offered(r, r.start(BERLIN), BERLIN).size());
        // Clocks go forward in the night: nine in the morning all the same.
        assertEquals(
                Instant.parse("2027-03-28T07:00:00Z"),
                Snooze.TOMORROW.until(r, Instant.parse("2027-03-27T20:00:00Z"), BERLIN));
    }

    @Test
    void deletedCancelledAndMovedOnesAreTakenBack() {
        start();
        String gone = add("Gone", "2026-11-24T10:30", "-PT15M");
        String cancelled = add("Cancelled", "2026-11-24T10:30", "-PT15M");
        String moved = add("Moved", "2026-11-24T10:30", "-PT15M");
        turnTo("2026-11-24T09:15:00Z");
        assertEquals(3, told().size());
        commands.delete(Target.whole(gone)).join();
        Event before = store.findEvent(cancelled).orElseThrow();
        commands.edit(
                        Target.whole(cancelled),
                        before,
                        before.with("status", Json.text("cancelled")))
                .join();
        commands.move(Target.whole(moved), DAY.atTime(12, 0), DAY.atTime(13, 0), false, BERLIN)
                .join();
        assertEquals(List.of(), told());
        turnTo("2026-11-24T10:45:00Z");
        assertEquals(List.of("Moved 2026-11-24T10:45:00Z"), told());
    }

    @Test
    void anOccurrenceAcrossSummerTimeIsOnTime() {
        clock.sleep(Duration.ofDays(122));
        start();
        LocalDateTime from = LocalDateTime.parse("2027-03-21T09:00");
        commands.create(
                        with(
                                        Event.create(
                                                "",
                                                calendar,
                                                "Church",
                                                When.timed(from, from.plusHours(1), BERLIN)),
                                        "-P1D",
                                        "-PT30M")
                                .with(Rule.every(1, Rule.Frequency.WEEKLY)))
                .join();
        told();
        turnTo("2027-03-27T07:59:59Z");
        told().forEach(t -> assertTrue(!t.contains("27T"), t));
        turnTo("2027-03-27T08:00:00Z");
        assertTrue(told().contains("Church 2027-03-27T08:00:00Z"), told().toString());
        turnTo("2027-03-28T06:30:00Z");
        assertTrue(told().contains("Church 2027-03-28T06:30:00Z"), told().toString());
    }

    @Test
    void inACalendarThatMayNotBeWrittenTheAnswerStaysOnThisDevice() {
        store.serverSide()
                .acceptAccounts(
                        "login",
                        List.of(new Account(ids.next(), "login", "s", "Club", false, true)))
                .join();
        String account =
                store.accounts().stream().filter(a -> !a.isLocal()).findFirst().orElseThrow().id();
        ObjectNode club = Json.object().put("name", "Club");
        club.set("myRights", Rights.READ.toJson());
        pull(account, Type.CALENDAR, "club", club);
        LocalDateTime from = DAY.atTime(15, 30);
        ObjectNode match =
                with(Event.create("m", "club", "Match", When.timed(from, from, BERLIN)), "-PT15M")
                        .json()
                        .put("id", "m");
        pull(account, Type.EVENT, "m", match);
        start();
        turnTo("2026-11-24T14:15:00Z");
        reminders.snooze(only(), clock.instant().plusSeconds(300)).join();
        assertEquals(List.of(), told());
        restart(Duration.ofMinutes(6));
        assertEquals("Match", only().title());
        reminders.dismiss(only()).join();
        restart(Duration.ofMinutes(6));
        assertEquals(List.of(), told());
        assertEquals(List.of(), store.waiting());
    }

    private void pull(String account, Type type, String id, ObjectNode object) {
        store.serverSide()
                .accept(new Pulled(account, type, Map.of(id, object), List.of(), ids.next()))
                .join();
    }

    @Test
    void aBrokenLogIsKeptAsideAndNothingIsToldAnew() throws Exception {
        add("Old", "2026-11-24T09:30", "-PT15M");
        Files.writeString(folder.resolve("reminders.json"), "{\"until\":");
        start();
        assertEquals(List.of(), told());
        assertEquals("{\"until\":", Files.readString(folder.resolve("reminders.json.broken")));
    }
}
