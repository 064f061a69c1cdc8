package app.linden.server;

import java.util.List;

/** The names of the data types that have states here. */
final class Types {
    static final String CALENDAR = "Calendar";
    static final String EVENT = "CalendarEvent";
    static final String NOTIFICATION = "CalendarEventNotification";
    static final String COMMENT = "Comment";
    static final String PRINCIPAL = "Principal";
    static final String SPACE = "Space";
    static final String INVITATION = "Invitation";

    /** Those whose changes are pushed. */
    static final List<String> PUSHED = List.of(CALENDAR, EVENT, NOTIFICATION, COMMENT);

    private Types() {}
}
