package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Recurrence;
import app.linden.model.Recurrence.Budget;
import app.linden.model.Recurrence.Expansion;
import app.linden.model.Span;
import app.linden.model.When;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Single occurrences of series, as jmap-calendars 5.11 expands them: which there are in a window,
 * and the synthetic ids by which they are called.
 */
final class Occurrences {
    private static final Budget BUDGET = new Budget(100_000, 2_000);

    /**
     * A synthetic id: the series, and which of its occurrences.
     *
     * @param recurrenceId in the wall time of the series
     */
    record Id(String eventId, LocalDateTime recurrenceId) {
        private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})_(\\d{8}T\\d{6})");
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

        /** The parts of a synthetic id; null for any other. */
        static @Nullable Id of(String id) {
            Matcher parts = FORM.matcher(id);
            if (!parts.matches()) {
                return null;
            }
            try {
                return new Id(parts.group(1), LocalDateTime.parse(parts.group(2), TIME));
            } catch (DateTimeParseException noSuchTime) {
                return null;
            }
        }

        /** The id of the stored event that an id means, be it synthetic or not. */
        static String base(String id) {
            Id parts = of(id);
            return parts == null ? id : parts.eventId;
        }

        @Override
        public String toString() {
            return eventId + "_" + TIME.format(recurrenceId);
        }
    }

    /**
     * Between two wall times of a zone; the first inclusive, the second exclusive.
     *
     * @param zone in which they are meant for events that do not float
     */
    record Window(LocalDateTime after, LocalDateTime before, ZoneId zone) {
        /** Whether an event that takes place then touches this. */
        boolean meets(Span span) {
            long from = second(after, span.floating());
            long to = second(before, span.floating());
            return span.start() < to && span.end() > from;
        }

        private long second(LocalDateTime time, boolean floating) {
            return floating
                    ? time.toEpochSecond(ZoneOffset.UTC)
                    : time.atZone(zone).toEpochSecond();
        }

        /** The same moment on the clocks of an event. */
        private LocalDateTime wall(LocalDateTime time, When when) {
            return when.zone() == null
                    ? time
                    : time.atZone(zone).withZoneSameInstant(when.zone()).toLocalDateTime();
        }
    }

    /**
     * One occurrence.
     *
     * @param id null for an event that does not repeat
     */
    record Found(@Nullable Id id, Event event, Span span) {}

    private Occurrences() {}

    /**
     * The occurrences of an event that touch a window; the event itself where it does not repeat.
     *
     * @throws Problem BAD_INPUT when it cannot be expanded
     */
    static List<Found> in(Window window, String eventId, Event event) {
        When when = event.when();
        if (!event.repeats()) {
            Span span = when.span();
            return window.meets(span) ? List.of(new Found(null, event, span)) : List.of();
        }
        long length = Math.max(0, when.span().seconds());
        Expansion expansion =
                Recurrence.expand(
                        event,
                        window.wall(window.after, when).minusSeconds(length).minusDays(1),
                        window.wall(window.before, when).plusDays(1),
                        BUDGET);
        if (!expansion.complete()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "A repetition has too many occurrences.");
        }
        TreeSet<LocalDateTime> ids = new TreeSet<>(expansion.starts());
        event.overrides()
                .forEach((id, override) -> {
                    // Moved from elsewhere, or made longer.
                    if (!Recurrence.isExcluded(override)
                            && (override.has("start") || override.has("duration"))) {
                        ids.add(id);
                    }
                });
        List<Found> found = new ArrayList<>();
        for (LocalDateTime id : ids) {
            Event occurrence = event.occurrence(id);
            Span span = occurrence.when().span();
            if (window.meets(span)) {
                found.add(new Found(new Id(eventId, id), occurrence, span));
            }
        }
        return found;
    }

    /**
     * An occurrence as the series is seen by somebody; null when the series has none with this id.
     *
     * @param series a view of the series
     */
    static @Nullable ObjectNode view(ObjectNode series, Id id) {
        Event event = Event.of(series);
        if (!event.repeats() || !Recurrence.has(event, Event.write(id.recurrenceId))) {
            return null;
        }
        ObjectNode view = event.occurrence(id.recurrenceId).json().deepCopy();
        view.put("id", id.toString()).put("baseEventId", id.eventId);
        if (series.path("timeZone").isString()) {
            view.put("recurrenceIdTimeZone", series.path("timeZone").asString());
        }
        return view;
    }

    /** Adds the times in UTC (jmap-calendars 5.1); floating events are taken to be in the zone. */
    static void addUtc(ObjectNode view, ZoneId floating) {
        Span span = Event.of(view).when().span();
        view.put("utcStart", utc(span.start(), span.floating(), floating));
        view.put("utcEnd", utc(span.end(), span.floating(), floating));
    }

    private static String utc(long second, boolean floats, ZoneId floating) {
        Instant instant =
                floats
                        ? LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC)
                                .atZone(floating)
                                .toInstant()
                        : Instant.ofEpochSecond(second);
        return instant.toString();
    }

    /** What a series is with one occurrence left out. */
    static ObjectNode without(ObjectNode series, Id id) {
        ObjectNode next = series.deepCopy();
        overrides(next).putObject(Event.write(id.recurrenceId)).put("excluded", true);
        return next;
    }

    /** What a series is with one occurrence as it is given. */
    static ObjectNode with(ObjectNode series, Id id, ObjectNode occurrence) {
        String key = Event.write(id.recurrenceId);
        ObjectNode bare = series.deepCopy();
        bare.remove("recurrenceOverrides");
        ObjectNode usual = Event.of(bare).occurrence(id.recurrenceId).json().deepCopy();
        ObjectNode wanted = occurrence.deepCopy();
        for (ObjectNode each : List.of(usual, wanted)) {
            each.remove(
                    List.of("id", "baseEventId", "recurrenceIdTimeZone", "updated", "sequence"));
        }
        ObjectNode next = series.deepCopy();
        overrides(next).set(key, app.linden.model.Patch.between(usual, wanted).toJson());
        return next;
    }

    private static ObjectNode overrides(ObjectNode series) {
        return series.get("recurrenceOverrides") instanceof ObjectNode there
                ? there
                : series.putObject("recurrenceOverrides");
    }

    /** Properties of a series are null in an occurrence, where they are asked for. */
    static ObjectNode nulls(ObjectNode view, List<String> asked) {
        for (String name : List.of("recurrenceRule", "recurrenceOverrides")) {
            if (asked.contains(name)) {
                view.set(name, Json.nil());
            }
        }
        return view;
    }
}
