package app.linden.server;

import java.util.concurrent.TimeUnit;

/**
 * Counts the requests under way, so that closing can let them finish: their threads must not be
 * stopped inside the database. Thread-safe.
 */
final class Gate {
    private int inside;
    private boolean closed;

    /** Lets a request in; false once the gate is closed. */
    synchronized boolean enter() {
        if (closed) {
            return false;
        }
        inside++;
        return true;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** Lets nobody in any more and waits for those inside, at most this long. */
    synchronized void close(long seconds) {
        closed = true;
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            while (inside > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
