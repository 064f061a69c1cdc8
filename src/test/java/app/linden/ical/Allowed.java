package app.linden.ical;

import app.linden.ical.SmallParser.Part;
import app.linden.ical.SmallParser.Prop;
import app.linden.model.Length;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every component, property and parameter of a calendar as one line of text each, such that two
 * lines are equal when they differ in nothing but what docs/icalendar.md, "Round trips", allows. A
 * value is compared exactly unless a method here says otherwise.
 */
final class Allowed {
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern TIME = Pattern.compile("\\d{8}T\\d{6}Z?");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** Parameters whose values are words of a standard, in which case says nothing. */
    private static final Set<String> WORDS =
            Set.of(
                    "ROLE",
                    "PARTSTAT",
                    "CUTYPE",
                    "RSVP",
                    "RELTYPE",
                    "RELATED",
                    "RANGE",
                    "FBTYPE",
                    "DISPLAY",
                    "FEATURE",
                    "DERIVED",
                    "ENCODING",
                    "VALUE");

    /** Properties whose values are words of a standard. */
    private static final Set<String> WORD_VALUES =
            Set.of("STATUS", "CLASS", "TRANSP", "ACTION", "METHOD", "CALSCALE");

    /** What is of type TEXT, and may be escaped more or less. */
    private static final Set<String> TEXTS =
            Set.of(
                    ("SUMMARY DESCRIPTION COMMENT LOCATION CONTACT RESOURCES UID NAME PRODID TZID"
                                    + " RELATED-TO STYLED-DESCRIPTION LOCATION-TYPE REQUEST-STATUS"
                                    + " X-WR-CALNAME X-WR-CALDESC TZNAME")
                            .split(" "));

    private final Map<String, ZoneId> zones;
    private final Map<String, DtStart> series = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private Allowed(Map<String, ZoneId> zones) {
        this.zones = zones;
    }

    /** Lines with + for what came in addition, with - for what is gone; empty when all is equal. */
    static List<String> difference(List<Part> before, List<Part> after) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        List<String> were = lines(before);
        were.forEach(line -> counts.merge(line, -1, Integer::sum));
        lines(after).forEach(line -> counts.merge(line, 1, Integer::sum));
        Set<String> named =
                were.stream()
                        .map(line -> line.replaceFirst("(^\\S* [A-Z0-9-]+).*", "$1"))
                        .collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        counts.forEach((line, n) -> {
            boolean added =
                    n > 0
                            && (isDemanded(line, named)
                                    || isShown(line)
                                    || isNewZone(line, were)
                                    || isAddition(line, were));
            for (int i = 0; i < Math.abs(n) && !added; i++) {
                lines.add((n > 0 ? "+ " : "- ") + line);
            }
        });
        return lines;
    }

    /** A name that had no VTIMEZONE has one now, as RFC 5545, 3.6.5 asks. */
    private static boolean isNewZone(String line, List<String> were) {
        Matcher zone = Pattern.compile("/VTIMEZONE\\[[^ ]*]").matcher(line);
        return zone.find() && were.stream().noneMatch(w -> w.contains(zone.group()));
    }

    /** A changed occurrence that no rule gives is one of the series by an RDATE. */
    private static boolean isAddition(String line, List<String> were) {
        Matcher rdate = Pattern.compile("(\\S*)] RDATE:(\\S*)").matcher(line);
        return rdate.matches() && were.contains(rdate.group(1) + "@" + rdate.group(2) + "]");
    }

    /** RFC 5545, 3.6 asks for these in each component. */
    private static boolean isDemanded(String line, Set<String> named) {
        return line.matches("(?s)\\S* (DTSTAMP|VERSION|PRODID|JSID)\\b.*")
                && !named.contains(line.replaceFirst("(?s)(^\\S* [A-Z0-9-]+).*", "$1"));
    }

    /** And in 3.6.6 for the text that an alert shows or sends. */
    private static boolean isShown(String line) {
        return line.matches("(?s)\\S*/VALARM\\S* (DESCRIPTION|SUMMARY);DERIVED=TRUE:.*");
    }

    private static List<String> lines(List<Part> calendars) {
        List<String> lines = new ArrayList<>();
        for (Part calendar : calendars) {
            Allowed allowed = new Allowed(TestZones.of(calendar));
            for (Part part : calendar.parts()) {
                if (part.all("RECURRENCE-ID").isEmpty()) {
                    allowed.series.put(uid(part), DtStart.of(part, DtStart.NONE));
                }
            }
            allowed.lines(calendar, "", "", DtStart.NONE);
            lines.addAll(allowed.lines);
        }
        return lines;
    }

    /** By what the other times of a series are read. */
    private record DtStart(LocalTime time, boolean isDate, String tzid, boolean utc) {
        static final DtStart NONE = new DtStart(LocalTime.MIDNIGHT, false, "", false);

        static DtStart of(Part part, DtStart other) {
            List<Prop> all = part.all("DTSTART");
            if (all.isEmpty()) {
                return other;
            }
            String value = all.getFirst().value().strip();
            if (!TIME.matcher(value).matches()) {
                return new DtStart(LocalTime.MIDNIGHT, true, "", false);
            }
            return new DtStart(
                    local(value).toLocalTime(),
                    false,
                    all.getFirst().param("TZID"),
                    value.endsWith("Z"));
        }
    }

    private void lines(Part part, String path, String uid, DtStart outer) {
        // The rules that Java has under the zone's own name take the place of the file's.
        if (part.name().equals("VTIMEZONE") && ZoneNames.isIana(part.value("TZID"))) {
            return;
        }
        DtStart start = DtStart.of(part, outer);
        String own = uid(part).isEmpty() ? uid : uid(part);
        String which =
                part.all("RECURRENCE-ID").stream()
                        .map(id -> "@" + time(id.value(), id, series.getOrDefault(own, start)))
                        .collect(Collectors.joining());
        String at = path + "/" + part.name() + (own.isEmpty() ? "" : "[" + own + which + "]");
        lines.add(at);
        for (Prop prop : part.props()) {
            DtStart of =
                    prop.name().equals("RECURRENCE-ID") ? series.getOrDefault(own, start) : start;
            boolean words = Set.of("CATEGORIES", "CONCEPT").contains(prop.name());
            for (String line : line(prop, of)) {
                // The same word twice is one word.
                if (!words || !lines.contains(at + " " + line)) {
                    lines.add(at + " " + line);
                }
            }
        }
        part.parts().forEach(p -> lines(p, at, own, start));
    }

    /** A UID has no blanks at its ends. */
    private static String uid(Part part) {
        String name = part.name().equals("VTIMEZONE") ? "TZID" : "UID";
        return SmallParser.text(part.value(name)).strip().replaceAll("\\s", "_");
    }

    private List<String> line(Prop prop, DtStart start) {
        String value = prop.value();
        String name = prop.name();
        return switch (name) {
            // A list in one property or in several means the same.
            case "CATEGORIES" ->
                    Arrays.stream(value.split("(?<!\\\\),"))
                            .map(one -> name + params(prop) + ":" + SmallParser.text(one).strip())
                            .toList();
            case "UID" -> List.of(name + params(prop) + ":" + SmallParser.text(value).strip());
            case "EXDATE", "RDATE", "RECURRENCE-ID" ->
                    Arrays.stream(value.split(","))
                            .map(one -> name + params(prop, "TZID") + ":" + time(one, prop, start))
                            .toList();
            case "RRULE" -> List.of(name + params(prop) + ":" + rule(value, start));
            case "DURATION" ->
                    List.of(
                            name
                                    + params(prop)
                                    + ":"
                                    + (start.isDate() ? days(value) : length(value)));
            case "TRIGGER" ->
                    List.of(
                            name
                                    + params(prop)
                                    + ":"
                                    + (value.contains("P") ? length(value) : value));
            case "ATTENDEE", "ORGANIZER" -> List.of(name + params(prop) + ":" + address(value));
            default -> {
                String text =
                        TEXTS.contains(name)
                                ? SmallParser.text(value)
                                : WORD_VALUES.contains(name) ? upper(value) : uri(value, prop);
                yield List.of(name + params(prop) + ":" + text.replace("\n", "\\n"));
            }
        };
    }

    /** Around a URI stand no blanks. */
    private static String uri(String value, Prop prop) {
        return shown(prop).equals("URI") ? value.strip() : value;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** Parameters in order of their names, VALUE only where the value does not show its type. */
    private static String params(Prop prop, String... but) {
        Map<String, List<String>> params = new TreeMap<>(prop.params());
        Arrays.asList(but).forEach(params::remove);
        String type = prop.param("VALUE");
        if (shown(prop).equalsIgnoreCase(type)) {
            params.remove("VALUE");
        }
        // A key of JSCalendar, in addition.
        params.remove("JSID");
        StringBuilder text = new StringBuilder();
        params.forEach((name, values) -> {
            // Of addresses in a list the order says nothing.
            String all = values.stream().sorted().collect(Collectors.joining(","));
            text.append(';').append(name).append('=');
            text.append(
                    WORDS.contains(name)
                            ? upper(all)
                            : all.replaceAll("(?i)\\bmailto:", "mailto:"));
        });
        return text.toString().replace("\n", "\\n");
    }

    private static String shown(Prop prop) {
        String value = prop.value();
        if (DATE.matcher(value.split(",", 2)[0]).matches()) {
            return "DATE";
        }
        if (TIME.matcher(value.split(",", 2)[0]).matches()) {
            return "DATE-TIME";
        }
        return switch (prop.name()) {
            case "TRIGGER", "DURATION", "REFRESH-INTERVAL" -> "DURATION";
            case "ATTACH", "URL", "LINK", "SOURCE", "IMAGE", "CONFERENCE" ->
                    prop.params().containsKey("ENCODING") ? "BINARY" : "URI";
            case "ATTENDEE", "ORGANIZER" -> "CAL-ADDRESS";
            case "SHOW-WITHOUT-TIME" -> "BOOLEAN";
            case "STYLED-DESCRIPTION", "DESCRIPTION", "SUMMARY", "LOCATION" -> "TEXT";
            // What is not known is of no type, and what is shown is text.
            default -> "TEXT";
        };
    }

    /** The scheme of an address says the same in any case; one without is of mail. */
    private static String address(String value) {
        int colon = value.indexOf(':');
        return colon < 0
                ? value.contains("@") ? "mailto:" + value : value
                : value.substring(0, colon).toLowerCase(Locale.ROOT) + value.substring(colon);
    }

    /** Lengths by weeks, days and seconds, whichever units say them. */
    private static String length(String value) {
        boolean before = value.startsWith("-");
        Length length = Length.parse(value.replaceFirst("^[+-]", ""));
        return (before && !length.isZero() ? "-" : "") + length;
    }

    /** Whole days last whole days, also where a program wrote PT24H. */
    private static String days(String value) {
        Length length = Length.parse(value.replaceFirst("^[+-]", ""));
        return "P" + Math.max(1, length.days() + (length.seconds() + 86_399) / 86_400) + "D";
    }

    private static LocalDateTime local(String value) {
        return LocalDateTime.parse(value.substring(0, 15), BASIC);
    }

    /**
     * The moment that an exception or addition means in its series, in whatever zone it is said.
     */
    private String time(String value, Prop prop, DtStart start) {
        int slash = value.indexOf('/');
        if (slash > 0) {
            return time(value.substring(0, slash), prop, start)
                    + "/"
                    + period(value.substring(0, slash), value.substring(slash + 1), prop);
        }
        if (start.isDate()) {
            return value.substring(0, Math.min(8, value.length()));
        }
        if (DATE.matcher(value).matches()) {
            return moment(
                    value
                            + "T"
                            + BASIC.format(start.time().atDate(LocalDateTime.MIN.toLocalDate()))
                                    .replaceFirst(".*T", ""),
                    start.tzid(),
                    start.utc());
        }
        if (!TIME.matcher(value).matches()) {
            return value;
        }
        return moment(value, prop.param("TZID"), value.endsWith("Z"));
    }

    /** The end of a period as its length. */
    private String period(String start, String end, Prop prop) {
        if (end.startsWith("P")) {
            return length(end);
        }
        String tzid = prop.param("TZID");
        ZoneId zone = start.endsWith("Z") ? ZoneOffset.UTC : zones.get(tzid);
        ZoneId in = zone == null ? ZoneOffset.UTC : zone;
        Duration between = Duration.between(local(start).atZone(in), local(end).atZone(in));
        return new Length(0, between.toSeconds()).toString();
    }

    private String moment(String value, String tzid, boolean utc) {
        LocalDateTime at = local(value);
        ZoneId zone = utc ? ZoneOffset.UTC : zones.get(tzid);
        return zone == null ? BASIC.format(at) : at.atZone(zone).toInstant().toString();
    }

    /**
     * The order of the parts says nothing, nor an interval of one. UNTIL is compared as the moment
     * that it means, a date as the last second of that day.
     */
    private String rule(String value, DtStart start) {
        return Arrays.stream(upper(value).split(";"))
                .filter(part -> !part.equals("INTERVAL=1"))
                .map(part ->
                        part.startsWith("UNTIL=")
                                ? "UNTIL=" + until(part.substring(6), start)
                                : part)
                .sorted()
                .collect(Collectors.joining(";"));
    }

    private String until(String value, DtStart start) {
        if (start.isDate()) {
            return value.substring(0, 8);
        }
        return DATE.matcher(value).matches()
                ? moment(value + "T235959", start.tzid(), start.utc())
                : moment(value, start.tzid(), value.endsWith("Z") || start.utc());
    }
}
