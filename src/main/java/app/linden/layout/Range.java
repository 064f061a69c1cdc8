package app.linden.layout;

import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.Span;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * From start to end (exclusive) in the wall time of whoever looks; whole days run from midnight to
 * midnight.
 */
public record Range(LocalDateTime start, LocalDateTime end, boolean allDay) {
    private static final Duration DAY = Duration.ofDays(1);

    public Range {
        if (end.isBefore(start)) {
            end = start;
        }
    }

    /** Where an occurrence lies for somebody in {@code zone}. */
    public static Range of(Occurrence occurrence, ZoneId zone) {
        LocalDateTime start = occurrence.span().startIn(zone);
        LocalDateTime end = occurrence.span().endIn(zone);
        if (!occurrence.is(Mark.ALL_DAY)) {
            return new Range(start, end, false);
        }
        LocalDate first = start.toLocalDate();
        LocalDate last = end.toLocalDate();
        boolean midnight = end.toLocalTime().equals(LocalTime.MIDNIGHT);
        return days(first, midnight && last.isAfter(first) ? last.minusDays(1) : last);
    }

    /** Whole days, the last one included. */
    public static Range days(LocalDate first, LocalDate last) {
        return new Range(first.atStartOfDay(), last.plusDays(1).atStartOfDay(), true);
    }

    public static Range timed(LocalDateTime start, LocalDateTime end) {
        return new Range(start, end, false);
    }

    public LocalDate firstDay() {
        return start.toLocalDate();
    }

    /** The last day that is touched; an end at midnight does not touch the day that it begins. */
    public LocalDate lastDay() {
        return end.isAfter(start) ? end.minusNanos(1).toLocalDate() : start.toLocalDate();
    }

    /** Whether this is drawn as a bar across days and not at its times. */
    public boolean isBar() {
        return allDay || Duration.between(start, end).compareTo(DAY) >= 0;
    }

    /** What an occurrence is shown as while it is dragged to here. */
    public Occurrence applyTo(Occurrence occurrence, ZoneId zone) {
        Span span =
                allDay
                        ? new Span(
                                start.toEpochSecond(ZoneOffset.UTC),
                                end.toEpochSecond(ZoneOffset.UTC),
                                true)
                        : new Span(
                                start.atZone(zone).toEpochSecond(),
                                end.atZone(zone).toEpochSecond(),
                                false);
        int marks =
                allDay
                        ? occurrence.marks() | Mark.ALL_DAY.bit()
                        : occurrence.marks() & ~Mark.ALL_DAY.bit();
        return new Occurrence(
                occurrence.eventId(),
                occurrence.recurrenceId(),
                occurrence.calendarId(),
                span,
                occurrence.title(),
                occurrence.color(),
                occurrence.place(),
                marks);
    }
}
