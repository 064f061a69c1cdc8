package app.linden.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.model.Account;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.model.When;
import app.linden.store.Pulled;
import app.linden.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A command that cannot be done says so by its future, which is where the window listens. */
final class CommandsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir private Path folder;
    private Store store;
    private Commands commands;

    @BeforeEach
    void open() {
        Ids ids = new Ids(CLOCK, new Random(1));
        store = Store.open(folder, CLOCK, ids);
        commands = new Commands(store, ids);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Event dinner(String calendarId) {
        return Event.create("", calendarId, "Dinner", When.days(DAY, DAY));
    }

    private static String sentence(CompletableFuture<?> command) {
        var failed = assertThrows(CompletionException.class, command::join);
        assertEquals(Problem.Kind.BAD_INPUT, Problem.kind(failed));
        return Problem.sentence(failed);
    }

    @Test
    void anEventForACalendarThatIsGone() {
        assertEquals(
                "This calendar no longer exists.", sentence(commands.create(dinner("nowhere"))));
    }

    /** The server has not heard of it yet, so that there is still something left of it. */
    @Test
    void anEventForACalendarThatWasDeletedHere() {
        var server = store.serverSide();
        server.acceptAccounts("l", List.of(new Account("x", "l", "a1", "Anna", true, false)))
                .join();
        String account = server.accountsOf("l").getFirst().id();
        server.accept(
                        new Pulled(
                                account,
                                Type.CALENDAR,
                                Map.of("c1", Json.parseObject("{\"id\":\"c1\",\"name\":\"F\"}")),
                                List.of(),
                                "s1"))
                .join();
        String calendar = store.calendars().getFirst().id();
        commands.deleteCalendar(calendar).join();

        assertEquals(
                "This calendar no longer exists.", sentence(commands.create(dinner(calendar))));
    }

    @Test
    void anEventThatIsNone() {
        store.localAccount("This computer", "Private").join();
        String calendar = store.calendars().getFirst().id();
        Event odd = dinner(calendar).with("timeZone", Json.text("Mars/Olympus"));
        assertEquals("The timeZone is not a known time zone.", sentence(commands.create(odd)));
        assertEquals(
                "An event needs a calendar.",
                sentence(commands.create(dinner(calendar).with("calendarIds", Json.object()))));
        assertEquals(List.of(), store.eventsIn(calendar));
    }
}
