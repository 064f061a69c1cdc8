package app.linden.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.calendar.Commands;
import app.linden.calendar.Target;
import app.linden.db.OtherFiles;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.When;
import app.linden.store.Store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A disk that is full or fails from one write of a session on: what was acknowledged is there when
 * the fault is gone, what was not failed with a sentence.
 */
class DiskErrorsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-24T08:00:00Z"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    /** Every so many steps of the session; 1 tries each of them. */
    private static final int EVERY = Integer.getInteger("linden.diskErrors", 60);

    @TempDir private Path folder;

    /** What is to be there for sure, and what may be. */
    private final Set<String> sure = new TreeSet<>();

    private final Set<String> maybe = new TreeSet<>();

    @Test
    void aFaultAtAnyWriteLosesNothingThatWasAcknowledged() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {});
        int tried = 0;
        try (OtherFiles _ = OtherFiles.of(DiskPath.SCHEME + ":")) {
            for (Disk.Failure how : Disk.Failure.values()) {
                for (long count : new long[] {1, Long.MAX_VALUE / 2}) {
                    for (int step = 1; session(step, count, how); step += EVERY) {
                        tried++;
                    }
                }
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        System.out.println("faults at " + tried + " steps");
        assertTrue(tried > 3);
    }

    /** Answers false when the session ended before that step. */
    private boolean session(int step, long count, Disk.Failure how) throws Exception {
        sure.clear();
        maybe.clear();
        Path here = Files.createDirectory(folder.resolve(how + "-" + count + "-" + step));
        Disk disk = new Disk();
        DiskPath.mount(here, disk);
        disk.failIn(step, count, how);
        Ids ids = new Ids(CLOCK, new Random(step));
        try {
            use(here, ids);
        } catch (RuntimeException e) {
            if (!disk.hasFailed()) {
                throw e;
            }
        }
        disk.heal();
        try (Store store = Store.open(here, CLOCK, ids)) {
            Set<String> there = new TreeSet<>();
            for (Calendar calendar : store.calendars()) {
                store.eventsIn(calendar.id()).forEach(f -> there.add(f.event().title()));
            }
            String where = how + " from step " + step + ", " + count + " times";
            assertTrue(there.containsAll(sure), where + ": " + sure + " but " + there);
            there.removeAll(sure);
            assertTrue(maybe.containsAll(there), where + ": also " + there);
            assertTrue(store.check().join().isRight(), where);
            store.localAccount("This computer", "My calendar").join();
        } catch (Problem e) {
            fail(how + " from step " + step + ", " + count + " times: " + e, e);
        } finally {
            DiskPath.unmount(here);
        }
        return disk.hasFailed();
    }

    private void use(Path here, Ids ids) {
        try (Store store = Store.open(here, CLOCK, ids)) {
            Commands commands = new Commands(store, ids);
            String account = store.localAccount("This computer", "My calendar").join().id();
            did(commands.createCalendar(account, "Second", "#224466"));
            String calendar = store.calendars().getFirst().id();
            for (int i = 0; i < 5; i++) {
                String title = "event " + i;
                maybe.add(title);
                if (did(commands.create(event(calendar, title)))) {
                    sure.add(title);
                }
            }
            Store.Found found = store.eventsIn(calendar).getFirst();
            String title = found.event().title();
            maybe.add("edited");
            sure.remove(title);
            Event after = found.event().with("title", Json.text("edited"));
            if (did(commands.edit(Target.whole(found.id()), found.event(), after))) {
                sure.add("edited");
                maybe.remove(title);
            }
            Store.Found other = store.eventsIn(calendar).getLast();
            boolean had = sure.remove(other.event().title());
            if (did(commands.delete(Target.whole(other.id())))) {
                if (did(commands.undo()) && had) {
                    sure.add(other.event().title());
                }
            }
        }
    }

    private static Event event(String calendar, String title) {
        return Event.create(
                "",
                calendar,
                title,
                When.timed(DAY.atTime(9, 0), DAY.atTime(10, 0), ZoneId.of("Europe/Berlin")));
    }

    /** Whether it was acknowledged; else it failed with a sentence. */
    private static boolean did(CompletableFuture<?> command) {
        try {
            command.join();
            return true;
        } catch (CompletionException e) {
            assertEquals(Problem.class, e.getCause().getClass(), e.toString());
            return false;
        }
    }
}
