package app.linden.model;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Map;

/** Rules from the text of an RRULE, for tests; UNTIL is a wall time as YYYY-MM-DDTHH:MM:SS. */
final class Rrules {
    private static final Map<String, String> LISTS =
            Map.of(
                    "BYSECOND", "bySecond",
                    "BYMINUTE", "byMinute",
                    "BYHOUR", "byHour",
                    "BYMONTHDAY", "byMonthDay",
                    "BYYEARDAY", "byYearDay",
                    "BYWEEKNO", "byWeekNo",
                    "BYSETPOS", "bySetPosition");

    private Rrules() {}

    static Rule rule(String text) {
        ObjectNode rule = Json.object().put("@type", "RecurrenceRule");
        for (String part : text.split(";")) {
            String value = part.substring(part.indexOf('=') + 1);
            String lower = value.toLowerCase(Locale.ROOT);
            switch (part.substring(0, part.indexOf('='))) {
                case "FREQ" -> rule.put("frequency", lower);
                case "INTERVAL" -> rule.put("interval", Integer.parseInt(value));
                case "COUNT" -> rule.put("count", Integer.parseInt(value));
                case "UNTIL" -> rule.put("until", value);
                case "WKST" -> rule.put("firstDayOfWeek", lower);
                case "SKIP" -> rule.put("skip", lower);
                case "RSCALE" -> rule.put("rscale", lower);
                case "BYMONTH" -> {
                    ArrayNode months = rule.putArray("byMonth");
                    for (String month : value.split(",")) {
                        months.add(month);
                    }
                }
                case "BYDAY" -> {
                    ArrayNode days = rule.putArray("byDay");
                    for (String day : lower.split(",")) {
                        String n = day.substring(0, day.length() - 2);
                        ObjectNode one =
                                days.addObject().put("day", day.substring(day.length() - 2));
                        if (!n.isEmpty()) {
                            one.put("nthOfPeriod", Integer.parseInt(n));
                        }
                    }
                }
                default -> {
                    ArrayNode list = rule.putArray(LISTS.get(part.substring(0, part.indexOf('='))));
                    for (String n : value.split(",")) {
                        list.add(Integer.parseInt(n));
                    }
                }
            }
        }
        return new Rule(rule);
    }

    static Event event(String rule, String start) {
        ObjectNode json = Json.object().put("@type", "Event").put("uid", "u");
        json.put("start", start).put("timeZone", "America/New_York");
        json.set("recurrenceRule", rule(rule).json());
        return Event.of(json);
    }
}
