package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Comment;
import app.linden.store.Documents.Stored;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * Rows of the table comment_of: which comments are on an event, and which are new to the person.
 */
final class CommentRows {
    private CommentRows() {}

    /** What is said is new to the person until they looked; what they did not delete stays so. */
    static void replace(Sql sql, Stored comment) {
        ObjectNode work = comment.work();
        if (work == null) {
            remove(sql, comment.id());
            return;
        }
        String eventId = work.path(Comment.EVENT).asString("");
        int rows =
                sql.update(
                        "UPDATE comment_of SET event_id = ? WHERE comment_id = ?",
                        eventId,
                        comment.id());
        if (rows == 0) {
            sql.update(
                    "INSERT INTO comment_of (comment_id, event_id, seen) VALUES (?, ?, ?)",
                    comment.id(),
                    eventId,
                    comment.base() == null);
        }
    }

    static void remove(Sql sql, String commentId) {
        sql.update("DELETE FROM comment_of WHERE comment_id = ?", commentId);
    }

    static List<String> on(Sql sql, String eventId) {
        return sql.list(
                "SELECT comment_id FROM comment_of WHERE event_id = ?", r -> r.text(1), eventId);
    }

    /** Those of an account that is looked at for the first time are nothing new. */
    static void allSeen(Sql sql, String accountId) {
        sql.update(
                "UPDATE comment_of SET seen = TRUE WHERE NOT seen AND comment_id IN (SELECT id FROM"
                        + " object WHERE account_id = ?)",
                accountId);
    }
}
