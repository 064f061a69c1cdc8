package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.model.Occurrence;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import org.jspecify.annotations.Nullable;

import java.time.zone.ZoneRulesProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Holds the occurrence index against the documents, which are the truth: wall time is, instants are
 * derived from it by the zone data of the day.
 */
final class IndexReview {
    /** One transaction's share. */
    static final int AT_ONCE = 100;

    private static final Comparator<Occurrence> ORDER =
            Comparator.comparing((Occurrence o) -> String.valueOf(o.recurrenceId()))
                    .thenComparingLong(o -> o.span().start());

    private IndexReview() {}

    /** The zone data of this JDK, as {@code 2025b}. */
    static String zoneData() {
        return ZoneRulesProvider.getVersions("Europe/Berlin").lastEntry().getKey();
    }

    /** What an event's index rows should be. */
    static OccurrenceRows.Rows expected(Stored event, Reach reach) {
        return event.work() == null
                ? new OccurrenceRows.Rows(List.of(), false)
                : OccurrenceRows.of(event.id(), Event.of(event.work()), reach);
    }

    /**
     * Goes through some events in the order of their ids.
     *
     * @param after the last id of the round before, empty at first
     * @param taker gets each event, and whether its rows are what its document says
     * @return the last id of this round, null when there are no more
     */
    static @Nullable String some(
            Sql sql, String after, Reach reach, BiConsumer<Stored, Boolean> taker) {
        List<Stored> objects = Documents.after(sql, after, AT_ONCE);
        for (Stored object : objects) {
            if (object.type() == Type.EVENT) {
                taker.accept(object, isRight(sql, object, reach));
            }
        }
        return objects.isEmpty() ? null : objects.getLast().id();
    }

    private static boolean isRight(Sql sql, Stored event, Reach reach) {
        OccurrenceRows.Rows expected = expected(event, reach);
        long indexedTo =
                sql.one(
                                "SELECT indexed_to FROM series WHERE event_id = ?",
                                r -> r.number(1),
                                event.id())
                        .orElse(Long.MIN_VALUE);
        return indexedTo == (expected.goesOn() ? reach.seconds() : Long.MIN_VALUE)
                && sorted(expected.occurrences())
                        .equals(sorted(OccurrenceIndex.of(sql, event.id())))
                && OccurrenceIndex.wronglyLong(sql, event.id()) == 0
                && Set.copyOf(searched(event, expected.occurrences()))
                        .equals(Set.copyOf(SearchRows.of(sql, event.id())));
    }

    private static List<SearchRows.Row> searched(Stored event, List<Occurrence> occurrences) {
        return event.work() == null
                ? List.of()
                : SearchRows.of(event.id(), Event.of(event.work()), occurrences);
    }

    private static List<Occurrence> sorted(List<Occurrence> occurrences) {
        return occurrences.stream().sorted(ORDER).toList();
    }

    /** Ids in the index that are no event's. */
    static List<String> orphans(Sql sql) {
        return sql.list(
                "SELECT event_id FROM occurrence i WHERE NOT EXISTS (SELECT 1 FROM object o WHERE"
                        + " o.id = i.event_id AND o.type = 'EVENT') UNION SELECT event_id FROM"
                        + " search i WHERE NOT EXISTS (SELECT 1 FROM object o WHERE o.id ="
                        + " i.event_id AND o.type = 'EVENT') UNION SELECT event_id FROM"
                        + " series i WHERE NOT EXISTS (SELECT 1 FROM object o WHERE o.id ="
                        + " i.event_id AND o.type = 'EVENT')",
                r -> r.text(1));
    }
}
