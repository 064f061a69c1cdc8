package app.linden.server;

import app.linden.base.Ids;
import app.linden.db.Sql;

/**
 * Which start of the server wrote a state. A server that is put back to an old backup gives the
 * numbers of the states that it lost to other changes; since it is another start that writes them,
 * their states are others too, and a lost one is known as such for ever, also when the changes of
 * that time are forgotten.
 */
final class Epochs {
    private record Epoch(String startId, String text) {}

    private static final Epoch NONE = new Epoch("", "");

    private Epochs() {}

    /** A start of the server; several servers on one database share the newest. */
    static void begin(Sql sql, Ids ids) {
        sql.update("DELETE FROM server_start");
        sql.update("INSERT INTO server_start VALUES (?)", ids.next());
    }

    /**
     * To be called before the states of a type of an account go on from {@code seq}: what comes
     * after it is of this start.
     */
    static void goOn(Sql sql, Ids ids, String accountId, String type, long seq) {
        String start = sql.one("SELECT id FROM server_start", r -> r.text(1)).orElse("");
        if (latest(sql, accountId, type, Long.MAX_VALUE).startId.equals(start)) {
            return;
        }
        // The first eight digits of an id are its time; the last ones are of chance, so that no two
        // accounts share an epoch and a state of one is never taken for a state of another.
        String id = ids.next();
        sql.update(
                "INSERT INTO state_epoch VALUES (?, ?, ?, ?, ?)",
                accountId,
                type,
                seq,
                start,
                id.substring(id.length() - 8));
    }

    /** The epoch of a number; empty for those of before there were epochs. */
    static String of(Sql sql, String accountId, String type, long seq) {
        return latest(sql, accountId, type, seq).text;
    }

    private static Epoch latest(Sql sql, String accountId, String type, long seq) {
        return sql.one(
                        "SELECT start_id, epoch FROM state_epoch WHERE account_id = ? AND type = ?"
                                + " AND after_seq < ? ORDER BY after_seq DESC LIMIT 1",
                        r -> new Epoch(r.text(1), r.text(2)),
                        accountId,
                        type,
                        seq)
                .orElse(NONE);
    }
}
