package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Json;
import app.linden.model.Trashed;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of the trash: what the person no longer sees and may want back. */
final class TrashRows {
    static final String BY_ME = "deleted";
    static final String BY_OTHERS = "deleted by others";
    static final String WITH_CALENDAR = "deleted with its calendar";
    static final String REVOKED = "account gone";
    static final String SIGNED_OUT = "signed out";

    private static final String COLUMNS =
            "SELECT id, object_id, account_id, type, document, reason, removed FROM trash ";

    private TrashRows() {}

    /** Why an event that the server no longer has is gone. */
    static String reason(Sql sql, Stored stored) {
        boolean calendarIsThere =
                stored.type() == Type.CALENDAR
                        || calendarsOf(stored).stream()
                                .anyMatch(c ->
                                        Documents.find(sql, c)
                                                .filter(s -> s.work() != null)
                                                .isPresent());
        return calendarIsThere ? BY_OTHERS : WITH_CALENDAR;
    }

    private static List<String> calendarsOf(Stored stored) {
        ObjectNode document = stored.work() == null ? stored.base() : stored.work();
        return document == null
                ? List.of()
                : List.copyOf(document.path("calendarIds").propertyNames());
    }

    /** The newest so many, without events that come back with their calendar. */
    static List<Trashed> all(Sql sql, int most) {
        List<Trashed> rows =
                sql.list(
                        COLUMNS
                                + "t WHERE NOT (reason = '"
                                + WITH_CALENDAR
                                + "' AND EXISTS (SELECT 1 FROM trash c WHERE c.type = 'CALENDAR'"
                                + " AND c.account_id = t.account_id AND"
                                + " LOCATE(c.object_id, t.document) > 0))"
                                + " ORDER BY removed DESC, id DESC LIMIT "
                                + most,
                        TrashRows::read);
        Map<String, String> names = new HashMap<>();
        return rows.stream().map(t -> named(sql, t, names)).toList();
    }

    static Optional<Trashed> find(Sql sql, String id) {
        return sql.one(COLUMNS + "WHERE id = ?", TrashRows::read, id)
                .map(t -> named(sql, t, new HashMap<>()));
    }

    /** What went with a calendar and comes back with it. */
    static List<Trashed> wentWith(Sql sql, Trashed calendar) {
        return sql
                .list(
                        COLUMNS
                                + "WHERE account_id = ? AND type = 'EVENT' AND reason = ? AND"
                                + " LOCATE(?, document) > 0 ORDER BY id",
                        TrashRows::read,
                        calendar.accountId(),
                        WITH_CALENDAR,
                        calendar.objectId())
                .stream()
                .filter(t -> t.document().path("calendarIds").has(calendar.objectId()))
                .toList();
    }

    private static Trashed named(Sql sql, Trashed row, Map<String, String> names) {
        if (row.type() == Type.CALENDAR) {
            return row;
        }
        String calendar =
                row.document().path("calendarIds").propertyNames().stream()
                        .findFirst()
                        .map(c -> names.computeIfAbsent(c, id -> calendarName(sql, id)))
                        .orElse("");
        return row.in(calendar);
    }

    private static String calendarName(Sql sql, String id) {
        return Documents.find(sql, id)
                .map(Stored::title)
                .or(() ->
                        sql.one(
                                "SELECT document FROM trash WHERE object_id = ? ORDER BY removed"
                                        + " DESC LIMIT 1",
                                r -> Json.parse(r.text(1)).path("name").asString(""),
                                id))
                .orElse("");
    }

    static void remove(Sql sql, String id) {
        sql.update("DELETE FROM trash WHERE id = ?", id);
    }

    static void removeOf(Sql sql, String objectId) {
        sql.update("DELETE FROM trash WHERE object_id = ?", objectId);
    }

    /**
     * Forgets what is older than a moment, but for the newest so many: a clock that is years off
     * must not empty the trash.
     */
    static void forget(Sql sql, long before, int newest) {
        sql.update(
                "DELETE FROM trash WHERE removed < ? AND id NOT IN (SELECT id FROM trash ORDER BY"
                        + " removed DESC, id DESC LIMIT ?)",
                before,
                newest);
    }

    private static Trashed read(Sql.Row row) {
        JsonNode document = Json.parse(row.text(5));
        return new Trashed(
                row.text(1),
                row.text(2),
                row.text(3),
                Type.valueOf(row.text(4)),
                document instanceof ObjectNode o ? o : Json.object(),
                "",
                who(row.text(6)),
                Instant.ofEpochMilli(row.number(7)));
    }

    private static Trashed.Who who(String reason) {
        return switch (reason) {
            case BY_ME -> Trashed.Who.ME;
            case WITH_CALENDAR -> Trashed.Who.CALENDAR;
            case REVOKED -> Trashed.Who.REVOKED;
            case SIGNED_OUT -> Trashed.Who.SIGNED_OUT;
            default -> Trashed.Who.OTHERS;
        };
    }
}
