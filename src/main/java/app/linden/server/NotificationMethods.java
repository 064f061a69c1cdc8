package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Json;
import app.linden.wire.Got;
import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** CalendarEventNotification/get, /set and /query (jmap-calendars 7). */
final class NotificationMethods {
    private static final List<String> PROPERTIES =
            List.of(
                    "id",
                    "created",
                    "changedBy",
                    "comment",
                    "type",
                    "calendarEventId",
                    "isDraft",
                    "event",
                    "eventPatch");
    private static final Set<String> FILTERS =
            Set.of("after", "before", "type", "calendarEventIds");

    private final ServerData data;
    private final Commits commits;

    NotificationMethods(ServerData data, Commits commits) {
        this.data = data;
        this.commits = commits;
    }

    ObjectNode get(Call call) {
        String accountId = call.arguments().accountId();
        List<String> ids = Gets.ids(call.arguments());
        List<String> properties = Gets.properties(call.arguments(), PROPERTIES);
        return data.database()
                .read(sql -> {
                    String state = States.text(sql, accountId, Types.NOTIFICATION);
                    Map<String, ObjectNode> all =
                            all(sql, Access.of(sql, call.principal(), accountId));
                    if (ids == null) {
                        Limits.checkGet(all.size());
                    }
                    List<ObjectNode> list = new ArrayList<>();
                    List<String> missing = new ArrayList<>();
                    for (String id : ids == null ? List.copyOf(all.keySet()) : ids) {
                        ObjectNode found = all.get(id);
                        if (found == null) {
                            missing.add(id);
                        } else {
                            list.add(Gets.only(found, properties));
                        }
                    }
                    return new Got(accountId, state, list, missing).toJson();
                });
    }

    /** Only destroying is possible: somebody has read it. */
    ObjectNode set(Call call) {
        String accountId = call.arguments().accountId();
        SetCall set = SetCall.of(call);
        return commits.run(desk -> {
            Access access = Access.of(desk.sql, call.principal(), accountId);
            String oldState = States.text(desk.sql, accountId, Types.NOTIFICATION);
            set.check(oldState);
            set.create
                    .keySet()
                    .forEach(key ->
                            set.notCreated(key, SetCall.forbidden("The server makes them.")));
            set.update
                    .keySet()
                    .forEach(id -> set.notUpdated(id, SetCall.forbidden("They never change.")));
            Map<String, NotificationRows.Stored> open = new HashMap<>();
            rows(desk.sql, access).forEach(row -> open.put(row.id(), row));
            for (String id : set.destroy) {
                NotificationRows.Stored row = open.remove(id);
                if (row == null) {
                    set.notDestroyed(id, SetCall.notFound());
                } else {
                    NotificationRows.dismiss(desk.sql, id, access.principal.id());
                    desk.log(accountId)
                            .changedFor(
                                    access.principal.id(),
                                    Types.NOTIFICATION,
                                    id,
                                    row.where(),
                                    null);
                    set.destroyed(id);
                }
            }
            desk.flush(accountId);
            return set.result(
                            accountId,
                            oldState,
                            States.text(desk.sql, accountId, Types.NOTIFICATION))
                    .toJson();
        });
    }

    ObjectNode query(Call call) {
        Arguments arguments = call.arguments();
        String accountId = arguments.accountId();
        Page page = Page.of(arguments);
        boolean newestFirst = newestFirst(arguments.value("sort"));
        ObjectNode filter = arguments.object("filter");
        if (filter != null) {
            check(filter);
        }
        return data.database()
                .read(sql -> {
                    String state = States.text(sql, accountId, Types.NOTIFICATION);
                    List<String> ids = new ArrayList<>();
                    all(sql, Access.of(sql, call.principal(), accountId))
                            .forEach((id, json) -> {
                                if (filter == null || matches(json, filter)) {
                                    ids.add(id);
                                }
                            });
                    return page.of(accountId, state, newestFirst ? ids : ids.reversed());
                });
    }

    private static List<NotificationRows.Stored> rows(Sql sql, Access access) {
        return NotificationRows.of(sql, access.account.id(), access.principal.id());
    }

    /** By id, the newest first. */
    private static Map<String, ObjectNode> all(Sql sql, Access access) {
        Map<String, Principal> people = new HashMap<>();
        Principal.all(sql).forEach(p -> people.put(p.id(), p));
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        for (NotificationRows.Stored row : rows(sql, access)) {
            ObjectNode view = Notifications.view(row, access, people);
            if (view != null) {
                all.put(row.id(), view);
            }
        }
        return all;
    }

    private static boolean newestFirst(@Nullable JsonNode sort) {
        if (sort == null || (sort.isArray() && sort.isEmpty())) {
            return false;
        }
        boolean known = sort.isArray() && sort.size() == 1;
        if (!known || !sort.path(0).path("property").asString("").equals("created")) {
            throw new MethodProblem("unsupportedSort", "They are sorted by created.");
        }
        return !sort.path(0).path("isAscending").asBoolean(true);
    }

    private static void check(ObjectNode filter) {
        for (var p : filter.properties()) {
            if (!FILTERS.contains(p.getKey())) {
                throw new MethodProblem(
                        "unsupportedFilter", "Linden does not filter by " + p.getKey() + ".");
            }
            JsonNode value = p.getValue();
            if (!value.isNull()) {
                switch (p.getKey()) {
                    case "after", "before" -> instant(value);
                    case "type" -> need(value.isString());
                    default ->
                            need(
                                    value.isArray()
                                            && value.valueStream().allMatch(JsonNode::isString));
                }
            }
        }
    }

    private static void need(boolean rightType) {
        if (!rightType) {
            throw Arguments.invalid("The filter holds something of the wrong type.");
        }
    }

    private static boolean matches(ObjectNode json, ObjectNode filter) {
        Instant at = instant(json.path("created"));
        JsonNode ids = filter.path("calendarEventIds");
        return (!filter.path("after").isString() || !at.isBefore(instant(filter.path("after"))))
                && (!filter.path("before").isString()
                        || at.isBefore(instant(filter.path("before"))))
                && (!filter.path("type").isString()
                        || filter.path("type").equals(json.path("type")))
                && (!ids.isArray()
                        || ids.valueStream().anyMatch(json.path("calendarEventId")::equals));
    }

    private static Instant instant(JsonNode text) {
        try {
            return Instant.parse(text.asString(""));
        } catch (DateTimeParseException e) {
            throw Arguments.invalid(Json.write(text) + " is no UTCDateTime.");
        }
    }
}
