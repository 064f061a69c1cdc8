package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Account;

import java.util.List;
import java.util.Optional;

/** Rows of the login and account tables. */
final class AccountRows {
    private static final String COLUMNS =
            "SELECT id, login_id, server_id, name, personal, read_only, COALESCE((SELECT"
                    + " takes_calendars FROM account_ability WHERE account_id = id), TRUE) FROM"
                    + " account ";

    private AccountRows() {}

    static Optional<Account> find(Sql sql, String id) {
        return sql.one(COLUMNS + "WHERE id = ?", AccountRows::read, id);
    }

    /** The local account last, one's own before those of others. */
    static List<Account> all(Sql sql) {
        return sql.list(
                COLUMNS + "ORDER BY server_id IS NULL, personal DESC, name, id", AccountRows::read);
    }

    static List<Account> ofLogin(Sql sql, String loginId) {
        return sql.list(COLUMNS + "WHERE login_id = ?", AccountRows::read, loginId);
    }

    static void save(Sql sql, Account a) {
        sql.update(
                "MERGE INTO account (id, login_id, server_id, name, personal, read_only) KEY (id)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                a.id(),
                a.loginId(),
                a.serverId(),
                a.name(),
                a.personal(),
                a.readOnly());
        sql.update(
                "MERGE INTO account_ability (account_id, takes_calendars) KEY (account_id) VALUES"
                        + " (?, ?)",
                a.id(),
                a.takesCalendars());
    }

    static void remove(Sql sql, String id) {
        sql.update("DELETE FROM account WHERE id = ?", id);
        sql.update("DELETE FROM account_ability WHERE account_id = ?", id);
        sql.update("DELETE FROM sync_state WHERE account_id = ?", id);
        PeopleRows.removeAccount(sql, id);
    }

    static void removeLogin(Sql sql, String id) {
        sql.update("DELETE FROM login WHERE id = ?", id);
    }

    static List<Login> logins(Sql sql) {
        return sql.list(
                "SELECT id, url, username FROM login ORDER BY id",
                r -> new Login(r.text(1), r.text(2), r.text(3)));
    }

    static void save(Sql sql, Login login) {
        sql.update(
                "MERGE INTO login (id, url, username) KEY (id) VALUES (?, ?, ?)",
                login.id(),
                login.url(),
                login.username());
    }

    private static Account read(Sql.Row row) {
        return new Account(
                row.text(1),
                row.textOrNull(2),
                row.textOrNull(3),
                row.text(4),
                row.flag(5),
                row.flag(6),
                row.flag(7));
    }
}
