package app.linden.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.model.Account;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.Patch;
import app.linden.model.Rule;
import app.linden.model.Series;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The index is what the documents say: after edits, over time, and when zone data change. */
final class OccurrenceIndexTest {
    private static final int EDITS = Integer.getInteger("linden.index.edits", 250);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final Ids ids = new Ids(clock, new Random(1));
    private Store store;
    private String account;
    private String calendar;

    @BeforeEach
    void open() {
        store = Store.open(folder, clock, ids);
        // What a new cache does first would mend what a test is about to damage.
        store.indexedTo(DAY).join();
        ServerSide server = store.serverSide();
        server.acceptAccounts(
                        "login",
                        List.of(new Account(ids.next(), "login", "a1", "Anna", true, false)))
                .join();
        account = server.accountsOf("login").getFirst().id();
        server.accept(
                        new Pulled(
                                account,
                                Type.CALENDAR,
                                Map.of("c1", Json.parseObject("{\"id\":\"c1\",\"name\":\"F\"}")),
                                List.of(),
                                "s1"))
                .join();
        calendar = store.calendars().getFirst().id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String create(ObjectNode event) {
        String id = ids.next();
        store.edits().apply(List.of(new Intent.Create(id, account, Type.EVENT, event))).join();
        return id;
    }

    private String series() {
        return create(
                Event.create(
                                "uid-1",
                                calendar,
                                "Swimming",
                                When.timed(DAY.atTime(9, 0), DAY.atTime(10, 0), BERLIN))
                        .with(Rule.every(1, Rule.Frequency.WEEKLY))
                        .json());
    }

    private void sql(String statement) {
        store.write(false, desk -> desk.sql.update(statement)).join();
    }

    private void reopen() {
        store.close();
        store = Store.open(folder, clock, ids);
    }

    private void assertRight(String when) {
        Check check = store.check().join();
        assertEquals(List.of(), check.index(), when);
        assertEquals(List.of(), check.objects(), when);
    }

    @Test
    void afterAnyEditsAndAnyMoveOfTheHorizonTheIndexIsAPlainRecomputation() {
        long seed = Long.getLong("linden.seed", new Random().nextLong());
        Random random = new Random(seed);
        RandomEdits edits = new RandomEdits(random);
        List<String> events = new ArrayList<>();
        for (int i = 0; i < EDITS; i++) {
            int at = events.isEmpty() ? 0 : random.nextInt(events.size());
            if (events.size() < 15) {
                events.add(create(edits.event(calendar, i)));
            } else if (random.nextInt(12) == 0) {
                store.edits().apply(List.of(new Intent.Destroy(events.remove(at)))).join();
            } else {
                ObjectNode before = store.findEvent(events.get(at)).orElseThrow().json();
                ObjectNode after = before.deepCopy();
                edits.edit(after);
                store.edits()
                        .apply(
                                List.of(
                                        new Intent.Update(
                                                events.get(at), Patch.between(before, after))))
                        .join();
            }
            if (i % 25 == 0) {
                assertRight("seed " + seed + ", edit " + i);
            }
            if (i % 100 == 99) {
                store.indexedTo(DAY.plusYears(random.nextInt(2, 12))).join();
                assertRight("seed " + seed + ", horizon after edit " + i);
            }
        }
        assertRight("seed " + seed);
    }

    @Test
    void theHorizonMovesAsTimeGoesAndAsFarAsSomebodyLooks() {
        series();
        LocalDate later = LocalDate.of(2034, 11, 21);
        now = Instant.parse("2033-01-01T00:00:00Z");
        reopen();
        assertRight("after seven years");
        store.indexedTo(later.plusDays(1)).join();
        assertEquals(1, store.occurrences(later, later.plusDays(1), BERLIN).size());

        LocalDate last = LocalDate.of(9999, 12, 25);
        store.indexedTo(last).join();
        store.occurrences(last, last.plusDays(7), BERLIN);
        assertEquals(
                0, store.occurrences(LocalDate.of(1, 1, 1), LocalDate.of(1, 2, 1), BERLIN).size());
    }

    /** It ends by itself, so nobody would look at it again when the horizon moves. */
    @Test
    void datesWithoutARuleAreListedHoweverFarAhead() {
        LocalDate first = LocalDate.of(2031, 5, 5);
        ObjectNode dates = Event.create("u1", calendar, "Dates", When.days(first, first)).json();
        dates.putObject("recurrenceOverrides").putObject("2031-05-12T00:00:00");
        create(dates);

        assertEquals(2, store.occurrences(first, first.plusDays(8), BERLIN).size());
        store.indexedTo(first.plusYears(1)).join();
        assertRight("after the horizon moved");
    }

    @Test
    void lookingFarAheadTakesNothingAwayFromToday() {
        often(LocalDate.of(2025, 1, 1), "{\"frequency\":\"daily\"}");
        // So many that the index does not hold all of them.
        often(LocalDate.of(1990, 1, 1), "{\"frequency\":\"hourly\",\"interval\":6}");
        for (int year : List.of(2050, 2200)) {
            LocalDate far = LocalDate.of(year, 5, 5);
            store.indexedTo(far.plusDays(1)).join();
            assertTrue(store.occurrences(far, far.plusDays(1), BERLIN).size() >= 1, "in " + year);
            assertEquals(5, store.occurrences(DAY, DAY.plusDays(1), BERLIN).size(), "now");
        }
        Check looked = store.check().join();
        assertEquals(List.of(), looked.index());

        reopen();

        assertEquals(5, store.occurrences(DAY, DAY.plusDays(1), BERLIN).size());
        Check after = store.check().join();
        assertEquals(List.of(), after.index());
        assertTrue(after.occurrences() < looked.occurrences(), "the index is shorter again");
    }

    private void often(LocalDate start, String rule) {
        create(
                Event.create(
                                rule,
                                calendar,
                                "Often",
                                When.timed(start.atTime(9, 0), start.atTime(9, 30), BERLIN))
                        .with(new Rule(Json.parseObject(rule)))
                        .json());
    }

    @Test
    void whatIsFarAheadIsFoundWhereverItsDayBegins() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        String id =
                create(
                        Event.create(
                                        "u1",
                                        calendar,
                                        "Night",
                                        When.timed(
                                                monday.atTime(23, 0),
                                                monday.plusDays(2).atTime(1, 0),
                                                BERLIN))
                                .with(Rule.every(1, Rule.Frequency.WEEKLY))
                                .json());
        LocalDate far = LocalDate.of(2150, 11, 23);
        LocalDateTime moved = far.atTime(23, 0);
        Event series = store.findEvent(id).orElseThrow();
        Event before = series.occurrence(moved);
        store.edits()
                .change(
                        id,
                        e ->
                                Series.withOccurrence(
                                        e, moved, before, before.withText("title", "Late night")))
                .join();
        store.indexedTo(far).join();

        List<Occurrence> week =
                store.occurrences(far, far.plusDays(14), BERLIN).stream()
                        .sorted(Comparator.comparing(Occurrence::key))
                        .toList();

        assertEquals(List.of("Late night", "Night"), week.stream().map(Occurrence::title).toList());
        assertEquals(far.plusDays(7).atTime(23, 0), week.getLast().span().startIn(BERLIN));
        assertTrue(week.getLast().is(Mark.UNSENT));
        assertEquals(
                1, store.occurrences(far.plusDays(2), far.plusDays(3), BERLIN).size(), "its end");
        assertEquals(0, store.occurrences(far.plusDays(3), far.plusDays(7), BERLIN).size());
        assertRight("after a far look");
    }

    @Test
    void aSeriesWhoseStartIsAfterItsOwnEndIsListedOnceTheHorizonGetsThere() {
        LocalDate start = LocalDate.of(2029, 5, 7);
        create(
                Event.create("u1", calendar, "Late", When.days(start, start))
                        .with(Rule.every(1, Rule.Frequency.DAILY).until(LocalDate.of(2027, 3, 1)))
                        .json());
        store.indexedTo(start.plusDays(1)).join();
        assertEquals(1, store.occurrences(start, start.plusDays(1), BERLIN).size());
        assertRight("after the horizon moved");
    }

    /** Fault 60. */
    @Test
    void whenZoneDataChangeTheWallTimeStaysAndTheInstantsFollow() {
        series();
        sql("UPDATE occurrence SET start_at = start_at + 3600, end_at = end_at + 3600");
        sql("UPDATE meta SET content = '1999a' WHERE name = 'zones'");
        assertFalse(store.check().join().isRight());

        reopen();

        assertRight("after the start");
        assertEquals(
                LocalDateTime.of(2026, 11, 24, 9, 0),
                store.occurrences(DAY, DAY.plusDays(1), BERLIN).getFirst().span().startIn(BERLIN));
    }

    @Test
    void theCheckFindsEveryKindOfDamageAndReindexingMendsTheIndex() {
        String id = series();
        create(Event.create("u2", calendar, "Once", When.days(DAY, DAY)).json());
        for (String damage :
                List.of(
                        "DELETE FROM occurrence WHERE start_at > 1800000000",
                        "UPDATE occurrence SET title = 'x' WHERE recurrence_id IS NULL",
                        "UPDATE occurrence SET is_long = TRUE",
                        "DELETE FROM series",
                        "INSERT INTO series VALUES ('nobody', 5)",
                        "INSERT INTO occurrence SELECT * FROM occurrence WHERE event_id = '"
                                + id
                                + "'")) {
            sql(damage);
            assertFalse(store.check().join().index().isEmpty(), damage);
            store.reindex().join();
            assertRight(damage);
        }
        sql("UPDATE object SET work = base WHERE id = '" + id + "'");
        assertEquals(1, store.check().join().objects().size());
        sql("DELETE FROM object WHERE id = '" + id + "'");
        assertTrue(store.check().join().objects().getFirst().contains("which is gone"));
    }
}
