package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.Span;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The occurrence table: "what happens between these instants" without reading an event. Its cost
 * depends on what is in the range, not on how many events there are. What is searched is kept with
 * it.
 */
final class OccurrenceIndex {
    /**
     * Occurrences up to this long are found by looking back this far; longer ones by a look at all
     * long ones.
     */
    private static final long LONG = 8 * 86_400L;

    private static final long DAY = 86_400L;

    private static final String COLUMNS =
            "event_id, recurrence_id, calendar_id, start_at, end_at, floating, title, color, place,"
                + " marks, EXISTS (SELECT 1 FROM outbox b WHERE b.object_id = o.event_id), EXISTS"
                + " (SELECT 1 FROM conflict c WHERE c.object_id = o.event_id)";

    private OccurrenceIndex() {}

    static void replace(Sql sql, String eventId, @Nullable Event event, Reach reach) {
        remove(sql, eventId);
        if (event != null) {
            add(sql, Map.of(eventId, event), reach);
        }
    }

    /** The rows of events that have none, by id. */
    static void add(Sql sql, Map<String, Event> events, Reach reach) {
        List<@Nullable Object[]> parameters = new ArrayList<>();
        List<@Nullable Object[]> series = new ArrayList<>();
        List<SearchRows.Row> words = new ArrayList<>();
        events.forEach((id, event) -> {
            OccurrenceRows.Rows rows = OccurrenceRows.of(id, event, reach);
            rows.occurrences().forEach(o -> parameters.add(columns(o)));
            if (rows.goesOn()) {
                series.add(new @Nullable Object[] {id, reach.seconds()});
            }
            words.addAll(SearchRows.of(id, event, rows.occurrences()));
        });
        sql.batch("INSERT INTO occurrence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", parameters);
        sql.batch("INSERT INTO series VALUES (?, ?)", series);
        SearchRows.add(sql, words);
    }

    private static @Nullable Object[] columns(Occurrence o) {
        return new @Nullable Object[] {
            o.eventId(),
            o.recurrenceId() == null ? null : Event.write(o.recurrenceId()),
            o.calendarId(),
            o.span().seconds() > LONG,
            o.span().start(),
            o.span().end(),
            o.span().floating(),
            o.title(),
            o.color(),
            o.place(),
            o.marks()
        };
    }

    static void remove(Sql sql, String eventId) {
        sql.update("DELETE FROM occurrence WHERE event_id = ?", eventId);
        sql.update("DELETE FROM series WHERE event_id = ?", eventId);
        SearchRows.remove(sql, eventId);
    }

    /**
     * The occurrences that touch the days from {@code from} to {@code to} (exclusive) as days are
     * in {@code zone}.
     */
    static List<Occurrence> find(Sql sql, LocalDate from, LocalDate to, ZoneId zone) {
        long wallFrom = from.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        long wallTo = to.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        // Wall time and UTC differ by less than a day, so one query with a day's slack serves
        // floating and zoned rows.
        long low = wallFrom - DAY;
        long high = wallTo + DAY;
        return touching(
                sql.list(
                        "SELECT "
                                + COLUMNS
                                + " FROM occurrence o WHERE is_long = FALSE AND start_at >= ? AND"
                                + " start_at < ? AND end_at >= ? UNION ALL SELECT "
                                + COLUMNS
                                + " FROM occurrence o WHERE is_long = TRUE AND start_at < ? AND"
                                + " end_at >= ?",
                        OccurrenceIndex::read,
                        low - LONG,
                        high,
                        low,
                        high,
                        low),
                from,
                to,
                zone);
    }

    /** Those of some occurrences that touch these days as days are in {@code zone}. */
    static List<Occurrence> touching(
            List<Occurrence> occurrences, LocalDate from, LocalDate to, ZoneId zone) {
        long wallFrom = from.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        long wallTo = to.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        long first = from.atStartOfDay(zone).toEpochSecond();
        long last = to.atStartOfDay(zone).toEpochSecond();
        return occurrences.stream()
                .filter(o ->
                        o.span().floating()
                                ? touches(o.span(), wallFrom, wallTo)
                                : touches(o.span(), first, last))
                .toList();
    }

    /** The occurrences of an event that start then. */
    static List<Occurrence> at(Sql sql, String eventId, Span span) {
        // Of an endless series the index of time finds one row, that of events thousands.
        return sql.list(
                "SELECT "
                        + COLUMNS
                        + " FROM occurrence o USE INDEX (occurrence_time) WHERE is_long = ? AND"
                        + " start_at = ? AND event_id = ?",
                OccurrenceIndex::read,
                span.seconds() > LONG,
                span.start(),
                eventId);
    }

    /** The rows of one event as they stand, without the marks that are found when asked. */
    static List<Occurrence> of(Sql sql, String eventId) {
        return sql.list(
                "SELECT event_id, recurrence_id, calendar_id, start_at, end_at, floating, title,"
                        + " color, place, marks, FALSE, FALSE FROM occurrence WHERE event_id = ?",
                OccurrenceIndex::read,
                eventId);
    }

    static long wronglyLong(Sql sql, String eventId) {
        return sql.number(
                "SELECT COUNT(*) FROM occurrence WHERE event_id = ? AND is_long <> (end_at -"
                        + " start_at > ?)",
                eventId,
                LONG);
    }

    /** An occurrence without a length counts at its start. */
    private static boolean touches(Span span, long from, long to) {
        return span.start() < to && (span.end() > from || span.start() >= from);
    }

    private static Occurrence read(Sql.Row row) {
        String recurrenceId = row.textOrNull(2);
        int marks = (int) row.number(10);
        marks |= row.flag(11) ? Mark.UNSENT.bit() : 0;
        marks |= row.flag(12) ? Mark.CONFLICT.bit() : 0;
        return new Occurrence(
                row.text(1),
                recurrenceId == null ? null : LocalDateTime.parse(recurrenceId),
                row.text(3),
                new Span(row.number(4), row.number(5), row.flag(6)),
                row.text(7),
                row.textOrNull(8),
                row.textOrNull(9),
                marks);
    }
}
