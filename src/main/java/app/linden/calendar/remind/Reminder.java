package app.linden.calendar.remind;

import app.linden.calendar.Target;
import app.linden.model.When;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * An alert of an event or of one occurrence that goes off, with what a person is told.
 *
 * @param eventId local id
 * @param recurrenceId null for an event that does not repeat
 * @param due when it goes off
 * @param when when the event takes place, whole days without a zone
 * @param join where one takes part from afar, null when nowhere
 */
public record Reminder(
        String eventId,
        @Nullable LocalDateTime recurrenceId,
        String alertId,
        Instant due,
        String calendarId,
        String title,
        When when,
        @Nullable String place,
        @Nullable String join) {

    /** Tells apart what goes off; another one when the event is moved. */
    public String key() {
        return occurrence() + "|" + alertId + "|" + due.getEpochSecond();
    }

    /** What it is about, the same for all alerts of it. */
    public String occurrence() {
        return eventId + "|" + (recurrenceId == null ? "" : recurrenceId);
    }

    public Target target() {
        return new Target(eventId, recurrenceId);
    }

    /** When the event begins for somebody in a zone. */
    public Instant start(ZoneId viewer) {
        return when.start().atZone(when.zone() == null ? viewer : when.zone()).toInstant();
    }

    /** When the event is over for somebody in a zone. */
    public Instant end(ZoneId viewer) {
        ZoneId zone = when.zone() == null ? viewer : when.zone();
        return when.end().atZone(when.endZone() == null ? zone : when.endZone()).toInstant();
    }
}
