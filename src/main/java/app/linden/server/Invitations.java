package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.model.Rights.Right;
import app.linden.model.Role;
import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What invitations by link mean. A link holds 128 bits of chance, of which a hash is kept; it gives
 * no more than its maker may give at the moment in which it is accepted. All in the transaction of
 * the caller.
 */
final class Invitations {
    static final String HEAD = "/invite/";

    /**
     * An invitation with what it is about.
     *
     * @param calendar null for an invitation to the server alone
     * @param from who invites, null for the host of the server
     */
    record Offer(
            InvitationRows.Invitation invitation,
            AccountRows.@Nullable Stored account,
            CalendarRows.@Nullable Stored calendar,
            @Nullable String from) {
        String calendarName() {
            return calendar == null ? "" : calendar.json().path("name").asString("");
        }
    }

    private Invitations() {}

    /** Notes a new invitation; answers the secret of its link, which is not known afterwards. */
    static String make(Desk desk, InvitationRows.Invitation invitation) {
        String token = Tokens.invitation();
        InvitationRows.insert(desk.sql, invitation, Tokens.hash(token));
        return token;
    }

    static String link(String base, String token) {
        return base + HEAD + token;
    }

    /** The secret in what somebody pastes: a link, with or without "linden:", or the secret. */
    static String token(String pasted) {
        String link = pasted.strip();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** What can be accepted by this secret at the moment. */
    static Optional<Offer> pending(Sql sql, String token, long now) {
        return offer(sql, token).filter(o -> o.invitation.isPending(now));
    }

    private static Optional<Offer> offer(Sql sql, String token) {
        InvitationRows.Invitation found = InvitationRows.find(sql, Tokens.hash(token)).orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        String makerId = found.makerId();
        String from =
                makerId == null
                        ? null
                        : Principal.find(sql, makerId).map(Principal::name).orElse(null);
        String calendarId = found.calendarId();
        if (calendarId == null) {
            return Optional.of(new Offer(found, null, null, from));
        }
        AccountRows.Stored account = AccountRows.find(sql, found.accountId()).orElse(null);
        CalendarRows.Stored calendar =
                CalendarRows.find(sql, found.accountId(), calendarId).orElse(null);
        if (account == null
                || calendar == null
                || makerId == null
                || !mayGive(rights(sql, account, calendarId, makerId), found.role())) {
            return Optional.empty();
        }
        return Optional.of(new Offer(found, account, calendar, from));
    }

    static boolean mayGive(Rights mine, Role role) {
        return mine.may(Right.SHARE) && mine.granted().containsAll(role.rights().granted());
    }

    private static Rights rights(
            Sql sql, AccountRows.Stored account, String calendarId, String principalId) {
        return principalId.equals(account.ownerId())
                ? Rights.ALL
                : ShareRows.ofCalendar(sql, calendarId).getOrDefault(principalId, Rights.NONE);
    }

    /**
     * Gives somebody what an invitation offers; answers where it is. To accept twice is to accept
     * once, also when the invitation has ended since.
     *
     * @throws MethodProblem notFound when there is no such invitation (any more)
     */
    static ObjectNode accept(Desk desk, Principal principal, String token) {
        Offer offer = offer(desk.sql, token).orElseThrow(Invitations::notFound);
        AccountRows.Stored account = offer.account;
        CalendarRows.Stored calendar = offer.calendar;
        if (account == null || calendar == null) {
            throw notFound();
        }
        Rights had = rights(desk.sql, account, calendar.id(), principal.id());
        Rights given = offer.invitation.role().rights();
        if (!had.granted().containsAll(given.granted())) {
            if (!offer.invitation.isPending(desk.now.getEpochSecond())) {
                throw notFound();
            }
            share(desk, calendar, principal.id(), had, given);
            InvitationRows.used(desk.sql, offer.invitation.id());
            States.next(desk, account.id(), Types.INVITATION);
        }
        return Json.object()
                .put("accountId", account.id())
                .put("calendarId", calendar.id())
                .put("name", offer.calendarName())
                .put("role", Roles.word(offer.invitation.role()));
    }

    private static void share(
            Desk desk, CalendarRows.Stored calendar, String principalId, Rights had, Rights given) {
        Map<String, Rights> before = ShareRows.ofCalendar(desk.sql, calendar.id());
        Map<String, Rights> after = new TreeMap<>(before);
        EnumSet<Right> both = EnumSet.copyOf(given.granted());
        both.addAll(had.granted());
        after.put(principalId, new Rights(both));
        CalendarRows.update(desk, calendar);
        new SharePlan(before, after).apply(desk, calendar);
    }

    static MethodProblem notFound() {
        return new MethodProblem("notFound", "This invitation is not there, or not any more.");
    }
}
