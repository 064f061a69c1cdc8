package app.linden.base;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDv7 (RFC 9562, 5.7): ordered by the time of making, so that index pages fill in order.
 * Thread-safe.
 */
public final class Ids {
    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMillis;
    private int counter;

    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * A new id; ids of one maker increase strictly, also within a millisecond and when the clock
     * steps back.
     */
    public synchronized String next() {
        long now = Math.max(clock.millis(), lastMillis);
        counter = now == lastMillis ? counter + 1 : random.nextInt(1 << 10);
        if (counter >= 1 << 12) {
            now++;
            counter = 0;
        }
        lastMillis = now;
        long high = now << 16 | 0x7000L | counter;
        long low = 0x8000000000000000L | random.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
