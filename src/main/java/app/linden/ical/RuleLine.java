package app.linden.ical;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A RecurrenceRule as RECUR (conversion draft, 2.3.36 read backwards; RFC 5545, 3.3.10). */
final class RuleLine {
    private static final Set<String> FREQUENCIES =
            Set.of("yearly", "monthly", "weekly", "daily", "hourly", "minutely", "secondly");
    private static final Pattern DAY = Pattern.compile("mo|tu|we|th|fr|sa|su");
    private static final Pattern MONTH = Pattern.compile("\\d{1,2}L?");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z0-9-]{1,40}");
    private static final Map<String, String> LISTS = lists();
    private static final Set<String> OTHERS =
            Set.of(
                    "@type",
                    "frequency",
                    "interval",
                    "rscale",
                    "skip",
                    "firstDayOfWeek",
                    "byDay",
                    "byMonth",
                    "count",
                    "until");

    private RuleLine() {}

    private static Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("byMonthDay", "BYMONTHDAY");
        lists.put("byYearDay", "BYYEARDAY");
        lists.put("byWeekNo", "BYWEEKNO");
        lists.put("byHour", "BYHOUR");
        lists.put("byMinute", "BYMINUTE");
        lists.put("bySecond", "BYSECOND");
        lists.put("bySetPosition", "BYSETPOS");
        return lists;
    }

    /**
     * The rule as text.
     *
     * @param until turns a LocalDateTime of JSCalendar into the value of UNTIL, empty for none
     * @return empty when the rule says something that RECUR cannot
     */
    static String of(ObjectNode rule, Function<String, String> until) {
        String frequency = rule.path("frequency").asString("");
        if (!FREQUENCIES.contains(frequency)) {
            return "";
        }
        for (String property : rule.propertyNames()) {
            if (!OTHERS.contains(property) && !LISTS.containsKey(property)) {
                return "";
            }
        }
        StringBuilder text = new StringBuilder();
        boolean[] bad = new boolean[1];
        String skip = rule.path("skip").asString("omit");
        String rscale = rule.path("rscale").asString("gregorian");
        bad[0] = !WORD.matcher(skip).matches() || !WORD.matcher(rscale).matches();
        if (!rscale.equals("gregorian") || !skip.equals("omit")) {
            part(text, "RSCALE", rscale.toUpperCase(Locale.ROOT));
        }
        part(text, "FREQ", frequency.toUpperCase(Locale.ROOT));
        part(text, "INTERVAL", number(rule.path("interval"), 1, bad));
        // Only one of them can be said, and which of them ends earlier is not known here.
        bad[0] |= rule.has("until") && rule.has("count");
        if (rule.has("until")) {
            String value = until.apply(rule.path("until").asString(""));
            bad[0] |= value.isEmpty();
            part(text, "UNTIL", value);
        } else {
            part(text, "COUNT", number(rule.path("count"), 0, bad));
        }
        StringBuilder months = new StringBuilder();
        for (JsonNode month : rule.path("byMonth")) {
            bad[0] |= !MONTH.matcher(month.asString("")).matches();
            comma(months).append(month.asString(""));
        }
        part(text, "BYMONTH", months.toString());
        LISTS.forEach((property, name) -> {
            StringBuilder numbers = new StringBuilder();
            for (JsonNode n : rule.path(property)) {
                bad[0] |= !n.isInt();
                comma(numbers).append(n.asInt(0));
            }
            part(text, name, numbers.toString());
        });
        part(text, "BYDAY", days(rule.path("byDay"), bad));
        String first = rule.path("firstDayOfWeek").asString("");
        bad[0] |= rule.has("firstDayOfWeek") && !DAY.matcher(first).matches();
        part(text, "WKST", first.toUpperCase(Locale.ROOT));
        part(text, "SKIP", skip.equals("omit") ? "" : skip.toUpperCase(Locale.ROOT));
        return bad[0] ? "" : text.toString();
    }

    private static String days(JsonNode byDay, boolean[] bad) {
        StringBuilder days = new StringBuilder();
        for (JsonNode nday : byDay) {
            String day = nday.path("day").asString("");
            bad[0] |= !DAY.matcher(day).matches();
            comma(days);
            if (nday.has("nthOfPeriod")) {
                bad[0] |= !nday.path("nthOfPeriod").isInt();
                days.append(nday.path("nthOfPeriod").asInt(0));
            }
            days.append(day.toUpperCase(Locale.ROOT));
        }
        return days.toString();
    }

    private static String number(JsonNode number, int standard, boolean[] bad) {
        if (number.isMissingNode()) {
            return "";
        }
        bad[0] |= !number.isInt() || number.asInt() < 1;
        return number.isInt() && number.asInt() == standard ? "" : number.asString("");
    }

    private static StringBuilder comma(StringBuilder list) {
        return list.isEmpty() ? list : list.append(',');
    }

    private static void part(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(text.isEmpty() ? "" : ";").append(name).append('=').append(value);
        }
    }
}
