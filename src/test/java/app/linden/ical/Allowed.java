package app.linden.ical;

import app.linden.ical.SmallParser.Part;
import app.linden.ical.SmallParser.Prop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The differences that a round trip may have, one by one; docs/icalendar.md gives the reasons. */
final class Allowed {
    private Allowed() {}

    static List<String> lines(Part part) {
        List<String> lines = new ArrayList<>();
        lines(part, "", "", lines);
        return lines;
    }

    private static void lines(Part part, String path, String uid, List<String> lines) {
        // VTIMEZONE: the zone's rules as Java knows them take the place of the file's.
        if (part.name().equals("VTIMEZONE")) {
            return;
        }
        String own = part.value("UID").isEmpty() ? uid : part.value("UID");
        String at = path + "/" + part.name() + (own.isEmpty() ? "" : "[" + own + "]");
        if (!part.name().equals("VCALENDAR")) {
            lines.add(at);
        }
        for (Prop prop : part.props()) {
            for (String line : line(prop)) {
                lines.add(at + " " + line);
            }
        }
        part.parts().forEach(p -> lines(p, at, own, lines));
    }

    private static List<String> line(Prop prop) {
        Map<String, List<String>> params = new TreeMap<>(prop.params());
        // Said by the form of the value, by the zone that a name became, or only by JSCalendar.
        List.of("VALUE", "TZID", "JSID", "ENCODING", "CHARSET").forEach(params::remove);
        String value = prop.value().strip();
        return switch (prop.name()) {
            // The version is 2.0, its scale Gregorian; a key of JSCalendar came in addition.
            case "VERSION", "CALSCALE", "JSID", "JSPROP" -> List.of();
            // Compared by what they mean in the tests of the reader and the writer: an end may be
            // a duration, a zone may have another name, a stamp that must be there is made.
            case "DTSTART", "DTEND", "DURATION", "DTSTAMP", "RECURRENCE-ID", "TRIGGER" -> List.of();
            // A list in one property or in several means the same; the order says nothing.
            case "CATEGORIES" ->
                    Arrays.stream(value.split("(?<!\\\\),"))
                            .map(one -> "CATEGORIES:" + SmallParser.text(one).strip())
                            .distinct()
                            .toList();
            case "EXDATE", "RDATE" ->
                    Arrays.stream(value.split(","))
                            .map(one -> prop.name() + ":" + one.substring(0, 8))
                            .distinct()
                            .toList();
            case "RRULE" -> List.of("RRULE:" + rule(value));
            default ->
                    List.of(
                            prop.name()
                                    + params.toString().toLowerCase(Locale.ROOT)
                                    + ":"
                                    + SmallParser.text(value).toLowerCase(Locale.ROOT));
        };
    }

    /**
     * The order of the parts says nothing, nor an interval of one; UNTIL may be in another zone.
     */
    private static String rule(String value) {
        return Arrays.stream(value.toUpperCase(Locale.ROOT).split(";"))
                .filter(part -> !part.equals("INTERVAL=1") && !part.startsWith("UNTIL="))
                .sorted()
                .collect(Collectors.joining(";"));
    }
}
