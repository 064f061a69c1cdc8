package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of an RRULE (RFC 5545, 3.3.10; RFC 7529) as a RecurrenceRule object, by the conversion
 * draft, 2.3.36.
 */
final class RuleText {
    private static final Set<String> FREQUENCIES =
            Set.of("secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly");
    private static final Pattern DAY = Pattern.compile("([+-]?\\d{1,3})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern DAY_ALONE = Pattern.compile("mo|tu|we|th|fr|sa|su");
    private static final Map<String, String> LISTS =
            Map.of(
                    "BYSECOND", "bySecond",
                    "BYMINUTE", "byMinute",
                    "BYHOUR", "byHour",
                    "BYMONTHDAY", "byMonthDay",
                    "BYYEARDAY", "byYearDay",
                    "BYWEEKNO", "byWeekNo",
                    "BYSETPOS", "bySetPosition");

    private RuleText() {}

    /**
     * Reads a rule.
     *
     * @param until turns the value of UNTIL into wall time of the event
     * @throws Problem BAD_INPUT naming the part that cannot be read
     */
    static ObjectNode read(String text, Function<Moment, LocalDateTime> until) {
        Map<String, String> parts = parts(text);
        ObjectNode rule = Json.object().put("@type", "RecurrenceRule");
        String frequency = parts.getOrDefault("FREQ", "").toLowerCase(Locale.ROOT);
        if (!FREQUENCIES.contains(frequency)) {
            throw bad("FREQ", frequency);
        }
        rule.put("frequency", frequency);
        parts.forEach((name, value) -> {
            switch (name) {
                case "FREQ" -> {}
                case "INTERVAL" -> {
                    int interval = number(name, value, 1, Integer.MAX_VALUE);
                    if (interval > 1) {
                        rule.put("interval", interval);
                    }
                }
                case "COUNT" -> rule.put("count", number(name, value, 1, Integer.MAX_VALUE));
                case "UNTIL" -> {
                    Moment end = Moment.parse(value, null, new Zones());
                    rule.put("until", Event.write(until.apply(end)));
                }
                case "BYDAY" -> days(rule.putArray("byDay"), value);
                case "BYMONTH" -> {
                    // Text, since the months of other calendars may end in an L (RFC 7529).
                    ArrayNode months = rule.putArray("byMonth");
                    for (String month : values(name, value)) {
                        months.add(Integer.toString(number(name, month, 1, 12)));
                    }
                }
                case "WKST" -> rule.put("firstDayOfWeek", day(value));
                case "RSCALE" -> {
                    if (!value.equalsIgnoreCase("GREGORIAN")) {
                        rule.put("rscale", value.toLowerCase(Locale.ROOT));
                    }
                }
                case "SKIP" -> rule.put("skip", value.toLowerCase(Locale.ROOT));
                default -> {
                    String property = LISTS.get(name);
                    if (property == null) {
                        throw bad(name, value);
                    }
                    ArrayNode list = rule.putArray(property);
                    for (String one : values(name, value)) {
                        list.add(number(name, one, -366, 366));
                    }
                }
            }
        });
        return rule;
    }

    /** The parts of a rule by name in upper case. */
    static Map<String, String> parts(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.strip().split(";")) {
            int equals = part.indexOf('=');
            if (part.isBlank()) {
                continue;
            }
            if (equals < 0) {
                throw bad(part, "");
            }
            String value = part.substring(equals + 1).strip();
            String name = part.substring(0, equals).strip().toUpperCase(Locale.ROOT);
            if (!value.isEmpty() && !name.startsWith("X-")) {
                parts.put(name, value);
            }
        }
        return parts;
    }

    private static void days(ArrayNode list, String value) {
        for (String one : values("BYDAY", value)) {
            Matcher m = DAY.matcher(one.strip().toUpperCase(Locale.ROOT));
            if (!m.matches()) {
                throw bad("BYDAY", one);
            }
            ObjectNode day = list.addObject().put("@type", "NDay");
            day.put("day", m.group(2).toLowerCase(Locale.ROOT));
            if (m.group(1) != null) {
                day.put("nthOfPeriod", Integer.parseInt(m.group(1)));
            }
        }
    }

    /** Never none: a list of nothing would be left out when it is written. */
    private static String[] values(String name, String value) {
        String[] values = value.split(",");
        if (values.length == 0) {
            throw bad(name, value);
        }
        return values;
    }

    private static String day(String value) {
        String day = value.toLowerCase(Locale.ROOT);
        if (!DAY_ALONE.matcher(day).matches()) {
            throw bad("WKST", value);
        }
        return day;
    }

    private static int number(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(name, text);
        }
        throw bad(name, text);
    }

    private static Problem bad(String name, String value) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return new Problem(
                Problem.Kind.BAD_INPUT,
                "its rule of repetition has “" + name + "=" + shown + "”, which is not possible.");
    }
}
