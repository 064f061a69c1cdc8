package app.linden.calendar.remind;

import java.time.ZoneId;
import java.util.Set;

/** Whom Linden reminds, asked at every look since it may change meanwhile. Thread-safe. */
public interface Viewer {
    /** Where days and events without a zone begin. */
    ZoneId zone();

    /** Calendar addresses of the person, such as {@code mailto:anna@example.org}. */
    Set<String> addresses();

    /** Whether the person wants to be reminded of a calendar's events; its local id. */
    boolean remindsOf(String calendarId);

    /** Somebody who wants to hear of everything. */
    static Viewer in(ZoneId zone) {
        return new Viewer() {
            @Override
            public ZoneId zone() {
                return zone;
            }

            @Override
            public Set<String> addresses() {
                return Set.of();
            }

            @Override
            public boolean remindsOf(String calendarId) {
                return true;
            }
        };
    }
}
