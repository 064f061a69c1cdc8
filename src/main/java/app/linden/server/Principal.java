package app.linden.server;

import app.linden.db.Sql;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who can sign in (RFC 9670, 2).
 *
 * @param id also the id of the account that this principal owns
 * @param login what one signs in with
 * @param address the calendarAddress, by which participants of events mean this principal
 */
record Principal(String id, String login, String address, String name) {
    private static final String COLUMNS = "SELECT id, login, address, name FROM principal ";

    /** The calendar address of a new principal: the login where it looks like a mail address. */
    static String addressOf(String id, String login) {
        return login.indexOf('@') > 0
                ? "mailto:" + login.toLowerCase(Locale.ROOT)
                : "urn:uuid:" + id;
    }

    static String keyOf(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    static Optional<Principal> find(Sql sql, String id) {
        return sql.one(COLUMNS + "WHERE id = ?", Principal::read, id);
    }

    static List<Principal> all(Sql sql) {
        return sql.list(COLUMNS + "ORDER BY name, id", Principal::read);
    }

    static boolean isAddressKnown(Sql sql, String address) {
        return sql.number(
                        "SELECT COUNT(*) FROM principal WHERE address = ?",
                        address.toLowerCase(Locale.ROOT))
                > 0;
    }

    /** The sessions of these principals say something else from now on. */
    static void sessionsChanged(Sql sql, Collection<String> ids) {
        for (String id : ids) {
            sql.update("UPDATE principal SET session = session + 1 WHERE id = ?", id);
        }
    }

    static String sessionState(Sql sql, String id) {
        return "" + sql.number("SELECT COALESCE(MAX(session), 0) FROM principal WHERE id = ?", id);
    }

    private static Principal read(Sql.Row row) {
        return new Principal(row.text(1), row.text(2), row.text(3), row.text(4));
    }
}
