package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Feed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of the subscription table. */
final class FeedRows {
    private static final String COLUMNS =
            "SELECT calendar_id, url, etag, last_modified, every_seconds, tried, fetched, due,"
                    + " failures, problem FROM subscription ";

    private FeedRows() {}

    static List<Feed> all(Sql sql) {
        return sql.list(COLUMNS + "ORDER BY calendar_id", FeedRows::read);
    }

    static Optional<Feed> find(Sql sql, String calendarId) {
        return sql.one(COLUMNS + "WHERE calendar_id = ?", FeedRows::read, calendarId);
    }

    static void save(Sql sql, Feed f) {
        sql.update(
                "MERGE INTO subscription (calendar_id, url, etag, last_modified, every_seconds,"
                        + " tried, fetched, due, failures, problem) KEY (calendar_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                f.calendarId(),
                f.url(),
                f.etag(),
                f.lastModified(),
                f.every().toSeconds(),
                millis(f.tried()),
                millis(f.fetched()),
                f.due().toEpochMilli(),
                f.failures(),
                f.problem());
    }

    static void remove(Sql sql, String calendarId) {
        sql.update("DELETE FROM subscription WHERE calendar_id = ?", calendarId);
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    private static Feed read(Sql.Row row) {
        return new Feed(
                row.text(1),
                row.text(2),
                row.textOrNull(3),
                row.textOrNull(4),
                Duration.ofSeconds(row.number(5)),
                instant(row, 6),
                instant(row, 7),
                Instant.ofEpochMilli(row.number(8)),
                (int) row.number(9),
                row.textOrNull(10));
    }

    private static @Nullable Instant instant(Sql.Row row, int column) {
        return row.isNull(column) ? null : Instant.ofEpochMilli(row.number(column));
    }
}
