package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Act;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/** Rows of the history tables: the person's acts, and what each made of each object. */
final class HistoryRows {
    /** The type of a change that is not of an object but of a conflict's card. */
    static final String CARD = "CONFLICT";

    /** So many acts are kept, however short ago they were. */
    static final int MOST = 1000;

    private static final int TITLE = 1000;

    /**
     * @param was null where there was nothing
     * @param became null where nothing is left
     */
    record Change(
            String objectId,
            String accountId,
            String type,
            @Nullable ObjectNode was,
            @Nullable ObjectNode became) {

        Change reversed() {
            return new Change(objectId, accountId, type, became, was);
        }
    }

    private HistoryRows() {}

    /** Adds to an act, which is the newest one; what was undone before it cannot be redone. */
    static void add(Sql sql, Act act, String title, long now, List<@Nullable Object[]> changes) {
        if (sql.number("SELECT COUNT(*) FROM history WHERE id = ?", act.id()) == 0) {
            // One by one, by the index: a subquery would look at every change that there is.
            sql.list("SELECT id FROM history WHERE undone", r -> r.text(1))
                    .forEach(id -> remove(sql, id));
            sql.update(
                    "INSERT INTO history (id, kind, title, made, undone) VALUES (?, ?, ?, ?,"
                            + " FALSE)",
                    act.id(),
                    act.kind().name(),
                    title.substring(0, Math.min(title.length(), TITLE)),
                    now);
        }
        sql.batch(
                "INSERT INTO history_change (act_id, object_id, account_id, type, was, became)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                changes);
    }

    /** The newest that is not undone. */
    static Optional<Act> toUndo(Sql sql) {
        return sql.one(
                "SELECT id, kind, title FROM history WHERE NOT undone ORDER BY seq DESC LIMIT 1",
                HistoryRows::read);
    }

    /** The oldest that is undone. */
    static Optional<Act> toRedo(Sql sql) {
        return sql.one(
                "SELECT id, kind, title FROM history WHERE undone ORDER BY seq LIMIT 1",
                HistoryRows::read);
    }

    private static Act read(Sql.Row row) {
        return new Act(row.text(1), Act.Kind.valueOf(row.text(2)), row.text(3));
    }

    static List<Change> changes(Sql sql, Act act) {
        return sql.list(
                "SELECT object_id, account_id, type, was, became FROM history_change WHERE act_id"
                        + " = ? ORDER BY seq",
                r ->
                        new Change(
                                r.text(1),
                                r.text(2),
                                r.text(3),
                                tree(r.textOrNull(4)),
                                tree(r.textOrNull(5))),
                act.id());
    }

    static void mark(Sql sql, Act act, boolean undone) {
        sql.update("UPDATE history SET undone = ? WHERE id = ?", undone, act.id());
    }

    static void remove(Sql sql, String actId) {
        sql.update("DELETE FROM history_change WHERE act_id = ?", actId);
        sql.update("DELETE FROM history WHERE id = ?", actId);
    }

    /** An object that came back under another id is the same to every act. */
    static void rename(Sql sql, String id, String newId) {
        sql.update("UPDATE history_change SET object_id = ? WHERE object_id = ?", newId, id);
    }

    /** Forgets all but the newest; by number, since a clock may be years off. */
    static void forget(Sql sql) {
        sql.update(
                "DELETE FROM history WHERE seq <= (SELECT COALESCE(MAX(seq), 0) FROM history) - ?",
                MOST);
        sql.update("DELETE FROM history_change WHERE act_id NOT IN (SELECT id FROM history)");
    }

    private static @Nullable ObjectNode tree(@Nullable String text) {
        return text == null ? null : Json.parseObject(text);
    }
}
