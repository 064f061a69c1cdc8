package app.linden.store;

import app.linden.model.Event;
import app.linden.model.Occurrence;

import java.time.LocalDateTime;
import java.util.List;

/** What fuzzing needs of this room that no other room does. */
public final class FuzzDoor {
    private FuzzDoor() {}

    /** What the index would hold of an event. */
    public static List<Occurrence> rows(Event event, LocalDateTime horizon) {
        return OccurrenceRows.of("e", event, new Reach(horizon, horizon)).occurrences();
    }
}
