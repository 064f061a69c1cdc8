package app.linden.model;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A RecurrenceRule of jscalendarbis 4.3.3, kept as its document.
 *
 * @param json the rule object; never changed by anybody
 */
public record Rule(ObjectNode json) {

    /** How often: the frequency with its name on the wire in lower case. */
    public enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A rule without an end. */
    public static Rule every(int interval, Frequency frequency) {
        ObjectNode json = Json.object();
        json.put("@type", "RecurrenceRule").put("frequency", frequency.wire());
        if (interval > 1) {
            json.put("interval", interval);
        }
        return new Rule(json);
    }

    /**
     * "daily", "weekly", "monthly", "yearly" and, from elsewhere, "hourly", "minutely", "secondly".
     */
    public String frequency() {
        return json.path("frequency").asString("").toLowerCase(Locale.ROOT);
    }

    public int interval() {
        return Math.max(1, json.path("interval").asInt(1));
    }

    public @Nullable Integer count() {
        return json.path("count").isInt() ? json.path("count").asInt() : null;
    }

    /** The last wall time at which an occurrence may start, in the zone of the event. */
    public @Nullable LocalDateTime until() {
        String until = json.path("until").asString("");
        return WallText.read(until);
    }

    public boolean isEndless() {
        return count() == null && until() == null;
    }

    public Rule withCount(int count) {
        ObjectNode next = json.deepCopy();
        next.remove("until");
        next.put("count", count);
        return new Rule(next);
    }

    /** Ends after the last occurrence that starts on this day or before. */
    public Rule until(LocalDate lastDay) {
        ObjectNode next = json.deepCopy();
        next.remove("count");
        next.put("until", Event.write(lastDay.atTime(23, 59, 59)));
        return new Rule(next);
    }

    /** Ends after the last occurrence that starts at this wall time or before. */
    Rule until(LocalDateTime last) {
        ObjectNode next = json.deepCopy();
        next.remove("count");
        next.put("until", Event.write(last));
        return new Rule(next);
    }

    /** Without an end. */
    public Rule endless() {
        ObjectNode next = json.deepCopy();
        next.remove(List.of("count", "until"));
        return new Rule(next);
    }

    /** On the n-th day of the week of a month, from its end when negative; for monthly rules. */
    public Rule onNth(int nth, DayOfWeek day) {
        ObjectNode next = json.deepCopy();
        next.putArray("byDay")
                .addObject()
                .put("@type", "NDay")
                .put("day", twoLetters(day))
                .put("nthOfPeriod", nth);
        return new Rule(next);
    }

    /** On these days of the week, for weekly rules. */
    public Rule on(List<DayOfWeek> days) {
        ObjectNode next = json.deepCopy();
        next.remove("byDay");
        if (!days.isEmpty()) {
            var list = next.putArray("byDay");
            days.forEach(d -> list.addObject().put("@type", "NDay").put("day", twoLetters(d)));
        }
        return new Rule(next);
    }

    /** The days of the week that the rule names, in its order; empty when it names none. */
    public List<DayOfWeek> days() {
        return json.path("byDay").valueStream().map(d -> day(d.path("day").asString(""))).toList();
    }

    static String twoLetters(DayOfWeek day) {
        return day.name().substring(0, 2).toLowerCase(Locale.ROOT);
    }

    static DayOfWeek day(String twoLetters) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (twoLetters(day).equals(twoLetters.toLowerCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new Problem(Problem.Kind.BAD_INPUT, "“" + twoLetters + "” is not a day of the week.");
    }

    /**
     * The same rule as the value of an RRULE of RFC 5545, 3.3.10, with RSCALE and SKIP of RFC 7529
     * where it skips. UNTIL is a wall time.
     *
     * @throws Problem BAD_INPUT for a rule in a calendar that is not Gregorian, or of no form
     */
    public String toRrule() {
        String scale = json.path("rscale").asString("gregorian").toUpperCase(Locale.ROOT);
        if (!scale.equals("GREGORIAN")) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "Linden cannot repeat events in the “"
                            + scale
                            + "” calendar, only the Gregorian.");
        }
        StringJoiner parts = new StringJoiner(";");
        String skip = json.path("skip").asString("omit").toUpperCase(Locale.ROOT);
        if (!skip.equals("OMIT")) {
            parts.add("RSCALE=GREGORIAN");
        }
        parts.add("FREQ=" + frequency().toUpperCase(Locale.ROOT));
        if (interval() > 1) {
            parts.add("INTERVAL=" + interval());
        }
        if (!skip.equals("OMIT")) {
            parts.add("SKIP=" + skip);
        }
        if (json.path("byDay").size() > 0) {
            StringJoiner days = new StringJoiner(",");
            for (JsonNode d : json.path("byDay")) {
                int nth = d.path("nthOfPeriod").asInt(0);
                days.add(
                        (nth == 0 ? "" : nth)
                                + d.path("day").asString("").toUpperCase(Locale.ROOT));
            }
            parts.add("BYDAY=" + days);
        }
        list(parts, "byMonthDay", "BYMONTHDAY");
        list(parts, "byMonth", "BYMONTH");
        list(parts, "byYearDay", "BYYEARDAY");
        list(parts, "byWeekNo", "BYWEEKNO");
        list(parts, "byHour", "BYHOUR");
        list(parts, "byMinute", "BYMINUTE");
        list(parts, "bySecond", "BYSECOND");
        list(parts, "bySetPosition", "BYSETPOS");
        String weekStart = json.path("firstDayOfWeek").asString("mo").toUpperCase(Locale.ROOT);
        if (!weekStart.equals("MO")) {
            parts.add("WKST=" + weekStart);
        }
        if (count() != null) {
            parts.add("COUNT=" + count());
        } else if (until() != null) {
            parts.add("UNTIL=" + Event.write(until()).replace("-", "").replace(":", ""));
        }
        return parts.toString();
    }

    private void list(StringJoiner parts, String property, String name) {
        if (json.path(property).size() > 0) {
            StringJoiner values = new StringJoiner(",");
            json.path(property).forEach(v -> values.add(v.asString("")));
            parts.add(name + "=" + values);
        }
    }
}
