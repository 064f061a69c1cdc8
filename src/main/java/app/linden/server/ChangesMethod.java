package app.linden.server;

import app.linden.db.Sql;
import app.linden.wire.Changes;
import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Foo/changes (RFC 8620, 5.2) for types with a change log. What somebody cannot see leaves no trace
 * in it, and what comes into or out of sight counts as created or destroyed. When rights change
 * what one sees, earlier states are no longer good.
 */
record ChangesMethod(ServerData data, String type) implements Method {
    private static final int ROWS = 5_000;

    private record Row(
            long seq,
            String objectId,
            @Nullable String principalId,
            @Nullable Where before,
            @Nullable Where after) {}

    /** How an object looked to the caller before the first and after the last change. */
    private record Seen(boolean before, boolean after) {}

    @Override
    public ObjectNode run(Call call) {
        String accountId = call.arguments().accountId();
        String since = call.arguments().need("sinceState");
        Long max = call.arguments().whole("maxChanges");
        if (max != null && max < 1) {
            throw Arguments.invalid("maxChanges is a number from 1.");
        }
        int most =
                (int) Math.min(max == null ? Long.MAX_VALUE : max, Limits.CORE.maxObjectsInGet());
        return data.database()
                .read(sql -> {
                    // First the state: rights that change after it make it a state too old.
                    States.State state = States.of(sql, accountId, type);
                    Access access = Access.of(sql, call.principal(), accountId);
                    Long from = States.number(sql, accountId, type, since, state);
                    if (from == null) {
                        throw MethodProblem.unknownState("This server never was in this state.");
                    }
                    if (from < state.oldest()
                            || from < horizon(sql, accountId, call.principal().id())) {
                        throw cannotCalculate();
                    }
                    return page(sql, access, from, state.seq(), most).toJson();
                });
    }

    private Changes page(Sql sql, Access access, long from, long to, int most) {
        String accountId = access.account.id();
        String me = access.principal.id();
        Set<String> open = access.open(type);
        List<Row> rows =
                sql.list(
                        "SELECT seq, object_id, principal_id, before_in, after_in FROM change_log"
                                + " WHERE account_id = ? AND type = ? AND seq > ? AND seq <= ?"
                                + " ORDER BY account_id, type, seq LIMIT ?",
                        r ->
                                new Row(
                                        r.number(1),
                                        r.text(2),
                                        r.textOrNull(3),
                                        Where.read(r.textOrNull(4)),
                                        Where.read(r.textOrNull(5))),
                        accountId,
                        type,
                        from,
                        to,
                        ROWS);
        Map<String, Seen> seen = new LinkedHashMap<>();
        long last = from;
        long reached = rows.size() < ROWS ? to : rows.getLast().seq;
        for (Row row : rows) {
            boolean mine = row.principalId == null || row.principalId.equals(me);
            boolean before = mine && Where.isSeen(row.before, open, access.isOwner());
            boolean after = mine && Where.isSeen(row.after, open, access.isOwner());
            if (!before && !after) {
                last = row.seq;
                continue;
            }
            Seen known = seen.get(row.objectId);
            if (known == null && seen.size() == most) {
                reached = last;
                break;
            }
            last = row.seq;
            seen.put(row.objectId, new Seen(known == null ? before : known.before, after));
        }
        return new Changes(
                accountId,
                States.text(sql, accountId, type, from),
                States.text(sql, accountId, type, reached),
                reached < to,
                ids(seen, new Seen(false, true)),
                ids(seen, new Seen(true, true)),
                ids(seen, new Seen(true, false)));
    }

    private static List<String> ids(Map<String, Seen> seen, Seen kind) {
        List<String> ids = new ArrayList<>();
        seen.forEach((id, how) -> {
            if (how.equals(kind)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private long horizon(Sql sql, String accountId, String principalId) {
        return sql.one(
                        "SELECT seq FROM horizon WHERE account_id = ? AND principal_id = ? AND type"
                                + " = ?",
                        r -> r.number(1),
                        accountId,
                        principalId,
                        type)
                .orElse(0L);
    }

    private static MethodProblem cannotCalculate() {
        return new MethodProblem(
                "cannotCalculateChanges", "Changes since this state are not known; start anew.");
    }
}
