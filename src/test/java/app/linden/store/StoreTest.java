package app.linden.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.model.Account;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.Patch;
import app.linden.model.Rule;
import app.linden.model.Type;
import app.linden.model.When;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;

/** The cache as commands and sync use it, on a real database. */
final class StoreTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir private Path folder;
    private final Ids ids = new Ids(CLOCK, new Random(1));
    private Store store;
    private ServerSide server;
    private String account;
    private String calendar;

    @BeforeEach
    void open() {
        store = Store.open(folder, CLOCK, ids);
        server = store.serverSide();
        server.acceptAccounts(
                        "login",
                        List.of(new Account(ids.next(), "login", "a1", "Anna", true, false)))
                .join();
        account = server.accountsOf("login").getFirst().id();
        pull(
                Type.CALENDAR,
                "cal1",
                "{\"id\":\"cal1\",\"name\":\"Family\",\"isDefault\":true}",
                "s1");
        calendar = store.calendars().getFirst().id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void pull(Type type, String serverId, String json, String state) {
        server.accept(
                        new Pulled(
                                account,
                                type,
                                Map.of(serverId, Json.parseObject(json)),
                                List.of(),
                                state))
                .join();
    }

    private void pullEvent(Event local, String serverId, String state) {
        ObjectNode wire = local.json().deepCopy();
        wire.put("id", serverId);
        wire.putObject("calendarIds").put("cal1", true);
        server.accept(new Pulled(account, Type.EVENT, Map.of(serverId, wire), List.of(), state))
                .join();
    }

    private Event dinner() {
        return Event.create(
                "uid-1",
                calendar,
                "Dinner",
                When.timed(DAY.atTime(18, 0), DAY.atTime(20, 0), BERLIN));
    }

    private String create(Event event) {
        String id = ids.next();
        store.edits()
                .apply(List.of(new Intent.Create(id, account, Type.EVENT, event.json())))
                .join();
        return id;
    }

    private void edit(String id, String property, String value) {
        store.edits()
                .apply(List.of(new Intent.Update(id, Patch.of(property, Json.text(value)))))
                .join();
    }

    private List<Outgoing> take() {
        return server.takeBatch(account, Type.EVENT, 100).join();
    }

    private void done(Outgoing o, String serverId) {
        server.settle(
                        account,
                        Type.EVENT,
                        List.of(new Settled.Done(o.seq(), serverId, Json.object())),
                        null,
                        null)
                .join();
    }

    private List<Occurrence> seen() {
        return store.occurrences(DAY, DAY.plusDays(1), BERLIN);
    }

    @Test
    void anEditIsSeenAndWaitsAndIsThereAfterAStart() {
        String id = create(dinner());
        store.close();
        store = Store.open(folder, CLOCK, ids);

        assertEquals("Dinner", seen().getFirst().title());
        assertTrue(seen().getFirst().is(Mark.UNSENT));
        assertEquals(dinner(), store.findEvent(id).orElseThrow());
        assertEquals(1, store.waiting().size());
    }

    @Test
    void editsBeforeTheFirstSendingBecomeOneCreate() {
        String id = create(dinner());
        edit(id, "title", "Supper");
        edit(id, "description", "bring wine");

        List<Outgoing> batch = take();

        assertEquals(1, batch.size());
        assertEquals(Outgoing.Act.CREATE, batch.getFirst().act());
        assertEquals("Supper", batch.getFirst().content().path("title").asString());
        assertEquals(Json.parse("{\"cal1\":true}"), batch.getFirst().content().path("calendarIds"));
    }

    @Test
    void createdAndDeletedBeforeTheFirstSendingLeavesNothingToSend() {
        String id = create(dinner());
        store.edits().apply(List.of(new Intent.Destroy(id))).join();

        assertEquals(List.of(), take());
        assertEquals(List.of(), seen());
    }

    @Test
    void anEditDuringTheSendingFollowsAsAPatchOfItsOwn() {
        String id = create(dinner());
        Outgoing first = take().getFirst();
        edit(id, "title", "Supper");
        assertEquals(List.of(), take(), "one change of an object is in flight at a time");
        done(first, "e1");

        Outgoing second = take().getFirst();

        assertEquals(Outgoing.Act.UPDATE, second.act());
        assertEquals("e1", second.serverId());
        assertEquals(Json.parseObject("{\"title\":\"Supper\"}"), second.content());
        assertEquals("Supper", seen().getFirst().title());
    }

    @Test
    void changedAndChangedBackNeedsNoSending() {
        pullEvent(dinner(), "e1", "s2");
        String id = seen().getFirst().eventId();
        edit(id, "title", "Supper");
        edit(id, "title", "Dinner");

        assertEquals(List.of(), store.waiting());
    }

    @Test
    void aCreateWhoseAnswerWasLostIsFoundByItsUidAndNotSentAgain() {
        create(dinner());
        take();
        server.requeueInFlight(account).join();

        pullEvent(dinner(), "e1", "s2");

        assertEquals(List.of(), take());
        assertEquals(1, seen().size());
        assertFalse(seen().getFirst().is(Mark.UNSENT));
    }

    @Test
    void anUpdateWhoseAnswerWasLostIsNotSentAgainWhereItArrived() {
        pullEvent(dinner(), "e1", "s2");
        String id = seen().getFirst().eventId();
        edit(id, "title", "Supper");
        take();
        server.requeueInFlight(account).join();

        pullEvent(dinner().with("title", Json.text("Supper")), "e1", "s3");

        assertEquals(List.of(), take());
        assertEquals(List.of(), store.conflicts());
    }

    @Test
    void takingBackAnEditWhoseAnswerWasLostStillReachesTheServer() {
        pullEvent(dinner(), "e1", "s2");
        String id = seen().getFirst().eventId();
        edit(id, "title", "Supper");
        take();
        server.requeueInFlight(account).join();
        edit(id, "title", "Dinner");

        pullEvent(dinner().with("title", Json.text("Supper")), "e1", "s3");

        assertEquals(Json.parseObject("{\"title\":\"Dinner\"}"), take().getFirst().content());
        assertEquals(List.of(), store.conflicts());
    }

    @Test
    void aRemoteChangeOfAnotherFieldIsMergedAndOnlyMineIsSent() {
        pullEvent(dinner(), "e1", "s2");
        String id = seen().getFirst().eventId();
        edit(id, "title", "Supper");

        pullEvent(dinner().with("description", Json.text("bring wine")), "e1", "s3");

        Event event = store.findEvent(id).orElseThrow();
        assertEquals("Supper", event.title());
        assertEquals("bring wine", event.description());
        assertEquals(Json.parseObject("{\"title\":\"Supper\"}"), take().getFirst().content());
    }

    @Test
    void theSameFieldChangedOnBothSidesStandsAsTheirsWithMineOnACardThatCanBeChosen() {
        pullEvent(dinner(), "e1", "s2");
        String id = seen().getFirst().eventId();
        edit(id, "title", "Supper");

        pullEvent(dinner().with("title", Json.text("Party")), "e1", "s3");

        assertEquals("Party", store.findEvent(id).orElseThrow().title());
        assertEquals(List.of(), take());
        assertTrue(seen().getFirst().is(Mark.CONFLICT));
        store.edits().decide(store.conflicts().getFirst().id(), Choice.MINE).join();
        assertEquals("Supper", store.findEvent(id).orElseThrow().title());
        assertEquals(Json.parseObject("{\"title\":\"Supper\"}"), take().getFirst().content());
        assertEquals(List.of(), store.conflicts());
    }

    @Test
    void deletedThereWhileEditedHereStaysDeletedWithACardThatRestores() {
        pullEvent(dinner(), "e1", "s2");
        String id = seen().getFirst().eventId();
        edit(id, "title", "Supper");

        server.accept(new Pulled(account, Type.EVENT, Map.of(), List.of("e1"), "s3")).join();

        assertEquals(List.of(), seen());
        store.edits().decide(store.conflicts().getFirst().id(), Choice.MINE).join();
        assertEquals("Supper", seen().getFirst().title());
        assertEquals(Outgoing.Act.CREATE, take().getFirst().act());
    }

    @Test
    void deletedHereWhileChangedThereComesBackWithACardThatAsksAgain() {
        pullEvent(dinner(), "e1", "s2");
        String id = seen().getFirst().eventId();
        store.edits().apply(List.of(new Intent.Destroy(id))).join();

        pullEvent(dinner().with("title", Json.text("Party")), "e1", "s3");

        assertEquals("Party", seen().getFirst().title());
        store.edits().decide(store.conflicts().getFirst().id(), Choice.MINE).join();
        assertEquals(List.of(), seen());
        assertEquals(Outgoing.Act.DESTROY, take().getFirst().act());
    }

    @Test
    void deletedHereWhileOnlyTheServersOwnPropertiesMovedStaysDeleted() {
        pullEvent(dinner(), "e1", "s2");
        String id = seen().getFirst().eventId();
        store.edits().apply(List.of(new Intent.Destroy(id))).join();

        pullEvent(dinner().with("updated", Json.text("2026-11-23T12:00:01Z")), "e1", "s3");

        assertEquals(List.of(), seen());
        assertEquals(Outgoing.Act.DESTROY, take().getFirst().act());
    }

    @Test
    void aParkedChangeBlocksNobodyAndIsListedWithItsReason() {
        create(dinner());
        create(dinner().with("uid", Json.text("uid-2")));
        List<Outgoing> batch = take();
        server.settle(
                        account,
                        Type.EVENT,
                        List.of(
                                new Settled.Refused(batch.get(0).seq(), "not allowed"),
                                new Settled.Done(batch.get(1).seq(), "e2", Json.object())),
                        null,
                        null)
                .join();

        assertEquals(List.of(), take());
        assertEquals(1, store.waiting().size());
        assertEquals("not allowed", store.waiting().getFirst().reason());
    }

    private void refuse(Outgoing o) {
        server.settle(
                        account,
                        Type.EVENT,
                        List.of(new Settled.Refused(o.seq(), "not allowed")),
                        null,
                        null)
                .join();
    }

    @Test
    void whatWasChangedBehindARefusedCreateGoesOutWithIt() {
        String id = create(dinner());
        Outgoing first = take().getFirst();
        edit(id, "title", "Supper");
        refuse(first);

        Outgoing second = take().getFirst();
        assertEquals(Outgoing.Act.CREATE, second.act());
        assertEquals("Supper", second.content().path("title").asString());
        assertEquals(1, store.waiting().size());
    }

    @Test
    void whatWasChangedBehindARefusedUpdateGoesOutWithIt() {
        pullEvent(dinner(), "e1", "s2");
        String id = seen().getFirst().eventId();
        edit(id, "title", "Supper");
        Outgoing first = take().getFirst();
        edit(id, "description", "bring wine");
        refuse(first);

        assertEquals(
                Json.parseObject("{\"title\":\"Supper\",\"description\":\"bring wine\"}"),
                take().getFirst().content());
        assertEquals(1, store.waiting().size());
    }

    @Test
    void deletedBehindARefusedCreateLeavesNothingToSend() {
        String id = create(dinner());
        Outgoing first = take().getFirst();
        store.edits().apply(List.of(new Intent.Destroy(id))).join();
        refuse(first);

        assertEquals(List.of(), take());
        assertEquals(List.of(), store.waiting());
        assertEquals(List.of(), seen());
    }

    @Test
    void aCalendarWhoseCreateArrivedUnheardIsNotMadeTwice() {
        ObjectNode club = Json.object().put("name", "Club").put("color", "#112233");
        String id = ids.next();
        store.edits().apply(List.of(new Intent.Create(id, account, Type.CALENDAR, club))).join();
        assertEquals(1, server.takeBatch(account, Type.CALENDAR, 10).join().size());
        server.requeueInFlight(account).join();

        pull(
                Type.CALENDAR,
                "cal2",
                "{\"id\":\"cal2\",\"name\":\"Club\",\"color\":\"#112233\",\"sortOrder\":0}",
                "s2");

        assertEquals(List.of(), server.takeBatch(account, Type.CALENDAR, 10).join());
        assertEquals(2, store.calendars().size());
        assertTrue(store.calendars().stream().anyMatch(c -> c.id().equals(id)));
    }

    @Test
    void watchersHearOnOneThreadInTheOrderOfTheCommits() {
        List<Thread> threads = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
        store.watch(c -> {
            threads.add(Thread.currentThread());
            heard.addAll(c.events());
        });
        List<String> made = new java.util.ArrayList<>();
        for (int i = 0; i < 200; i++) {
            made.add(create(dinner().with("uid", Json.text("uid-" + i))));
        }
        assertEquals(made, heard);
        assertEquals(1, threads.stream().distinct().count());
    }

    @Test
    void anEventInACalendarThatTheServerDoesNotHaveYetWaitsForIt() {
        String newCalendar = ids.next();
        store.edits()
                .apply(
                        List.of(
                                new Intent.Create(
                                        newCalendar,
                                        account,
                                        Type.CALENDAR,
                                        Json.parseObject("{\"name\":\"New\"}"))))
                .join();
        create(dinner().with("calendarIds", Json.parse("{\"" + newCalendar + "\":true}")));
        assertEquals(List.of(), take());
        Outgoing made = server.takeBatch(account, Type.CALENDAR, 10).join().getFirst();
        server.settle(
                        account,
                        Type.CALENDAR,
                        List.of(new Settled.Done(made.seq(), "cal2", Json.object())),
                        null,
                        null)
                .join();

        assertEquals(
                Json.parse("{\"cal2\":true}"), take().getFirst().content().path("calendarIds"));
    }

    @Test
    void theStateMovesWithTheObjectsAndAfterOnesOwnChangeOnlyWhenNothingCameBetween() {
        assertEquals("s1", server.state(account, Type.CALENDAR).orElseThrow());
        pullEvent(dinner(), "e1", "s2");
        String id = seen().getFirst().eventId();
        edit(id, "title", "Supper");
        Outgoing o = take().getFirst();

        server.settle(
                        account,
                        Type.EVENT,
                        List.of(new Settled.Done(o.seq(), null, Json.object())),
                        "s3",
                        "s4")
                .join();

        assertEquals("s2", server.state(account, Type.EVENT).orElseThrow());
    }

    @Test
    void aSeriesIsIndexedAndOneOccurrenceMoves() {
        Event series = dinner().with(Rule.every(1, Rule.Frequency.WEEKLY));
        String id = create(series);
        LocalDateTime second = DAY.plusDays(7).atTime(18, 0);
        store.edits()
                .change(
                        id,
                        s ->
                                s.with(
                                        "recurrenceOverrides",
                                        Json.parse(
                                                "{\""
                                                        + Event.write(second)
                                                        + "\":{\"start\":\"2026-12-02T19:00:00\",\"title\":\"Guests\"}}")))
                .join();

        List<Occurrence> december = store.occurrences(DAY.plusDays(1), DAY.plusDays(15), BERLIN);

        assertEquals(2, december.size());
        Occurrence moved =
                december.stream().filter(o -> o.is(Mark.OVERRIDDEN)).findFirst().orElseThrow();
        assertEquals("Guests", moved.title());
        assertEquals(second, moved.recurrenceId());
        assertEquals(LocalDateTime.of(2026, 12, 2, 19, 0), moved.span().startIn(BERLIN));
    }

    @Test
    void lookingBeyondTheHorizonMovesIt() throws Exception {
        create(dinner().with(Rule.every(1, Rule.Frequency.YEARLY)));
        LocalDate far = LocalDate.of(2060, 11, 24);
        var indexed = new java.util.concurrent.CountDownLatch(1);
        try (var watching = store.watch(c -> indexed.countDown())) {
            store.occurrences(far, far.plusDays(1), BERLIN);
            assertTrue(indexed.await(20, java.util.concurrent.TimeUnit.SECONDS));
        }

        assertEquals(1, store.occurrences(far, far.plusDays(1), BERLIN).size());
    }

    @Test
    void allDayEventsAreOnTheirDayInEveryZone() {
        create(Event.create("uid-d", calendar, "Holiday", When.days(DAY, DAY)));

        for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin")) {
            ZoneId z = ZoneId.of(zone);
            assertEquals(1, store.occurrences(DAY, DAY.plusDays(1), z).size(), zone);
            assertEquals(0, store.occurrences(DAY.plusDays(1), DAY.plusDays(2), z).size(), zone);
            assertEquals(0, store.occurrences(DAY.minusDays(1), DAY, z).size(), zone);
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedInASentence() {
        Problem problem = assertThrows(Problem.class, () -> Store.open(folder, CLOCK, ids));

        assertEquals(Problem.Kind.STORAGE, problem.kind());
        assertTrue(problem.getMessage().contains("already open"), problem.getMessage());
    }

    @Test
    void anEditOfADeletedEventIsRefusedAndNothingChanges() {
        String id = create(dinner());
        store.edits().apply(List.of(new Intent.Destroy(id))).join();

        CompletionException e =
                assertThrows(CompletionException.class, () -> edit(id, "title", "x"));

        assertEquals(Problem.Kind.BAD_INPUT, Problem.kind(e));
    }

    @Test
    void anAccountThatIsGoneLeavesWithItsCalendars() {
        create(dinner());

        server.acceptAccounts("login", List.of()).join();

        assertEquals(List.of(), store.calendars());
        assertEquals(List.of(), seen());
    }

    @Test
    void anEventDeletedBeforeItsArrivalWasHeardOfStaysDeleted() {
        String id = create(dinner());
        take();
        store.edits().apply(List.of(new Intent.Destroy(id))).join();
        server.requeueInFlight(account).join();

        pullEvent(dinner(), "e1", "s2");

        assertEquals(List.of(), store.occurrences(DAY, DAY.plusDays(1), BERLIN));
        List<Outgoing> left = take();
        assertEquals(1, left.size());
        assertEquals(Outgoing.Act.DESTROY, left.getFirst().act());
        assertEquals("e1", left.getFirst().serverId());
    }

    @Test
    void aUidThatCameFromElsewhereWhileMineWasUnderWayLosesNothing() {
        create(dinner());
        take();
        server.requeueInFlight(account).join();

        pullEvent(dinner().withText("title", "Supper"), "e1", "s2");

        assertEquals("Supper", only().title());
        assertEquals("title", store.conflicts().getFirst().unit());
    }

    @Test
    void occurrencesWithoutTheirSeriesAreToldApartThoughTheyShareAUid() {
        create(dinner().with("recurrenceId", Json.text("2026-11-24T18:00:00")));

        pullEvent(dinner().with("recurrenceId", Json.text("2026-11-25T18:00:00")), "e1", "s2");

        assertEquals(2, store.occurrences(DAY, DAY.plusDays(1), BERLIN).size());
        assertEquals(List.of(), store.conflicts());
    }

    @Test
    void whatWaitsWhenAnAccountGoesIsKeptOnACard() {
        create(dinner());

        server.acceptAccounts("login", List.of()).join();

        assertEquals("Dinner", store.conflicts().getFirst().title());
        assertEquals("deleted", store.conflicts().getFirst().unit());
    }

    private Occurrence only() {
        List<Occurrence> all = store.occurrences(DAY, DAY.plusDays(1), BERLIN);
        assertEquals(1, all.size());
        return all.getFirst();
    }
}
