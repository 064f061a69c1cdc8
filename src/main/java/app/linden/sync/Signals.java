package app.linden.sync;

import app.linden.wire.StateChange;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What wakes the loop: poll, push, a local commit, the network coming back are all the same, and
 * many of them become one round. Thread-safe.
 */
final class Signals {
    /**
     * What a round has to do.
     *
     * @param pullAll whether to ask about every account
     * @param hints account (server id) to type to state, as heard on the live channel
     */
    record Round(boolean pullAll, Map<String, Map<String, String>> hints) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();

    // Guarded by lock.
    private boolean awake;
    private boolean pullAll;
    private Map<String, Map<String, String>> hints = new HashMap<>();

    /** There is something to send. */
    void local() {
        ring(() -> {});
    }

    /** Something may have changed anywhere. */
    void all() {
        ring(() -> pullAll = true);
    }

    void changed(StateChange change) {
        ring(() ->
                change.changed()
                        .forEach((account, types) ->
                                hints.computeIfAbsent(account, a -> new HashMap<>())
                                        .putAll(types)));
    }

    private void ring(Runnable note) {
        lock.lock();
        try {
            note.run();
            awake = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a signal, at most so long; then there is a full round to do, since the timer is a
     * signal too.
     */
    Round await(Duration most) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (!awake && left > 0) {
                left = rung.awaitNanos(left);
            }
            Round round = new Round(pullAll || !awake, hints);
            awake = false;
            pullAll = false;
            hints = new HashMap<>();
            return round;
        } finally {
            lock.unlock();
        }
    }
}
