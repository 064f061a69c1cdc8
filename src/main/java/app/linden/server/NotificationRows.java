package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows of the notification table: who did what to an event that others see too. */
final class NotificationRows {
    /** So many are kept of an account; older ones go (jmap-calendars 7). */
    static final int MOST = 5_000;

    private static final String COLUMNS =
            "SELECT id, account_id, event_id, principal_id, at_second, before_json, after_json FROM"
                    + " notification ";

    /**
     * One change of one event.
     *
     * @param principalId who made it
     * @param before the event as all share it, null when it was made
     * @param after likewise, null when it was destroyed
     */
    record Stored(
            String id,
            String accountId,
            String eventId,
            String principalId,
            Instant at,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after) {

        /** Where the event was or is, so that everybody counts who saw one of the two. */
        Where where() {
            Set<String> calendars = new HashSet<>();
            boolean secret = false;
            for (ObjectNode json : new @Nullable ObjectNode[] {before, after}) {
                if (json != null) {
                    Where where = new EventRows.Stored(eventId, accountId, json).where();
                    calendars.addAll(where.calendars());
                    secret |= where.secret();
                }
            }
            return new Where(List.copyOf(calendars), secret);
        }

        /** Whether others may know of it at all. */
        boolean isPublic() {
            return (before == null || Access.isPublic(before))
                    && (after == null || Access.isPublic(after));
        }
    }

    private NotificationRows() {}

    static void insert(Sql sql, String accountId, List<Stored> rows) {
        List<@Nullable Object[]> values = new ArrayList<>();
        for (Stored row : rows) {
            values.add(
                    new @Nullable Object[] {
                        row.id,
                        row.accountId,
                        row.eventId,
                        row.principalId,
                        row.at.getEpochSecond(),
                        row.before == null ? null : Json.write(row.before),
                        row.after == null ? null : Json.write(row.after)
                    });
        }
        sql.batch(
                "INSERT INTO notification (id, account_id, event_id, principal_id, at_second,"
                        + " before_json, after_json) VALUES (?, ?, ?, ?, ?, ?, ?)",
                values);
        sql.update(
                "DELETE FROM notification WHERE account_id = ? AND n <= (SELECT n FROM notification"
                        + " WHERE account_id = ? ORDER BY n DESC LIMIT 1 OFFSET ?)",
                accountId,
                accountId,
                MOST);
    }

    /** Those of an account that somebody did not make and has not dismissed, the newest first. */
    static List<Stored> of(Sql sql, String accountId, String principalId) {
        return sql.list(
                COLUMNS
                        + "n WHERE account_id = ? AND principal_id <> ? AND NOT EXISTS (SELECT 1"
                        + " FROM notification_dismissed d WHERE d.notification_id = n.id AND"
                        + " d.principal_id = ?) ORDER BY n.n DESC",
                NotificationRows::read,
                accountId,
                principalId,
                principalId);
    }

    static void dismiss(Sql sql, String id, String principalId) {
        sql.update(
                "DELETE FROM notification_dismissed WHERE notification_id = ? AND principal_id = ?",
                id,
                principalId);
        sql.update(
                "INSERT INTO notification_dismissed (notification_id, principal_id) VALUES (?, ?)",
                id,
                principalId);
    }

    /** Forgets what is older, and who dismissed what is gone. */
    static void prune(Sql sql, long before) {
        sql.update("DELETE FROM notification WHERE at_second < ?", before);
        sql.update(
                "DELETE FROM notification_dismissed d WHERE NOT EXISTS (SELECT 1 FROM notification"
                        + " n WHERE n.id = d.notification_id)");
    }

    private static Stored read(Sql.Row row) {
        String before = row.textOrNull(6);
        String after = row.textOrNull(7);
        return new Stored(
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                Instant.ofEpochSecond(row.number(5)),
                before == null ? null : Json.parseObject(before),
                after == null ? null : Json.parseObject(after));
    }
}
