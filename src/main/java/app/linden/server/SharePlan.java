package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Rights;
import app.linden.model.Rights.Right;
import app.linden.wire.SetError;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A change of whom a calendar is shared with: from the map before to the map after, both without
 * entries that give nothing.
 */
record SharePlan(Map<String, Rights> before, Map<String, Rights> after) {

    static SharePlan of(Map<String, Rights> before, JsonNode shareWith) {
        Map<String, Rights> after = new TreeMap<>();
        shareWith
                .properties()
                .forEach(p -> {
                    Rights rights = complete(Rights.of(p.getValue()));
                    if (!rights.equals(Rights.NONE)) {
                        after.put(p.getKey(), rights);
                    }
                });
        return new SharePlan(before, after);
    }

    /** Who may write all may also do the lesser things (jmap-calendars 4, mayWriteAll). */
    private static Rights complete(Rights rights) {
        if (!rights.may(Right.WRITE_ALL)) {
            return rights;
        }
        EnumSet<Right> all = EnumSet.of(Right.WRITE_OWN, Right.UPDATE_PRIVATE, Right.RSVP);
        all.addAll(rights.granted());
        return new Rights(all);
    }

    boolean isEmpty() {
        return before.equals(after);
    }

    /** Why this must not be done by somebody with these rights; null when it may. */
    @Nullable SetError refusal(Sql sql, Access access, Rights mine) {
        if (!mine.may(Right.SHARE) && !isLeaving(access.principal.id())) {
            return SetCall.forbidden("You may not decide whom this calendar is shared with.");
        }
        for (Map.Entry<String, Rights> share : after.entrySet()) {
            if (share.getKey().equals(access.account.ownerId())) {
                return SetError.invalid("shareWith", "The owner's rights are not given.");
            }
            Rights had = before.getOrDefault(share.getKey(), Rights.NONE);
            if (had.equals(Rights.NONE) && Principal.find(sql, share.getKey()).isEmpty()) {
                return SetError.invalid(
                        "shareWith", "There is no principal " + share.getKey() + ".");
            }
            Set<Right> given = new HashSet<>(share.getValue().granted());
            given.removeAll(had.granted());
            if (!mine.granted().containsAll(given)) {
                return SetCall.forbidden("You cannot give a right that you do not have.");
            }
        }
        if (access.account.isSpace()
                && after.values().stream().noneMatch(r -> r.may(Right.SHARE))) {
            return SetError.invalid(
                    "shareWith", "Somebody has to stay who may share the calendar.");
        }
        return null;
    }

    /** Whether somebody does no more than give up rights of their own, which everybody may. */
    private boolean isLeaving(String principalId) {
        Map<String, Rights> othersBefore = new TreeMap<>(before);
        Map<String, Rights> othersAfter = new TreeMap<>(after);
        Rights had = othersBefore.remove(principalId);
        Rights kept = othersAfter.remove(principalId);
        return had != null
                && othersBefore.equals(othersAfter)
                && (kept == null || had.granted().containsAll(kept.granted()));
    }

    /** Carries the change out, with all that follows for what people see. */
    void apply(Desk desk, CalendarRows.Stored calendar) {
        ShareRows.replace(desk.sql, calendar.accountId(), calendar.id(), after);
        Set<String> touched = new HashSet<>(before.keySet());
        touched.addAll(after.keySet());
        touched.removeIf(p -> rightsIn(before, p).equals(rightsIn(after, p)));
        Principal.sessionsChanged(desk.sql, touched);
        for (String principal : touched) {
            Rights old = rightsIn(before, principal);
            Rights now = rightsIn(after, principal);
            if (Access.maySee(old) != Access.maySee(now)
                    || Access.mayRead(old) != Access.mayRead(now)) {
                desk.log(calendar.accountId()).sightChanged(principal);
            }
        }
    }

    private static Rights rightsIn(Map<String, Rights> shares, String principal) {
        return shares.getOrDefault(principal, Rights.NONE);
    }
}
