package app.linden.ical;

import app.linden.model.Event;
import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.List;

/** What fuzzing needs of this room that no other room does. */
public final class FuzzDoor {
    private FuzzDoor() {}

    /** An RRULE as a RecurrenceRule. */
    public static ObjectNode rule(String rrule) {
        return RuleText.read(rrule, Moment::local);
    }

    /** A RecurrenceRule as an RRULE with UNTIL as wall time; empty where RRULE cannot say it. */
    public static String rrule(ObjectNode rule) {
        return RuleLine.of(
                rule,
                until ->
                        Event.isLocalDateTime(until)
                                ? Event.write(LocalDateTime.parse(until).withNano(0))
                                        .replaceAll("[-:]", "")
                                : "");
    }

    /** Whether these are calendar objects, without a line that does not belong there. */
    public static void calendars(byte[] ics) {
        List<SmallParser.Part> all = SmallParser.parse(ics);
        if (all.isEmpty() || all.stream().anyMatch(p -> !p.name().equals("VCALENDAR"))) {
            throw new AssertionError("what is written is no VCALENDAR");
        }
    }

    /** Whether this is one calendar object. */
    public static void calendar(byte[] ics) {
        calendars(ics);
        int size = SmallParser.parse(ics).size();
        if (size != 1) {
            throw new AssertionError(size + " calendars are written, not one");
        }
    }

    /** An event with a text in every place that takes one. */
    public static String everywhere(String text) {
        return Json.write(Hostile.everywhere(text));
    }
}
