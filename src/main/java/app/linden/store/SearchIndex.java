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
    /** After changes of so many events all is read again. */
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
                    .thenComparingLong(c -> c.past ? -c.entry.span.start() : c.entry.span.start())
                    .thenComparing(c -> c.entry.eventId);

    private final Database database;
    private final Subscription commits;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Map<String, SearchEntry> entries = new HashMap<>();
    private final List<SearchBlock> blocks = new ArrayList<>();
    private volatile boolean held;
    private int added;
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
        for (SearchBlock block : blocks) {
            block.find(
                    beginnings,
                    (entry, part) -> {
                        if (calendars.test(entry.calendarId)) {
                            if (entry.mayGoOn() && clocks.isOver(entry.span)) {
                                database.read(sql -> follow(sql, entry.eventId, clocks));
                            }
                            keep(best, new Candidate(entry, part, clocks.isOver(entry.span)), most);
                        }
                    });
        }
        return hits(best.stream().sorted(ORDER).toList());
    }

    private static void keep(PriorityQueue<Candidate> best, Candidate next, int most) {
        if (best.size() < most) {
            best.add(next);
        } else if (ORDER.compare(next, best.element()) < 0) {
            best.poll();
            best.add(next);
        }
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
                OccurrenceIndex.at(sql, c.entry.eventId, c.entry.span).stream()
                        .filter(o -> c.entry.repeats || isOf(o, c.entry))
                        .findFirst()
                        .ifPresent(o -> hits.add(new Hit(o, parts[c.part], c.past)));
            }
            return true;
        });
        return hits;
    }

    private static boolean isOf(Occurrence o, SearchEntry entry) {
        return o.recurrenceId() == null
                ? entry.recurrenceId == null
                : Event.write(o.recurrenceId()).equals(entry.recurrenceId);
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
        if (!held || changed.size() + added > MANY || (!whole && isWhole())) {
            load(now);
            return;
        }
        for (String id : List.copyOf(changed)) {
            // Taken out before it is read: what changes it again meanwhile puts it in again.
            changed.remove(id);
            for (SearchEntry e = entries.remove(id); e != null; e = e.further) {
                e.gone = true;
            }
            database.read(sql -> {
                SearchRows.of(sql, id).forEach(this::add);
                added++;
                return follow(sql, id, now);
            });
        }
        blocks.getLast().finish();
    }

    private void load(Clocks now) {
        held = true;
        changed.clear();
        entries.clear();
        blocks.clear();
        added = 0;
        Map<String, String> calendars = new HashMap<>();
        database.read(sql -> {
            whole = SearchFill.isDone(sql);
            sql.list(
                    SearchRows.COLUMNS,
                    r -> {
                        SearchRows.Row row = SearchRows.read(r);
                        String calendar = calendars.computeIfAbsent(row.calendarId(), c -> c);
                        add(row.inCalendar(calendar));
                        return true;
                    });
            sql.list(
                    NEXT + "recurrence_id IS NOT NULL",
                    r -> {
                        SearchEntry series = series(r.text(1));
                        return series != null && series.consider(r, entries.get(r.text(1)), now);
                    });
            return true;
        });
        if (blocks.isEmpty()) {
            blocks.add(new SearchBlock());
        }
        blocks.getLast().finish();
    }

    private void add(SearchRows.Row row) {
        SearchEntry entry = new SearchEntry(row, entries.get(row.eventId()));
        entries.put(row.eventId(), entry);
        if (blocks.isEmpty() || blocks.getLast().isFull()) {
            if (!blocks.isEmpty()) {
                blocks.getLast().finish();
            }
            blocks.add(new SearchBlock());
        }
        blocks.getLast().add(entry, row.words());
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
        while (e != null && !e.repeats) {
            e = e.further;
        }
        return e;
    }

    @Override
    public void close() {
        commits.close();
    }
}
