package app.linden.base;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Full-jitter backoff: the n-th wait is uniform between 0 and min(longest, first * 2^n). Not
 * thread-safe.
 */
public final class Backoff {
    private final long firstMillis;
    private final long longestMillis;
    private final RandomGenerator random;
    private int failures;

    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.firstMillis = first.toMillis();
        this.longestMillis = longest.toMillis();
        this.random = random;
    }

    /** The wait before the next try; each call counts as one more failure. */
    public Duration next() {
        long ceiling = Math.min(longestMillis, firstMillis << Math.min(failures, 30));
        failures++;
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }

    public void reset() {
        failures = 0;
    }
}
