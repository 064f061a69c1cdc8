package app.linden.server;

import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.wire.SetError;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Set;

/**
 * Space/set, Linden's own: a calendar made for a group lives in an account of its own, so that it
 * has its own states and outlives whoever made it.
 */
final class SpaceMethods {
    private static final Set<String> PROPERTIES = Set.of("name", "color");

    private final Commits commits;

    SpaceMethods(Commits commits) {
        this.commits = commits;
    }

    /** accountId is the caller's own account; the id of a space is the id of its account. */
    ObjectNode set(Call call) {
        String accountId = call.arguments().accountId();
        SetCall set = SetCall.of(call);
        ObjectNode result =
                commits.run(desk -> {
                    PrincipalMethods.checkOwn(desk.sql, call.principal(), accountId);
                    String oldState = States.text(desk.sql, accountId, Types.SPACE);
                    set.check(oldState);
                    set.create.forEach(
                            (key, sent) -> create(desk, call.principal(), set, key, sent));
                    set.update
                            .keySet()
                            .forEach(id ->
                                    set.notUpdated(
                                            id,
                                            SetCall.forbidden(
                                                    "A space changes through its calendar.")));
                    set.destroy.forEach(id -> destroy(desk, call.principal(), set, id));
                    if (set.isChange()) {
                        States.next(desk, accountId, Types.SPACE);
                    }
                    return set.result(
                                    accountId,
                                    oldState,
                                    States.text(desk.sql, accountId, Types.SPACE))
                            .toJson();
                });
        call.createdIds().putAll(set.newIds());
        return result;
    }

    private static void create(
            Desk desk, Principal principal, SetCall set, String key, ObjectNode sent) {
        if (sent.has("calendarId")) {
            convert(desk, principal, set, key, sent);
            return;
        }
        ObjectNode calendar = Json.object();
        sent.properties().stream()
                .filter(p -> !p.getValue().isNull())
                .forEach(p -> calendar.set(p.getKey(), p.getValue()));
        Set<String> invalid = new java.util.TreeSet<>(CalendarRules.invalid(calendar));
        calendar.propertyNames().stream()
                .filter(name -> !PROPERTIES.contains(name))
                .forEach(invalid::add);
        JsonNode name = calendar.path("name");
        if (!name.isString()) {
            invalid.add("name");
        }
        if (!invalid.isEmpty()) {
            set.notCreated(
                    key,
                    new SetError(
                            "invalidProperties",
                            "A space has a name and perhaps a color.",
                            java.util.List.copyOf(invalid)));
            return;
        }
        String id = desk.ids.next();
        String calendarId = desk.ids.next();
        AccountRows.insert(desk, id, name.asString(), null);
        CalendarRows.Stored row = new CalendarRows.Stored(calendarId, id, true, calendar);
        CalendarRows.insert(desk, row);
        new SharePlan(Map.of(), Map.of(principal.id(), Rights.ALL)).apply(desk, row);
        set.created(
                key,
                id,
                Json.object().put("id", id).put("accountId", id).put("calendarId", calendarId));
    }

    /** A calendar of one's own becomes a space, with its members and events. */
    private static void convert(
            Desk desk, Principal principal, SetCall set, String key, ObjectNode sent) {
        String calendarId = set.resolve(sent.path("calendarId").asString(""));
        CalendarRows.Stored calendar =
                calendarId == null || sent.size() > 1
                        ? null
                        : CalendarRows.find(desk.sql, principal.id(), calendarId).orElse(null);
        AccountRows.Stored own = AccountRows.find(desk.sql, principal.id()).orElse(null);
        if (calendarId == null || calendar == null || own == null) {
            set.notCreated(
                    key,
                    SetError.invalid(
                            "calendarId", "A calendar of your own becomes a space as it is."));
            return;
        }
        Map<String, Rights> members =
                new java.util.TreeMap<>(ShareRows.ofCalendar(desk.sql, calendarId));
        members.put(principal.id(), Rights.ALL);
        String id = new Handover(desk, own, members).run(calendar);
        set.created(
                key,
                id,
                Json.object().put("id", id).put("accountId", id).put("calendarId", calendarId));
    }

    private static void destroy(Desk desk, Principal principal, SetCall set, String sentId) {
        String id = set.resolve(sentId);
        AccountRows.Stored account =
                id == null ? null : AccountRows.find(desk.sql, id).orElse(null);
        if (id == null || account == null || !account.isSpace()) {
            set.notDestroyed(sentId, SetCall.notFound());
            return;
        }
        Map<String, Rights> rights = ShareRows.of(desk.sql, principal.id(), id);
        if (rights.values().stream().noneMatch(Access::maySee)) {
            set.notDestroyed(sentId, SetCall.notFound());
            return;
        }
        var calendars = CalendarRows.ofAccount(desk.sql, id);
        if (calendars.stream()
                .anyMatch(
                        c -> !rights.getOrDefault(c.id(), Rights.NONE).may(Rights.Right.DELETE))) {
            set.notDestroyed(sentId, SetCall.forbidden("You may not delete this space."));
            return;
        }
        calendars.forEach(new CalendarRemoval(desk, account)::remove);
        set.destroyed(id);
    }
}
