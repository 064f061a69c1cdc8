package app.linden.calendar.care;

import app.linden.base.Cell;
import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.base.Worker;
import app.linden.calendar.JsonFile;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.port.Fetch;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks once a day whether there is a newer Linden, when the person allowed it, and tells; never
 * fetches or installs one. Has a thread of its own; every method may be called on any thread.
 */
public final class Updates implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Updates.class.getName());
    private static final Duration PAUSE = Duration.ofDays(1);

    /** The start belongs to the window. */
    private static final long FIRST_LOOK_SECONDS = 120;

    private static final long LOOK_SECONDS = 1800;

    private final UpdatePlace place;
    private final String running;
    private final Supplier<Fetch> web;
    private final SettingsFile settings;
    private final JsonFile file;
    private final InstantSource clock;
    private final Worker worker = new Worker("updates");
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Fetch fetch;
    private final Cell<Optional<UpdateNotice>> newer = new Cell<>(Optional.empty());

    /**
     * @param running the version of this program
     * @param web made when it is needed first, and closed with this
     * @param file where it is noted when was asked last
     */
    public Updates(
            UpdatePlace place,
            String running,
            Supplier<Fetch> web,
            SettingsFile settings,
            JsonFile file,
            InstantSource clock) {
        this.place = place;
        this.running = running;
        this.web = web;
        this.settings = settings;
        this.file = file;
        this.clock = clock;
    }

    /** The newer version that was told of, if there is one. */
    public Cell<Optional<UpdateNotice>> newer() {
        return newer;
    }

    /** Begins to look at the clock, until closed. */
    public void start() {
        worker.execute(this::recall);
        Loop.start(
                "updates-clock",
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

    /** Asks when it is allowed and a day has passed; completes when that is done. */
    public CompletableFuture<Void> lookNow() {
        return worker.<Boolean>call(
                        () -> {
                            look();
                            return true;
                        })
                .thenAccept(looked -> {});
    }

    /** What was told before and still holds. */
    private void recall() {
        try {
            byte[] told = file.read().path("told").asString("").getBytes(StandardCharsets.UTF_8);
            if (settings.settings().get().updates() && told.length > 0) {
                tell(UpdateNotice.read(told, place.key(), place.host()));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "An earlier notice of an update is ignored", e);
        }
    }

    private void tell(UpdateNotice notice) {
        if (notice.isNewerThan(running) && !newer.get().equals(Optional.of(notice))) {
            newer.set(Optional.of(notice));
        }
    }

    private void look() {
        if (!settings.settings().get().updates()) {
            newer.set(Optional.empty());
            return;
        }
        Instant now = clock.instant();
        try {
            if (isDue(now)) {
                // Noted first: a server that cannot be reached is not asked more often.
                file.write(file.read().put("asked", now.toString()));
                tell(ask());
            }
        } catch (Problem e) {
            LOG.info(Problem.sentence(e));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "A notice of an update could not be looked at", e);
        }
    }

    private boolean isDue(Instant now) {
        Instant asked = instant(file.read().path("asked").asString(""));
        // After a clock that was ahead the note may lie in the future.
        return asked == null || asked.isAfter(now) || !asked.plus(PAUSE).isAfter(now);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.DateTimeException none) {
            return null;
        }
    }

    private UpdateNotice ask() throws IOException {
        Fetch open = fetch;
        if (open == null) {
            open = web.get();
            fetch = open;
        }
        Path to = Files.createTempFile("linden-", ".json");
        try {
            open.fetch(place.address(), null, null, to);
            try (InputStream in = Files.newInputStream(to)) {
                byte[] content = in.readNBytes(UpdateNotice.LONGEST + 1);
                UpdateNotice notice = UpdateNotice.read(content, place.key(), place.host());
                // So that it is told at the next start too, as it was signed.
                String text = new String(content, StandardCharsets.UTF_8);
                file.write(file.read().put("told", text));
                return notice;
            }
        } finally {
            Files.deleteIfExists(to);
        }
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        closed.countDown();
        Fetch open = fetch;
        if (open != null) {
            open.close();
        }
        worker.close();
    }
}
