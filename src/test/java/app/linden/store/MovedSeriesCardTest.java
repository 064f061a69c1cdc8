package app.linden.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.base.Ids;
import app.linden.model.Account;
import app.linden.model.Event;
import app.linden.model.Json;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Two people moved the same series: what becomes of its exceptions when the card is decided. */
final class MovedSeriesCardTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir private Path folder;
    private Store store;
    private String account;
    private String id;

    @BeforeEach
    void aCardAboutTheTimeOfASeries() {
        Ids ids = new Ids(InstantSource.system(), new Random(1));
        store = Store.open(folder, InstantSource.system(), ids);
        ServerSide server = store.serverSide();
        server.acceptAccounts(
                        "login",
                        List.of(new Account(ids.next(), "login", "a1", "Anna", true, false)))
                .join();
        account = server.accountsOf("login").getFirst().id();
        ObjectNode calendar = Json.object().put("id", "cal1").put("name", "Family");
        accept(Type.CALENDAR, "cal1", calendar);
        pull(series(18));
        id = store.eventsIn(store.calendars().getFirst().id()).getFirst().id();
        store.edits()
                .apply(
                        List.of(
                                new Intent.Update(
                                        id, Patch.between(series(18).json(), series(19).json()))))
                .join();
        pull(series(20));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Daily at an hour; the third evening has guests. */
    private static Event series(int hour) {
        LocalDateTime third = DAY.plusDays(2).atTime(hour, 0);
        Event daily =
                Event.create(
                                "uid-1",
                                "cal1",
                                "Dinner",
                                When.timed(DAY.atTime(hour, 0), DAY.atTime(hour + 1, 0), BERLIN))
                        .with(Rule.every(1, Rule.Frequency.DAILY).withCount(5));
        Event before = daily.occurrence(third);
        return Series.withOccurrence(
                daily, third, before, before.with("title", Json.text("Guests")));
    }

    private void pull(Event event) {
        accept(Type.EVENT, "e1", event.json().deepCopy().put("id", "e1"));
    }

    private void accept(Type type, String serverId, ObjectNode object) {
        store.serverSide()
                .accept(new Pulled(account, type, Map.of(serverId, object), List.of(), "s"))
                .join();
    }

    private List<String> seen() {
        store.check().join();
        return store.occurrences(DAY, DAY.plusDays(9), BERLIN).stream()
                .map(o -> o.span().startIn(BERLIN).getHour() + " " + o.title())
                .toList();
    }

    @Test
    void mineMovesThemAlong() {
        store.edits().decide(store.conflicts().getFirst().id(), Choice.MINE).join();

        assertEquals(
                List.of("19 Dinner", "19 Dinner", "19 Guests", "19 Dinner", "19 Dinner"), seen());
    }

    @Test
    void bothHaveTheirOwn() {
        store.edits().decide(store.conflicts().getFirst().id(), Choice.BOTH).join();

        assertEquals(
                List.of("19 Guests", "20 Guests"),
                seen().stream().filter(s -> s.endsWith("Guests")).sorted().toList());
        assertEquals(10, seen().size());
    }
}
