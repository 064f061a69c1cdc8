package app.linden.calendar;

import app.linden.model.Event;

import java.time.LocalDateTime;
import java.time.ZoneId;

/** What a person does to an event of a series, before they say to how much of it. */
public sealed interface Change {

    /**
     * What an editor was opened with and left with: of one occurrence, and of the series as a whole
     * with the same changes.
     */
    record Edited(Event before, Event after, Event wholeBefore, Event wholeAfter)
            implements Change {}

    /**
     * Taken elsewhere, as a drag says it in the wall time of a viewer.
     *
     * @param to the end; for whole days the midnight after the last one
     */
    record Moved(LocalDateTime from, LocalDateTime to, boolean allDay, ZoneId viewer)
            implements Change {}

    /** Deleted. */
    record Deleted() implements Change {}
}
