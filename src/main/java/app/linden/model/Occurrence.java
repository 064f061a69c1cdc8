package app.linden.model;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;

/**
 * One event or one occurrence of a series with all that a chip shows.
 *
 * @param eventId the local id of the event
 * @param recurrenceId the start that the rule gives this occurrence, null for an event that does
 *     not repeat
 * @param color the event's own colour as {@code #rrggbb} or a CSS name, null for that of its
 *     calendar
 * @param marks bits of {@link Mark}
 */
public record Occurrence(
        String eventId,
        @Nullable LocalDateTime recurrenceId,
        String calendarId,
        Span span,
        String title,
        @Nullable String color,
        @Nullable String place,
        int marks) {

    public boolean is(Mark mark) {
        return mark.in(marks);
    }

    /** Tells occurrences apart; stays the same when title or time change. */
    public String key() {
        return recurrenceId == null ? eventId : eventId + "/" + recurrenceId;
    }
}
