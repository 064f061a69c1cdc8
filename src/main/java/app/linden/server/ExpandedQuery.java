package app.linden.server;

import app.linden.base.Problem;
import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** CalendarEvent/query with expandRecurrences (jmap-calendars 5.11): an id for each occurrence. */
final class ExpandedQuery {
    static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_EVENTS = 20_000;
    private static final int MOST_FOUND = 50_000;
    private static final int PAGE = 500;

    private final JsonNode filter;
    private final Occurrences.Window window;
    private final Comparator<Occurrences.Found> order;

    private ExpandedQuery(
            JsonNode filter, Occurrences.Window window, Comparator<Occurrences.Found> order) {
        this.filter = filter;
        this.window = window;
        this.order = order;
    }

    /**
     * Reads what is asked for.
     *
     * @throws MethodProblem invalidArguments or expandDurationTooLarge
     */
    static ExpandedQuery of(Arguments arguments, ZoneId zone) {
        JsonNode filter = arguments.object("filter");
        if (filter == null || filter.has("operator")) {
            throw bounds();
        }
        Occurrences.Window window =
                new Occurrences.Window(
                        time(filter.path("after")), time(filter.path("before")), zone);
        if (window.before().isAfter(window.after().plus(LONGEST))) {
            throw new MethodProblem(
                    "expandDurationTooLarge",
                    "Repetitions are expanded for " + LONGEST.toDays() + " days at most.");
        }
        return new ExpandedQuery(filter, window, order(arguments.value("sort")));
    }

    private static LocalDateTime time(JsonNode value) {
        if (!value.isString() || !Event.isLocalDateTime(value.asString())) {
            throw bounds();
        }
        return LocalDateTime.parse(value.asString());
    }

    private static MethodProblem bounds() {
        return Arguments.invalid(
                "To expand repetitions the filter is one condition with after and before.");
    }

    private static Comparator<Occurrences.Found> order(@Nullable JsonNode sort) {
        Comparator<Occurrences.Found> order = (a, b) -> 0;
        if (sort != null) {
            for (JsonNode comparator : sort) {
                String name = comparator.path("property").asString("");
                Comparator<Occurrences.Found> next = Comparator.comparing(f -> value(f, name));
                order =
                        order.thenComparing(
                                comparator.path("isAscending").asBoolean(true)
                                        ? next
                                        : next.reversed());
            }
        }
        return order.thenComparing(f -> f.event().uid()).thenComparing(f -> value(f, "start"));
    }

    private static String value(Occurrences.Found found, String property) {
        return found.event().json().path(property).asString("");
    }

    /** The ids of all occurrences of these events, in order. */
    List<String> run(Sql sql, Access access, List<String> eventIds) {
        if (eventIds.size() > MOST_EVENTS) {
            throw cannot("There are too many events in this time.");
        }
        List<Occurrences.Found> found = new ArrayList<>();
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < eventIds.size(); i += PAGE) {
            List<String> page = eventIds.subList(i, Math.min(eventIds.size(), i + PAGE));
            for (EventRows.Stored row : EventRows.find(sql, access.account.id(), page).values()) {
                for (Occurrences.Found one : expand(row)) {
                    if (matches(one, row)) {
                        found.add(one);
                        stored.add(row.id());
                    }
                }
                if (found.size() > MOST_FOUND) {
                    throw cannot("There are too many occurrences in this time.");
                }
            }
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            places.add(i);
        }
        places.sort((a, b) -> order.compare(found.get(a), found.get(b)));
        return places.stream()
                .map(i -> {
                    Occurrences.Id id = found.get(i).id();
                    return id == null ? stored.get(i) : id.toString();
                })
                .toList();
    }

    private List<Occurrences.Found> expand(EventRows.Stored row) {
        try {
            return Occurrences.in(window, row.id(), Event.of(row.json()));
        } catch (Problem e) {
            throw cannot(Problem.sentence(e));
        }
    }

    /** All conditions must be met by one and the same occurrence. */
    private boolean matches(Occurrences.Found found, EventRows.Stored row) {
        if (found.id() == null || !row.json().path("recurrenceOverrides").isObject()) {
            return true;
        }
        ObjectNode json = found.event().json();
        EventWords words = EventWords.of(json);
        return isIn(words.title(), "title") && isIn(words.all(), "text");
    }

    private boolean isIn(String words, String condition) {
        JsonNode wanted = filter.path(condition);
        return !wanted.isString()
                || EventFilter.tokens(wanted.asString().toLowerCase(Locale.ROOT)).stream()
                        .allMatch(words::contains);
    }

    private static MethodProblem cannot(String why) {
        return new MethodProblem("cannotCalculateOccurrences", why);
    }
}
