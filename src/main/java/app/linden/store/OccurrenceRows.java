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

/**
 * What an event looks like in the occurrence index; a pure function of the event and the horizon.
 */
final class OccurrenceRows {
    /**
     * More occurrences of one series than any person looks at; such a series is marked as too
     * complex.
     */
    private static final Recurrence.Budget BUDGET = new Recurrence.Budget(100_000, 5_000);

    private static final int TITLE = 1_000;

    /**
     * @param goesOn whether the series has or may have occurrences at or after the horizon
     */
    record Rows(List<Occurrence> occurrences, boolean goesOn) {}

    private OccurrenceRows() {}

    /**
     * The rows of an event; an event that cannot be read has none rather than stopping all others.
     */
    static Rows of(String eventId, Event event, LocalDateTime horizon) {
        String calendar = event.calendarIds().stream().findFirst().orElse(null);
        if (calendar == null) {
            return new Rows(List.of(), false);
        }
        try {
            return event.repeats()
                    ? series(eventId, calendar, event, horizon)
                    : new Rows(
                            List.of(row(eventId, calendar, null, event, event.when(), 0)), false);
        } catch (Problem unreadable) {
            return new Rows(List.of(), false);
        }
    }

    private static Rows series(
            String eventId, String calendar, Event series, LocalDateTime horizon) {
        When when = series.when();
        Recurrence.Expansion expansion =
                Recurrence.expand(series, LocalDateTime.MIN, horizon, BUDGET);
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
                rows.add(
                        new Occurrence(
                                eventId,
                                id,
                                calendar,
                                when.at(id).span(),
                                usual.title(),
                                usual.color(),
                                usual.place(),
                                usual.marks()));
            } else {
                Event changed = series.occurrence(id);
                rows.add(
                        row(
                                eventId,
                                calendar,
                                id,
                                changed,
                                changed.when(),
                                marks | Mark.OVERRIDDEN.bit()));
            }
        }
        boolean goesOn = expansion.complete() && series.rule() != null && mayReach(series, horizon);
        return new Rows(rows, goesOn);
    }

    private static boolean mayReach(Event series, LocalDateTime horizon) {
        LocalDateTime until = series.rule() == null ? null : series.rule().until();
        return until == null || !until.isBefore(horizon);
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
                event.color(),
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

    private static String cut(String text) {
        if (text.length() <= TITLE) {
            return text;
        }
        // Not in the middle of a surrogate pair.
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(TITLE - 1)) ? TITLE - 1 : TITLE);
    }
}
