package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Account;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Type;
import app.linden.model.Waiting;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rows of the outbox table: what the person did and the server does not have yet. */
final class Outbox {
    private static final String COLUMNS =
            "SELECT seq, object_id, account_id, kind, patch, pre, status, sent, attempts, reason,"
                    + " made FROM outbox ";

    /** What is to be done on the server. */
    enum Kind {
        CREATE,
        UPDATE,
        DESTROY
    }

    /** Where a change stands on its way. */
    enum Status {
        /** Goes out with the next batch. */
        QUEUED,
        /** Is in the request under way, or was when the program ended. */
        IN_FLIGHT,
        /** Was refused; waits for the person and blocks nobody. */
        PARKED
    }

    /**
     * @param patch for a create the whole object, for an update the patch, for a destroy nothing
     * @param pre the values that the patch replaced, for a destroy the whole object; for a create
     *     what an earlier try said that may still arrive, mostly nothing
     * @param sent whether it was on its way once, so that the server may have it
     */
    record Entry(
            long seq,
            String objectId,
            String accountId,
            Kind kind,
            ObjectNode patch,
            ObjectNode pre,
            Status status,
            boolean sent,
            int attempts,
            @Nullable String reason) {}

    private Outbox() {}

    /** The changes of one object in the order in which they were made. */
    static List<Entry> of(Sql sql, String objectId) {
        return sql.list(COLUMNS + "WHERE object_id = ? ORDER BY seq", Outbox::read, objectId);
    }

    static boolean isAny(Sql sql, String accountId) {
        return sql.one("SELECT 1 FROM outbox WHERE account_id = ? LIMIT 1", r -> true, accountId)
                .orElse(false);
    }

    static Optional<Entry> find(Sql sql, long seq) {
        return sql.one(COLUMNS + "WHERE seq = ?", Outbox::read, seq);
    }

    /** The person wants parked changes tried again: this one, or all of them. */
    static void retry(Sql sql, @Nullable Long seq) {
        sql.update(
                "UPDATE outbox SET status = 'QUEUED', reason = NULL WHERE status = 'PARKED' AND"
                        + " (CAST(? AS BIGINT) IS NULL OR seq = ?)",
                seq,
                seq);
    }

    static List<Entry> inStatus(Sql sql, String accountId, Status status, int most) {
        return sql.list(
                COLUMNS + "WHERE account_id = ? AND status = ? ORDER BY seq LIMIT ?",
                Outbox::read,
                accountId,
                status.name(),
                most);
    }

    /** The next ones of a type after {@code seq} that may go out. */
    static List<Entry> queued(Sql sql, String accountId, Type type, long seq, int most) {
        return sql.list(
                COLUMNS
                        + "b WHERE account_id = ? AND status = 'QUEUED' AND seq > ? AND EXISTS"
                        + " (SELECT 1 FROM object o WHERE o.id = b.object_id AND o.type = ?)"
                        + " ORDER BY seq LIMIT ?",
                Outbox::read,
                accountId,
                seq,
                type.name(),
                most);
    }

    /** Creates of a type whose outcome is unknown. */
    static List<Entry> sentCreates(Sql sql, String accountId, Type type) {
        return sql.list(
                COLUMNS
                        + "b WHERE account_id = ? AND kind = 'CREATE' AND sent AND EXISTS"
                        + " (SELECT 1 FROM object o WHERE o.id = b.object_id AND o.type = ? AND"
                        + " o.server_id IS NULL) ORDER BY seq",
                Outbox::read,
                accountId,
                type.name());
    }

    static void add(
            Sql sql,
            String objectId,
            String accountId,
            Kind kind,
            ObjectNode patch,
            ObjectNode pre,
            long now) {
        sql.update(
                "INSERT INTO outbox (object_id, account_id, kind, patch, pre, status, sent,"
                        + " attempts, made) VALUES (?, ?, ?, ?, ?, 'QUEUED', FALSE, 0, ?)",
                objectId,
                accountId,
                kind.name(),
                Json.write(patch),
                Json.write(pre),
                now);
    }

    /** Gives a waiting change new content; a parked one gets another chance. */
    static void rewrite(Sql sql, long seq, Kind kind, ObjectNode patch, ObjectNode pre) {
        sql.update(
                "UPDATE outbox SET kind = ?, patch = ?, pre = ?, status = 'QUEUED', sent = FALSE,"
                        + " attempts = 0, reason = NULL WHERE seq = ?",
                kind.name(),
                Json.write(patch),
                Json.write(pre),
                seq);
    }

    static void remove(Sql sql, long seq) {
        sql.update("DELETE FROM outbox WHERE seq = ?", seq);
    }

    static void removeOf(Sql sql, String objectId) {
        sql.update("DELETE FROM outbox WHERE object_id = ?", objectId);
    }

    static void markInFlight(Sql sql, List<Entry> entries) {
        sql.batch(
                "UPDATE outbox SET status = 'IN_FLIGHT', sent = TRUE, attempts = attempts + 1 WHERE"
                        + " seq = ?",
                entries.stream().map(e -> new @Nullable Object[] {e.seq}).toList());
    }

    static void park(Sql sql, long seq, String reason) {
        sql.update(
                "UPDATE outbox SET status = 'PARKED', sent = FALSE, attempts = 0, reason = ? WHERE"
                        + " seq = ?",
                reason.substring(0, Math.min(reason.length(), 2_000)),
                seq);
    }

    /** What was parked for this reason gets another chance. */
    static void queueParked(Sql sql, String reason) {
        sql.update(
                "UPDATE outbox SET status = 'QUEUED', reason = NULL WHERE status = 'PARKED' AND"
                        + " reason = ?",
                reason);
    }

    /**
     * The server said clearly that it did not take this; it goes out again. That speaks of the last
     * try alone: an earlier one may still arrive.
     */
    static void queueAgain(Sql sql, long seq) {
        sql.update(
                "UPDATE outbox SET status = 'QUEUED', sent = attempts > 1, attempts = attempts - 1,"
                        + " reason = NULL WHERE seq = ?",
                seq);
    }

    /**
     * After a request whose outcome is unknown, or a start after a kill: the loop pulls before it
     * sends these again.
     */
    static int requeueInFlight(Sql sql, String accountId) {
        return sql.update(
                "UPDATE outbox SET status = 'QUEUED' WHERE account_id = ? AND status = 'IN_FLIGHT'",
                accountId);
    }

    /**
     * The first so many; the parked ones, which need the person, before the rest. Two questions,
     * each with an index: after an import there may be very many, and this is asked after every
     * change.
     */
    static List<Waiting> waiting(Sql sql, int most) {
        List<Waiting> all = new ArrayList<>();
        for (Account account : AccountRows.all(sql)) {
            all.addAll(
                    sql.list(
                            COLUMNS
                                    + "WHERE account_id = ? AND status = 'PARKED' ORDER BY seq"
                                    + " LIMIT ?",
                            row -> waiting(sql, row),
                            account.id(),
                            most));
        }
        all.sort(Comparator.comparingLong(Waiting::seq));
        all.addAll(
                sql.list(
                        COLUMNS + "WHERE status <> 'PARKED' ORDER BY seq LIMIT ?",
                        row -> waiting(sql, row),
                        most));
        return all.stream().limit(most).toList();
    }

    private static Waiting waiting(Sql sql, Sql.Row row) {
        Entry e = read(row);
        Documents.Stored stored = Documents.find(sql, e.objectId()).orElse(null);
        ObjectNode document =
                e.kind == Kind.DESTROY || stored == null || stored.work() == null
                        ? e.pre
                        : stored.work();
        return new Waiting(
                e.seq,
                e.objectId,
                stored == null ? Type.EVENT : stored.type(),
                e.kind.name(),
                e.reason,
                Instant.ofEpochMilli(row.number(11)),
                e.patch,
                e.pre,
                document);
    }

    /** The object after these changes; null when the last of them deletes it. */
    static @Nullable ObjectNode applied(@Nullable ObjectNode base, List<Entry> entries) {
        ObjectNode at = base;
        for (Entry e : entries) {
            at =
                    switch (e.kind) {
                        case CREATE -> e.patch;
                        case UPDATE ->
                                Patch.of(e.patch).applyLeniently(at == null ? Json.object() : at);
                        case DESTROY -> null;
                    };
        }
        return at;
    }

    private static Entry read(Sql.Row row) {
        return new Entry(
                row.number(1),
                row.text(2),
                row.text(3),
                Kind.valueOf(row.text(4)),
                Json.parseObject(row.text(5)),
                Json.parseObject(row.text(6)),
                Status.valueOf(row.text(7)),
                row.flag(8),
                (int) row.number(9),
                row.textOrNull(10));
    }
}
