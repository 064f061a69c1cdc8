package app.linden.store;

import app.linden.base.Worker;
import app.linden.db.Database;
import app.linden.db.Sql;
import app.linden.model.Event;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How far endless series are indexed: two years ahead of today, further as long as the program runs
 * when somebody looks further, yet not without end, since every look would make every series
 * longer. Moving it is the work of a thread of its own, a hundred series a transaction, so that
 * edits need not wait for it; so is whatever else the index needs when it is opened.
 */
final class Horizon implements AutoCloseable {
    private static final int YEARS_AHEAD = 2;
    private static final int FURTHEST_YEARS = 30;
    private static final int AT_ONCE = 100;

    private final Database database;
    private final Announcer announcer;
    private final Worker worker = new Worker("horizon");
    private final LocalDate furthest;
    private volatile Reach now;
    private volatile boolean closed;

    Horizon(Database database, Announcer announcer, InstantSource clock) {
        this.database = database;
        this.announcer = announcer;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate saved =
                database.read(sql ->
                                sql.one(
                                        "SELECT content FROM meta WHERE name = 'horizon'",
                                        r -> r.text(1)))
                        .map(LocalDate::parse)
                        .orElse(LocalDate.MIN);
        LocalDate wanted = LocalDate.of(today.getYear() + YEARS_AHEAD + 1, 1, 1);
        this.now = new Reach(wanted.atStartOfDay(), wanted.atStartOfDay());
        this.furthest = wanted.plusYears(FURTHEST_YEARS);
        if (saved.isAfter(wanted)) {
            // What a far look left behind goes again, else the index would only ever grow.
            worker.execute(this::reviewAll);
        }
        // Also when the horizon did not move: the program may have ended in the middle of moving
        // it.
        worker.execute(this::catchUp);
        worker.execute(this::fillSearch);
        worker.execute(this::followZoneData);
    }

    Reach now() {
        return now;
    }

    /** Makes sure that days before {@code day} are indexed, soon; not further than ever. */
    synchronized void reach(LocalDate day) {
        LocalDate indexed = now.to().toLocalDate();
        if (!closed && day.isAfter(indexed) && indexed.isBefore(furthest)) {
            LocalDate next =
                    day.isBefore(furthest)
                            ? LocalDate.of(day.getYear() + YEARS_AHEAD, 1, 1)
                            : furthest;
            now = new Reach(now.usual(), next.atStartOfDay());
            worker.execute(this::catchUp);
        }
    }

    /** Whether there are days before {@code day} that are never indexed. */
    boolean isBehind(LocalDate day) {
        return day.isAfter(furthest);
    }

    /** The same, for a caller that waits: the worker takes its work in order. */
    CompletableFuture<Void> reached(LocalDate day) {
        reach(day);
        return worker.call(() -> true).thenAccept(done -> {});
    }

    /** Holds every event's rows against its document and mends what differs; true when done. */
    CompletableFuture<Void> review() {
        return worker.call(
                        () -> {
                            reviewAll();
                            return true;
                        })
                .thenAccept(done -> {});
    }

    /**
     * When the zone data of this JDK are not those by which the index was made, its instants may be
     * wrong; the wall times in the documents are not.
     */
    private void followZoneData() {
        boolean same =
                database.read(sql ->
                                sql.one(
                                        "SELECT content FROM meta WHERE name = 'zones'",
                                        r -> r.text(1)))
                        .filter(IndexReview.zoneData()::equals)
                        .isPresent();
        if (!same) {
            reviewAll();
        }
    }

    private void fillSearch() {
        String at = database.read(SearchFill::isDone) ? null : "";
        while (!closed && at != null) {
            String after = at;
            at =
                    announcer
                            .write(
                                    false,
                                    (sql, changed) ->
                                            Optional.ofNullable(SearchFill.some(sql, after, now)))
                            .join()
                            .orElse(null);
        }
    }

    private void reviewAll() {
        String at = "";
        while (!closed && at != null) {
            at = reviewSome(at);
        }
    }

    private @Nullable String reviewSome(String after) {
        return announcer
                .write(
                        false,
                        (sql, changed) -> {
                            Reach to = now;
                            String last =
                                    IndexReview.some(
                                            sql,
                                            after,
                                            to,
                                            (event, right) -> {
                                                if (!right) {
                                                    OccurrenceIndex.replace(
                                                            sql,
                                                            event.id(),
                                                            event.work() == null
                                                                    ? null
                                                                    : Event.of(event.work()),
                                                            to);
                                                    changed.event(event.id());
                                                }
                                            });
                            if (last == null) {
                                IndexReview.orphans(sql)
                                        .forEach(id -> OccurrenceIndex.remove(sql, id));
                                sql.update(
                                        "MERGE INTO meta (name, content) KEY (name) VALUES"
                                                + " ('zones', ?)",
                                        IndexReview.zoneData());
                            }
                            return Optional.ofNullable(last);
                        })
                .join()
                .orElse(null);
    }

    private void catchUp() {
        Reach to = now;
        while (!closed && indexSome(to) == AT_ONCE) {
            // One round is one transaction.
        }
    }

    private int indexSome(Reach to) {
        return announcer
                .write(
                        false,
                        (sql, changed) -> {
                            List<String> behind = behind(sql, to.seconds());
                            for (String id : behind) {
                                Event event =
                                        Documents.find(sql, id)
                                                .map(Documents.Stored::work)
                                                .map(Event::of)
                                                .orElse(null);
                                OccurrenceIndex.replace(sql, id, event, to);
                                changed.event(id);
                            }
                            sql.update(
                                    "MERGE INTO meta (name, content) KEY (name) VALUES ('horizon',"
                                            + " ?)",
                                    to.to().toLocalDate().toString());
                            return behind.size();
                        })
                .join();
    }

    private static List<String> behind(Sql sql, long to) {
        return sql.list(
                "SELECT event_id FROM series WHERE indexed_to < ? LIMIT " + AT_ONCE,
                r -> r.text(1),
                to);
    }

    @Override
    public void close() {
        closed = true;
        worker.close();
    }
}
