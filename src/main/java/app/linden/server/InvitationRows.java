package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Role;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Rows of invitations. All times are seconds since 1970. */
final class InvitationRows {
    /**
     * An invitation.
     *
     * @param accountId the account of the calendar; empty for an invitation to the server alone
     * @param makerId who made it; null for the host of the server
     */
    record Invitation(
            String id,
            String accountId,
            @Nullable String calendarId,
            @Nullable String makerId,
            Role role,
            long createdAt,
            long endsAt,
            int usesLeft) {
        boolean isPending(long now) {
            return usesLeft > 0 && now < endsAt;
        }
    }

    private static final String COLUMNS =
            "SELECT id, account_id, calendar_id, maker_id, role, created_at, ends_at, uses_left"
                    + " FROM invitation WHERE ";

    private InvitationRows() {}

    static void insert(Sql sql, Invitation invitation, String hash) {
        sql.update(
                "INSERT INTO invitation (id, hash, account_id, calendar_id, maker_id, role,"
                        + " created_at, ends_at, uses_left) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                invitation.id,
                hash,
                invitation.accountId,
                invitation.calendarId,
                invitation.makerId,
                Roles.word(invitation.role),
                invitation.createdAt,
                invitation.endsAt,
                invitation.usesLeft);
    }

    static Optional<Invitation> find(Sql sql, String hash) {
        return sql.one(COLUMNS + "hash = ?", InvitationRows::read, hash);
    }

    /** The invitations that somebody may still accept, in the order of their making. */
    static List<Invitation> pending(Sql sql, String accountId, long now) {
        return sql.list(
                COLUMNS + "account_id = ? AND uses_left > 0 AND ends_at > ? ORDER BY id",
                InvitationRows::read,
                accountId,
                now);
    }

    static void used(Sql sql, String id) {
        sql.update("UPDATE invitation SET uses_left = uses_left - 1 WHERE id = ?", id);
    }

    static void delete(Sql sql, String id) {
        sql.update("DELETE FROM invitation WHERE id = ?", id);
    }

    static void deleteOfCalendar(Sql sql, String calendarId) {
        sql.update("DELETE FROM invitation WHERE calendar_id = ?", calendarId);
    }

    static void deleteOfMaker(Sql sql, String makerId) {
        sql.update("DELETE FROM invitation WHERE maker_id = ?", makerId);
    }

    /** Forgets those that ended before a time. */
    static void prune(Sql sql, long before) {
        sql.update("DELETE FROM invitation WHERE ends_at < ?", before);
    }

    private static Invitation read(Sql.Row row) {
        Role role = Roles.of(row.text(5));
        return new Invitation(
                row.text(1),
                row.text(2),
                row.textOrNull(3),
                row.textOrNull(4),
                role == null ? Role.BUSY : role,
                row.number(6),
                row.number(7),
                (int) row.number(8));
    }
}
