package app.linden.model;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/**
 * Something that was deleted and can be restored.
 *
 * @param id local id of its place in the trash
 * @param objectId local id that it had
 * @param document as the person last saw it
 * @param calendar what the calendar in which it was is called; empty for a calendar
 * @param removed when it was deleted, or when this device heard of it
 */
public record Trashed(
        String id,
        String objectId,
        String accountId,
        Type type,
        ObjectNode document,
        String calendar,
        Who who,
        Instant removed) {
    /** By whom it was deleted. */
    public enum Who {
        /** By the person, on this device. */
        ME,
        /** By somebody else, or by the person on another device. */
        OTHERS,
        /** Together with the calendar in which it was. */
        CALENDAR,
        /** The whole account was taken away. */
        REVOKED,
        /** It was not sent when the person signed out. */
        SIGNED_OUT
    }

    public String title() {
        return document.path(type == Type.CALENDAR ? "name" : "title").asString("");
    }

    /** The same with the name of its calendar. */
    public Trashed in(String calendarName) {
        return new Trashed(id, objectId, accountId, type, document, calendarName, who, removed);
    }
}
