package app.linden.calendar;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.model.Account;
import app.linden.model.Act;
import app.linden.model.Calendar;
import app.linden.model.Directory;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Rights;
import app.linden.model.Role;
import app.linden.store.Intent;
import app.linden.store.Store;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Whom calendars are shared with, as a person decides it. An ordinary edit of the calendar: saved
 * here at once, sent when the server can be reached, refused by it at worst. Thread-safe; futures
 * fail with a {@link Problem} that says why it cannot be.
 */
public final class Sharing {
    private final Store store;
    private final Ids ids;

    Sharing(Store store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    /** Lets somebody into a calendar, or gives them another role in it. */
    public CompletableFuture<Void> give(String calendarId, String principalId, Role role) {
        return decide(
                calendarId,
                members -> {
                    Rights given = role.givenBy(members.mine());
                    if (!role.canBeGivenBy(members.mine())) {
                        throw refusal("You cannot give rights that you do not have.");
                    }
                    members.checkChange(principalId, role);
                    return Patch.of(pointer(principalId), given.toJson());
                });
    }

    /** Takes somebody out of a calendar. */
    public CompletableFuture<Void> remove(String calendarId, String principalId) {
        return decide(
                calendarId,
                members -> {
                    members.checkChange(principalId, null);
                    return Patch.of(pointer(principalId), Json.nil());
                });
    }

    /** Makes somebody the one who decides, and gives that up oneself. */
    public CompletableFuture<Void> handOver(String calendarId, String principalId) {
        return decide(
                calendarId,
                members -> {
                    members.checkHandOver();
                    TreeMap<String, JsonNode> changes = new TreeMap<>();
                    changes.put(pointer(principalId), Role.MANAGE.givenBy(members.mine()).toJson());
                    changes.put(pointer(members.me()), Role.EDIT.rights().toJson());
                    return new Patch(changes);
                });
    }

    /** Gives up a calendar that somebody shared; it goes from this device at once. */
    public CompletableFuture<Void> leave(String calendarId) {
        return decide(
                calendarId,
                members -> {
                    members.checkLeave();
                    TreeMap<String, JsonNode> changes = new TreeMap<>();
                    changes.put(pointer(members.me()), Json.nil());
                    changes.put("isSubscribed", Json.bool(false));
                    return new Patch(changes);
                });
    }

    private interface Decision {
        Patch of(Members members);
    }

    private CompletableFuture<Void> decide(String calendarId, Decision decision) {
        try {
            Patch patch = decision.of(members(calendarId));
            return store.edits(Act.of(ids, Act.Kind.SHARE))
                    .apply(List.of(new Intent.Update(calendarId, patch)));
        } catch (Problem e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Members members(String calendarId) {
        Directory directory = store.directory();
        Calendar calendar =
                store.calendars().stream()
                        .filter(c -> c.id().equals(calendarId))
                        .findFirst()
                        .orElseThrow(() -> refusal("This calendar no longer exists."));
        Account account =
                store.accounts().stream()
                        .filter(a -> a.id().equals(calendar.accountId()))
                        .findFirst()
                        .orElseThrow(() -> refusal("This calendar no longer exists."));
        return Members.of(calendar, account, directory);
    }

    private static String pointer(String principalId) {
        // RFC 6901: ids are letters, digits, - and _, so nothing is to be escaped (RFC 8620, 1.2).
        return "shareWith/" + principalId;
    }

    static Problem refusal(String sentence) {
        return new Problem(Problem.Kind.BAD_INPUT, sentence);
    }
}
