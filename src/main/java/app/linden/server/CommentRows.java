package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rows of comments on events. */
final class CommentRows {
    private static final int CHUNK = 500;
    private static final String COLUMNS =
            "SELECT id, account_id, event_id, author_id, json FROM comment ";

    /**
     * One comment.
     *
     * @param authorId null when that person is gone
     * @param json uid, text, created, updated and attachments; never changed
     */
    record Stored(
            String id,
            String accountId,
            String eventId,
            @Nullable String authorId,
            ObjectNode json) {
        Stored with(ObjectNode other) {
            return new Stored(id, accountId, eventId, authorId, other);
        }

        String uid() {
            return json.path("uid").asString("");
        }
    }

    private CommentRows() {}

    static List<Stored> find(Sql sql, String accountId, Collection<String> ids) {
        return in(sql, "id", ids).stream().filter(c -> c.accountId.equals(accountId)).toList();
    }

    static List<Stored> on(Sql sql, Collection<String> eventIds) {
        return in(sql, "event_id", eventIds);
    }

    private static List<Stored> in(Sql sql, String column, Collection<String> values) {
        List<String> all = List.copyOf(values);
        List<Stored> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i += CHUNK) {
            List<String> chunk = all.subList(i, Math.min(all.size(), i + CHUNK));
            found.addAll(
                    sql.list(
                            COLUMNS + "WHERE " + column + " = ANY(?)",
                            CommentRows::read,
                            (Object) chunk.toArray()));
        }
        return found;
    }

    static List<Stored> ofAccount(Sql sql, String accountId) {
        return sql.list(COLUMNS + "WHERE account_id = ?", CommentRows::read, accountId);
    }

    static List<Stored> withUid(Sql sql, String accountId, String uid) {
        return sql.list(
                COLUMNS + "WHERE account_id = ? AND uid = ?", CommentRows::read, accountId, uid);
    }

    static List<Stored> by(Sql sql, String authorId) {
        return sql.list(COLUMNS + "WHERE author_id = ?", CommentRows::read, authorId);
    }

    static long countOn(Sql sql, String eventId) {
        return sql.number("SELECT COUNT(*) FROM comment WHERE event_id = ?", eventId);
    }

    static void insert(Sql sql, Stored comment) {
        sql.update(
                "INSERT INTO comment (account_id, event_id, author_id, uid, json, id) VALUES (?, ?,"
                        + " ?, ?, ?, ?)",
                columns(comment));
    }

    static void update(Sql sql, Stored comment) {
        sql.update(
                "UPDATE comment SET account_id = ?, event_id = ?, author_id = ?, uid = ?, json = ?"
                        + " WHERE id = ?",
                columns(comment));
    }

    static void delete(Sql sql, Collection<String> ids) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(new Object[] {id}));
        sql.batch("DELETE FROM comment WHERE id = ?", rows);
    }

    private static @Nullable Object[] columns(Stored comment) {
        return new @Nullable Object[] {
            comment.accountId,
            comment.eventId,
            comment.authorId,
            comment.uid(),
            Json.write(comment.json),
            comment.id
        };
    }

    private static Stored read(Sql.Row row) {
        return new Stored(
                row.text(1),
                row.text(2),
                row.text(3),
                row.textOrNull(4),
                Json.parseObject(row.text(5)));
    }
}
