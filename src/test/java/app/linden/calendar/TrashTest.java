package app.linden.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.model.Account;
import app.linden.model.Json;
import app.linden.model.Notice;
import app.linden.model.Trashed;
import app.linden.model.Type;
import app.linden.model.Waiting;
import app.linden.store.Outgoing;
import app.linden.store.Pulled;
import app.linden.store.Settled;
import app.linden.ui.Sample;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** The trash, what waits to be sent, and notices, on a real cache without a server. */
final class TrashTest {
    private static final LocalDate DAY = Sample.TODAY;

    @TempDir private Path folder;
    private Sample sample;

    @BeforeEach
    void open() {
        sample = new Sample(folder);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private List<Outgoing> take() {
        return sample.store.serverSide().takeBatch(sample.account("a1"), Type.EVENT, 100).join();
    }

    private void settle(List<Settled> outcomes) {
        sample.store
                .serverSide()
                .settle(sample.account("a1"), Type.EVENT, outcomes, null, null)
                .join();
    }

    private void sync() {
        settle(
                take().stream()
                        .<Settled>map(o ->
                                new Settled.Done(
                                        o.seq(),
                                        o.serverId() == null ? "s" + o.seq() : o.serverId(),
                                        Json.object()))
                        .toList());
    }

    private void gone(Type type, String... ids) {
        sample.store
                .serverSide()
                .accept(new Pulled(sample.account("a1"), type, Map.of(), List.of(ids), "later"))
                .join();
    }

    private Trashed newest() {
        return sample.store.trash().getFirst();
    }

    private List<String> titles() {
        return sample.on(DAY).stream().map(o -> o.title()).sorted().toList();
    }

    @Test
    void whatOthersDeletedIsListedAndRestoredUnderItsUid() {
        sample.arrive("e1", "family", sample.event("Family", "Dinner", DAY, "18:00", "20:00"));
        gone(Type.EVENT, "e1");
        assertEquals("Dinner", newest().title());
        assertEquals("Family", newest().calendar());
        assertEquals(Trashed.Who.OTHERS, newest().who());

        sample.commands.restore(newest().id()).join();

        assertEquals(List.of("Dinner"), titles());
        Outgoing create = take().getFirst();
        assertEquals(Outgoing.Act.CREATE, create.act());
        assertEquals("e1", create.content().path("uid").asString());
        assertTrue(create.content().path("id").isMissingNode());
        assertEquals(List.of(), sample.store.trash());
        sample.commands.undo().join();
        assertEquals(List.of(), titles());
    }

    @Test
    void whatIsThereAlreadyIsNotRestoredTwice() {
        sample.arrive("e1", "family", sample.event("Family", "Dinner", DAY, "18:00", "20:00"));
        gone(Type.EVENT, "e1");
        sample.arrive("e1", "family", sample.event("Family", "Dinner", DAY, "18:00", "20:00"));
        String id = newest().id();
        CompletionException refused =
                assertThrows(CompletionException.class, () -> sample.commands.restore(id).join());
        assertEquals("“Dinner” is in your calendar already.", Problem.sentence(refused));
        assertEquals(List.of("Dinner"), titles());
    }

    @Test
    void anEventWhoseCalendarIsGoneIsRestoredInTheOneForNewEvents() {
        sample.arrive("e1", "work", sample.event("Work", "Review", DAY, "10:00", "11:00"));
        gone(Type.EVENT, "e1");
        gone(Type.CALENDAR, "work");
        Trashed review =
                sample.store.trash().stream()
                        .filter(t -> t.title().equals("Review"))
                        .findFirst()
                        .orElseThrow();
        sample.commands.restore(review.id()).join();
        assertEquals(sample.calendar("Family").id(), sample.find(DAY, "Review").calendarId());
    }

    @Test
    void aCalendarComesBackWithItsEvents() {
        sample.arrive("e1", "work", sample.event("Work", "Review", DAY, "10:00", "11:00"));
        sample.arrive("e2", "work", sample.event("Work", "Lunch", DAY, "12:00", "13:00"));
        sample.commands.deleteCalendar(sample.calendar("Work").id()).join();
        String account = sample.account("a1");
        Outgoing destroy =
                sample.store.serverSide().takeBatch(account, Type.CALENDAR, 9).join().getFirst();
        sample.store
                .serverSide()
                .settle(
                        account,
                        Type.CALENDAR,
                        List.of(new Settled.Done(destroy.seq(), null, Json.object())),
                        null,
                        null)
                .join();
        gone(Type.EVENT, "e1", "e2");
        assertEquals(List.of("Work"), sample.store.trash().stream().map(Trashed::title).toList());

        sample.commands.restore(newest().id()).join();

        assertEquals(List.of("Lunch", "Review"), titles());
        assertEquals(sample.calendar("Work").id(), sample.find(DAY, "Lunch").calendarId());
        assertEquals(List.of(), sample.store.trash());
        assertTrue(sample.store.check().join().isRight());
    }

    @Test
    void aChangeThatWaitsIsDiscardedWhateverItIs() {
        String id = sample.arrive("e1", "work", sample.event("Work", "A", DAY, "10:00", "11:00"));
        sample.store.edits().change(id, e -> e.with("title", Json.text("B"))).join();
        sample.commands.discard(waiting().seq()).join();
        assertEquals(List.of("A"), titles());
        sample.commands.delete(Target.whole(id)).join();
        sample.commands.discard(waiting().seq()).join();
        assertEquals(List.of("A"), titles());
        sample.add("Work", "New", DAY, "12:00", "13:00");
        sample.commands.discard(waiting().seq()).join();
        assertEquals(List.of("A"), titles());
        assertEquals(List.of(), sample.store.waiting());
        assertEquals("New", newest().title());
        assertTrue(sample.store.check().join().isRight());
    }

    @Test
    void aChangeThatMayHaveArrivedIsTakenBackByANewOne() {
        String id = sample.arrive("e1", "work", sample.event("Work", "A", DAY, "10:00", "11:00"));
        sample.store.edits().change(id, e -> e.with("title", Json.text("B"))).join();
        take();
        sample.store.serverSide().requeueInFlight(sample.account("a1")).join();
        sample.commands.discard(waiting().seq()).join();
        assertEquals(List.of("A"), titles());
        // The server has it.
        sample.arrive("e1", "work", sample.event("Work", "B", DAY, "10:00", "11:00"));
        assertEquals(List.of("A"), titles());
        assertEquals("{\"title\":\"A\"}", Json.canonical(take().getFirst().content()));
    }

    private Waiting waiting() {
        assertEquals(1, sample.store.waiting().size());
        return sample.store.waiting().getFirst();
    }

    @Test
    void aCalendarThatIsTakenAwayAndManyEventsThatGoAreTold() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add("m" + i);
            sample.arrive("m" + i, "work", sample.event("Work", "M" + i, DAY, "10:00", "11:00"));
        }
        gone(Type.EVENT, many.subList(0, 20).toArray(String[]::new));
        assertEquals(List.of(), sample.store.notices());
        many.subList(0, 20).clear();
        for (int i = 30; i < 51; i++) {
            many.add("m" + i);
            sample.arrive("m" + i, "work", sample.event("Work", "M" + i, DAY, "10:00", "11:00"));
        }
        gone(Type.EVENT, many.toArray(String[]::new));
        Notice told = sample.store.notices().getFirst();
        assertEquals(Notice.Kind.MASS_REMOVAL, told.kind());
        assertEquals("Work", told.title());
        assertEquals(31, told.number());
        sample.commands.dismiss(told.id()).join();
        assertEquals(List.of(), sample.store.notices());

        sample.store
                .serverSide()
                .acceptAccounts(
                        "login",
                        sample.store.accounts().stream().filter(Account::personal).toList())
                .join();
        assertEquals("Hockey club", sample.store.notices().getFirst().title());
        assertEquals(Notice.Kind.REVOKED, sample.store.notices().getFirst().kind());
    }

    @Test
    void whatIsOlderThanThirtyDaysIsForgottenButForTheNewest() {
        sample.add("Family", "Old", DAY, "10:00", "11:00");
        sync();
        sample.commands.delete(Target.whole(sample.find(DAY, "Old").eventId())).join();
        sample.store.tidy().join();
        assertEquals(1, sample.store.trash().size());
        app.linden.store.Doors.write(
                sample.store,
                sql -> {
                    sql.update("UPDATE trash SET removed = removed - 2678400000");
                    for (int i = 0; i < 600; i++) {
                        sql.update(
                                "INSERT INTO trash VALUES (?, 'o', 'a', 'EVENT', '{}', 'deleted',"
                                        + " ?)",
                                "id" + i,
                                1000L + i);
                    }
                });
        sample.store.tidy().join();
        assertEquals(500, sample.store.trash().size());
        // A clock that is years ahead does not empty the trash.
        assertEquals("Old", newest().title());
    }
}
