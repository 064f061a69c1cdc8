package app.linden.server;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps each principal to maxConcurrentRequests (RFC 8620, 2), over HTTP and WebSocket together.
 * One request more waits a while before it is refused. Thread-safe.
 */
final class Turns {
    private static final int PATIENCE_SECONDS = 10;

    private final ConcurrentHashMap<String, Semaphore> turns = new ConcurrentHashMap<>();

    /** What is done in a turn. */
    @FunctionalInterface
    interface Work<T> {
        T run();
    }

    /** Runs the work in its turn; refused with the limit when none came. */
    <T> T take(String principalId, Work<T> work) {
        Semaphore mine =
                turns.computeIfAbsent(
                        principalId, p -> new Semaphore(Limits.CORE.maxConcurrentRequests(), true));
        try {
            if (!mine.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
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

    static Refused tooMany() {
        return Refused.limit(
                "maxConcurrentRequests",
                400,
                "At most "
                        + Limits.CORE.maxConcurrentRequests()
                        + " requests of yours can be under way.");
    }
}
