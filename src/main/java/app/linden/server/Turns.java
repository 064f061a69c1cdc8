package app.linden.server;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps each principal to so many requests at once (RFC 8620, 2). One more waits a while before it
 * is refused. Thread-safe.
 */
final class Turns {
    private final ConcurrentHashMap<String, Semaphore> turns = new ConcurrentHashMap<>();
    private final String limit;
    private final long most;
    private final int patienceSeconds;

    private Turns(String limit, long most, int patienceSeconds) {
        this.limit = limit;
        this.most = most;
        this.patienceSeconds = patienceSeconds;
    }

    /** maxConcurrentRequests, over HTTP and WebSocket together. */
    static Turns ofRequests() {
        return new Turns("maxConcurrentRequests", Limits.CORE.maxConcurrentRequests(), 10);
    }

    /** maxConcurrentUpload; one more is refused at once, since uploads take long. */
    static Turns ofUploads() {
        return new Turns("maxConcurrentUpload", Limits.CORE.maxConcurrentUpload(), 0);
    }

    /** What is done in a turn. */
    @FunctionalInterface
    interface Work<T> {
        T run();
    }

    /** Runs the work in its turn; refused with the limit when none came. */
    <T> T take(String principalId, Work<T> work) {
        Semaphore mine =
                turns.computeIfAbsent(principalId, p -> new Semaphore(Math.toIntExact(most), true));
        try {
            if (!mine.tryAcquire(patienceSeconds, TimeUnit.SECONDS)) {
                throw tooMany();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooMany();
        }
        try {
            return work.run();
        } finally {
            mine.release();
        }
    }

    Refused tooMany() {
        return Refused.limit(
                limit, 400, "At most " + most + " requests of yours can be under way.");
    }
}
