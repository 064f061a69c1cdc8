package app.linden.store;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.Recurrence;
import app.linden.model.When;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** What an event looks like in the occurrence index; a pure function of the event and the reach. */
final class OccurrenceRows {
    /** A daily series of a hundred years; one with more occurrences is marked as too complex. */
    private static final Recurrence.Budget BUDGET = new Recurrence.Budget(100_000, 40_000);

    /** A series that is too complex is tried from so long before the usual reach: today is in. */
    private static final int YEARS_OF_COMPLEX = 4;

    /** Where even that is too much, so many from the start: the event is still listed. */
    private static final int LISTED = 1_000;

    private static final int TITLE = 1_000;
    private static final int COLOR = 100;

    /**
     * @param goesOn whether the series has or may have occurrences behind the reach
     */
    record Rows(List<Occurrence> occurrences, boolean goesOn) {}

    private OccurrenceRows() {}

    /**
     * The rows of an event. One in a zone that nobody here knows is listed at its wall time, which
     * is the truth that is known of it; one that cannot be read at all has no rows rather than
     * stopping all others.
     */
    static Rows of(String eventId, Event event, Reach reach) {
        Rows rows = inItsZone(eventId, event, reach);
        return rows.occurrences().isEmpty() && event.hasUnknownZone()
                ? inItsZone(eventId, event.floating(), reach)
                : rows;
    }

    private static Rows inItsZone(String eventId, Event event, Reach reach) {
        String calendar = event.calendarIds().stream().findFirst().orElse(null);
        if (calendar == null) {
            return new Rows(List.of(), false);
        }
        try {
            return event.repeats()
                    ? series(eventId, calendar, event, reach)
                    : new Rows(
                            List.of(row(eventId, calendar, null, event, event.when(), 0)), false);
        } catch (Problem unreadable) {
            return new Rows(List.of(), false);
        }
    }

    private static Rows series(String eventId, String calendar, Event series, Reach reach) {
        When when = series.when();
        Recurrence.Expansion expansion = expand(series, when.start(), reach);
        int marks = Mark.RECURRING.bit() | (expansion.complete() ? 0 : Mark.TOO_COMPLEX.bit());
        SortedMap<LocalDateTime, ObjectNode> overrides = series.overrides();
        TreeSet<LocalDateTime> ids = new TreeSet<>(expansion.starts());
        overrides.forEach((id, override) -> {
            if (!Recurrence.isExcluded(override)) {
                ids.add(id);
            }
        });
        List<Occurrence> rows = new ArrayList<>();
        Occurrence usual = row(eventId, calendar, when.start(), series, when, marks);
        for (LocalDateTime id : ids) {
            ObjectNode override = overrides.get(id);
            if (override == null || override.isEmpty()) {
                rows.add(at(id, usual, when));
            } else {
                rows.add(overridden(eventId, calendar, series, id, when.at(id), marks));
            }
        }
        boolean goesOn =
                series.rule() != null
                        && mayReach(series, when.start(), reach.to())
                        && (expansion.complete() || expansion.starts().size() > 1);
        return new Rows(rows, goesOn);
    }

    /**
     * What of a series touches these wall times, without its exceptions: those are rows in any
     * case.
     *
     * @param indexedTo where its rows end
     * @param marks further ones for each of them
     */
    static List<Occurrence> between(
            String eventId,
            Event series,
            LocalDateTime indexedTo,
            LocalDateTime from,
            LocalDateTime to,
            int marks) {
        String calendar = series.calendarIds().stream().findFirst().orElse(null);
        if (calendar == null) {
            return List.of();
        }
        Event known = series.hasUnknownZone() ? series.floating() : series;
        try {
            When when = known.when();
            Occurrence usual =
                    row(eventId, calendar, when.start(), known, when, marks | Mark.RECURRING.bit());
            LocalDateTime first = from.minusSeconds(when.span().seconds());
            return Recurrence.expand(
                            known,
                            first.isAfter(indexedTo) ? first : indexedTo,
                            to,
                            Recurrence.Budget.USUAL)
                    .starts()
                    .stream()
                    .filter(id -> !known.overrides().containsKey(id))
                    .map(id -> at(id, usual, when))
                    .toList();
        } catch (Problem unreadable) {
            return List.of();
        }
    }

    private static Occurrence at(LocalDateTime id, Occurrence usual, When when) {
        return new Occurrence(
                usual.eventId(),
                id,
                usual.calendarId(),
                when.at(id).span(),
                usual.title(),
                usual.color(),
                usual.place(),
                usual.marks());
    }

    private static Recurrence.Expansion expand(Event series, LocalDateTime start, Reach reach) {
        // Without a rule it ends by itself, so that nobody looks at it again.
        LocalDateTime to = series.rule() == null ? LocalDateTime.MAX : reach.to();
        Recurrence.Expansion whole;
        try {
            whole = Recurrence.expand(series, LocalDateTime.MIN, to, BUDGET);
        } catch (Problem unreadable) {
            return new Recurrence.Expansion(List.of(start), false);
        }
        if (whole.complete()) {
            return whole;
        }
        // Today stays in it however far somebody looks. A series that has ended shows its last
        // years.
        LocalDateTime until = series.rule() == null ? null : series.rule().until();
        LocalDateTime last =
                until == null || !until.isBefore(reach.usual())
                        ? reach.usual()
                        : until.plusSeconds(1);
        for (LocalDateTime end : List.of(reach.to(), last)) {
            Recurrence.Expansion lately =
                    Recurrence.expand(series, last.minusYears(YEARS_OF_COMPLEX), end, BUDGET);
            if (lately.complete() && !lately.starts().isEmpty()) {
                return new Recurrence.Expansion(lately.starts(), false);
            }
        }
        return new Recurrence.Expansion(
                whole.starts().subList(0, Math.min(LISTED, whole.starts().size())), false);
    }

    /** A changed occurrence; one whose change of time cannot be read is where it was. */
    private static Occurrence overridden(
            String eventId,
            String calendar,
            Event series,
            LocalDateTime id,
            When usual,
            int marks) {
        Event changed = series.occurrence(id);
        When when;
        try {
            when = changed.when();
        } catch (Problem unreadable) {
            when = usual;
        }
        return row(eventId, calendar, id, changed, when, marks | Mark.OVERRIDDEN.bit());
    }

    /** The start is an occurrence also where it is after the end of its rule. */
    private static boolean mayReach(Event series, LocalDateTime start, LocalDateTime end) {
        LocalDateTime until = series.rule() == null ? null : series.rule().until();
        return until == null || !until.isBefore(end) || !start.isBefore(end);
    }

    private static Occurrence row(
            String eventId,
            String calendar,
            @Nullable LocalDateTime recurrenceId,
            Event event,
            When when,
            int marks) {
        return new Occurrence(
                eventId,
                recurrenceId,
                calendar,
                when.span(),
                cut(event.title()),
                color(event),
                event.place() == null ? null : cut(event.place()),
                marks | marks(event, when));
    }

    private static int marks(Event event, When when) {
        JsonNode json = event.json();
        return bit(Mark.ALL_DAY, when.allDay())
                | bit(Mark.TENTATIVE, event.status().equals("tentative"))
                | bit(Mark.CANCELLED, event.status().equals("cancelled"))
                | bit(Mark.FREE, event.isFree())
                | bit(Mark.PRIVATE, !event.privacy().equals("public"))
                | bit(Mark.HAS_ALERT, !json.path("alerts").isEmpty())
                | bit(Mark.HAS_NOTES, !event.description().isBlank())
                | bit(Mark.HAS_PEOPLE, json.path("participants").size() > 1);
    }

    private static int bit(Mark mark, boolean set) {
        return set ? mark.bit() : 0;
    }

    private static @Nullable String color(Event event) {
        String color = event.color();
        return color == null || color.length() > COLOR ? null : color;
    }

    private static String cut(String text) {
        if (text.length() <= TITLE) {
            return text;
        }
        // Not in the middle of a surrogate pair.
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(TITLE - 1)) ? TITLE - 1 : TITLE);
    }
}
