package app.linden.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * From start to end (exclusive), in seconds since 1970-01-01T00:00: of UTC for an event with a
 * zone, of wall time for one that floats.
 */
public record Span(long start, long end, boolean floating) {

    /** The wall time at which this starts for somebody in {@code zone}. */
    public LocalDateTime startIn(ZoneId zone) {
        return wall(start, zone);
    }

    /** The wall time at which this ends for somebody in {@code zone}. */
    public LocalDateTime endIn(ZoneId zone) {
        return wall(end, zone);
    }

    public long seconds() {
        return end - start;
    }

    private LocalDateTime wall(long second, ZoneId zone) {
        return floating
                ? LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC)
                : LocalDateTime.ofInstant(Instant.ofEpochSecond(second), zone);
    }
}
