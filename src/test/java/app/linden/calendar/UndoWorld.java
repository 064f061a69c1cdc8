package app.linden.calendar;

import app.linden.base.Ids;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Merge;
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
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A cache with Anna's account, Ben's and the local one, and a server that takes everything as it
 * is.
 */
abstract class UndoWorld {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir Path folder;
    final Ids ids = new Ids(CLOCK, new Random(1));
    Store store;
    Commands commands;
    String family;
    String others;

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

    void start() {
        store = Store.open(folder, CLOCK, ids);
        commands = new Commands(store, ids);
    }

    void restart() {
        store.close();
        start();
    }

    @AfterEach
    void close() {
        store.close();
    }

    Account account(String serverId) {
        return store.serverSide().accountsOf("login").stream()
                .filter(a -> serverId.equals(a.serverId()))
                .findFirst()
                .orElseThrow();
    }

    String pulledCalendar(String account, String serverId, String name) {
        ObjectNode calendar = Json.object().put("id", serverId).put("name", name);
        pull(account, Type.CALENDAR, serverId, calendar);
        return calendar(name).id();
    }

    Calendar calendar(String name) {
        return store.calendars().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void pull(String account, Type type, String serverId, ObjectNode object) {
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
    void sync() {
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
    Map<String, Integer> seen() {
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

    Event event(String calendarId, String title, int hour) {
        return Event.create(
                "",
                calendarId,
                title,
                When.timed(DAY.atTime(hour, 0), DAY.atTime(hour + 1, 0), BERLIN));
    }

    String add(String title) {
        return commands.create(event(family, title, 10)).join();
    }

    void retitle(String id, String to) {
        Event before = store.findEvent(id).orElseThrow();
        commands.edit(Target.whole(id), before, before.with("title", Json.text(to))).join();
    }

    String title(String id) {
        return store.findEvent(id).orElseThrow().title();
    }

    Undone undo() {
        return commands.undo().join().orElseThrow();
    }

    Undone redo() {
        return commands.redo().join().orElseThrow();
    }
}
