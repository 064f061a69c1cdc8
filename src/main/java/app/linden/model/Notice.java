package app.linden.model;

import java.time.Instant;

/**
 * What happened to the person's calendars without their doing, kept until they have read it.
 *
 * @param title what the calendar or account is called
 * @param number how many events it is about
 */
public record Notice(String id, Kind kind, String title, int number, Instant made) {
    /** What happened. */
    public enum Kind {
        /** A calendar or an account is no longer shared with the person. */
        REVOKED,
        /** A calendar of the person's own was deleted elsewhere. */
        CALENDAR_DELETED,
        /** Very many events of one calendar went at once; they are in the trash. */
        MASS_REMOVAL
    }
}
