package app.linden.sync;

import app.linden.model.Type;
import app.linden.wire.MethodProblem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How often everything of a type may be listed anew because the server cannot tell what changed: a
 * few times at once, as when rights change, then not before ten minutes have passed. A server that
 * never can would otherwise be asked for everything at each signal. Of the loop's thread.
 */
final class Sweeps {
    private static final int AT_ONCE = 3;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> made = new HashMap<>();

    Sweeps(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Notes that one begins.
     *
     * @throws MethodProblem when there were too many; the account waits, others do not
     */
    void begin(String accountId, Type type) {
        Instant now = clock.instant();
        Deque<Instant> times = made.computeIfAbsent(accountId + type, k -> new ArrayDeque<>());
        // A clock that was put back leaves times in the future; they say nothing.
        times.removeIf(t -> t.isAfter(now) || !t.isAfter(now.minus(WITHIN)));
        if (times.size() >= AT_ONCE) {
            throw new MethodProblem(
                    "cannotCalculateChanges", "Everything was listed a short while ago.");
        }
        times.add(now);
    }
}
