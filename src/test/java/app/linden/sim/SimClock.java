package app.linden.sim;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until the world moves it; a device's may be wrong. */
final class SimClock implements InstantSource {
    static final Instant BEGIN = Instant.parse("2026-11-24T08:00:00Z");

    private Instant now = BEGIN;

    @Override
    public Instant instant() {
        return now;
    }

    void forward(long seconds) {
        now = now.plusSeconds(seconds);
    }
}
