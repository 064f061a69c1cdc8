package app.linden.store;

import app.linden.base.Worker;
import app.linden.db.Database;
import app.linden.db.Sql;
import app.linden.model.Event;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How far endless series are indexed: at first two years ahead of today, further when somebody
 * looks further. Moving it is the work of a thread of its own, a hundred series a transaction, so
 * that edits need not wait for it.
 */
final class Horizon implements AutoCloseable {
    private static final int YEARS_AHEAD = 2;
    private static final int AT_ONCE = 100;

    private final Database database;
    private final Announcer announcer;
    private final Worker worker = new Worker("horizon");
    private volatile LocalDateTime now;
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
        this.now = (saved.isAfter(wanted) ? saved : wanted).atStartOfDay();
        // Also when the horizon did not move: the program may have ended in the middle of moving
        // it.
        worker.execute(this::catchUp);
        worker.execute(this::followZoneData);
    }

    LocalDateTime now() {
        return now;
    }

    /** Makes sure that days before {@code day} are indexed, soon. */
    void reach(LocalDate day) {
        if (!closed && day.isAfter(now.toLocalDate()) && day.getYear() < 10_000) {
            now = LocalDate.of(day.getYear() + YEARS_AHEAD, 1, 1).atStartOfDay();
            worker.execute(this::catchUp);
        }
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
                            LocalDateTime to = now;
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
        LocalDateTime to = now;
        while (!closed && indexSome(to) == AT_ONCE) {
            // One round is one transaction.
        }
    }

    private int indexSome(LocalDateTime to) {
        return announcer
                .write(
                        false,
                        (sql, changed) -> {
                            List<String> behind = behind(sql, to);
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
                                    to.toLocalDate().toString());
                            return behind.size();
                        })
                .join();
    }

    private static List<String> behind(Sql sql, LocalDateTime to) {
        return sql.list(
                "SELECT event_id FROM series WHERE indexed_to < ? LIMIT " + AT_ONCE,
                r -> r.text(1),
                to.toEpochSecond(ZoneOffset.UTC));
    }

    @Override
    public void close() {
        closed = true;
        worker.close();
    }
}
