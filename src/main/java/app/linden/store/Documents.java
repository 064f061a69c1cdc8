package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Json;
import app.linden.model.Type;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Rows of the object table. */
final class Documents {
    private static final String COLUMNS =
            "SELECT id, account_id, type, server_id, base, work FROM object ";

    /**
     * One object as the cache knows it; references inside are local ids.
     *
     * @param serverId null until the server has it
     * @param base what the server last said, null when it has said nothing yet
     * @param work what the person sees, null when they deleted it
     */
    record Stored(
            String id,
            String accountId,
            Type type,
            @Nullable String serverId,
            @Nullable ObjectNode base,
            @Nullable ObjectNode work) {

        String title() {
            ObjectNode document = work == null ? base : work;
            if (document == null) {
                return "";
            }
            return switch (type) {
                case EVENT -> document.path("title").asString("");
                case CALENDAR -> document.path("name").asString("");
                case COMMENT -> {
                    String text = document.path("text").asString("");
                    yield text.substring(0, Math.min(text.length(), TITLE));
                }
            };
        }

        Stored with(
                @Nullable String newServerId,
                @Nullable ObjectNode newBase,
                @Nullable ObjectNode newWork) {
            return new Stored(id, accountId, type, newServerId, newBase, newWork);
        }
    }

    private static final int TITLE = 100;

    /** Keeps the uids of comments apart from those of events. */
    private static final String OF_COMMENT = "comment:";

    private Documents() {}

    static Optional<Stored> find(Sql sql, String id) {
        return sql.one(COLUMNS + "WHERE id = ?", Documents::read, id);
    }

    static Optional<Stored> findByServerId(Sql sql, String accountId, Type type, String serverId) {
        return sql.one(
                COLUMNS + "WHERE account_id = ? AND type = ? AND server_id = ?",
                Documents::read,
                accountId,
                type.name(),
                serverId);
    }

    /** Events of an account with this uid; more than one only where a server allows it. */
    static List<Stored> findByUid(Sql sql, String accountId, String uid) {
        return sql.list(
                COLUMNS + "WHERE uid = ? AND account_id = ?", Documents::read, uid, accountId);
    }

    /** Comments of an account with this uid. */
    static List<Stored> findCommentByUid(Sql sql, String accountId, String uid) {
        return findByUid(sql, accountId, OF_COMMENT + uid);
    }

    /**
     * Whether the same event was made in another account and has not arrived there: until then this
     * one is not to be deleted on the server.
     */
    static boolean hasCopyOnItsWay(Sql sql, Stored stored) {
        String uid = stored.base() == null ? "" : stored.base().path("uid").asString("");
        return !uid.isEmpty()
                && sql.number(
                                "SELECT COUNT(*) FROM object o JOIN outbox b ON b.object_id = o.id"
                                        + " WHERE o.uid = ? AND o.account_id <> ? AND b.kind ="
                                        + " 'CREATE'",
                                uid,
                                stored.accountId())
                        > 0;
    }

    /** Whether the server refused to make an event with this uid, in the account or another one. */
    static boolean isParked(Sql sql, String uid) {
        return !uid.isEmpty()
                && sql.number(
                                "SELECT COUNT(*) FROM object o JOIN outbox b ON b.object_id = o.id"
                                        + " WHERE o.uid = ? AND b.kind = 'CREATE' AND b.status ="
                                        + " 'PARKED'",
                                uid)
                        > 0;
    }

    /** Whether an event with this uid waits in the same account to be made on the server. */
    static boolean isOnItsWay(Sql sql, String accountId, String uid) {
        return sql.number(
                        "SELECT COUNT(*) FROM object o JOIN outbox b ON b.object_id = o.id"
                                + " WHERE o.uid = ? AND o.account_id = ? AND b.kind = 'CREATE'",
                        uid,
                        accountId)
                > 0;
    }

    /**
     * Whether the event that this one stands for again waits to be deleted on the server: until
     * then its uid is not free there.
     */
    static boolean isLeaving(Sql sql, Stored stored) {
        return isLeaving(sql, stored, "");
    }

    /** Whether the server refused to delete that event, so that its uid does not become free. */
    static boolean isKeptFromLeaving(Sql sql, Stored stored) {
        return isLeaving(sql, stored, " AND b.status = 'PARKED'");
    }

    private static boolean isLeaving(Sql sql, Stored stored, String condition) {
        String uid = stored.work() == null ? "" : stored.work().path("uid").asString("");
        return !uid.isEmpty()
                && sql.number(
                                "SELECT COUNT(*) FROM object o JOIN outbox b ON b.object_id = o.id"
                                        + " WHERE o.uid = ? AND o.account_id = ? AND o.id <> ? AND"
                                        + " o.work IS NULL AND b.kind = 'DESTROY'"
                                        + condition,
                                uid,
                                stored.accountId(),
                                stored.id())
                        > 0;
    }

    static List<Stored> ofType(Sql sql, Type type) {
        return sql.list(COLUMNS + "WHERE type = ?", Documents::read, type.name());
    }

    /**
     * Those of an account one after another, since all of a large one are more than memory may
     * hold; they may be changed and removed meanwhile.
     */
    static Iterable<Stored> ofAccount(Sql sql, String accountId, Type type) {
        List<String> ids = ids(sql, accountId, type);
        return () -> ids.stream().flatMap(id -> find(sql, id).stream()).iterator();
    }

    /**
     * The first so many after this id, of all types: asked for one type, the database would sort
     * all of it in each round.
     */
    static List<Stored> after(Sql sql, String id, int most) {
        return sql.list(COLUMNS + "WHERE id > ? ORDER BY id LIMIT " + most, Documents::read, id);
    }

    /** In the order in which they were made here. */
    static List<String> ids(Sql sql, String accountId, Type type) {
        return sql.list(
                "SELECT id FROM object WHERE type = ? AND account_id = ? ORDER BY id",
                r -> r.text(1),
                type.name(),
                accountId);
    }

    /** Saves new ones. */
    static void add(Sql sql, List<Stored> objects) {
        sql.batch(
                "INSERT INTO object (id, account_id, type, server_id, uid, base, work) VALUES (?,"
                        + " ?, ?, ?, ?, ?, ?)",
                objects.stream().map(Documents::columns).toList());
    }

    private static @Nullable Object[] columns(Stored o) {
        String base = text(o.base);
        return new @Nullable Object[] {
            o.id,
            o.accountId,
            o.type.name(),
            o.serverId,
            uid(o),
            base,
            Objects.equals(o.work, o.base) ? base : text(o.work)
        };
    }

    private static @Nullable String uid(Stored o) {
        ObjectNode document = o.work == null ? o.base : o.work;
        String uid = document == null ? null : document.path("uid").asString(null);
        return uid == null || o.type == Type.CALENDAR
                ? null
                : o.type == Type.COMMENT ? OF_COMMENT + uid : uid;
    }

    static void save(Sql sql, Stored o) {
        String base = text(o.base);
        sql.update(
                "MERGE INTO object (id, account_id, type, server_id, uid, base, work) KEY (id)"
                        // Of an event that was deleted before it arrived nothing is left but its
                        // uid,
                        // by which it is known again.
                        + " VALUES (?, ?, ?, ?, COALESCE(?, (SELECT uid FROM object WHERE id = ?)),"
                        + " ?, ?)",
                o.id,
                o.accountId,
                o.type.name(),
                o.serverId,
                uid(o),
                o.id,
                base,
                Objects.equals(o.work, o.base) ? base : text(o.work));
    }

    static void remove(Sql sql, String id) {
        sql.update("DELETE FROM object WHERE id = ?", id);
    }

    private static Stored read(Sql.Row row) {
        return new Stored(
                row.text(1),
                row.text(2),
                Type.valueOf(row.text(3)),
                row.textOrNull(4),
                tree(row.textOrNull(5)),
                tree(row.textOrNull(6)));
    }

    private static @Nullable ObjectNode tree(@Nullable String text) {
        return text == null ? null : Json.parseObject(text);
    }

    /** Canonical, so that equal documents are equal bytes on every device. */
    private static @Nullable String text(@Nullable ObjectNode tree) {
        return tree == null ? null : Json.canonical(tree);
    }
}
