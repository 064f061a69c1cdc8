package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Json;
import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CalendarEvent/copy (RFC 8620, 5.4): events of one account, as the caller sees them, become new
 * ones in another.
 */
final class EventCopy {
    private static final List<String> NOT_COPIED =
            List.of("id", "baseEventId", "isOrigin", "updated", "recurrenceIdTimeZone");

    private final Commits commits;

    EventCopy(Commits commits) {
        this.commits = commits;
    }

    ObjectNode run(Call call) {
        Arguments arguments = call.arguments();
        String from = arguments.need("fromAccountId");
        String to = arguments.accountId();
        if (from.equals(to)) {
            throw Arguments.invalid("Events are copied to another account.");
        }
        String ifFromInState = arguments.text("ifFromInState");
        Map<String, ObjectNode> wanted = arguments.objects("create");
        Limits.checkSet(wanted.size());
        Map<String, String> newIds = new LinkedHashMap<>();
        ObjectNode result =
                commits.run(desk -> {
                    Access source = checkFrom(desk.sql, call.principal(), from);
                    Access target = Access.of(desk.sql, call.principal(), to);
                    String fromState = States.text(desk.sql, from, Types.EVENT);
                    if (ifFromInState != null && !ifFromInState.equals(fromState)) {
                        throw new MethodProblem("stateMismatch", "The state is " + fromState + ".");
                    }
                    ObjectNode create = Json.object();
                    ObjectNode missing = Json.object();
                    wanted.forEach((key, sent) -> {
                        ObjectNode event = merged(desk.sql, source, sent);
                        if (event == null) {
                            missing.set(key, SetCall.notFound().toJson());
                        } else {
                            create.set(key, event);
                        }
                    });
                    ObjectNode set = Json.object().put("accountId", to);
                    set.set("create", create);
                    if (arguments.text("ifInState") != null) {
                        set.put("ifInState", arguments.text("ifInState"));
                    }
                    SetCall copies =
                            SetCall.of(
                                    new Call(
                                            call.principal(),
                                            call.base(),
                                            new Arguments(set),
                                            call.createdIds()));
                    String oldState = States.text(desk.sql, to, Types.EVENT);
                    copies.check(oldState);
                    new EventSet(desk, target, copies).run();
                    desk.flush(to);
                    newIds.clear();
                    newIds.putAll(copies.newIds());
                    return answer(
                            desk.sql,
                            target,
                            create,
                            from,
                            missing,
                            copies.result(to, oldState, States.text(desk.sql, to, Types.EVENT))
                                    .toJson());
                });
        call.createdIds().putAll(newIds);
        return result;
    }

    /** Access to the account that is copied from; fromAccountNotFound where there is none. */
    static Access checkFrom(Sql sql, Principal principal, String from) {
        try {
            return Access.of(sql, principal, from);
        } catch (MethodProblem e) {
            throw new MethodProblem("fromAccountNotFound", "There is no such account.");
        }
    }

    /** The event that is meant, with what the caller wants otherwise; null when it is not seen. */
    private static @Nullable ObjectNode merged(Sql sql, Access source, ObjectNode sent) {
        String id = sent.path("id").asString("");
        EventRows.Stored row = EventRows.find(sql, source.account.id(), List.of(id)).get(id);
        if (row == null) {
            return null;
        }
        Where where = row.where();
        if (!source.may(Access.Act.READ, row.json(), where.calendars(), where.secret())) {
            return null;
        }
        ObjectNode personal = EventRows.personal(sql, source.principal.id(), List.of(id)).get(id);
        ObjectNode event = EventView.of(row, personal, source).deepCopy();
        event.remove(NOT_COPIED);
        for (Map.Entry<String, JsonNode> p : sent.properties()) {
            if (!p.getKey().equals("id")) {
                event.set(p.getKey(), p.getValue());
            }
        }
        return event;
    }

    private static ObjectNode answer(
            Sql sql,
            Access target,
            ObjectNode create,
            String from,
            ObjectNode missing,
            ObjectNode set) {
        ObjectNode answer = Json.object().put("fromAccountId", from);
        for (String name : List.of("accountId", "oldState", "newState", "created")) {
            answer.set(name, set.path(name));
        }
        ObjectNode not = answer.putObject("notCreated");
        not.setAll(missing);
        set.path("notCreated")
                .properties()
                .forEach(p -> {
                    JsonNode uid = create.path(p.getKey()).path("uid");
                    String there = existing(sql, target, uid.asString(""));
                    boolean taken = p.getValue().path("properties").toString().equals("[\"uid\"]");
                    not.set(
                            p.getKey(),
                            taken && there != null
                                    ? Json.object()
                                            .put("type", "alreadyExists")
                                            .put("existingId", there)
                                    : p.getValue());
                });
        return answer;
    }

    /** The event with this uid that the caller sees in the account; null when there is none. */
    private static @Nullable String existing(Sql sql, Access target, String uid) {
        List<String> ids = sql.list("SELECT id FROM event WHERE uid = ?", r -> r.text(1), uid);
        for (EventRows.Stored row : EventRows.find(sql, target.account.id(), ids).values()) {
            Where where = row.where();
            if (target.may(Access.Act.READ, row.json(), where.calendars(), where.secret())) {
                return row.id();
            }
        }
        return null;
    }

    /**
     * The call that follows where the originals are to go (onSuccessDestroyOriginal); null where
     * none does.
     */
    static @Nullable ObjectNode destruction(ObjectNode arguments, ObjectNode answer) {
        JsonNode created = answer.path("created");
        if (!arguments.path("onSuccessDestroyOriginal").asBoolean(false) || created.isEmpty()) {
            return null;
        }
        ObjectNode set =
                Json.object().put("accountId", arguments.path("fromAccountId").asString(""));
        ArrayNode destroy = set.putArray("destroy");
        created.propertyNames()
                .forEach(key -> destroy.add(arguments.path("create").path(key).path("id")));
        if (arguments.path("destroyFromIfInState").isString()) {
            set.set("ifInState", arguments.path("destroyFromIfInState"));
        }
        return set;
    }
}
