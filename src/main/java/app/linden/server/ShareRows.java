package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Rights;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows of the share table: what a principal may do in a calendar of another account. */
final class ShareRows {
    record Share(String calendarId, String principalId, Rights rights) {}

    private static final String COLUMNS =
            "SELECT calendar_id, principal_id, rights FROM share WHERE ";

    private ShareRows() {}

    static List<Share> ofAccount(Sql sql, String accountId) {
        return sql.list(COLUMNS + "account_id = ?", ShareRows::read, accountId);
    }

    static Map<String, Rights> ofCalendar(Sql sql, String calendarId) {
        Map<String, Rights> rights = new TreeMap<>();
        sql.list(COLUMNS + "calendar_id = ?", ShareRows::read, calendarId)
                .forEach(s -> rights.put(s.principalId, s.rights));
        return rights;
    }

    static Map<String, Rights> of(Sql sql, String principalId, String accountId) {
        Map<String, Rights> rights = new TreeMap<>();
        sql.list(
                        COLUMNS + "principal_id = ? AND account_id = ?",
                        ShareRows::read,
                        principalId,
                        accountId)
                .forEach(s -> rights.put(s.calendarId, s.rights));
        return rights;
    }

    /** Makes the shares of a calendar those that are given. */
    static void replace(Sql sql, String accountId, String calendarId, Map<String, Rights> shares) {
        delete(sql, calendarId);
        shares.forEach((principalId, rights) ->
                sql.update(
                        "INSERT INTO share (calendar_id, principal_id, account_id, rights) VALUES"
                                + " (?, ?, ?, ?)",
                        calendarId,
                        principalId,
                        accountId,
                        write(rights)));
    }

    static void delete(Sql sql, String calendarId) {
        sql.update("DELETE FROM share WHERE calendar_id = ?", calendarId);
    }

    private static String write(Rights rights) {
        return rights.granted().stream()
                .map(Rights.Right::property)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Share read(Sql.Row row) {
        List<String> names = Arrays.asList(row.text(3).split(" "));
        EnumSet<Rights.Right> granted = EnumSet.noneOf(Rights.Right.class);
        for (Rights.Right right : Rights.Right.values()) {
            if (names.contains(right.property())) {
                granted.add(right);
            }
        }
        return new Share(row.text(1), row.text(2), new Rights(granted));
    }
}
