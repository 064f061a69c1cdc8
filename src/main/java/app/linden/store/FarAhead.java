package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.model.Mark;
import app.linden.model.Occurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Occurrences of endless series on days that are further away than the index ever reaches, worked
 * out when somebody looks there: the cost is that of all endless series, yet nobody else pays it.
 */
final class FarAhead {
    /** A series with its waiting changes and conflicts told as in {@link OccurrenceIndex}. */
    private record Endless(String id, LocalDateTime indexedTo, int marks) {}

    private FarAhead() {}

    /**
     * Those that start where the index ends or later and may touch the days from {@code from} to
     * {@code to} (exclusive), wherever on earth these are days.
     */
    static List<Occurrence> find(Sql sql, LocalDate from, LocalDate to) {
        LocalDateTime low = from.minusDays(1).atStartOfDay();
        LocalDateTime high = to.plusDays(1).atStartOfDay();
        List<Occurrence> found = new ArrayList<>();
        for (Endless series : endless(sql, high)) {
            Documents.find(sql, series.id)
                    .map(Documents.Stored::work)
                    .map(Event::of)
                    .ifPresent(event ->
                            found.addAll(
                                    OccurrenceRows.between(
                                            series.id,
                                            event,
                                            series.indexedTo,
                                            low,
                                            high,
                                            series.marks)));
        }
        return found;
    }

    private static List<Endless> endless(Sql sql, LocalDateTime to) {
        return sql.list(
                "SELECT event_id, indexed_to, EXISTS (SELECT 1 FROM outbox b WHERE b.object_id ="
                        + " s.event_id), EXISTS (SELECT 1 FROM conflict c WHERE c.object_id ="
                        + " s.event_id) FROM series s WHERE indexed_to < ?",
                row ->
                        new Endless(
                                row.text(1),
                                LocalDateTime.ofEpochSecond(row.number(2), 0, ZoneOffset.UTC),
                                (row.flag(3) ? Mark.UNSENT.bit() : 0)
                                        | (row.flag(4) ? Mark.CONFLICT.bit() : 0)),
                to.toEpochSecond(ZoneOffset.UTC));
    }
}
