package app.linden.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/**
 * The rule of a series that moves. Which of the ways of writing it says the same for the new start
 * is found by trying: a way is exact when every occurrence moves by as much as the first.
 *
 * @param exact false where no rule says that, as when what is on each 31st moves by a day; then the
 *     rule is the one that a person would expect, or stays as it is
 */
record RuleShift(Rule rule, boolean exact) {
    private static final int GLANCED_AT = 12;
    private static final int LOOKED_AT = 150;
    private static final int LOOKED_AT_WITH_END = 1_000;

    /**
     * @param series with a rule
     */
    static RuleShift of(Event series, Rule rule, Shift shift) {
        int most = rule.until() == null ? LOOKED_AT : LOOKED_AT_WITH_END;
        List<LocalDateTime> wanted = Slots.first(series, most).stream().map(shift::of).toList();
        List<LocalDateTime> first = wanted.subList(0, Math.min(GLANCED_AT, wanted.size()));
        List<Rule> ways = new ArrayList<>();
        for (Rule parts : ways(rule, shift)) {
            for (Rule way : ends(parts, shift)) {
                Event moved = at(way, shift.to());
                if (Slots.first(moved, GLANCED_AT).equals(first)
                        && Slots.first(moved, most).equals(wanted)) {
                    return new RuleShift(way, true);
                }
            }
            ways.add(parts);
        }
        Rule usual = usual(rule, shift, ways);
        return new RuleShift(ends(usual, shift).getLast(), false);
    }

    private static Event at(Rule rule, LocalDateTime start) {
        ObjectNode json = Json.object().put("start", Event.write(start));
        json.set("recurrenceRule", rule.json());
        return Event.of(json);
    }

    /** With the end as it is written, on the other day, and later by exactly as much. */
    private static List<Rule> ends(Rule rule, Shift shift) {
        LocalDateTime until = rule.until();
        if (until == null || rule.count() != null) {
            return List.of(rule);
        }
        return List.of(
                rule,
                rule.until(until.plusDays(shift.dayCount())),
                rule.until(until.plus(shift.duration())));
    }

    private static List<Rule> ways(Rule rule, Shift shift) {
        int days = Math.toIntExact(shift.dayCount());
        List<Rule> ways = new ArrayList<>(List.of(rule));
        Rule hours = rule;
        if (rule.json().has("byHour") && shift.duration().toSeconds() % 3600 == 0) {
            int later = shift.to().getHour() - shift.from().getHour();
            hours = numbers(rule, "byHour", n -> n + later);
            ways.add(hours);
        }
        if (days == 0) {
            return ways;
        }
        Rule weekdays = edited(hours, json -> weekdays(json, days));
        ways.add(weekdays);
        ways.add(edited(weekdays, json -> weekStart(json, days)));
        Rule monthDays = numbers(hours, "byMonthDay", n -> n < 0 && n + days >= 0 ? 99 : n + days);
        ways.add(monthDays);
        Rule months = named(hours, shift);
        ways.add(months);
        ways.add(numbers(hours, "byYearDay", n -> n < 0 && n + days >= 0 ? 999 : n + days));
        ways.removeIf(way -> !isSound(way));
        return ways.stream().distinct().toList();
    }

    /** The one day or month that a rule names is that of the new start. */
    private static Rule named(Rule rule, Shift shift) {
        return edited(
                rule,
                json -> {
                    if (isOnly(json, "byMonthDay", shift.from().getDayOfMonth())) {
                        json.putArray("byMonthDay").add(shift.to().getDayOfMonth());
                    }
                    if (isOnly(json, "byMonth", shift.from().getMonthValue())) {
                        json.putArray("byMonth").add(Integer.toString(shift.to().getMonthValue()));
                    }
                });
    }

    private static boolean isOnly(ObjectNode json, String list, int value) {
        return json.path(list).size() == 1
                && json.path(list).path(0).asString("").equals(Integer.toString(value));
    }

    /** "The second Tuesday", moved by a day, is the second Wednesday to everybody. */
    private static Rule usual(Rule rule, Shift shift, List<Rule> ways) {
        JsonNode days = rule.json().path("byDay");
        int nth = days.path(0).path("nthOfPeriod").asInt(0);
        if (days.size() == 1 && nth != 0 && rule.frequency().equals("monthly")) {
            int day = shift.to().getDayOfMonth();
            int length = shift.to().toLocalDate().lengthOfMonth();
            int there = nth > 0 ? (day - 1) / 7 + 1 : -((length - day) / 7 + 1);
            return rule.onNth(there, shift.to().getDayOfWeek());
        }
        Rule named = named(rule, shift);
        if (isSound(named) && !named.equals(rule)) {
            return named;
        }
        boolean weekly = rule.frequency().equals("weekly") && !days.isEmpty();
        return weekly
                ? edited(rule, json -> weekdays(json, Math.toIntExact(shift.dayCount())))
                : ways.getFirst();
    }

    private static void weekdays(ObjectNode json, int days) {
        for (JsonNode day : json.path("byDay")) {
            if (day instanceof ObjectNode o) {
                o.put("day", later(o.path("day").asString(""), days));
            }
        }
    }

    private static void weekStart(ObjectNode json, int days) {
        json.put("firstDayOfWeek", later(json.path("firstDayOfWeek").asString("mo"), days));
    }

    private static String later(String day, int days) {
        DayOfWeek later = Rule.day(day).plus(days);
        return Rule.twoLetters(later);
    }

    private static Rule numbers(Rule rule, String list, IntUnaryOperator later) {
        return edited(
                rule,
                json -> {
                    if (json.path(list).size() > 0) {
                        List<Integer> numbers =
                                json.path(list)
                                        .valueStream()
                                        .map(n -> later.applyAsInt(n.asInt(0)))
                                        .sorted()
                                        .toList();
                        var array = json.putArray(list);
                        numbers.forEach(array::add);
                    }
                });
    }

    private static boolean isSound(Rule rule) {
        return within(rule, "byHour", 0, 23)
                && within(rule, "byMonthDay", -31, 31)
                && within(rule, "byYearDay", -366, 366);
    }

    private static boolean within(Rule rule, String list, int least, int most) {
        return rule.json()
                .path(list)
                .valueStream()
                .mapToInt(JsonNode::asInt)
                .allMatch(n -> n >= least && n <= most && (least >= 0 || n != 0));
    }

    private static Rule edited(Rule rule, Consumer<ObjectNode> edit) {

        ObjectNode json = rule.json().deepCopy();
        edit.accept(json);
        return new Rule(json);
    }
}
