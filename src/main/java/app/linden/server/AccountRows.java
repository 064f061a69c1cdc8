package app.linden.server;

import app.linden.db.Sql;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Rows of the account table. */
final class AccountRows {
    /** Stands for the directory of principals where states are counted. */
    static final String DIRECTORY = "";

    /**
     * One account.
     *
     * @param ownerId the principal who owns it, null for a space
     */
    record Stored(String id, String name, @Nullable String ownerId) {
        boolean isSpace() {
            return ownerId == null;
        }
    }

    private AccountRows() {}

    static void insert(Desk desk, String id, String name, @Nullable String ownerId) {
        desk.sql.update(
                "INSERT INTO account (id, name, owner_id) VALUES (?, ?, ?)", id, name, ownerId);
        for (String type : List.of(Types.CALENDAR, Types.EVENT, Types.SPACE)) {
            desk.sql.update("INSERT INTO state VALUES (?, ?, 0, 0)", id, type);
        }
    }

    static Optional<Stored> find(Sql sql, String id) {
        return sql.one(
                "SELECT id, name, owner_id FROM account WHERE id = ?", AccountRows::read, id);
    }

    /** The accounts of others in which something is shared with a principal. */
    static List<Stored> sharedWith(Sql sql, String principalId) {
        return sql.list(
                "SELECT DISTINCT a.id, a.name, a.owner_id FROM share s JOIN account a ON a.id ="
                        + " s.account_id WHERE s.principal_id = ? ORDER BY a.id",
                AccountRows::read,
                principalId);
    }

    static void delete(Sql sql, String id) {
        sql.update("DELETE FROM notification WHERE account_id = ?", id);
        sql.update("DELETE FROM account WHERE id = ?", id);
    }

    private static Stored read(Sql.Row row) {
        return new Stored(row.text(1), row.text(2), row.textOrNull(3));
    }
}
