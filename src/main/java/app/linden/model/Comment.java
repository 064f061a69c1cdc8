package app.linden.model;

import java.time.Instant;

/**
 * What somebody said about an event, as the person sees it.
 *
 * @param who the name of who said it; empty of somebody who is gone, and of the person themselves
 *     while the server has not said it
 * @param mine whether the person said it, and so may change it
 * @param removable whether the person may delete it
 * @param unsent whether the server does not have it as it is here
 * @param refused why the server did not take it; empty otherwise
 */
public record Comment(
        String id,
        String eventId,
        String who,
        boolean mine,
        boolean removable,
        String text,
        Instant created,
        boolean unsent,
        String refused) {
    /** The property of a Comment object that names its event, by local id inside the cache. */
    public static final String EVENT = "calendarEventId";

    /** The longest text that servers take; Linden's says so in its session. */
    public static final int LONGEST = 10_000;
}
