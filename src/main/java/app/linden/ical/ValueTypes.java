package app.linden.ical;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The type that the value of a property has when it does not say so (RFC 5545, 3.8 and those that
 * add to it), by the names of RFC 7265.
 */
final class ValueTypes {
    private static final Map<String, String> USUAL = new HashMap<>();
    private static final Set<String> LISTS = Set.of("CATEGORIES", "RESOURCES", "LOCATION-TYPE");

    static {
        all("text", "ACTION CALSCALE CATEGORIES CLASS COLOR COMMENT CONTACT DESCRIPTION JSID");
        all("text", "LOCATION LOCATION-TYPE METHOD NAME PARTICIPANT-TYPE PRODID RELATED-TO");
        all("text", "REQUEST-STATUS RESOURCE-TYPE RESOURCES STATUS SUMMARY TRANSP TZID TZNAME");
        all("text", "UID VERSION BUSYTYPE JSPROP PROXIMITY");
        all("uri", "CONCEPT CONFERENCE SOURCE TZURL URL");
        all("cal-address", "ATTENDEE CALENDAR-ADDRESS ORGANIZER");
        all("date-time", "ACKNOWLEDGED COMPLETED CREATED DTEND DTSTAMP DTSTART DUE EXDATE");
        all("date-time", "LAST-MODIFIED RDATE RECURRENCE-ID");
        all("duration", "DURATION ESTIMATED-DURATION REFRESH-INTERVAL");
        all("integer", "PERCENT-COMPLETE PRIORITY REPEAT SEQUENCE");
        all("recur", "EXRULE RRULE");
    }

    private ValueTypes() {}

    private static void all(String type, String names) {
        for (String name : names.split(" ")) {
            USUAL.put(name, type);
        }
    }

    /** For a name in upper case; "unknown" for all that no standard defines. */
    static String usual(String name) {
        return USUAL.getOrDefault(name, "unknown");
    }

    /** Whether the value is a list with commas. */
    static boolean isList(String name) {
        return LISTS.contains(name);
    }
}
