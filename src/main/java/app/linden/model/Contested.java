package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A conflict in values that can be shown: what it is about, mine and theirs.
 *
 * @param field "title", "when", "repeats", "description", "place", "calendar", "occurrence" (one
 *     occurrence as a whole), "delete" (deleted here, changed there), "deleted" (changed here,
 *     deleted there), else the property's own name
 * @param occurrence which occurrence of a series it is about, null for the whole
 */
public record Contested(
        String field, @Nullable LocalDateTime occurrence, Value mine, Value theirs) {

    /** A value as a person sees it. */
    public sealed interface Value {
        /** Nothing stands there, or it was deleted. */
        record Nothing() implements Value {}

        record Text(String text) implements Value {}

        record Time(When when) implements Value {}

        /**
         * @param first the day of the first occurrence, which says what "weekly" means
         */
        record Repeats(Rule rule, LocalDate first) implements Value {}

        /** By local id. */
        record Calendars(List<String> ids) implements Value {}

        /** An event or occurrence as a whole. */
        record Whole(String title, When when) implements Value {}
    }

    private static final Value NOTHING = new Value.Nothing();
    private static final String OVERRIDES = "recurrenceOverrides";

    /**
     * @param standing the object as it is now, null when it is gone or is no event
     */
    public static Contested of(Conflict conflict, @Nullable Event standing) {
        List<String> path = Pointers.names(conflict.unit());
        String first = path.getFirst();
        if (first.equals("delete") || first.equals("deleted")) {
            Value mine =
                    conflict.mine() instanceof ObjectNode o && o.has("start")
                            ? whole(Event.of(o))
                            : NOTHING;
            return new Contested(first, null, mine, standing == null ? NOTHING : whole(standing));
        }
        if (standing == null) {
            return new Contested(first, null, raw(conflict.mine()), raw(conflict.theirs()));
        }
        Event mine = patched(standing, conflict.mine());
        Event theirs = patched(standing, conflict.theirs());
        if (first.equals(OVERRIDES) && path.size() > 1 && Event.isLocalDateTime(path.get(1))) {
            LocalDateTime id = LocalDateTime.parse(path.get(1));
            String field = path.size() > 2 ? field(path.get(2)) : "occurrence";
            return new Contested(
                    field, id, occurrence(mine, id, field), occurrence(theirs, id, field));
        }
        String field = field(first);
        return new Contested(field, null, value(mine, field), value(theirs, field));
    }

    /**
     * What a unit is about, see {@link #field}: of one in an override the occurrence as a whole or
     * the field of it.
     */
    public static String fieldOf(String unit) {
        List<String> path = Pointers.names(unit);
        if (!path.getFirst().equals(OVERRIDES) || path.size() < 3) {
            return path.getFirst().equals(OVERRIDES) ? "occurrence" : field(path.getFirst());
        }
        return field(path.get(2));
    }

    private static Event patched(Event standing, JsonNode values) {
        return values instanceof ObjectNode o ? standing.patched(Patch.of(o)) : standing;
    }

    private static String field(String property) {
        return switch (property) {
            case "start", "duration", "timeZone", "endTimeZone", "showWithoutTime" -> "when";
            case "locations" -> "place";
            case "calendarIds" -> "calendar";
            case "recurrenceRule", "recurrenceRules" -> "repeats";
            default -> property;
        };
    }

    private static Value occurrence(Event series, LocalDateTime id, String field) {
        ObjectNode override = series.overrides().get(id);
        if (override != null && override.path("excluded").asBoolean(false)) {
            return NOTHING;
        }
        Event one = series.occurrence(id);
        return field.equals("occurrence") || field.equals("excluded")
                ? whole(one)
                : value(one, field);
    }

    private static Value value(Event event, String field) {
        return switch (field) {
            case "when" -> new Value.Time(event.when());
            case "repeats" -> {
                Rule rule = event.rule();
                yield rule == null
                        ? NOTHING
                        : new Value.Repeats(rule, event.when().start().toLocalDate());
            }
            case "place" -> text(event.place());
            case "calendar" -> new Value.Calendars(event.calendarIds());
            default -> raw(event.json().path(field));
        };
    }

    private static Value whole(Event event) {
        return new Value.Whole(event.title(), event.when());
    }

    private static Value text(@Nullable String text) {
        return text == null || text.isBlank() ? NOTHING : new Value.Text(text);
    }

    /** Something that has no view of its own: its single values, one by one. */
    private static Value raw(JsonNode node) {
        return text(plain(node));
    }

    private static String plain(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(p -> !p.getKey().equals("@type"))
                    .map(Contested::plainMember)
                    .filter(t -> !t.isBlank())
                    .collect(Collectors.joining(", "));
        }
        if (node.isArray()) {
            return node.valueStream()
                    .map(Contested::plain)
                    .filter(t -> !t.isBlank())
                    .collect(Collectors.joining(", "));
        }
        return node.isNull() || node.isMissingNode() ? "" : node.asString("");
    }

    /** Members of a set are their keys. */
    private static String plainMember(Map.Entry<String, JsonNode> member) {
        return member.getValue().isBoolean() && member.getValue().asBoolean()
                ? member.getKey()
                : plain(member.getValue());
    }
}
