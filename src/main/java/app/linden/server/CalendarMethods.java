package app.linden.server;

import app.linden.model.Rights;
import app.linden.wire.Got;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calendar/get and Calendar/set (jmap-calendars 4). */
final class CalendarMethods {
    private final ServerData data;
    private final Commits commits;

    CalendarMethods(ServerData data, Commits commits) {
        this.data = data;
        this.commits = commits;
    }

    ObjectNode get(Call call) {
        Arguments arguments = call.arguments();
        String accountId = arguments.accountId();
        List<String> ids = Gets.ids(arguments);
        List<String> properties = Gets.properties(arguments, CalendarView.PROPERTIES);
        return data.database()
                .read(sql -> {
                    // First the state: what changes after it comes with the next /changes.
                    String state = States.text(sql, accountId, Types.CALENDAR);
                    Access access = Access.of(sql, call.principal(), accountId);
                    Map<String, ObjectNode> personal =
                            CalendarRows.personal(sql, accountId, call.principal().id());
                    Map<String, Map<String, Rights>> shares = new HashMap<>();
                    for (ShareRows.Share s : ShareRows.ofAccount(sql, accountId)) {
                        shares.computeIfAbsent(s.calendarId(), c -> new java.util.TreeMap<>())
                                .put(s.principalId(), s.rights());
                    }
                    List<ObjectNode> list = new ArrayList<>();
                    List<String> missing = new ArrayList<>(ids == null ? List.of() : ids);
                    for (CalendarRows.Stored c : CalendarRows.ofAccount(sql, accountId)) {
                        if (access.maySee(c.id()) && (ids == null || missing.remove(c.id()))) {
                            ObjectNode view =
                                    CalendarView.of(
                                            c,
                                            personal.get(c.id()),
                                            shares.getOrDefault(c.id(), Map.of()),
                                            access);
                            list.add(Gets.only(view, properties));
                        }
                    }
                    return new Got(accountId, state, list, missing).toJson();
                });
    }

    ObjectNode set(Call call) {
        String accountId = call.arguments().accountId();
        boolean removeEvents = call.arguments().flag("onDestroyRemoveEvents");
        String setDefault = call.arguments().text("onSuccessSetIsDefault");
        SetCall set = SetCall.of(call);
        ObjectNode result =
                commits.run(desk -> {
                    Access access = Access.of(desk.sql, call.principal(), accountId);
                    String oldState = States.text(desk.sql, accountId, Types.CALENDAR);
                    set.check(oldState);
                    new CalendarSet(desk, access, set, removeEvents).run(setDefault);
                    desk.flush(accountId);
                    return set.result(
                                    accountId,
                                    oldState,
                                    States.text(desk.sql, accountId, Types.CALENDAR))
                            .toJson();
                });
        call.createdIds().putAll(set.newIds());
        return result;
    }
}
