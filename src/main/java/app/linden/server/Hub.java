package app.linden.server;

import app.linden.base.Worker;

import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Knows the open sockets and event sources of each principal and passes notices on to them, on a
 * thread of its own, so that neither the database's writer nor one socket waits for another.
 * Thread-safe.
 */
final class Hub implements AutoCloseable {
    private static final long PING_SECONDS = 60;
    private static final long GOODBYE_SECONDS = 2;

    private final Worker worker = new Worker("push");
    private final ConcurrentHashMap<String, Set<Hearer>> sockets = new ConcurrentHashMap<>();
    private volatile boolean ending;
    private volatile boolean closed;

    /** Takes news; returns at once. */
    void tell(List<News> news) {
        if (!closed && !sockets.isEmpty()) {
            worker.execute(() -> news.forEach(this::pass));
        }
    }

    private void pass(News news) {
        switch (news) {
            case Notice n ->
                    sockets.getOrDefault(n.principalId(), Set.of()).forEach(s -> s.tell(n));
            case News.DeviceEnded d -> endDevice(d.deviceId());
            case News.OthersEnded o -> endOthers(o.principalId(), o.deviceId());
            case News.Tried _ -> {}
        }
    }

    /**
     * Makes up for news that were lost; returns at once.
     *
     * @param missed what a principal may not have heard
     * @param isThere whether a device is still signed in
     */
    void catchUp(Function<String, List<Notice>> missed, Predicate<String> isThere) {
        if (closed) {
            return;
        }
        worker.execute(() ->
                sockets.forEach((principalId, open) -> {
                    List<Notice> notices = missed.apply(principalId);
                    for (Hearer hearer : open) {
                        String deviceId = hearer.deviceId();
                        if (deviceId == null) {
                            var _ = hearer.goAway();
                        } else if (!isThere.test(deviceId)) {
                            hearer.signedOut();
                        } else {
                            notices.forEach(hearer::tell);
                        }
                    }
                }));
    }

    void opened(Hearer socket) {
        sockets.compute(
                socket.principalId(),
                (p, open) -> {
                    Set<Hearer> now = open == null ? ConcurrentHashMap.newKeySet() : open;
                    now.add(socket);
                    return now;
                });
        if (ending && socket instanceof EventStream) {
            var _ = socket.goAway();
        }
    }

    /** How many are open. */
    int open() {
        return sockets.values().stream().mapToInt(Set::size).sum();
    }

    /** How many a principal has open. */
    int open(String principalId) {
        return sockets.getOrDefault(principalId, Set.of()).size();
    }

    void ended(Hearer socket) {
        sockets.computeIfPresent(
                socket.principalId(),
                (p, open) -> {
                    open.remove(socket);
                    return open.isEmpty() ? null : open;
                });
    }

    /** Closes what a device that is signed out has open. */
    private void endDevice(String deviceId) {
        sockets.values()
                .forEach(open ->
                        open.stream()
                                .filter(s -> deviceId.equals(s.deviceId()))
                                .forEach(Hearer::signedOut));
    }

    /** Closes all of a principal's sockets but those of one device. */
    private void endOthers(String principalId, @Nullable String deviceId) {
        sockets.getOrDefault(principalId, Set.of()).stream()
                .filter(s -> deviceId == null || !deviceId.equals(s.deviceId()))
                .forEach(Hearer::signedOut);
    }

    /** Pings every socket now and then, so that a peer that is gone is noticed. */
    void keepAlive(Scheduler scheduler) {
        scheduler.schedule(
                () -> {
                    if (!closed) {
                        sockets.values().forEach(open -> open.forEach(Hearer::ping));
                        keepAlive(scheduler);
                    }
                },
                PING_SECONDS,
                TimeUnit.SECONDS);
    }

    /** Ends the event sources, which are requests that never end by themselves. */
    void endStreams() {
        ending = true;
        sockets.values()
                .forEach(open ->
                        open.stream()
                                .filter(EventStream.class::isInstance)
                                .forEach(s -> {
                                    var _ = s.goAway();
                                }));
    }

    /** Says goodbye to every socket; waits a moment for those that are slow to take it. */
    @Override
    public void close() {
        closed = true;
        List<CompletableFuture<Void>> goodbyes = new ArrayList<>();
        sockets.values().forEach(open -> open.forEach(s -> goodbyes.add(s.goAway())));
        CompletableFuture.allOf(goodbyes.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, GOODBYE_SECONDS, TimeUnit.SECONDS)
                .join();
        worker.close();
    }
}
