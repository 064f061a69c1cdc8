package app.linden.remote;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Watches over a connection that says nothing when its peer is gone: asks after 30 s of silence,
 * gives up after 45, and notices that the computer slept when the clock on the wall ran ahead of
 * the one that stands still meanwhile. Lives on the connection's thread.
 */
final class Watchdog {
    private static final Duration ASK = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(45);
    private static final Duration JUMP = Duration.ofSeconds(30);

    /** What a look finds. */
    enum Finding {
        WELL,
        /** Silent for a while: send a ping. */
        ASK,
        /** Silent for too long. */
        DEAD,
        /** The computer slept, so whatever was connected is not any more. */
        SLEPT
    }

    private final LongSupplier nanos;
    private final InstantSource wall;
    private final long ahead;
    private long heard;
    private boolean asked;

    Watchdog() {
        this(System::nanoTime, InstantSource.system());
    }

    Watchdog(LongSupplier nanos, InstantSource wall) {
        this.nanos = nanos;
        this.wall = wall;
        this.ahead = ahead();
        this.heard = nanos.getAsLong();
    }

    void heard() {
        heard = nanos.getAsLong();
        asked = false;
    }

    Finding look() {
        long silent = nanos.getAsLong() - heard;
        if (slept()) {
            return Finding.SLEPT;
        }
        if (silent > SILENCE.toNanos()) {
            return Finding.DEAD;
        }
        if (silent > ASK.toNanos() && !asked) {
            asked = true;
            return Finding.ASK;
        }
        return Finding.WELL;
    }

    boolean slept() {
        return ahead() - ahead > JUMP.toMillis();
    }

    private long ahead() {
        return wall.millis() - nanos.getAsLong() / 1_000_000;
    }
}
