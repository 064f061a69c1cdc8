package app.linden.calendar.care;

import app.linden.base.Cell;
import app.linden.base.Closer;
import app.linden.base.DurableMove;
import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.base.Worker;
import app.linden.calendar.Exports;
import app.linden.calendar.SettingsFile;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Feed;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Writes the calendars that live only on this device as .ics files: once a day, and at the end when
 * something changed since. Has a thread of its own; every method may be called on any thread.
 */
public final class Backups implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Backups.class.getName());

    /** The start belongs to the window. */
    private static final long FIRST_LOOK_SECONDS = 60;

    /** By the wall clock, so that a computer that slept over midnight notices. */
    private static final long LOOK_SECONDS = 600;

    private static final int LONGEST_NAME = 80;

    /**
     * How it stands.
     *
     * @param last when a backup was written last, null when there is none
     * @param problem why the last try failed, in a sentence; empty when it did not
     */
    public record State(@Nullable Instant last, String problem) {}

    private final Store store;
    private final Exports exports;
    private final SettingsFile settings;
    private final BackupFolder folder;
    private final Clock clock;
    private final Worker worker = new Worker("backups");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Closer closer = new Closer();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final Cell<State> state = new Cell<>(new State(null, ""));
    private final Cell<String> told = new Cell<>("");
    private @Nullable LocalDate done;

    /**
     * @param profile the folder of the device, below which they are kept
     * @param clock says which day it is for the person
     */
    public Backups(Store store, Exports exports, SettingsFile settings, Path profile, Clock clock) {
        this.store = store;
        this.exports = exports;
        this.settings = settings;
        this.folder = new BackupFolder(profile.resolve("backups"));
        this.clock = clock;
        closer.add(worker);
        closer.add(
                store.watch(commit -> {
                    if (!commit.remote() && (!commit.events().isEmpty() || commit.calendars())) {
                        changed.set(true);
                    }
                }));
    }

    /** Where they are kept; it need not exist yet. */
    public Path folder() {
        return folder.path();
    }

    public Cell<State> state() {
        return state;
    }

    /** What the person should hear once: that it fails; empty when all is well. */
    public Cell<String> told() {
        return told;
    }

    /** Begins to look at the clock, until closed. */
    public void start() {
        worker.execute(this::recall);
        Loop.start(
                "backups-clock",
                () -> {
                    try {
                        for (long wait = FIRST_LOOK_SECONDS;
                                !closed.await(wait, TimeUnit.SECONDS);
                                wait = LOOK_SECONDS) {
                            lookNow().join();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (RejectedExecutionException closedMeanwhile) {
                        return;
                    }
                });
    }

    /** Writes today's backup unless there is one; completes when it is on disk, or has failed. */
    public CompletableFuture<Void> lookNow() {
        return worker.<Boolean>call(
                        () -> {
                            look();
                            return true;
                        })
                .thenAccept(looked -> {});
    }

    /** What earlier runs left. */
    private void recall() {
        try {
            if (folder.days().contains(LocalDate.now(clock))) {
                done = LocalDate.now(clock);
            }
            state.set(new State(folder.last(), ""));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The folder of the backups cannot be read", e);
        }
    }

    private void look() {
        if (settings.settings().get().backups() && !LocalDate.now(clock).equals(done)) {
            backUp();
        }
    }

    private void backUp() {
        LocalDate today = LocalDate.now(clock);
        boolean before = changed.getAndSet(false);
        try {
            write(today);
            done = today;
            state.set(new State(folder.last(), ""));
            told.set("");
        } catch (IOException | RuntimeException e) {
            changed.set(before);
            failed(e);
            return;
        }
        try {
            folder.tidy();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "An old backup cannot be removed", e);
        }
    }

    private void write(LocalDate day) throws IOException {
        Set<String> names = new HashSet<>();
        for (Calendar calendar : ownCalendars()) {
            if (store.eachEventIn(calendar.id()).iterator().hasNext()) {
                Path file = folder.make(day).resolve(fileName(calendar.name(), names));
                exports.calendars(List.of(calendar.id()), file).join();
                DurableMove.syncFolderOf(file);
            }
        }
    }

    /** Those that no server has, without those that can be fetched again. */
    private List<Calendar> ownCalendars() {
        Set<String> local =
                store.accounts().stream()
                        .filter(Account::isLocal)
                        .map(Account::id)
                        .collect(Collectors.toSet());
        Set<String> fetched =
                store.feeds().all().stream().map(Feed::calendarId).collect(Collectors.toSet());
        return store.calendars().stream()
                .filter(c -> local.contains(c.accountId()) && !fetched.contains(c.id()))
                .toList();
    }

    /** A name that every system takes; two calendars may be called the same. */
    private static String fileName(String name, Set<String> taken) {
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|]", " ").strip();
        plain = plain.replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
        plain = plain.isEmpty() ? "calendar" : plain;
        if (plain.length() > LONGEST_NAME) {
            plain = plain.substring(0, LONGEST_NAME).strip();
        }
        for (int n = 1; ; n++) {
            String file = plain + (n == 1 ? "" : " " + n);
            if (taken.add(file.toLowerCase(Locale.ROOT))) {
                return file + ".ics";
            }
        }
    }

    private void failed(Exception e) {
        String sentence =
                "The calendars on this computer could not be backed up: " + Problem.sentence(e);
        LOG.log(Level.WARNING, "The backup failed", e);
        boolean first = state.get().problem().isEmpty();
        state.set(new State(state.get().last(), sentence));
        if (first) {
            told.set(sentence);
        }
    }

    /** Writes a last backup when something changed since the last one, and waits for it. */
    @Override
    public void close() {
        if (closed.getCount() == 0) {
            return;
        }
        closed.countDown();
        worker.execute(() -> {
            if (settings.settings().get().backups() && changed.get()) {
                backUp();
            }
        });
        closer.close();
    }
}
