package app.linden.server;

import app.linden.db.Sql;

import java.util.Map;
import java.util.TreeMap;

/**
 * The state strings: for each account and type the number of its last change. They live in the
 * database, so they survive restarts.
 */
final class States {
    /**
     * Where a type of an account stands.
     *
     * @param oldest the earliest state from which changes are known
     */
    record State(long seq, long oldest) {}

    private States() {}

    static State of(Sql sql, String accountId, String type) {
        return sql.one(
                        "SELECT seq, oldest FROM state WHERE account_id = ? AND type = ?",
                        r -> new State(r.number(1), r.number(2)),
                        accountId,
                        type)
                .orElse(new State(0, 0));
    }

    static String text(Sql sql, String accountId, String type) {
        return "" + of(sql, accountId, type).seq;
    }

    /** Both pushed types of an account with their states. */
    static Map<String, String> pushed(Sql sql, String accountId) {
        Map<String, String> states = new TreeMap<>();
        Types.PUSHED.forEach(type -> states.put(type, text(sql, accountId, type)));
        return states;
    }

    static void set(Sql sql, String accountId, String type, long seq) {
        int rows =
                sql.update(
                        "UPDATE state SET seq = ? WHERE account_id = ? AND type = ?",
                        seq,
                        accountId,
                        type);
        if (rows == 0) {
            sql.update("INSERT INTO state VALUES (?, ?, ?, 0)", accountId, type, seq);
        }
    }

    static void next(Sql sql, String accountId, String type) {
        set(sql, accountId, type, of(sql, accountId, type).seq + 1);
    }
}
