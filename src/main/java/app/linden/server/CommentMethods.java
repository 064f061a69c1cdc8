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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Comment/get, /set and /query: what people say about events (docs/server/comments.md). */
final class CommentMethods {
    private static final List<String> PROPERTIES =
            List.of(
                    "id",
                    "uid",
                    "calendarEventId",
                    "author",
                    "text",
                    "created",
                    "updated",
                    "attachments");
    private static final Set<String> FILTERS = Set.of("calendarEventIds", "after", "before");
    private static final Comparator<CommentRows.Stored> BY_UID =
            Comparator.comparing(CommentRows.Stored::uid).thenComparing(CommentRows.Stored::id);
    private static final Comparator<CommentRows.Stored> BY_CREATED =
            Comparator.comparing((CommentRows.Stored c) -> instant(c.json().path("created")))
                    .thenComparing(CommentRows.Stored::id);

    private final ServerData data;
    private final Commits commits;

    CommentMethods(ServerData data, Commits commits) {
        this.data = data;
        this.commits = commits;
    }

    ObjectNode get(Call call) {
        String accountId = call.arguments().accountId();
        List<String> ids = Gets.ids(call.arguments());
        List<String> properties = Gets.properties(call.arguments(), PROPERTIES);
        return data.database()
                .read(sql -> {
                    // First the state: what changes after it comes with the next /changes.
                    String state = States.text(sql, accountId, Types.COMMENT);
                    Access access = Access.of(sql, call.principal(), accountId);
                    Map<String, CommentRows.Stored> seen = new LinkedHashMap<>();
                    seen(
                                    sql,
                                    access,
                                    ids == null
                                            ? CommentRows.ofAccount(sql, accountId)
                                            : CommentRows.find(sql, accountId, ids))
                            .forEach(c -> seen.put(c.id(), c));
                    if (ids == null) {
                        Limits.checkGet(seen.size());
                    }
                    Map<String, Principal> people = authors(sql, seen.values());
                    List<ObjectNode> list = new ArrayList<>();
                    List<String> missing = new ArrayList<>();
                    for (String id : ids == null ? List.copyOf(seen.keySet()) : ids) {
                        CommentRows.Stored row = seen.get(id);
                        if (row == null) {
                            missing.add(id);
                        } else {
                            list.add(Gets.only(view(row, people), properties));
                        }
                    }
                    return new Got(accountId, state, list, missing).toJson();
                });
    }

    private static List<CommentRows.Stored> seen(
            Sql sql, Access access, List<CommentRows.Stored> rows) {
        Set<String> eventIds = new HashSet<>();
        rows.forEach(c -> eventIds.add(c.eventId()));
        Map<String, EventRows.Stored> events = EventRows.find(sql, access.account.id(), eventIds);
        List<CommentRows.Stored> seen = new ArrayList<>();
        for (CommentRows.Stored row : rows) {
            EventRows.Stored event = events.get(row.eventId());
            if (event != null && access.mayReadWhole(event)) {
                seen.add(row);
            }
        }
        return seen;
    }

    private static Map<String, Principal> authors(Sql sql, Iterable<CommentRows.Stored> comments) {
        Map<String, Principal> people = new HashMap<>();
        for (CommentRows.Stored comment : comments) {
            String id = comment.authorId();
            if (id != null && !people.containsKey(id)) {
                Principal.find(sql, id).ifPresent(p -> people.put(id, p));
            }
        }
        return people;
    }

    /** A comment as all see it, with the people who wrote such. */
    static ObjectNode view(CommentRows.Stored row, Map<String, Principal> people) {
        ObjectNode view = Json.object().put("id", row.id());
        view.put("calendarEventId", row.eventId());
        view.setAll(row.json());
        Principal by = row.authorId() == null ? null : people.get(row.authorId());
        view.putObject("author")
                .put("name", by == null ? "" : by.name())
                .put("principalId", by == null ? null : by.id())
                .put("calendarAddress", by == null ? null : by.address());
        return view;
    }

    ObjectNode set(Call call) {
        String accountId = call.arguments().accountId();
        SetCall set = SetCall.of(call);
        ObjectNode result =
                commits.run(desk -> {
                    Access access = Access.of(desk.sql, call.principal(), accountId);
                    String oldState = States.text(desk.sql, accountId, Types.COMMENT);
                    set.check(oldState);
                    new CommentSet(desk, access, set).run();
                    desk.flush(accountId);
                    return set.result(
                                    accountId,
                                    oldState,
                                    States.text(desk.sql, accountId, Types.COMMENT))
                            .toJson();
                });
        call.createdIds().putAll(set.newIds());
        return result;
    }

    ObjectNode query(Call call) {
        Arguments arguments = call.arguments();
        String accountId = arguments.accountId();
        Page page = Page.of(arguments);
        Comparator<CommentRows.Stored> order = order(arguments.value("sort"));
        ObjectNode filter = arguments.object("filter");
        if (filter != null) {
            check(filter);
        }
        return data.database()
                .read(sql -> {
                    String state = States.text(sql, accountId, Types.COMMENT);
                    Access access = Access.of(sql, call.principal(), accountId);
                    List<String> ids =
                            seen(sql, access, CommentRows.ofAccount(sql, accountId)).stream()
                                    .filter(c -> filter == null || matches(c, filter))
                                    .sorted(order)
                                    .map(CommentRows.Stored::id)
                                    .toList();
                    return page.of(accountId, state, ids);
                });
    }

    private static Comparator<CommentRows.Stored> order(@Nullable JsonNode sort) {
        if (sort == null || (sort.isArray() && sort.isEmpty())) {
            return BY_CREATED;
        }
        String by =
                sort.isArray() && sort.size() == 1
                        ? sort.path(0).path("property").asString("")
                        : "";
        Comparator<CommentRows.Stored> order =
                switch (by) {
                    case "created" -> BY_CREATED;
                    case "uid" -> BY_UID;
                    default ->
                            throw new MethodProblem(
                                    "unsupportedSort", "They are sorted by created or uid.");
                };
        return sort.path(0).path("isAscending").asBoolean(true) ? order : order.reversed();
    }

    private static void check(ObjectNode filter) {
        for (var p : filter.properties()) {
            if (!FILTERS.contains(p.getKey())) {
                throw new MethodProblem(
                        "unsupportedFilter", "Linden does not filter by " + p.getKey() + ".");
            }
        }
        for (String name : List.of("after", "before")) {
            if (filter.path(name).isString()) {
                instant(filter.path(name));
            }
        }
    }

    private static boolean matches(CommentRows.Stored comment, ObjectNode filter) {
        Instant at = instant(comment.json().path("created"));
        JsonNode events = filter.path("calendarEventIds");
        return (!filter.path("after").isString() || !at.isBefore(instant(filter.path("after"))))
                && (!filter.path("before").isString()
                        || at.isBefore(instant(filter.path("before"))))
                && (!events.isArray()
                        || events.valueStream()
                                .anyMatch(e -> comment.eventId().equals(e.asString(""))));
    }

    private static Instant instant(JsonNode text) {
        try {
            return Instant.parse(text.asString(""));
        } catch (DateTimeParseException e) {
            throw Arguments.invalid(Json.write(text) + " is no UTCDateTime.");
        }
    }
}
