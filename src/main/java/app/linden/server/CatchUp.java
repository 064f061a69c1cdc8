package app.linden.server;

import app.linden.db.Sql;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody missed since a pushState (RFC 8887, 4.3.5.2): the number of the server's last
 * change that they heard of.
 */
final class CatchUp {
    private static final int ROWS = 5_000;

    private record Row(
            String accountId,
            String type,
            @Nullable String principalId,
            @Nullable Where before,
            @Nullable Where after) {}

    private CatchUp() {}

    /** States in all accounts in which something changed; in all when that is not known. */
    static List<Notice> since(Sql sql, Principal principal, String pushState) {
        long last = sql.number("SELECT COALESCE(MAX(n), 0) FROM change_log");
        Map<String, AccountRows.Stored> accounts = Sessions.accounts(sql, principal);
        Map<String, TreeSet<String>> changed = new TreeMap<>();
        long since = pushState.matches("\\d{1,18}") ? Long.parseLong(pushState) : -1;
        boolean known =
                since >= 0
                        && since <= last
                        && sql.number("SELECT COALESCE(MIN(n), 0) FROM change_log") <= since + 1;
        List<Row> rows = known ? rows(sql, since) : List.of();
        if (!known || rows.size() == ROWS) {
            accounts.keySet().forEach(a -> changed.put(a, new TreeSet<>(Types.PUSHED)));
        } else {
            Map<String, Access> access = new HashMap<>();
            accounts.keySet().forEach(a -> access.put(a, Access.of(sql, principal, a)));
            for (Row row : rows) {
                if (concerns(row, principal, access.get(row.accountId))) {
                    changed.computeIfAbsent(row.accountId, a -> new TreeSet<>()).add(row.type);
                }
            }
        }
        List<Notice> notices = new ArrayList<>();
        changed.forEach((accountId, types) -> {
            Map<String, String> states = States.pushed(sql, accountId);
            states.keySet().retainAll(types);
            notices.add(new Notice(principal.id(), accountId, states, last));
        });
        return notices;
    }

    private static boolean concerns(Row row, Principal principal, @Nullable Access access) {
        if (row.principalId != null) {
            return row.principalId.equals(principal.id());
        }
        return access != null
                && (Where.isSeen(row.before, access.open(row.type), access.isOwner())
                        || Where.isSeen(row.after, access.open(row.type), access.isOwner()));
    }

    private static List<Row> rows(Sql sql, long since) {
        return sql.list(
                "SELECT account_id, type, principal_id, before_in, after_in FROM change_log WHERE n"
                        + " > ? ORDER BY n LIMIT ?",
                r ->
                        new Row(
                                r.text(1),
                                r.text(2),
                                r.textOrNull(3),
                                Where.read(r.textOrNull(4)),
                                Where.read(r.textOrNull(5))),
                since,
                ROWS);
    }
}
