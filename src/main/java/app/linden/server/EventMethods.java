package app.linden.server;

import app.linden.db.Sql;
import app.linden.wire.Got;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** CalendarEvent/get and CalendarEvent/set (jmap-calendars 5). */
final class EventMethods {
    private final ServerData data;
    private final Commits commits;

    EventMethods(ServerData data, Commits commits) {
        this.data = data;
        this.commits = commits;
    }

    ObjectNode get(Call call) {
        Arguments arguments = call.arguments();
        String accountId = arguments.accountId();
        List<String> ids = Gets.ids(arguments);
        List<String> properties = arguments.texts("properties");
        EventShape shape = EventShape.of(arguments, properties);
        return data.database()
                .read(sql -> {
                    // First the state: what changes after it comes with the next /changes.
                    String state = States.text(sql, accountId, Types.EVENT);
                    Access access = Access.of(sql, call.principal(), accountId);
                    return got(
                                    sql,
                                    access,
                                    state,
                                    ids == null ? all(sql, accountId) : ids,
                                    ids,
                                    shape)
                            .toJson();
                });
    }

    private static Got got(
            Sql sql,
            Access access,
            String state,
            List<String> wanted,
            @Nullable List<String> asked,
            EventShape shape) {
        String accountId = access.account.id();
        Map<String, EventRows.Stored> rows =
                EventRows.find(
                        sql,
                        accountId,
                        wanted.stream().map(Occurrences.Id::base).distinct().toList());
        Map<String, ObjectNode> personal =
                EventRows.personal(sql, access.principal.id(), rows.keySet());
        List<ObjectNode> list = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String id : wanted) {
            String base = Occurrences.Id.base(id);
            EventRows.Stored row = rows.get(base);
            ObjectNode view =
                    row != null && isSeen(row, access)
                            ? shape.of(id, EventView.of(row, personal.get(base), access))
                            : null;
            if (view != null) {
                list.add(view);
            } else if (asked != null) {
                missing.add(id);
            }
        }
        return new Got(accountId, state, list, missing);
    }

    private static boolean isSeen(EventRows.Stored row, Access access) {
        Where where = row.where();
        return access.may(Access.Act.READ, row.json(), where.calendars(), where.secret());
    }

    private static List<String> all(Sql sql, String accountId) {
        List<String> ids =
                sql.list(
                        "SELECT id FROM event WHERE account_id = ? LIMIT ?",
                        r -> r.text(1),
                        accountId,
                        Limits.CORE.maxObjectsInGet() + 1);
        Limits.checkGet(ids.size());
        return ids;
    }

    ObjectNode set(Call call) {
        String accountId = call.arguments().accountId();
        SetCall set = SetCall.of(call);
        ObjectNode result =
                commits.run(desk -> {
                    Access access = Access.of(desk.sql, call.principal(), accountId);
                    String oldState = States.text(desk.sql, accountId, Types.EVENT);
                    set.check(oldState);
                    new EventSet(desk, access, set).run();
                    desk.flush(accountId);
                    return set.result(
                                    accountId,
                                    oldState,
                                    States.text(desk.sql, accountId, Types.EVENT))
                            .toJson();
                });
        call.createdIds().putAll(set.newIds());
        return result;
    }
}
