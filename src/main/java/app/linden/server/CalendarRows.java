package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of calendars, and of what each principal has set for itself in them. */
final class CalendarRows {
    /**
     * A calendar as all share it.
     *
     * @param json name, description, color and timeZone as the owner wrote them; never changed
     */
    record Stored(String id, String accountId, boolean isDefault, ObjectNode json) {
        Stored with(ObjectNode json) {
            return new Stored(id, accountId, isDefault, json);
        }

        Stored asDefault(boolean value) {
            return new Stored(id, accountId, value, json);
        }
    }

    private static final String COLUMNS = "SELECT id, account_id, is_default, json FROM calendar ";

    private CalendarRows() {}

    /** Adds a calendar and notes that it was made. */
    static void insert(Desk desk, Stored calendar) {
        desk.sql.update(
                "INSERT INTO calendar (id, account_id, is_default, json) VALUES (?, ?, ?, ?)",
                calendar.id,
                calendar.accountId,
                calendar.isDefault,
                Json.write(calendar.json));
        desk.log(calendar.accountId)
                .changed(Types.CALENDAR, calendar.id, null, Where.calendar(calendar.id));
    }

    /** Saves a calendar and notes that it changed for all. */
    static void update(Desk desk, Stored calendar) {
        desk.sql.update(
                "UPDATE calendar SET is_default = ?, json = ? WHERE id = ?",
                calendar.isDefault,
                Json.write(calendar.json),
                calendar.id);
        Where where = Where.calendar(calendar.id);
        desk.log(calendar.accountId).changed(Types.CALENDAR, calendar.id, where, where);
    }

    static void delete(Desk desk, Stored calendar) {
        desk.sql.update("DELETE FROM calendar WHERE id = ?", calendar.id);
        desk.sql.update("DELETE FROM calendar_personal WHERE calendar_id = ?", calendar.id);
        ShareRows.delete(desk.sql, calendar.id);
        InvitationRows.deleteOfCalendar(desk.sql, calendar.id);
        desk.log(calendar.accountId)
                .changed(Types.CALENDAR, calendar.id, Where.calendar(calendar.id), null);
    }

    static List<Stored> ofAccount(Sql sql, String accountId) {
        return sql.list(
                COLUMNS + "WHERE account_id = ? ORDER BY id", CalendarRows::read, accountId);
    }

    static Optional<Stored> find(Sql sql, String accountId, String id) {
        return sql.one(
                COLUMNS + "WHERE id = ? AND account_id = ?", CalendarRows::read, id, accountId);
    }

    /** What a principal set for itself, by calendar. */
    static Map<String, ObjectNode> personal(Sql sql, String accountId, String principalId) {
        Map<String, ObjectNode> personal = new HashMap<>();
        sql.list(
                "SELECT p.calendar_id, p.json FROM calendar_personal p JOIN calendar c ON"
                        + " c.id = p.calendar_id WHERE c.account_id = ? AND p.principal_id = ?",
                r -> personal.put(r.text(1), Json.parseObject(r.text(2))),
                accountId,
                principalId);
        return personal;
    }

    static @Nullable ObjectNode personalOf(Sql sql, String calendarId, String principalId) {
        return sql.one(
                        "SELECT json FROM calendar_personal WHERE calendar_id = ? AND principal_id"
                                + " = ?",
                        r -> Json.parseObject(r.text(1)),
                        calendarId,
                        principalId)
                .orElse(null);
    }

    /** Saves what a principal set for itself and notes that it changed for it. */
    static void savePersonal(Desk desk, Stored calendar, String principalId, ObjectNode json) {
        desk.sql.update(
                "DELETE FROM calendar_personal WHERE calendar_id = ? AND principal_id = ?",
                calendar.id,
                principalId);
        desk.sql.update(
                "INSERT INTO calendar_personal (calendar_id, principal_id, json) VALUES (?, ?, ?)",
                calendar.id,
                principalId,
                Json.write(json));
        desk.log(calendar.accountId)
                .changedFor(principalId, Types.CALENDAR, calendar.id, Where.calendar(calendar.id));
    }

    private static Stored read(Sql.Row row) {
        return new Stored(row.text(1), row.text(2), row.flag(3), Json.parseObject(row.text(4)));
    }
}
