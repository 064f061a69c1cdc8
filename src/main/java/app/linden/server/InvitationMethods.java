package app.linden.server;

import app.linden.model.Json;
import app.linden.model.Role;
import app.linden.wire.Got;
import app.linden.wire.SetError;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Invitation/get, /set and /accept, Linden's own. Invitations stand in the account of their
 * calendar, before the eyes of those who may share it.
 */
final class InvitationMethods {
    private static final List<String> PROPERTIES =
            List.of("id", "calendarId", "role", "createdBy", "created", "expires", "usesLeft");
    private static final Set<String> SENT = Set.of("calendarId", "role", "expires", "uses");
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_USES = 1_000;
    private static final int MOST_PENDING = 200;

    private final ServerData data;
    private final Commits commits;

    InvitationMethods(ServerData data, Commits commits) {
        this.data = data;
        this.commits = commits;
    }

    ObjectNode get(Call call) {
        String accountId = call.arguments().accountId();
        List<String> ids = Gets.ids(call.arguments());
        List<String> properties = Gets.properties(call.arguments(), PROPERTIES);
        long now = data.clock().instant().getEpochSecond();
        return data.database()
                .read(sql -> {
                    String state = States.text(sql, accountId, Types.INVITATION);
                    Access access = Access.of(sql, call.principal(), accountId);
                    List<ObjectNode> list = new ArrayList<>();
                    List<String> missing = new ArrayList<>(ids == null ? List.of() : ids);
                    for (var invitation : InvitationRows.pending(sql, accountId, now)) {
                        if (mayManage(access, invitation)
                                && (ids == null || missing.remove(invitation.id()))) {
                            list.add(Gets.only(json(invitation), properties));
                        }
                    }
                    return new Got(accountId, state, list, missing).toJson();
                });
    }

    private static boolean mayManage(Access access, InvitationRows.Invitation invitation) {
        String calendarId = invitation.calendarId();
        return calendarId != null && access.mayShare(calendarId);
    }

    private static ObjectNode json(InvitationRows.Invitation invitation) {
        return Json.object()
                .put("id", invitation.id())
                .put("calendarId", invitation.calendarId())
                .put("role", Roles.word(invitation.role()))
                .put("createdBy", invitation.makerId())
                .put("created", Instant.ofEpochSecond(invitation.createdAt()).toString())
                .put("expires", Instant.ofEpochSecond(invitation.endsAt()).toString())
                .put("usesLeft", invitation.usesLeft());
    }

    ObjectNode set(Call call) {
        String accountId = call.arguments().accountId();
        SetCall set = SetCall.of(call);
        ObjectNode result =
                commits.run(desk -> {
                    Access access = Access.of(desk.sql, call.principal(), accountId);
                    String oldState = States.text(desk.sql, accountId, Types.INVITATION);
                    set.check(oldState);
                    set.create.forEach((key, sent) -> create(desk, access, set, call, key, sent));
                    set.update
                            .keySet()
                            .forEach(id ->
                                    set.notUpdated(
                                            id,
                                            SetCall.forbidden(
                                                    "Take it back and make another one.")));
                    set.destroy.forEach(id -> destroy(desk, access, set, id));
                    if (set.isChange()) {
                        States.next(desk, accountId, Types.INVITATION);
                    }
                    return set.result(
                                    accountId,
                                    oldState,
                                    States.text(desk.sql, accountId, Types.INVITATION))
                            .toJson();
                });
        call.createdIds().putAll(set.newIds());
        return result;
    }

    private static void create(
            Desk desk, Access access, SetCall set, Call call, String key, ObjectNode sent) {
        String calendarId = set.resolve(sent.path("calendarId").asString(""));
        Role role = Roles.of(sent.path("role").asString(""));
        Instant expires = expires(sent.path("expires"), desk.now);
        int uses = uses(sent.path("uses"));
        Set<String> invalid = new java.util.TreeSet<>();
        sent.propertyNames().stream().filter(n -> !SENT.contains(n)).forEach(invalid::add);
        boolean known = calendarId != null && access.maySee(calendarId);
        var checks = new TreeMap<String, Boolean>();
        checks.put("calendarId", known);
        checks.put("role", role != null);
        checks.put("expires", expires != null);
        checks.put("uses", uses > 0);
        checks.forEach((name, right) -> {
            if (!right) {
                invalid.add(name);
            }
        });
        if (calendarId == null || role == null || expires == null || !invalid.isEmpty()) {
            set.notCreated(
                    key,
                    new SetError(
                            "invalidProperties",
                            "An invitation has a calendar, a role, an end within a year and 1 to "
                                    + MOST_USES
                                    + " uses.",
                            List.copyOf(invalid)));
            return;
        }
        if (!Invitations.mayGive(access.rights(calendarId), role)) {
            set.notCreated(
                    key, SetCall.forbidden("You may not invite others to this calendar so."));
            return;
        }
        long now = desk.now.getEpochSecond();
        String accountId = access.account.id();
        if (InvitationRows.pending(desk.sql, accountId, now).size() >= MOST_PENDING) {
            set.notCreated(
                    key,
                    new SetError("overQuota", "Too many invitations wait here; take some back."));
            return;
        }
        var invitation =
                new InvitationRows.Invitation(
                        desk.ids.next(),
                        accountId,
                        calendarId,
                        access.principal.id(),
                        role,
                        now,
                        expires.getEpochSecond(),
                        uses);
        String link = Invitations.link(call.base(), Invitations.make(desk, invitation));
        set.created(
                key, invitation.id(), SetCall.difference(sent, json(invitation)).put("url", link));
    }

    private static @Nullable Instant expires(JsonNode sent, Instant now) {
        if (sent.isMissingNode() || sent.isNull()) {
            return now.plus(USUAL);
        }
        try {
            Instant expires = Instant.parse(sent.asString(""));
            return expires.isAfter(now) && expires.isBefore(now.plus(LONGEST)) ? expires : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static int uses(JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return 1;
        }
        int uses = sent.isIntegralNumber() && sent.canConvertToInt() ? sent.asInt() : 0;
        return uses > MOST_USES ? 0 : uses;
    }

    private static void destroy(Desk desk, Access access, SetCall set, String sentId) {
        String id = set.resolve(sentId);
        boolean found =
                InvitationRows.pending(desk.sql, access.account.id(), desk.now.getEpochSecond())
                        .stream()
                        .anyMatch(i -> i.id().equals(id) && mayManage(access, i));
        if (id == null || !found) {
            set.notDestroyed(sentId, SetCall.notFound());
            return;
        }
        InvitationRows.delete(desk.sql, id);
        set.destroyed(id);
    }

    /** accountId is the caller's own; link is what they were sent, whole or its secret alone. */
    ObjectNode accept(Call call) {
        String accountId = call.arguments().accountId();
        String token = Invitations.token(call.arguments().need("link"));
        ObjectNode accepted =
                commits.run(desk -> {
                    PrincipalMethods.checkOwn(desk.sql, call.principal(), accountId);
                    return Invitations.accept(desk, call.principal(), token);
                });
        ObjectNode answer = Json.object().put("accountId", accountId);
        answer.set("accepted", accepted);
        return answer;
    }
}
