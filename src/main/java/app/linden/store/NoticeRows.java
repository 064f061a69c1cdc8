package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Notice;

import java.time.Instant;
import java.util.List;

/** Rows of the notice table. */
final class NoticeRows {
    private NoticeRows() {}

    static void add(Desk desk, Notice.Kind kind, String title, int number) {
        desk.sql.update(
                "INSERT INTO notice VALUES (?, ?, ?, ?, ?)",
                desk.ids.next(),
                kind.name(),
                title.substring(0, Math.min(title.length(), 1000)),
                number,
                desk.now);
        desk.changed.trash();
    }

    static List<Notice> all(Sql sql) {
        return sql.list(
                "SELECT id, kind, title, number, made FROM notice ORDER BY made DESC, id DESC",
                r ->
                        new Notice(
                                r.text(1),
                                Notice.Kind.valueOf(r.text(2)),
                                r.text(3),
                                (int) r.number(4),
                                Instant.ofEpochMilli(r.number(5))));
    }

    static void remove(Sql sql, String id) {
        sql.update("DELETE FROM notice WHERE id = ?", id);
    }
}
