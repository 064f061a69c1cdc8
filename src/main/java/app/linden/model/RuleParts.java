package app.linden.model;

import app.linden.base.Problem;

import tools.jackson.databind.JsonNode;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * The parts of a rule as numbers and sets of bits, with those that jscalendarbis 3.3.3.1 implies
 * from the start. Bit n of a set stands for the value n; an empty set stands for a part that the
 * rule does not have. Days of the week are 0 (Monday) to 6.
 */
final class RuleParts {
    /** Units from fine to coarse; the order matters. */
    enum Unit {
        SECONDLY,
        MINUTELY,
        HOURLY,
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY;

        boolean isWithinADay() {
            return compareTo(DAILY) < 0;
        }
    }

    /** What becomes of a day of the month that a month does not have (RFC 7529). */
    enum Skip {
        OMIT,
        BACKWARD,
        FORWARD
    }

    /** An n-th day of the week; n counts from the end when negative. */
    record Nth(int n, int day) {}

    private static final Set<Unit> OF_DATES = Set.of(Unit.MONTHLY, Unit.YEARLY);

    final Unit unit;
    final int interval;
    final Skip skip;
    final int weekStart;
    final long months;
    final long monthDays;
    final long monthDaysFromEnd;
    final long weeks;
    final long weeksFromEnd;
    final int[] yearDays;
    final long weekdays;
    final Nth[] nths;
    final long hours;
    final long minutes;
    final long seconds;
    final int[] positions;

    RuleParts(Rule rule, LocalDateTime start) {
        JsonNode json = rule.json();
        refuseOtherCalendars(json);
        unit = unit(rule.frequency());
        interval = rule.interval();
        weekStart = Rule.day(json.path("firstDayOfWeek").asString("mo")).getValue() - 1;
        Skip written = skip(json);
        skip = OF_DATES.contains(unit) ? written : Skip.OMIT;

        long explicitMonths = bits(json, "byMonth", n -> n >= 1 && n <= 12);
        long explicitDays = bits(json, "byMonthDay", n -> n >= 1 && n <= 31);
        monthDaysFromEnd = bitsFromEnd(json, "byMonthDay", 31);
        weeks = bits(json, "byWeekNo", n -> n >= 1 && n <= 53);
        weeksFromEnd = bitsFromEnd(json, "byWeekNo", 53);
        yearDays = numbers(json, "byYearDay", 366);
        positions = numbers(json, "bySetPosition", 366);

        long plain = 0;
        Nth[] numbered = new Nth[json.path("byDay").size()];
        int found = 0;
        for (JsonNode d : json.path("byDay")) {
            int day = Rule.day(d.path("day").asString("")).getValue() - 1;
            int n = Math.clamp(d.path("nthOfPeriod").asInt(0), -1_000, 1_000);
            // Other frequencies have no n-th day (RFC 5545, 3.3.10): the number means nothing.
            if (n == 0 || !OF_DATES.contains(unit)) {
                plain |= 1L << day;
            } else {
                numbered[found++] = new Nth(n, day);
            }
        }
        nths = java.util.Arrays.copyOf(numbered, found);

        boolean byDay = plain != 0 || found > 0;
        boolean byMonthDay = explicitDays != 0 || monthDaysFromEnd != 0;
        boolean byWeek = weeks != 0 || weeksFromEnd != 0;
        boolean yearly = unit == Unit.YEARLY && yearDays.length == 0;
        boolean implyMonth = yearly && explicitMonths == 0 && !byWeek && (byMonthDay || !byDay);
        boolean implyDay = !byDay && !byMonthDay && (unit == Unit.MONTHLY || yearly && !byWeek);
        boolean implyWeekday = !byDay && (unit == Unit.WEEKLY || yearly && byWeek && !byMonthDay);
        months = implyMonth ? 1L << start.getMonthValue() : explicitMonths;
        monthDays = implyDay ? 1L << start.getDayOfMonth() : explicitDays;
        weekdays = implyWeekday ? 1L << start.getDayOfWeek().getValue() - 1 : plain;

        long byHour = bits(json, "byHour", n -> n >= 0 && n <= 23);
        long byMinute = bits(json, "byMinute", n -> n >= 0 && n <= 59);
        long bySecond = bits(json, "bySecond", n -> n >= 0 && n <= 60);
        // Wall time has no leap seconds: the second 60 is the second 59 (RFC 5545, 3.3.12).
        bySecond = (bySecond | bySecond >>> 60 << 59) & ~(1L << 60);
        hours = byHour == 0 && unit.compareTo(Unit.HOURLY) > 0 ? 1L << start.getHour() : byHour;
        minutes =
                byMinute == 0 && unit.compareTo(Unit.MINUTELY) > 0
                        ? 1L << start.getMinute()
                        : byMinute;
        seconds =
                bySecond == 0 && unit.compareTo(Unit.SECONDLY) > 0
                        ? 1L << start.getSecond()
                        : bySecond;
    }

    boolean hasWeeks() {
        return weeks != 0 || weeksFromEnd != 0;
    }

    boolean hasMonthDays() {
        return monthDays != 0 || monthDaysFromEnd != 0;
    }

    boolean hasWeekdays() {
        return weekdays != 0 || nths.length > 0;
    }

    /** Whether every date is as good as every other, but perhaps for its day of the week. */
    boolean anyDate() {
        return months == 0 && !hasWeeks() && !hasMonthDays() && yearDays.length == 0;
    }

    /** Whether days of this month may be moved that it does not have. */
    boolean movesMissingDays() {
        return skip != Skip.OMIT && !hasWeeks() && yearDays.length == 0;
    }

    private static void refuseOtherCalendars(JsonNode json) {
        String scale = json.path("rscale").asString("gregorian");
        if (!scale.equalsIgnoreCase("gregorian")) {
            throw bad(
                    "Linden cannot repeat events in the “"
                            + scale.toUpperCase(Locale.ROOT)
                            + "” calendar (rscale), only in the Gregorian.");
        }
    }

    private static Unit unit(String frequency) {
        for (Unit unit : Unit.values()) {
            if (unit.name().equalsIgnoreCase(frequency)) {
                return unit;
            }
        }
        throw bad("“" + frequency + "” is not a frequency at which events repeat.");
    }

    private static Skip skip(JsonNode json) {
        String text = json.path("skip").asString("omit");
        for (Skip skip : Skip.values()) {
            if (skip.name().equalsIgnoreCase(text)) {
                return skip;
            }
        }
        throw bad("“" + text + "” is no way to skip days in a repetition (skip).");
    }

    private static long bits(JsonNode json, String part, LongPredicate allowed) {
        long bits = 0;
        for (JsonNode value : json.path(part)) {
            int n = number(part, value);
            if (allowed.test(n)) {
                bits |= 1L << n;
            } else if (n >= 0 || !part.equals("byMonthDay") && !part.equals("byWeekNo")) {
                throw badValue(part, value);
            }
        }
        return bits;
    }

    private static long bitsFromEnd(JsonNode json, String part, int most) {
        long bits = 0;
        for (JsonNode value : json.path(part)) {
            int n = number(part, value);
            if (n < -most) {
                throw badValue(part, value);
            }
            if (n < 0) {
                bits |= 1L << -n;
            }
        }
        return bits;
    }

    private static int[] numbers(JsonNode json, String part, int most) {
        JsonNode list = json.path(part);
        int[] numbers = new int[list.size()];
        int i = 0;
        for (JsonNode value : list) {
            numbers[i] = number(part, value);
            boolean far = numbers[i] > most || numbers[i] < -most;
            if (numbers[i] == 0 || far && part.equals("byYearDay")) {
                throw badValue(part, value);
            }
            i++;
        }
        return numbers;
    }

    /** Months are text; “5L”, a leap month, is of other calendars. */
    private static int number(String part, JsonNode value) {
        try {
            return value.isInt() ? value.intValue() : Integer.parseInt(value.asString(""));
        } catch (NumberFormatException e) {
            throw badValue(part, value);
        }
    }

    private static Problem badValue(String part, JsonNode value) {
        return bad("A repetition has “" + value.asString("") + "” as " + part + ".");
    }

    private static Problem bad(String sentence) {
        return new Problem(Problem.Kind.BAD_INPUT, sentence);
    }
}
