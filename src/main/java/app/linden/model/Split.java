package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A series in two, at one of its occurrences (jmap-calendars 5.6.1). Together they have the
 * occurrences that it had; each exception is on the side of its recurrence id, wherever it was
 * moved to.
 *
 * @param earlier what was before, ended; the document of the old series
 * @param later from the occurrence on
 * @param counted how many starts that the rule gives are in the earlier one
 */
record Split(Event earlier, Event later, int counted) {
    private static final int COMPARED = 100;

    /** Whether nothing of the series is before this occurrence, so that "following" is "all". */
    static boolean isFirst(Event series, LocalDateTime id) {
        SortedMap<LocalDateTime, ObjectNode> overrides = series.overrides();
        boolean slot =
                Slots.before(series, id).stream()
                        .anyMatch(s ->
                                !(overrides.get(s) instanceof ObjectNode o
                                        && Recurrence.isExcluded(o)));
        return !slot && overrides.headMap(id).values().stream().allMatch(Recurrence::isExcluded);
    }

    /** Whether the series is over before this, so that nothing "follows". */
    static boolean hasNothingFrom(Event series, LocalDateTime id) {
        return Slots.from(series, id) == null
                && series.overrides().tailMap(id).values().stream()
                        .allMatch(Recurrence::isExcluded);
    }

    /**
     * Null where the later half cannot be said as a series that starts there, or would lose rules
     * that Linden does not expand.
     *
     * @param id not that of the first occurrence, see {@link #isFirst}
     */
    static @Nullable Split of(Event series, LocalDateTime id) {
        if (series.hasFurtherRules()) {
            return null;
        }
        List<LocalDateTime> before = Slots.before(series, id);
        Event later = later(series, id, before.size());
        return later == null ? null : new Split(earlier(series, id, before), later, before.size());
    }

    /** The series without this occurrence and all after it. */
    static Event endedBefore(Event series, LocalDateTime id) {
        return earlier(series, id, Slots.before(series, id));
    }

    private static Event earlier(Event series, LocalDateTime id, List<LocalDateTime> slots) {
        SortedMap<LocalDateTime, ObjectNode> overrides = series.overrides().headMap(id);
        Rule rule = series.rule();
        if (slots.isEmpty()) {
            return onDates(series, overrides);
        }
        if (rule == null) {
            return with(series, null, overrides);
        }
        Rule ended =
                rule.count() != null ? rule.withCount(slots.size()) : rule.until(slots.getLast());
        return with(series, ended, overrides);
    }

    private static @Nullable Event later(Event series, LocalDateTime id, int counted) {
        SortedMap<LocalDateTime, ObjectNode> overrides = series.overrides().tailMap(id);
        LocalDateTime start = Slots.from(series, id);
        Rule rule = series.rule();
        if (start == null) {
            return onDates(series, overrides);
        }
        Event moved = series.with("start", Json.text(Event.write(start)));
        if (rule == null) {
            return with(moved, null, overrides);
        }
        Integer count = rule.count();
        Rule rest = count == null ? rule : rule.withCount(count - counted);
        List<LocalDateTime> all = Slots.first(series, counted + COMPARED);
        List<LocalDateTime> wanted = all.subList(counted, all.size());
        for (Rule way : List.of(rest, explicit(rest, series.wallTime().start()))) {
            Event half = with(moved, way, overrides);
            if (Slots.first(half, COMPARED).equals(wanted)) {
                return half;
            }
        }
        return null;
    }

    /** A rule that says itself what it else takes from the start. */
    private static Rule explicit(Rule rule, LocalDateTime start) {
        ObjectNode json = rule.json().deepCopy();
        boolean weeks = json.has("byWeekNo");
        boolean days = json.has("byDay") || json.has("byMonthDay") || json.has("byYearDay");
        if (days) {
            return rule;
        }
        if (rule.frequency().equals("weekly") || weeks) {
            return rule.on(List.of(start.getDayOfWeek()));
        }
        if (rule.frequency().equals("monthly") || rule.frequency().equals("yearly")) {
            json.putArray("byMonthDay").add(start.getDayOfMonth());
        }
        if (rule.frequency().equals("yearly") && !json.has("byMonth")) {
            json.putArray("byMonth").add(Integer.toString(start.getMonthValue()));
        }
        return new Rule(json);
    }

    /** Without a rule, on the dates that overrides name alone. */
    private static Event onDates(Event series, SortedMap<LocalDateTime, ObjectNode> overrides) {
        TreeMap<LocalDateTime, ObjectNode> dates = new TreeMap<>(overrides);
        dates.values().removeIf(Recurrence::isExcluded);
        Event first = series.with("start", Json.text(Event.write(dates.firstKey())));
        return with(first, null, dates);
    }

    private static Event with(
            Event event, @Nullable Rule rule, SortedMap<LocalDateTime, ObjectNode> overrides) {
        ObjectNode json = event.json().deepCopy();
        json.remove(List.of("recurrenceRules", "recurrenceOverrides", "recurrenceRule"));
        if (rule != null) {
            json.set("recurrenceRule", rule.json());
        }
        if (!overrides.isEmpty()) {
            ObjectNode kept = json.putObject("recurrenceOverrides");
            for (Map.Entry<LocalDateTime, ObjectNode> entry : overrides.entrySet()) {
                kept.set(Event.write(entry.getKey()), entry.getValue());
            }
        }
        return Event.of(json);
    }
}
