package app.linden.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What one does to a series as a whole so that its hand-made exceptions stay what they were. */
public final class Series {
    private Series() {}

    /**
     * The series at another time. Overrides move with it, so that the exception of the third week
     * stays that of the third week; a start that an override sets itself moves by as much.
     */
    public static Event moved(Event series, When when) {
        Duration shift = Duration.between(series.wallTime().start(), when.start());
        Event moved = withDaysOfRule(series.with(when), series.wallTime(), when);
        if (shift.isZero()
                || !(series.json().path("recurrenceOverrides") instanceof ObjectNode overrides)) {
            return moved;
        }
        return moved.with("recurrenceOverrides", shifted(overrides, shift));
    }

    /**
     * A weekly rule that names its days names those that are as many days later, else the old days
     * would go on beside the new start. Other rules with days stay as they are written.
     */
    private static Event withDaysOfRule(Event moved, When before, When after) {
        Rule rule = moved.rule();
        long days =
                ChronoUnit.DAYS.between(before.start().toLocalDate(), after.start().toLocalDate());
        if (rule == null
                || days % 7 == 0
                || !rule.frequency().equals("weekly")
                || rule.days().isEmpty()) {
            return moved;
        }
        return moved.with(rule.on(rule.days().stream().map(d -> d.plus(days)).toList()));
    }

    /**
     * Overrides whose keys, and the starts that they set themselves, are later by {@code shift}.
     */
    static ObjectNode shifted(ObjectNode overrides, Duration shift) {
        ObjectNode shifted = Json.object();
        for (Map.Entry<String, JsonNode> entry : overrides.properties()) {
            String key = entry.getKey();
            if (!Event.isLocalDateTime(key) || !(entry.getValue() instanceof ObjectNode override)) {
                shifted.set(key, entry.getValue());
                continue;
            }
            ObjectNode later = override.deepCopy();
            String own = override.path("start").asString("");
            if (Event.isLocalDateTime(own)) {
                later.put("start", Event.write(LocalDateTime.parse(own).plus(shift)));
            }
            shifted.set(Event.write(LocalDateTime.parse(key).plus(shift)), later);
        }
        return shifted;
    }

    /**
     * The series with one occurrence changed to look like {@code after}; {@code before} is how it
     * looked.
     */
    public static Event withOccurrence(
            Event series, LocalDateTime recurrenceId, Event before, Event after) {
        String key = Event.write(recurrenceId);
        ObjectNode overrides =
                series.json().path("recurrenceOverrides") instanceof ObjectNode o
                        ? o.deepCopy()
                        : Json.object();
        Patch existing = overrides.get(key) instanceof ObjectNode o ? Patch.of(o) : Patch.NONE;
        overrides.set(key, existing.then(before.changesTo(after)).toJson());
        return series.with("recurrenceOverrides", overrides);
    }

    /** The series without one occurrence. */
    public static Event without(Event series, LocalDateTime recurrenceId) {
        ObjectNode overrides =
                series.json().path("recurrenceOverrides") instanceof ObjectNode o
                        ? o.deepCopy()
                        : Json.object();
        overrides.set(Event.write(recurrenceId), Json.object().put("excluded", true));
        return series.with("recurrenceOverrides", overrides);
    }
}
