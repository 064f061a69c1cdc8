package app.linden.calendar;

import app.linden.base.Cell;
import app.linden.base.Ids;
import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.base.Subscription;
import app.linden.base.Worker;
import app.linden.calendar.port.Fetch;
import app.linden.ical.CalendarFile;
import app.linden.ical.CalendarFile.Reading;
import app.linden.ical.RefreshInterval;
import app.linden.model.Feed;
import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Calendars of the local account whose events come from an .ics file on the web. May be called on
 * any thread; fetching and comparing run on one thread of their own, one file after the other.
 */
public final class Subscriptions implements AutoCloseable {
    private static final Duration USUAL = Duration.ofHours(12);
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofDays(7);

    /** By the wall clock, so that a machine that slept notices soon after it wakes. */
    private static final long TICK_SECONDS = 60;

    private final Store store;
    private final Ids ids;
    private final Fetch fetch;
    private final InstantSource clock;
    private final Worker worker = new Worker("subscriptions");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Cell<List<Feed>> feeds;
    private final Subscription commits;

    /**
     * @param fetch is closed with this
     */
    public Subscriptions(Store store, Ids ids, Fetch fetch, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.fetch = fetch;
        this.clock = clock;
        this.feeds = new Cell<>(store.feeds().all());
        this.commits =
                store.watch(commit -> {
                    if (commit.calendars()) {
                        feeds.set(store.feeds().all());
                    }
                });
    }

    /** Every source with how it stands, told before the calendars that it belongs to. */
    public Cell<List<Feed>> feeds() {
        return feeds;
    }

    /** Every source with how it stands. */
    public List<Feed> all() {
        return store.feeds().all();
    }

    public Optional<Feed> of(String calendarId) {
        return store.feeds().find(calendarId);
    }

    /** Whether others on the way can read and change what is at an address. */
    public static boolean isOpen(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).startsWith("http://");
    }

    /**
     * A new calendar with the events of a file on the web, after the file was fetched and read.
     *
     * @param address http, https or webcal (which means https)
     * @param name null for what the file calls itself, else the server
     * @param color a CSS colour name or {@code #rrggbb}
     * @return completes with the calendar's local id; fails with a {@link Problem}, and then
     *     nothing was added
     */
    public CompletableFuture<String> subscribe(
            String address, @Nullable String name, String color) {
        return worker.call(() -> subscribeNow(address, name, color));
    }

    private String subscribeNow(String typed, @Nullable String name, String color) {
        String address = fetch.address(typed);
        if (all().stream().anyMatch(f -> f.url().equals(address))) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "There is a subscription to this address already.");
        }
        return withFile(file -> {
            Fetch.Answer answer = fetch.fetch(address, null, null, file);
            Reading reading = read(file);
            Instant now = clock.instant();
            String id = ids.next();
            Feed feed = Feed.of(id, address, interval(file), now);
            var calendar =
                    Json.object()
                            .put("name", nameFor(address, name, reading.name()))
                            .put("color", color)
                            .put("isSubscribed", true);
            calendar.set("myRights", Rights.READ.toJson());
            store.feeds().add("This computer", calendar, feed).join();
            new Replacement(store, ids, id).run(reading, true, true);
            boolean whole = isWhole(file);
            store.feeds()
                    .note(
                            feed.read(
                                    whole ? answer.etag() : null,
                                    whole ? answer.lastModified() : null,
                                    feed.every(),
                                    null,
                                    clock.instant()))
                    .join();
            return id;
        });
    }

    private static String nameFor(String address, @Nullable String wanted, @Nullable String own) {
        if (wanted != null && !wanted.isBlank()) {
            return wanted.strip();
        }
        if (own != null && !own.isBlank()) {
            return own.strip();
        }
        return host(address);
    }

    /** By hand, since java.net refuses addresses that browsers and servers take. */
    private static String host(String address) {
        String rest = address.substring(address.indexOf("://") + 3);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end).replaceFirst(":\\d+$", "");
    }

    /**
     * Fetches a subscribed calendar now, whether or not it is due. What most of the events missing
     * from it would keep otherwise goes now.
     *
     * @return completes when the events are here; fails with a {@link Problem}, and then everything
     *     is as it was
     */
    public CompletableFuture<Void> refresh(String calendarId) {
        return worker.call(() -> {
            Feed feed =
                    of(calendarId)
                            .orElseThrow(() ->
                                    new Problem(
                                            Problem.Kind.BAD_INPUT,
                                            "This calendar is no longer subscribed."));
            refreshNow(feed, true);
            return null;
        });
    }

    /** Looks at every source that is due; what goes wrong is noted with it. */
    public CompletableFuture<Void> refreshDue() {
        return worker.call(() -> {
            for (Feed feed : all()) {
                if (feed.isDue(clock.instant()) && closed.getCount() > 0) {
                    try {
                        refreshNow(feed, false);
                    } catch (RuntimeException e) {
                        // Noted with the feed, where a person sees it.
                        continue;
                    }
                }
            }
            return null;
        });
    }

    /** Away with the calendar and its events. */
    public CompletableFuture<Void> unsubscribe(String calendarId) {
        return store.feeds().remove(calendarId);
    }

    /** Begins to look after all sources until closed. */
    public void start() {
        Loop.start(
                "subscriptions-clock",
                () -> {
                    try {
                        do {
                            // A cache that cannot be read now may be read a minute later.
                            refreshDue().exceptionally(e -> null).join();
                        } while (!closed.await(TICK_SECONDS, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (java.util.concurrent.RejectedExecutionException e) {
                        // Closed in the meantime.
                        return;
                    }
                });
    }

    private void refreshNow(Feed feed, boolean asked) {
        try {
            Feed after =
                    withFile(file -> {
                        Fetch.Answer answer =
                                fetch.fetch(
                                        feed.url(),
                                        asked ? null : feed.etag(),
                                        asked ? null : feed.lastModified(),
                                        file);
                        return answer.changed()
                                ? replaced(feed, answer, file, asked)
                                : unchanged(feed, answer);
                    });
            store.feeds().note(after).join();
        } catch (RuntimeException e) {
            if (closed.getCount() > 0) {
                store.feeds().note(feed.failed(Problem.sentence(e), clock.instant())).join();
            }
            throw e;
        }
    }

    private Feed unchanged(Feed feed, Fetch.Answer answer) {
        return feed.read(
                answer.etag() == null ? feed.etag() : answer.etag(),
                answer.lastModified() == null ? feed.lastModified() : answer.lastModified(),
                feed.every(),
                null,
                clock.instant());
    }

    private Feed replaced(Feed feed, Fetch.Answer answer, Path file, boolean asked)
            throws IOException {
        Reading reading = read(file);
        boolean whole = isWhole(file);
        String kept = new Replacement(store, ids, feed.calendarId()).run(reading, whole, asked);
        // What was kept against the file, or is missing in it, must be looked at again, though the
        // file says that it is the same.
        boolean done = whole && kept == null;
        return feed.read(
                done ? answer.etag() : null,
                done ? answer.lastModified() : null,
                interval(file),
                kept,
                clock.instant());
    }

    private static Reading read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CalendarFile.read(in);
        }
    }

    private static Duration interval(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Duration asked = RefreshInterval.of(in).orElse(USUAL);
            if (asked.compareTo(SHORTEST) < 0) {
                return SHORTEST;
            }
            return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        }
    }

    /** Whether the file has its end. */
    private static boolean isWhole(Path file) throws IOException {
        try (var in = Files.newByteChannel(file)) {
            in.position(Math.max(0, in.size() - 4096));
            var tail = java.nio.ByteBuffer.allocate(4096);
            while (tail.hasRemaining() && in.read(tail) >= 0) {
                // Until it is full or the file is at its end.
                continue;
            }
            String text =
                    new String(
                            tail.array(),
                            0,
                            tail.position(),
                            java.nio.charset.StandardCharsets.ISO_8859_1);
            return text.replace("\0", "").toUpperCase(Locale.ROOT).contains("END:VCALENDAR");
        }
    }

    private interface Use<T> {
        T with(Path file) throws IOException;
    }

    private static <T> T withFile(Use<T> use) {
        try {
            Path file = Files.createTempFile("linden-", ".ics");
            try {
                return use.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The file could not be kept for reading.", e);
        }
    }

    /** Ends what is under way; the file that is being saved is saved to its end. */
    @Override
    public void close() {
        commits.close();
        closed.countDown();
        fetch.close();
        worker.close();
    }
}
