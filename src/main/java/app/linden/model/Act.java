package app.linden.model;

import app.linden.base.Ids;

/**
 * One act of a person, noted with what it changed so that it can be undone. Several transactions
 * that are given the same act are undone together.
 *
 * @param title what it was done to; empty takes the title of the first object that changed
 */
public record Act(String id, Kind kind, String title) {
    /** What a person did, as a menu names it. */
    public enum Kind {
        ADD,
        EDIT,
        MOVE,
        /** To another calendar. */
        TRANSFER,
        DELETE,
        IMPORT,
        /** Out of the trash. */
        RESTORE,
        /** A choice on the card of a conflict. */
        DECIDE,
        /** A change that waited to be sent was taken back. */
        DISCARD,
        ADD_CALENDAR,
        EDIT_CALENDAR,
        COMMENT,
        EDIT_COMMENT,
        DELETE_COMMENT,
        /** Whom a calendar is shared with. */
        SHARE,
        DELETE_CALENDAR
    }

    public static Act of(Ids ids, Kind kind) {
        return new Act(ids.next(), kind, "");
    }

    public static Act of(Ids ids, Kind kind, String title) {
        return new Act(ids.next(), kind, title);
    }
}
