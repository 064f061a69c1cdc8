package app.linden.server;

import app.linden.model.Event;
import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filter of CalendarEvent/query (jmap-calendars 5.11.1) as a condition on event rows. */
final class EventFilter {
    private static final int MOST_CONDITIONS = 100;
    private static final Pattern TOKEN =
            Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|'((?:\\\\.|[^'\\\\])*)'|(\\S+)");

    private final Access access;
    private final ZoneId zone;
    private int conditions;

    private EventFilter(Access access, ZoneId zone) {
        this.access = access;
        this.zone = zone;
    }

    /**
     * Reads a filter.
     *
     * @throws MethodProblem unsupportedFilter, or invalidArguments when it is malformed
     */
    static Condition of(@Nullable JsonNode filter, Access access, ZoneId zone) {
        return filter == null ? Condition.TRUE : new EventFilter(access, zone).read(filter);
    }

    private Condition read(JsonNode filter) {
        if (!filter.isObject()) {
            throw Arguments.invalid("A filter is an object.");
        }
        if (++conditions > MOST_CONDITIONS) {
            throw unsupported("The filter has too many conditions.");
        }
        return filter.has("operator") ? operator(filter) : condition(filter);
    }

    private Condition operator(JsonNode filter) {
        if (!filter.path("conditions").isArray()) {
            throw Arguments.invalid("A filter operator has a list of conditions.");
        }
        List<Condition> parts = new ArrayList<>();
        filter.path("conditions").forEach(c -> parts.add(read(c)));
        return switch (filter.path("operator").asString("")) {
            case "AND" -> Condition.all(parts);
            case "OR" -> Condition.any(parts);
            case "NOT" -> Condition.any(parts).not();
            default -> throw Arguments.invalid("A filter operator is AND, OR or NOT.");
        };
    }

    private Condition condition(JsonNode filter) {
        List<Condition> parts = new ArrayList<>();
        for (var p : filter.properties()) {
            if (p.getValue().isNull()) {
                continue;
            }
            if (!p.getValue().isString()) {
                throw Arguments.invalid("The filter's " + p.getKey() + " is no string.");
            }
            parts.add(condition(p.getKey(), p.getValue().asString()));
        }
        return Condition.all(parts);
    }

    private Condition condition(String name, String value) {
        return switch (name) {
            case "inCalendar" ->
                    access.readable().contains(value)
                            ? Condition.of(
                                    "EXISTS (SELECT 1 FROM event_calendar c WHERE c.event_id ="
                                            + " e.id AND c.calendar_id = ?)",
                                    value)
                            : Condition.FALSE;
            case "uid" -> Condition.of("e.uid = ?", value);
            case "after" -> moment("e.ends", ">", value);
            case "before" -> moment("e.begins", "<", value);
            case "title" -> words("e.title", value);
            case "text" -> words("e.words", value);
            default -> throw unsupported("Linden does not filter by " + name + ".");
        };
    }

    private Condition moment(String column, String than, String value) {
        if (!Event.isLocalDateTime(value)) {
            throw Arguments.invalid("“" + value + "” is no date and time that exists.");
        }
        LocalDateTime local = LocalDateTime.parse(value);
        return Condition.of(
                "CASE WHEN e.floating THEN %s %s ? ELSE %s %s ? END"
                        .formatted(column, than, column, than),
                local.toEpochSecond(ZoneOffset.UTC),
                local.atZone(zone).toEpochSecond());
    }

    /** Every word must be there; words in quotation marks in exactly this order. */
    private Condition words(String column, String value) {
        List<Condition> parts = new ArrayList<>();
        // Others see neither title nor text of what is private.
        if (!access.isOwner()) {
            parts.add(Condition.of("e.open_text = TRUE"));
        }
        for (String text : tokens(value.toLowerCase(Locale.ROOT))) {
            parts.add(Condition.of(column + " LIKE ? ESCAPE '!'", "%" + escaped(text) + "%"));
            if (parts.size() > MOST_CONDITIONS) {
                throw unsupported("The text has too many words.");
            }
        }
        return Condition.all(parts);
    }

    /** The words and phrases of a search. */
    static List<String> tokens(String value) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(value);
        while (token.find()) {
            String phrase = token.group(1) != null ? token.group(1) : token.group(2);
            tokens.add(
                    token.group(3) != null ? token.group(3) : phrase.replaceAll("\\\\(.)", "$1"));
        }
        return tokens;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static MethodProblem unsupported(String why) {
        return new MethodProblem("unsupportedFilter", why);
    }
}
