package app.linden.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.model.Account;
import app.linden.model.Act;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Rule;
import app.linden.model.Scope;
import app.linden.model.Type;
import app.linden.model.Undone;
import app.linden.model.When;
import app.linden.store.Outgoing;
import app.linden.store.Peek;
import app.linden.store.Pulled;
import app.linden.store.Settled;
import app.linden.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Undo and redo of every command, before and after it was synced and across restarts. */
final class UndoTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir private Path folder;
    private final Ids ids = new Ids(CLOCK, new Random(1));
    private Store store;
    private Commands commands;
    private String family;
    private String others;

    @BeforeEach
    void open() {
        start();
        store.serverSide()
                .acceptAccounts(
                        "login",
                        List.of(
                                new Account(ids.next(), "login", "a1", "Anna", true, false),
                                new Account(ids.next(), "login", "a2", "Ben", false, false)))
                .join();
        store.localAccount("Here", "Local").join();
        family = pulledCalendar("a1", "c1", "Family");
        others = pulledCalendar("a2", "c2", "Club");
    }

    private void start() {
        store = Store.open(folder, CLOCK, ids);
        commands = new Commands(store, ids);
    }

    private void restart() {
        store.close();
        start();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Account account(String serverId) {
        return store.serverSide().accountsOf("login").stream()
                .filter(a -> serverId.equals(a.serverId()))
                .findFirst()
                .orElseThrow();
    }

    private String pulledCalendar(String account, String serverId, String name) {
        ObjectNode calendar = Json.object().put("id", serverId).put("name", name);
        pull(account, Type.CALENDAR, serverId, calendar);
        return calendar(name).id();
    }

    private Calendar calendar(String name) {
        return store.calendars().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void pull(String account, Type type, String serverId, ObjectNode object) {
        store.serverSide()
                .accept(
                        new Pulled(
                                account(account).id(),
                                type,
                                Map.of(serverId, object),
                                List.of(),
                                "s"))
                .join();
    }

    /** Everything that waits arrives at a server that takes it as it is. */
    private void sync() {
        for (String name : List.of("a1", "a2")) {
            String account = account(name).id();
            for (Type type : List.of(Type.CALENDAR, Type.EVENT)) {
                List<Outgoing> batch;
                do {
                    batch = store.serverSide().takeBatch(account, type, 50).join();
                    List<Settled> outcomes = new ArrayList<>();
                    Set<String> goneCalendars = new HashSet<>();
                    for (Outgoing o : batch) {
                        String serverId = o.serverId() == null ? "s-" + o.seq() : o.serverId();
                        outcomes.add(new Settled.Done(o.seq(), serverId, Json.object()));
                        if (type == Type.CALENDAR && o.act() == Outgoing.Act.DESTROY) {
                            goneCalendars.add(o.objectId());
                        }
                    }
                    List<String> gone = Peek.serverIdsIn(store, account, goneCalendars);
                    store.serverSide().settle(account, type, outcomes, null, null).join();
                    store.serverSide()
                            .accept(new Pulled(account, Type.EVENT, Map.of(), gone, "s"))
                            .join();
                } while (!batch.isEmpty());
            }
        }
    }

    /** What the person sees, whatever the local ids are. */
    private Map<String, Integer> seen() {
        Map<String, Integer> all = new TreeMap<>();
        for (Calendar calendar : store.calendars()) {
            all.merge("calendar " + calendar.name() + " " + calendar.color(), 1, Integer::sum);
            for (Store.Found found : store.eventsIn(calendar.id())) {
                ObjectNode event = Merge.asNew(found.event().json());
                event.put("calendarIds", calendar.accountId() + calendar.name());
                all.merge(Json.canonical(event), 1, Integer::sum);
            }
        }
        return all;
    }

    private Event event(String calendarId, String title, int hour) {
        return Event.create(
                "",
                calendarId,
                title,
                When.timed(DAY.atTime(hour, 0), DAY.atTime(hour + 1, 0), BERLIN));
    }

    private String add(String title) {
        return commands.create(event(family, title, 10)).join();
    }

    private void retitle(String id, String to) {
        Event before = store.findEvent(id).orElseThrow();
        commands.edit(Target.whole(id), before, before.with("title", Json.text(to))).join();
    }

    private String title(String id) {
        return store.findEvent(id).orElseThrow().title();
    }

    private Undone undo() {
        return commands.undo().join().orElseThrow();
    }

    private Undone redo() {
        return commands.redo().join().orElseThrow();
    }

    @Test
    void anActIsUndoneAndDoneAgainAndNamesItself() {
        String id = add("Swim");
        commands.move(Target.whole(id), DAY.atTime(12, 0), DAY.atTime(13, 0), false, BERLIN).join();
        Act next = store.history().next().undo();
        assertEquals(Act.Kind.MOVE, next.kind());
        assertEquals("Swim", next.title());

        assertEquals(List.of(), undo().kept());
        assertEquals(DAY.atTime(10, 0), store.findEvent(id).orElseThrow().when().start());
        assertEquals(Act.Kind.MOVE, store.history().next().redo().kind());
        undo();
        assertTrue(store.findEvent(id).isEmpty());
        assertEquals(null, store.history().next().undo());
        redo();
        redo();
        assertEquals(DAY.atTime(12, 0), store.findEvent(id).orElseThrow().when().start());
        assertTrue(commands.redo().join().isEmpty());
    }

    @Test
    void aNewActForgetsWhatWasUndone() {
        String id = add("Swim");
        retitle(id, "Run");
        undo();
        add("Other");
        assertTrue(commands.redo().join().isEmpty());
        undo();
        undo();
        assertTrue(store.findEvent(id).isEmpty());
    }

    @Test
    void undoAfterItWasSyncedIsANewChangeOfThatAlone() {
        String id = add("Swim");
        sync();
        retitle(id, "Run");
        sync();
        restart();
        // Ben moves it meanwhile.
        String serverId = Peek.serverId(store, id);
        ObjectNode bens = store.findEvent(id).orElseThrow().json().deepCopy();
        bens.put("start", "2026-11-25T07:00:00").putObject("calendarIds").put("c1", true);
        pull("a1", Type.EVENT, serverId, bens);

        assertEquals(List.of(), undo().kept());

        assertEquals("Swim", title(id));
        assertEquals(
                LocalDateTime.of(2026, 11, 25, 7, 0),
                store.findEvent(id).orElseThrow().when().start());
        List<Outgoing> batch =
                store.serverSide().takeBatch(account("a1").id(), Type.EVENT, 9).join();
        assertEquals("{\"title\":\"Swim\"}", Json.canonical(batch.getFirst().content()));
    }

    @Test
    void whatSomebodyElseChangedSinceStaysAndIsNamed() {
        String id = add("Swim");
        sync();
        retitle(id, "Run");
        sync();
        ObjectNode bens = store.findEvent(id).orElseThrow().json().deepCopy();
        bens.put("title", "Bens").putObject("calendarIds").put("c1", true);
        pull("a1", Type.EVENT, Peek.serverId(store, id), bens);

        Undone undone = undo();

        assertEquals("Bens", title(id));
        assertEquals(
                List.of(new Undone.Kept("Bens", Undone.Why.CHANGED, List.of("title"))),
                undone.kept());
        // The creation is next: it is not taken away from Ben.
        assertEquals(Undone.Why.CHANGED, undo().kept().getFirst().why());
        assertEquals("Bens", title(id));
        assertTrue(commands.undo().join().isEmpty());
    }

    @Test
    void whatAServerSaysOfItselfIsNobodysChange() {
        String id = add("Swim");
        sync();
        ObjectNode told = store.findEvent(id).orElseThrow().json().deepCopy();
        told.put("showWithoutTime", false)
                .put("priority", 0)
                .put("updated", "2026-11-23T12:00:00Z");
        told.putObject("calendarIds").put("c1", true);
        pull("a1", Type.EVENT, Peek.serverId(store, id), told);
        assertEquals(List.of(), undo().kept());
        assertTrue(store.findEvent(id).isEmpty());
    }

    @Test
    void aDeletedEventComesBackBeforeWhileAndAfterItIsSent() {
        String id = add("Swim");
        sync();
        commands.delete(Target.whole(id)).join();
        undo();
        assertEquals("Swim", title(id));
        assertEquals(List.of(), store.waiting());

        redo();
        // On its way.
        List<Outgoing> batch =
                store.serverSide().takeBatch(account("a1").id(), Type.EVENT, 9).join();
        undo();
        assertEquals(1, seen().keySet().stream().filter(e -> e.contains("Swim")).count());
        assertEquals(
                List.of(),
                store.serverSide().takeBatch(account("a1").id(), Type.EVENT, 9).join(),
                "not made again before it is deleted");
        store.serverSide()
                .settle(
                        account("a1").id(),
                        Type.EVENT,
                        List.of(new Settled.Done(batch.getFirst().seq(), null, Json.object())),
                        null,
                        null)
                .join();
        sync();
        assertEquals(List.of(), store.waiting());
        assertEquals(1, seen().keySet().stream().filter(e -> e.contains("Swim")).count());

        redo();
        sync();
        undo();
        sync();
        undo();
        assertEquals(0, seen().keySet().stream().filter(e -> e.contains("Swim")).count());
        assertEquals(List.of(), store.trash().stream().filter(t -> false).toList());
        assertTrue(store.check().join().isRight());
    }

    @Test
    void aDeletedCalendarComesBackWithItsEventsAfterItWasSynced() {
        String club = commands.createCalendar(account("a1").id(), "Chess", "#123456").join();
        commands.create(event(club, "One", 8)).join();
        commands.create(event(club, "Two", 9)).join();
        sync();
        Map<String, Integer> before = seen();
        commands.deleteCalendar(club).join();
        sync();
        assertTrue(store.calendars().stream().noneMatch(c -> c.name().equals("Chess")));
        restart();

        assertEquals(List.of(), undo().kept());

        assertEquals(before, seen());
        sync();
        assertEquals(List.of(), store.waiting());
        assertEquals(before, seen());
    }

    @Test
    void anImportIsOneUndo() {
        StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (int i = 0; i < 700; i++) {
            file.append("BEGIN:VEVENT\r\nUID:i").append(i).append("\r\nSUMMARY:I").append(i);
            file.append("\r\nDTSTART:20261201T100000Z\r\nEND:VEVENT\r\n");
        }
        file.append("END:VCALENDAR\r\n");
        new Imports(store, ids)
                .importInto(
                        family,
                        new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)))
                .join();
        assertEquals(700, store.eventsIn(family).size());
        assertEquals("Family", store.history().next().undo().title());
        undo();
        assertEquals(0, store.eventsIn(family).size());
        redo();
        assertEquals(700, store.eventsIn(family).size());
    }

    @Test
    void anySequenceUndoneWhollyGivesTheStartAndRedoneWhollyTheEnd() {
        int cases = Integer.getInteger("linden.undo.cases", 12);
        long seed = Long.getLong("linden.undo.seed", 1);
        for (int i = 0; i < cases; i++) {
            run(seed + i);
        }
    }

    private void run(long seed) {
        Random random = new Random(seed);
        boolean syncing = random.nextBoolean();
        Map<String, Integer> start = seen();
        int before = undoable();
        for (int i = 4 + random.nextInt(12); i > 0; i--) {
            act(random);
            if (syncing && random.nextInt(3) == 0) {
                sync();
            }
        }
        if (random.nextInt(4) == 0) {
            restart();
        }
        Map<String, Integer> end = seen();
        int steps = 0;
        while (undoable() > before) {
            assertEquals(List.of(), undo().kept(), "seed " + seed);
            steps++;
            if (syncing && random.nextInt(4) == 0) {
                sync();
            }
        }
        assertEquals(start, seen(), "undone, seed " + seed);
        for (; steps > 0; steps--) {
            assertEquals(List.of(), redo().kept(), "seed " + seed);
            if (syncing && random.nextInt(4) == 0) {
                sync();
            }
        }
        assertEquals(end, seen(), "redone, seed " + seed);
        assertTrue(store.check().join().isRight(), "seed " + seed);
        if (syncing) {
            sync();
            assertEquals(List.of(), store.waiting(), "seed " + seed);
            assertEquals(end, seen(), "synced, seed " + seed);
        }
    }

    private int undoable() {
        return Peek.acts(store);
    }

    private <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void act(Random random) {
        List<Calendar> calendars = store.calendars();
        Calendar calendar = pick(random, calendars);
        List<Store.Found> events = store.eventsIn(calendar.id());
        int hour = random.nextInt(20);
        if (events.isEmpty() || random.nextInt(4) == 0) {
            Event event = event(calendar.id(), "E" + random.nextInt(1000), hour);
            commands.create(
                            random.nextBoolean()
                                    ? event
                                    : event.with(Rule.every(1, Rule.Frequency.DAILY).withCount(12)))
                    .join();
            return;
        }
        Store.Found found = pick(random, events);
        Event event = found.event();
        Target whole = Target.whole(found.id());
        switch (random.nextInt(12)) {
            case 0, 1 -> retitle(found.id(), "T" + random.nextInt(1000));
            case 2 ->
                    commands.edit(
                                    whole,
                                    event,
                                    event.withText("description", "N" + random.nextInt(9))
                                            .withPlace("P" + random.nextInt(9)))
                            .join();
            case 3 -> {
                Calendar to = pick(random, calendars);
                commands.edit(
                                whole,
                                event,
                                event.with("calendarIds", Json.object().put(to.id(), true)))
                        .join();
            }
            case 4 ->
                    commands.move(
                                    whole,
                                    DAY.atTime(hour, 30),
                                    DAY.atTime(hour + 2, 0),
                                    false,
                                    BERLIN)
                            .join();
            case 5 -> commands.delete(whole).join();
            case 6 -> {
                String club =
                        commands.createCalendar(
                                        calendar.accountId(), "C" + random.nextInt(9999), "#111111")
                                .join();
                commands.create(event(club, "In", hour)).join();
            }
            case 7 -> commands.renameCalendar(calendar.id(), "R" + random.nextInt(9999)).join();
            case 8 -> {
                if (calendars.size() > 3) {
                    commands.deleteCalendar(calendar.id()).join();
                }
            }
            default -> {
                List<Target> some =
                        store.occurrences(DAY, DAY.plusDays(9), BERLIN).stream()
                                .filter(o -> o.eventId().equals(found.id()))
                                .filter(Agenda::hasScope)
                                .map(Target::of)
                                .toList();
                if (!some.isEmpty()) {
                    series(random, pick(random, some), hour);
                }
            }
        }
    }

    private void series(Random random, Target at, int hour) {
        Scope scope = pick(random, List.of(Scope.values()));
        LocalDateTime start = DAY.plusDays(random.nextInt(5)).atTime(hour, 15);
        Change change =
                random.nextInt(3) == 0
                        ? new Change.Deleted()
                        : new Change.Moved(start, start.plusHours(1), false, BERLIN);
        commands.change(at, scope, change).join();
    }
}
