package app.linden.store;

import app.linden.base.Subscription;
import app.linden.db.Database;
import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.model.Fold;
import app.linden.model.Hit;
import app.linden.model.Occurrence;
import app.linden.model.Span;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Finds events by the beginnings of their words, over all time. The table that is searched is
 * written with the events in one transaction; here it is held in memory from the first search on,
 * where looking through all of it takes some milliseconds, and what commits change is read again
 * before the next search. May be called on any thread, one at a time.
 */
public final class SearchIndex implements AutoCloseable {
    /** After a commit of so many events all is read again. */
    private static final int MANY = 5_000;

    private static final String NEXT =
            "SELECT event_id, recurrence_id, start_at, end_at, floating FROM occurrence WHERE ";

    /** What a moment is on the two lines of time that spans lie on. */
    record Clocks(long utc, long wall) {
        static Clocks at(Instant now, ZoneId zone) {
            return new Clocks(
                    now.getEpochSecond(),
                    now.atZone(zone).toLocalDateTime().toEpochSecond(ZoneOffset.UTC));
        }

        boolean isOver(Span span) {
            return Math.max(span.end(), span.start() + 1) <= (span.floating() ? wall : utc);
        }
    }

    private record Candidate(SearchEntry entry, int part, boolean past) {}

    /** The best first: title before notes, what comes before what was, the nearest first. */
    private static final Comparator<Candidate> ORDER =
            Comparator.comparingInt(Candidate::part)
                    .thenComparing(Candidate::past)
                    .thenComparingLong(c ->
                            c.past ? -c.entry.span.start() : c.entry.span.start())
                    .thenComparing(c -> c.entry.row.eventId());

    private final Database database;
    private final Subscription commits;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Map<String, SearchEntry> entries = new HashMap<>();
    private volatile boolean held;
    private boolean whole;

    SearchIndex(Database database, Announcer announcer) {
        this.database = database;
        this.commits =
                announcer.watch(commit -> {
                    if (held) {
                        changed.addAll(commit.events());
                    }
                });
    }

    /**
     * The events that have all the words, the best first; each word may be the beginning of one.
     *
     * @param zone where an event without a zone is at its wall time
     * @param calendars those to look in, by local id
     * @param most at most so many
     */
    public synchronized List<Hit> find(
            List<Fold.Word> words,
            Instant now,
            ZoneId zone,
            Predicate<String> calendars,
            int most) {
        Clocks clocks = Clocks.at(now, zone);
        update(clocks);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Fold.Word> beginnings = words.stream().map(SearchIndex::asBeginning).toList();
        PriorityQueue<Candidate> best = new PriorityQueue<>(ORDER.reversed());
        for (SearchEntry head : entries.values()) {
            for (SearchEntry e = head; e != null; e = e.further) {
                if (!calendars.test(e.row.calendarId())) {
                    continue;
                }
                int part = e.find(beginnings);
                if (part != SearchEntry.NOT_FOUND) {
                    if (e.mayGoOn() && clocks.isOver(e.span)) {
                        String id = e.row.eventId();
                        database.read(sql -> follow(sql, id, clocks));
                    }
                    best.add(new Candidate(e, part, clocks.isOver(e.span)));
                    if (best.size() > most) {
                        best.poll();
                    }
                }
            }
        }
        return hits(best.stream().sorted(ORDER).toList());
    }

    private static Fold.Word asBeginning(Fold.Word word) {
        return new Fold.Word(
                word.start(), word.end(), word.forms().stream().map(f -> " " + f).toList());
    }

    private List<Hit> hits(List<Candidate> best) {
        Hit.Where[] parts = Hit.Where.values();
        List<Hit> hits = new ArrayList<>();
        database.read(sql -> {
            for (Candidate c : best) {
                OccurrenceIndex.at(sql, c.entry.row.eventId(), c.entry.span).stream()
                        .filter(o -> c.entry.row.repeats() || isOf(o, c.entry.row))
                        .findFirst()
                        .ifPresent(o -> hits.add(new Hit(o, parts[c.part], c.past)));
            }
            return true;
        });
        return hits;
    }

    private static boolean isOf(Occurrence o, SearchRows.Row row) {
        return o.recurrenceId() == null
                ? row.recurrenceId() == null
                : Event.write(o.recurrenceId()).equals(row.recurrenceId());
    }

    /** Brings the table into memory, so that the first search need not. */
    public synchronized void prepare(Instant now, ZoneId zone) {
        update(Clocks.at(now, zone));
    }

    /**
     * Whether all that is in the cache can be found: one that an older Linden made is filled in the
     * background first.
     */
    public synchronized boolean isWhole() {
        return whole || database.read(SearchFill::isDone);
    }

    private void update(Clocks now) {
        if (!held || changed.size() > MANY || (!whole && isWhole())) {
            load(now);
            return;
        }
        for (String id : List.copyOf(changed)) {
            // Taken out before it is read: what changes it again meanwhile puts it in again.
            changed.remove(id);
            database.read(sql -> {
                put(id, SearchRows.of(sql, id));
                return follow(sql, id, now);
            });
        }
    }

    private void load(Clocks now) {
        held = true;
        changed.clear();
        entries.clear();
        database.read(sql -> {
            whole = SearchFill.isDone(sql);
            sql.list(
                    SearchRows.COLUMNS,
                    r -> {
                        SearchRows.Row row = SearchRows.read(r);
                        entries.put(
                                row.eventId(),
                                new SearchEntry(row, entries.get(row.eventId())));
                        return true;
                    });
            sql.list(
                    NEXT + "recurrence_id IS NOT NULL",
                    r -> {
                        SearchEntry series = series(r.text(1));
                        return series != null
                                && series.consider(r, entries.get(r.text(1)), now);
                    });
            return true;
        });
    }

    private void put(String id, List<SearchRows.Row> rows) {
        SearchEntry head = null;
        for (SearchRows.Row row : rows) {
            head = new SearchEntry(row, head);
        }
        if (head == null) {
            entries.remove(id);
        } else {
            entries.put(id, head);
        }
    }

    /** Time went on, or the event changed: looks which of its occurrences is the next. */
    private boolean follow(Sql sql, String id, Clocks now) {
        SearchEntry series = series(id);
        if (series != null) {
            series.forget();
            SearchEntry head = entries.get(id);
            sql.list(NEXT + "event_id = ?", r -> series.consider(r, head, now), id);
        }
        return true;
    }

    private @Nullable SearchEntry series(String id) {
        SearchEntry e = entries.get(id);
        while (e != null && !e.row.repeats()) {
            e = e.further;
        }
        return e;
    }

    @Override
    public void close() {
        commits.close();
    }
}
