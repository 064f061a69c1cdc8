package app.linden.model;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * When an event takes place, the atomic unit of merging: wall time is the truth, instants are
 * derived (jscalendarbis 4.1.1 to 4.1.4). Without a zone the event floats: it is at that wall time
 * wherever one is. An all-day event starts at midnight and lasts whole days.
 *
 * @param endZone the zone in which the end is shown, null for that of the start
 */
public record When(
        LocalDateTime start,
        @Nullable ZoneId zone,
        @Nullable ZoneId endZone,
        Length length,
        boolean allDay) {

    /**
     * From one wall time to another in one zone; an end before the start gives a length of zero.
     */
    public static When timed(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        return timed(start, zone, end, zone);
    }

    /** From a wall time in one zone to a wall time in another, as of a flight. */
    public static When timed(LocalDateTime start, ZoneId zone, LocalDateTime end, ZoneId endZone) {
        ZonedDateTime first = start.atZone(zone);
        ZonedDateTime last = end.atZone(endZone);
        long seconds = Math.max(0, last.toEpochSecond() - first.toEpochSecond());
        return new When(
                start, zone, zone.equals(endZone) ? null : endZone, new Length(0, seconds), false);
    }

    /** Whole days, the last one included. */
    public static When days(java.time.LocalDate first, java.time.LocalDate last) {
        int days = (int) Math.max(1, java.time.temporal.ChronoUnit.DAYS.between(first, last) + 1);
        return new When(first.atStartOfDay(), null, null, new Length(days, 0), true);
    }

    /** The wall time of the end, in {@link #endZone} if there is one. */
    public LocalDateTime end() {
        if (zone == null) {
            return length.after(start);
        }
        ZonedDateTime end = length.after(start, zone);
        return (endZone == null ? end : end.withZoneSameInstant(endZone)).toLocalDateTime();
    }

    /** The same length at another start. */
    public When at(LocalDateTime otherStart) {
        return new When(otherStart, zone, endZone, length, allDay);
    }

    /**
     * This, taken to another time by somebody who looks at it in {@code viewer}: the event keeps
     * its own zones, and its length as it was written when that did not change.
     *
     * @param from start in the viewer's wall time
     * @param to end in the viewer's wall time, for whole days the midnight after the last one
     * @param days whether it lasts whole days from now on
     */
    public When rescheduled(LocalDateTime from, LocalDateTime to, boolean days, ZoneId viewer) {
        if (days) {
            return days(from.toLocalDate(), to.minusNanos(1).toLocalDate());
        }
        if (allDay) {
            return timed(from, to, viewer);
        }
        if (zone == null) {
            return new When(from, null, null, sameOr(Length.between(from, to)), false);
        }
        ZonedDateTime first = from.atZone(viewer).withZoneSameInstant(zone);
        ZonedDateTime last = to.atZone(viewer);
        Length exact = new Length(0, Math.max(0, last.toEpochSecond() - first.toEpochSecond()));
        boolean same =
                length.after(first.toLocalDateTime(), zone).toEpochSecond() == last.toEpochSecond();
        return new When(first.toLocalDateTime(), zone, endZone, same ? length : exact, false);
    }

    private Length sameOr(Length other) {
        return length.after(start).equals(other.after(start)) ? length : other;
    }

    /** Where this lies on the line of time: of instants with a zone, of wall times without. */
    public Span span() {
        if (zone == null) {
            return new Span(
                    start.toEpochSecond(ZoneOffset.UTC),
                    length.after(start).toEpochSecond(ZoneOffset.UTC),
                    true);
        }
        ZonedDateTime first = start.atZone(zone);
        return new Span(first.toEpochSecond(), length.after(start, zone).toEpochSecond(), false);
    }
}
