package app.linden.store;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * How far series are indexed, in their wall time, not included.
 *
 * @param usual how far they are in any case: a few years after today
 * @param to how far they are now, at least {@code usual}
 */
record Reach(LocalDateTime usual, LocalDateTime to) {
    /** As the series table has it. */
    long seconds() {
        return to.toEpochSecond(ZoneOffset.UTC);
    }
}
