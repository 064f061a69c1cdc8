package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.model.Fold;
import app.linden.model.Location;
import app.linden.model.Occurrence;
import app.linden.model.Participant;
import app.linden.model.Span;
import app.linden.model.VirtualLocation;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What an event looks like in the table that is searched; the rows are a pure function of it. */
final class SearchRows {
    private static final int MOST_WORDS = 1_500;
    private static final int LONGEST_TEXT = 50_000;

    /** Properties that an occurrence may have of its own and that hold words. */
    private static final Set<String> WORDED =
            Set.of(
                    "title",
                    "description",
                    "locations",
                    "virtualLocations",
                    "participants",
                    "keywords");

    static final String COLUMNS =
            "SELECT event_id, recurrence_id, calendar_id, start_at, end_at, floating, repeats,"
                    + " words FROM search ";

    /**
     * @param recurrenceId null for the event itself
     * @param repeats whether it stands for more than one occurrence
     */
    record Row(
            String eventId,
            @Nullable String recurrenceId,
            String calendarId,
            Span span,
            boolean repeats,
            String words) {
        /** The same with the one text of an id that all rows share. */
        Row inCalendar(String id) {
            return new Row(eventId, recurrenceId, id, span, repeats, words);
        }
    }

    private SearchRows() {}

    static List<Row> of(String eventId, Event event, List<Occurrence> occurrences) {
        if (occurrences.isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        Occurrence first = occurrences.getFirst();
        rows.add(row(eventId, null, first, event.repeats(), words(event)));
        if (event.repeats()) {
            Map<LocalDateTime, ObjectNode> overrides = event.overrides();
            for (Occurrence o : occurrences) {
                LocalDateTime id = o.recurrenceId();
                ObjectNode override = id == null ? null : overrides.get(id);
                if (id != null && override != null && hasWords(override)) {
                    String words = words(event.occurrence(id));
                    rows.add(row(eventId, Event.write(id), o, false, words));
                }
            }
        }
        return rows;
    }

    private static Row row(
            String eventId, @Nullable String id, Occurrence o, boolean repeats, String words) {
        return new Row(eventId, id, o.calendarId(), o.span(), repeats, words);
    }

    private static boolean hasWords(ObjectNode override) {
        return override.propertyNames().stream()
                .map(p -> p.contains("/") ? p.substring(0, p.indexOf('/')) : p)
                .anyMatch(WORDED::contains);
    }

    private static String words(Event event) {
        var details = event.details();
        Set<String> seen = new LinkedHashSet<>();
        return line(seen, Stream.of(event.title()))
                + '\n'
                + line(
                        seen,
                        Stream.concat(
                                details.locations().values().stream().map(Location::name),
                                details.virtualLocations().values().stream()
                                        .map(VirtualLocation::name)))
                + '\n'
                + line(
                        seen,
                        details.participants().values().stream()
                                .flatMap(SearchRows::nameAndAddress))
                + '\n'
                + line(
                        seen,
                        Stream.concat(Stream.of(event.description()), details.keywords().stream()));
    }

    private static Stream<String> nameAndAddress(Participant person) {
        return Stream.of(person.name(), person.email());
    }

    /** A word counts once, where it stands best. */
    private static String line(Set<String> seen, Stream<String> texts) {
        StringBuilder line = new StringBuilder();
        texts.map(t -> t.substring(0, Math.min(t.length(), LONGEST_TEXT)))
                .flatMap(t -> Fold.words(t, MOST_WORDS).stream())
                .flatMap(w -> w.forms().stream())
                .filter(w -> seen.size() < MOST_WORDS && seen.add(w))
                .forEach(w -> line.append(' ').append(w));
        return line.toString();
    }

    static void replace(Sql sql, String eventId, Event event, List<Occurrence> occurrences) {
        remove(sql, eventId);
        add(sql, of(eventId, event, occurrences));
    }

    static void add(Sql sql, List<Row> rows) {
        List<@Nullable Object[]> parameters = new ArrayList<>();
        for (Row row : rows) {
            parameters.add(
                    new @Nullable Object[] {
                        row.eventId,
                        row.recurrenceId,
                        row.calendarId,
                        row.span.start(),
                        row.span.end(),
                        row.span.floating(),
                        row.repeats,
                        row.words
                    });
        }
        sql.batch("INSERT INTO search VALUES (?, ?, ?, ?, ?, ?, ?, ?)", parameters);
    }

    static void remove(Sql sql, String eventId) {
        sql.update("DELETE FROM search WHERE event_id = ?", eventId);
    }

    static List<Row> of(Sql sql, String eventId) {
        return sql.list(COLUMNS + "WHERE event_id = ?", SearchRows::read, eventId);
    }

    static Row read(Sql.Row row) {
        return new Row(
                row.text(1),
                row.textOrNull(2),
                row.text(3),
                new Span(row.number(4), row.number(5), row.flag(6)),
                row.flag(7),
                row.text(8));
    }
}
