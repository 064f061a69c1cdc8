package app.linden.calendar;

import app.linden.model.Occurrence;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;

/**
 * What a command is about: a whole event or series, or one occurrence of a series.
 *
 * @param eventId local id
 * @param recurrenceId null for the whole
 */
public record Target(String eventId, @Nullable LocalDateTime recurrenceId) {
    public static Target whole(String eventId) {
        return new Target(eventId, null);
    }

    /** Just this occurrence, or the event itself when it does not repeat. */
    public static Target of(Occurrence occurrence) {
        return new Target(occurrence.eventId(), occurrence.recurrenceId());
    }

    public boolean isOccurrence() {
        return recurrenceId != null;
    }
}
