package app.linden.model;

/**
 * The JMAP data types that the client keeps and syncs. A new one costs a line here and its units of
 * merging.
 */
public enum Type {
    CALENDAR("Calendar"),
    EVENT("CalendarEvent"),
    /** What people say about events; only where a server knows such. */
    COMMENT("Comment");

    private final String wire;

    Type(String wire) {
        this.wire = wire;
    }

    /** The name on the wire, as in {@code CalendarEvent/get}. */
    public String wire() {
        return wire;
    }
}
