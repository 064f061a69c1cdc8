package app.linden.cli;

import app.linden.ical.CalendarFile.Unreadable;

/** What could not be read, as lines to print. */
final class Remarks {
    private Remarks() {}

    /** {@code line 40 (UID): reason}, with as much of it as there is. */
    static String line(Unreadable u) {
        String uid = u.uid();
        String line = u.line() > 0 ? "line " + u.line() : "";
        String of = uid == null || uid.isEmpty() ? "" : "(" + uid + ")";
        String where = (line + " " + of).strip();
        return Plain.line(where.isEmpty() ? u.reason() : where + ": " + u.reason());
    }
}
