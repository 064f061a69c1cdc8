package app.linden.server;

import app.linden.base.Ids;
import app.linden.db.Sql;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state strings: for each account and type the number of its last change, with the epoch in
 * which it was written ({@code 17.4be0aa31}; see {@link Epochs}). They live in the database, so
 * they survive restarts.
 */
final class States {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(?:\\.([0-9a-f]{8}))?");

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
        return text(sql, accountId, type, of(sql, accountId, type).seq);
    }

    /** How the state with this number is told. */
    static String text(Sql sql, String accountId, String type, long seq) {
        String epoch = Epochs.of(sql, accountId, type, seq);
        return epoch.isEmpty() ? "" + seq : seq + "." + epoch;
    }

    /**
     * The number of a state that a client tells; null when this server never was in it: the state
     * is of another server or account, or of a time that was lost when the server was put back.
     */
    static @Nullable Long number(Sql sql, String accountId, String type, String text, State now) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long seq = Long.parseLong(matcher.group(1));
        return seq <= now.seq && text.equals(text(sql, accountId, type, seq)) ? seq : null;
    }

    /** All pushed types of an account with their states. */
    static Map<String, String> pushed(Sql sql, String accountId) {
        Map<String, String> states = new TreeMap<>();
        Types.PUSHED.forEach(type -> states.put(type, text(sql, accountId, type)));
        return states;
    }

    /** Steps on from {@code before} to {@code seq}. */
    static void set(Sql sql, Ids ids, String accountId, String type, long before, long seq) {
        Epochs.goOn(sql, ids, accountId, type, before);
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

    static void next(Desk desk, String accountId, String type) {
        long before = of(desk.sql, accountId, type).seq;
        set(desk.sql, desk.ids, accountId, type, before, before + 1);
    }
}
