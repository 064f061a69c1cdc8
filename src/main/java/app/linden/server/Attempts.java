package app.linden.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Slows down those who guess passwords: by address, by name from one address, and by name from all
 * addresses. An attempt counts when it begins and is given back when it succeeds. A name alone
 * locks nobody out: an address from which its password was right lately is not held back by what
 * others do. Thread-safe; forgets all at a restart.
 */
final class Attempts {
    /** At most this many at once; then one more each {@code each}. */
    private record Pace(int burst, Duration each) {}

    private static final Pace ADDRESS = new Pace(40, Duration.ofSeconds(10));
    private static final Pace PAIR = new Pace(10, Duration.ofSeconds(30));
    private static final Pace NAME = new Pace(100, Duration.ofSeconds(10));
    private static final int MOST = 50_000;

    /** In milliseconds: when the bucket will be empty again. */
    private final Map<String, Long> buckets = new HashMap<>();

    private final Map<String, Boolean> good =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MOST;
                }
            };
    private final InstantSource clock;
    private final Consumer<Map<String, Long>> told;

    Attempts(InstantSource clock) {
        this(clock, cost -> {});
    }

    /**
     * Shared with others.
     *
     * @param told hears what counts here too, for their {@link #tried}
     */
    Attempts(InstantSource clock, Consumer<Map<String, Long>> told) {
        this.clock = clock;
        this.told = told;
    }

    /** An attempt under way. */
    final class Attempt {
        private final Map<String, Pace> taken;
        private final String pair;

        private Attempt(Map<String, Pace> taken, String pair) {
            this.taken = taken;
            this.pair = pair;
        }

        /** The password was not right. */
        void failed() {
            told.accept(cost(taken));
        }

        /** The password was right: the attempt does not count. */
        void succeeded() {
            synchronized (Attempts.this) {
                taken.forEach((key, pace) ->
                        buckets.computeIfPresent(key, (k, full) -> full - pace.each.toMillis()));
                good.put(pair, true);
            }
        }
    }

    /**
     * Begins an attempt.
     *
     * @param nameKey the name in lower case
     * @throws Refused 429 when there were too many
     */
    synchronized Attempt begin(String address, String nameKey) {
        long now = clock.millis();
        String from = Addresses.network(address);
        String name = nameKey.length() > 100 ? nameKey.substring(0, 100) : nameKey;
        String pair = from + " " + name;
        Map<String, Pace> keys = new LinkedHashMap<>();
        keys.put("p " + pair, PAIR);
        keys.put("a " + from, ADDRESS);
        if (!good.containsKey(pair)) {
            keys.put("n " + name, NAME);
        }
        check(keys, now);
        keys.forEach((key, pace) -> take(key, pace, now));
        return new Attempt(keys, pair);
    }

    /** Counts something that each address may do now and then only; never given back. */
    void count(String what, String address, int burst, Duration each) {
        Map<String, Pace> keys =
                Map.of(what + " " + Addresses.network(address), new Pace(burst, each));
        synchronized (this) {
            long now = clock.millis();
            check(keys, now);
            keys.forEach((key, pace) -> take(key, pace, now));
        }
        told.accept(cost(keys));
    }

    /** Counts what was tried elsewhere: milliseconds by key. */
    synchronized void tried(Map<String, Long> cost) {
        long now = clock.millis();
        cost.forEach((key, each) -> take(key, new Pace(0, Duration.ofMillis(each)), now));
    }

    private static Map<String, Long> cost(Map<String, Pace> keys) {
        Map<String, Long> cost = new LinkedHashMap<>();
        keys.forEach((key, pace) -> cost.put(key, pace.each.toMillis()));
        return cost;
    }

    private void check(Map<String, Pace> keys, long now) {
        AtomicInteger wait = new AtomicInteger();
        keys.forEach((key, pace) -> {
            long each = pace.each.toMillis();
            long over =
                    Math.max(buckets.getOrDefault(key, 0L), now) + each - now - pace.burst * each;
            if (over > 0) {
                wait.accumulateAndGet((int) Math.ceilDiv(over, 1_000), Math::max);
            }
        });
        if (wait.get() > 0) {
            throw Refused.later(
                    429,
                    "tooManyAttempts",
                    "There were too many attempts; wait a while.",
                    wait.get());
        }
    }

    private void take(String key, Pace pace, long now) {
        if (buckets.size() >= MOST) {
            buckets.values().removeIf(full -> full <= now);
            if (buckets.size() >= MOST) {
                // Under a flood from everywhere; what is new counts more than what is old.
                buckets.clear();
            }
        }
        buckets.merge(
                key,
                now + pace.each.toMillis(),
                (full, first) -> Math.max(full, now) + pace.each.toMillis());
    }
}
