package app.linden.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.model.Account;
import app.linden.model.Event;
import app.linden.model.Fold;
import app.linden.model.Hit;
import app.linden.model.Json;
import app.linden.model.Participant;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is found is what the events say: after edits, pulls and deletions, of old caches too. */
final class SearchTest {
    private static final int EDITS = Integer.getInteger("linden.index.edits", 250);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final Ids ids = new Ids(clock, new Random(1));
    private Store store;
    private String account;
    private String calendar;

    @BeforeEach
    void open() {
        store = Store.open(folder, clock, ids);
        store.indexedTo(DAY).join();
        account = store.localAccount("Here", "Mine").join().id();
        calendar = store.calendars().getFirst().id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String create(String title, LocalDateTime start) {
        return create(
                Event.create(
                        ids.next(),
                        calendar,
                        title,
                        When.timed(start, start.plusHours(1), BERLIN)));
    }

    private String create(Event event) {
        String id = ids.next();
        store.edits()
                .apply(List.of(new Intent.Create(id, account, Type.EVENT, event.json())))
                .join();
        return id;
    }

    private void change(String id, ObjectNode after) {
        ObjectNode before = store.findEvent(id).orElseThrow().json();
        store.edits().apply(List.of(new Intent.Update(id, Patch.between(before, after)))).join();
    }

    private List<Hit> hits(String words) {
        return store.search().find(Fold.words(words), now, BERLIN, c -> true, 50);
    }

    private List<String> find(String words) {
        return hits(words).stream().map(h -> h.occurrence().title()).toList();
    }

    @Test
    void aWordIsFoundByItsBeginningInWhateverSpelling() {
        create("Jäger im Café", DAY.atTime(9, 0));
        for (String typed : List.of("jäg", "JAEGER", "jager", "caf", "café jä", "im")) {
            assertEquals(List.of("Jäger im Café"), find(typed), typed);
        }
        for (String typed : List.of("ger", "jägerin", "jäger tee", "", " ,")) {
            assertEquals(List.of(), find(typed), typed);
        }
    }

    @Test
    void theTitleComesBeforeAllElseAndWhatComesBeforeWhatWas() {
        LocalDateTime noon = DAY.atTime(12, 0);
        create("Ben was here", noon.minusYears(3));
        create("Ben was here lately", noon.minusDays(3));
        create("Ben in a year", noon.plusYears(1));
        create("Ben tomorrow", noon.plusDays(1));
        Event meeting =
                Event.create(
                        "m",
                        calendar,
                        "Meeting",
                        When.timed(noon.plusHours(3), noon.plusHours(4), BERLIN));
        create(meeting.withText("description", "Ben brings cake").withText("title", "Notes"));
        create(meeting.withText("title", "Place").withPlace("Ben’s bar"));
        ObjectNode people = meeting.withText("title", "People").json().deepCopy();
        people.putObject("participants")
                .set("1", Participant.of("mailto:b@x.example", "Ben Miller", "required").json());
        create(Event.of(people));
        assertEquals(
                List.of(
                        "Ben tomorrow",
                        "Ben in a year",
                        "Ben was here lately",
                        "Ben was here",
                        "Place",
                        "People",
                        "Notes"),
                find("ben"));
        assertEquals(List.of("Notes"), find("notes cake"));
        assertEquals(Hit.Where.NOTES, hits("notes cake").getFirst().where());
        assertTrue(hits("lately").getFirst().past());
    }

    @Test
    void aSeriesIsOneHitAtItsNextOccurrenceAndGoesOnWithTime() {
        LocalDateTime start = LocalDate.of(2026, 11, 3).atTime(18, 0);
        Event series =
                Event.create("s", calendar, "Yoga", When.timed(start, start.plusHours(1), BERLIN))
                        .with(Rule.every(1, Rule.Frequency.WEEKLY).withCount(5));
        ObjectNode json = series.json().deepCopy();
        json.putObject("recurrenceOverrides")
                .putObject("2026-11-24T18:00:00")
                .put("title", "Pilates");
        create(Event.of(json));
        assertEquals(
                start.plusWeeks(4), hits("yoga").getFirst().occurrence().recurrenceId(), "next");
        assertEquals(start.plusWeeks(3), hits("pilates").getFirst().occurrence().recurrenceId());
        assertEquals(1, hits("yoga").size());
        now = Instant.parse("2027-03-01T00:00:00Z");
        assertEquals(start.plusWeeks(4), hits("yog").getFirst().occurrence().recurrenceId());
        assertTrue(hits("yog").getFirst().past());
    }

    @Test
    void whatWasChangedOrDeletedAfterTheFirstSearchIsFoundAsItIsNow() {
        String id = create("Dentist", DAY.atTime(9, 0));
        assertEquals(List.of("Dentist"), find("dent"));
        change(id, store.findEvent(id).orElseThrow().withText("title", "Barber").json());
        assertEquals(List.of(), find("dent"));
        assertEquals(List.of("Barber"), find("barb"));
        store.edits().apply(List.of(new Intent.Destroy(id))).join();
        assertEquals(List.of(), find("barb"));
    }

    @Test
    void whatAPullBringsAndTakesIsFoundAndGone() {
        ServerSide server = store.serverSide();
        server.acceptAccounts(
                        "login",
                        List.of(new Account(ids.next(), "login", "a1", "Anna", true, false)))
                .join();
        String remote = server.accountsOf("login").getFirst().id();
        accept(remote, Type.CALENDAR, Map.of("c1", Json.parseObject("{\"name\":\"F\"}")), "s1");
        assertEquals(List.of(), find("picnic"));
        ObjectNode event =
                Event.create(
                                "u",
                                "c1",
                                "Picnic",
                                When.timed(DAY.atTime(9, 0), DAY.atTime(10, 0), BERLIN))
                        .json();
        accept(remote, Type.EVENT, Map.of("e1", event), "s2");
        assertEquals(List.of("Picnic"), find("picnic"));
        server.accept(new Pulled(remote, Type.EVENT, Map.of(), List.of("e1"), "s3")).join();
        assertEquals(List.of(), find("picnic"));
    }

    private void accept(String to, Type type, Map<String, ObjectNode> objects, String state) {
        store.serverSide().accept(new Pulled(to, type, objects, List.of(), state)).join();
    }

    @Test
    void theCacheOfAnOlderLindenIsFilledWhenItIsOpened() {
        for (int i = 0; i < 250; i++) {
            create("Lesson " + i, DAY.plusDays(i).atTime(9, 0));
        }
        store.write(
                        false,
                        desk -> {
                            desk.sql.update("DELETE FROM search");
                            desk.sql.update("DELETE FROM meta WHERE name = 'search'");
                        })
                .join();
        assertFalse(store.check().join().index().isEmpty());
        store.close();
        store = Store.open(folder, clock, ids);
        store.search().prepare(now, BERLIN);
        store.indexedTo(DAY).join();
        assertTrue(store.search().isWhole());
        assertEquals(List.of("Lesson 249"), find("lesson 249"));
        assertEquals(50, find("les").size());
        assertEquals(List.of(), store.check().join().index());
    }

    @Test
    void onlyTheCalendarsThatAreAskedForAreLookedIn() {
        create("Secret", DAY.atTime(9, 0));
        assertEquals(
                List.of(), store.search().find(Fold.words("sec"), now, BERLIN, c -> false, 50));
    }

    @Test
    void afterAnyEditsWhatIsFoundIsWhatALookThroughAllEventsFinds() {
        long seed = Long.getLong("linden.seed", new Random().nextLong());
        Random random = new Random(seed);
        List<String> words = List.of("Über", "uebung", "Ben", "Bär", "café", "x");
        List<String> events = new ArrayList<>();
        for (int i = 0; i < EDITS; i++) {
            String title =
                    words.get(random.nextInt(words.size()))
                            + " "
                            + words.get(random.nextInt(words.size()));
            if (events.size() < 8) {
                events.add(create(title, DAY.plusDays(random.nextInt(-9, 9)).atTime(9, 0)));
            } else {
                int at = random.nextInt(events.size());
                if (random.nextInt(3) == 0) {
                    store.edits().apply(List.of(new Intent.Destroy(events.remove(at)))).join();
                } else {
                    Event before = store.findEvent(events.get(at)).orElseThrow();
                    change(events.get(at), before.withText("title", title).json());
                }
            }
            String typed = words.get(random.nextInt(words.size())).substring(0, 1);
            Fold.Word asked = Fold.words(typed).getFirst();
            List<String> expected =
                    events.stream()
                            .map(id -> store.findEvent(id).orElseThrow().title())
                            .filter(t -> Fold.words(t).stream().anyMatch(w -> w.startsWith(asked)))
                            .sorted()
                            .toList();
            assertEquals(
                    expected, find(typed).stream().sorted().toList(), "seed " + seed + " " + i);
        }
    }
}
