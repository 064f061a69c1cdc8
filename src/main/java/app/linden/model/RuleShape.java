package app.linden.model;

import app.linden.model.Validation.Shape;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a RecurrenceRule has to look like (jscalendarbis 3.3.3). */
final class RuleShape {
    private static final Set<String> FREQUENCIES =
            Set.of("yearly", "monthly", "weekly", "daily", "hourly", "minutely", "secondly");
    private static final Set<String> DAYS = Set.of("mo", "tu", "we", "th", "fr", "sa", "su");
    private static final Set<String> SKIPS = Set.of("omit", "backward", "forward");
    private static final int MOST_VALUES = 366;

    /** How many times of day a rule may name: every fifth minute. */
    private static final long MOST_TIMES = 288;

    private static final Map<String, Shape> MEMBERS =
            Map.ofEntries(
                    Map.entry("@type", Shapes.type("RecurrenceRule")),
                    Map.entry("frequency", one(FREQUENCIES)),
                    Map.entry("interval", Shapes.number(1, Integer.MAX_VALUE)),
                    Map.entry("count", Shapes.number(1, Integer.MAX_VALUE)),
                    Map.entry("until", Shapes.LOCAL),
                    Map.entry("rscale", Shapes.TEXT),
                    Map.entry("skip", one(SKIPS)),
                    Map.entry("firstDayOfWeek", one(DAYS)),
                    Map.entry("byDay", list(RuleShape::isDay)),
                    Map.entry("byMonthDay", ints(-31, 31, false)),
                    Map.entry("byMonth", list(RuleShape::isMonth)),
                    Map.entry("byYearDay", ints(-366, 366, false)),
                    Map.entry("byWeekNo", ints(-53, 53, false)),
                    Map.entry("byHour", ints(0, 23, true)),
                    Map.entry("byMinute", ints(0, 59, true)),
                    Map.entry("bySecond", ints(0, 60, true)),
                    Map.entry("bySetPosition", ints(-366_000, 366_000, false)));

    private final Validation validation;
    private final String pointer;

    RuleShape(Validation validation, String pointer) {
        this.validation = validation;
        this.pointer = pointer;
    }

    void check(ObjectNode rule) {
        validation.require(rule, pointer + "/", "frequency");
        validation.members(rule, pointer + "/", MEMBERS);
        if (rule.has("count") && rule.has("until")) {
            validation.add(pointer + "/until", "A repetition has a count or an until, not both.");
        }
        long times = 1;
        for (String property : Set.of("byHour", "byMinute", "bySecond")) {
            times *= Math.max(1, Math.min(MOST_VALUES, rule.path(property).size()));
        }
        if (times > MOST_TIMES) {
            validation.add(
                    pointer, "The repetition is too complex: it names too many times of day.");
        }
    }

    private static Shape one(Set<String> values) {
        return Shapes.of(v -> v.isString() && values.contains(v.asString()), "has no such value");
    }

    private static Shape list(Predicate<JsonNode> fits) {
        return Shapes.of(
                v ->
                        v.isArray()
                                && !v.isEmpty()
                                && v.size() <= MOST_VALUES
                                && v.valueStream().allMatch(fits),
                "is a list of 1 to " + MOST_VALUES + " values that exist");
    }

    private static Shape ints(int least, int most, boolean zero) {
        return list(v ->
                v.isIntegralNumber()
                        && v.canConvertToInt()
                        && v.asInt() >= least
                        && v.asInt() <= most
                        && (zero || v.asInt() != 0));
    }

    private static boolean isDay(JsonNode day) {
        JsonNode nth = day.path("nthOfPeriod");
        return day.isObject()
                && DAYS.contains(day.path("day").asString(""))
                && (nth.isMissingNode()
                        || (nth.isIntegralNumber() && nth.canConvertToInt() && nth.asInt() != 0));
    }

    private static boolean isMonth(JsonNode month) {
        return month.isString() && month.asString().matches("([1-9]|1[0-3])L?");
    }
}
