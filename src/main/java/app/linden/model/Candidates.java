package app.linden.model;

import app.linden.base.Problem;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;

/**
 * The wall times that a rule gives, in order and without regard to its end; the one class that
 * touches lib-recur. Some of them may lie before the start: positions in a set count from the
 * beginning of the period (jscalendarbis 3.3.3), where lib-recur would count from the start.
 */
final class Candidates {
    private final Rule rule;
    private final @Nullable RecurrenceRuleIterator iterator;
    private boolean gaveUp;

    private Candidates(Rule rule, LocalDateTime seed) {
        this.rule = rule;
        RecurrenceRuleIterator made = null;
        try {
            made = parse(rule).iterator(floating(seed));
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException noneFound) {
            gaveUp = true;
        }
        iterator = made;
    }

    /**
     * The wall times of a rule for an event with this start.
     *
     * @throws Problem BAD_INPUT when the rule cannot be read
     */
    static Candidates of(Rule rule, LocalDateTime start) {
        ObjectNode endless = rule.json().deepCopy();
        endless.remove("count");
        endless.remove("until");
        if (endless.path("bySetPosition").isEmpty()) {
            return new Candidates(new Rule(endless), start);
        }
        addImplied(endless, start);
        return new Candidates(new Rule(endless), periodStart(new Rule(endless), start));
    }

    /** Leaves out all before {@code from}. */
    void jumpTo(LocalDateTime from) {
        if (iterator != null) {
            try {
                iterator.fastForward(floating(from));
            } catch (IllegalArgumentException
                    | IllegalStateException
                    | IndexOutOfBoundsException noneFound) {
                gaveUp = true;
            }
        }
    }

    /** The next one, null when there is none or the search was given up. */
    @Nullable LocalDateTime next() {
        if (iterator == null || gaveUp) {
            return null;
        }
        try {
            while (iterator.hasNext()) {
                LocalDateTime at = local(iterator.nextDateTime());
                if (isInWeek(at)) {
                    return at;
                }
            }
            return null;
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException noneFound) {
            gaveUp = true;
            return null;
        }
    }

    /**
     * lib-recur gives a week 53 to years that have none, and there even weekdays that the rule does
     * not name.
     */
    private boolean isInWeek(LocalDateTime at) {
        JsonNode weeksWanted = rule.json().path("byWeekNo");
        if (weeksWanted.isEmpty()) {
            return true;
        }
        List<DayOfWeek> days = rule.days();
        if (!days.isEmpty() && !days.contains(at.getDayOfWeek())) {
            return false;
        }
        WeekFields weeks = WeekFields.of(weekStart(rule), 4);
        int week = at.get(weeks.weekOfWeekBasedYear());
        long last = at.with(weeks.dayOfWeek(), 4).range(weeks.weekOfWeekBasedYear()).getMaximum();
        return weeksWanted
                .valueStream()
                .anyMatch(w -> w.asInt() == week || w.asInt() == week - last - 1);
    }

    /**
     * Whether lib-recur stopped searching: after a thousand candidates in a row that the rule does
     * not want it throws, and so does its BYYEARDAY=-366 with BYDAY in a year of 365 days.
     */
    boolean gaveUp() {
        return gaveUp;
    }

    /** What jscalendarbis 3.3.3 adds to a rule from the start, so that it may begin elsewhere. */
    private static void addImplied(ObjectNode rule, LocalDateTime start) {
        boolean byDay = rule.has("byDay");
        boolean byMonthDay = rule.has("byMonthDay");
        boolean byWeek = rule.has("byWeekNo");
        switch (rule.path("frequency").asString("")) {
            case "weekly" -> {
                if (!byDay) {
                    addDay(rule, start);
                }
            }
            case "monthly" -> {
                if (!byDay && !byMonthDay) {
                    rule.putArray("byMonthDay").add(start.getDayOfMonth());
                }
            }
            case "yearly" -> {
                if (rule.has("byYearDay")) {
                    return;
                }
                if (!rule.has("byMonth") && !byWeek && (byMonthDay || !byDay)) {
                    rule.putArray("byMonth").add(Integer.toString(start.getMonthValue()));
                }
                if (!byMonthDay && !byWeek && !byDay) {
                    rule.putArray("byMonthDay").add(start.getDayOfMonth());
                }
                if (byWeek && !byMonthDay && !byDay) {
                    addDay(rule, start);
                }
            }
            default -> {}
        }
    }

    private static void addDay(ObjectNode rule, LocalDateTime start) {
        String day = start.getDayOfWeek().name().substring(0, 2).toLowerCase(Locale.ROOT);
        rule.putArray("byDay").addObject().put("@type", "NDay").put("day", day);
    }

    private static LocalDateTime periodStart(Rule rule, LocalDateTime start) {
        return switch (rule.frequency()) {
            case "weekly" -> start.with(TemporalAdjusters.previousOrSame(weekStart(rule)));
            case "monthly" -> start.withDayOfMonth(1);
            case "yearly" -> start.withDayOfYear(1);
            default -> start;
        };
    }

    private static DayOfWeek weekStart(Rule rule) {
        return Rule.day(rule.json().path("firstDayOfWeek").asString("mo"));
    }

    private static RecurrenceRule parse(Rule rule) {
        try {
            return new RecurrenceRule(rule.toRrule(), RecurrenceRule.RfcMode.RFC5545_LAX);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "The repetition of this event cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private static DateTime floating(LocalDateTime t) {
        return new DateTime(
                t.getYear(),
                t.getMonthValue() - 1,
                t.getDayOfMonth(),
                t.getHour(),
                t.getMinute(),
                t.getSecond());
    }

    private static LocalDateTime local(DateTime t) {
        // A floating DateTime of lib-recur counts its timestamp as if its wall time were UTC.
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(t.getTimestamp(), 1000), 0, ZoneOffset.UTC);
    }
}
