package app.linden.sync;

import app.linden.base.Problem;
import app.linden.model.Account;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.remote.Rejected;
import app.linden.remote.Remote;
import app.linden.store.Happenings;
import app.linden.wire.Got;
import app.linden.wire.Invocation;
import app.linden.wire.MethodProblem;
import app.linden.wire.Request;
import app.linden.wire.Response;
import app.linden.wire.ResultReference;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings into the cache who changed which events (jmap-calendars 7), where the server tells it.
 * Blocks the loop's thread.
 */
final class Activity {
    private static final String TYPE = "CalendarEventNotification";
    private static final int MOST = 200;

    private final Happenings happenings;
    private final Remote remote;

    /** Accounts of which the server tells nothing, until the next start. */
    private final Set<String> silent = new HashSet<>();

    Activity(Happenings happenings, Remote remote) {
        this.happenings = happenings;
        this.remote = remote;
    }

    /** What happened in an account since it was asked last. */
    void refresh(Account account) {
        if (silent.contains(account.id())) {
            return;
        }
        Instant last = happenings.last(account.id()).orElse(Instant.EPOCH);
        ObjectNode query = Json.object().put("accountId", account.serverId()).put("limit", MOST);
        query.putArray("sort").addObject().put("property", "created").put("isAscending", false);
        if (last.isAfter(Instant.EPOCH)) {
            query.putObject("filter").put("after", last.toString());
        }
        ObjectNode get = Json.object().put("accountId", account.serverId());
        get.set("#ids", new ResultReference("q", TYPE + "/query", "/ids").toJson());
        Response response;
        try {
            response =
                    remote.call(
                            new Request(
                                    Pull.USING,
                                    List.of(
                                            new Invocation(TYPE + "/query", query, "q"),
                                            new Invocation(TYPE + "/get", get, "g")),
                                    null));
        } catch (Rejected e) {
            silent.add(account.id());
            return;
        }
        Invocation found = Pull.answer(response, "q");
        Invocation answer = found.isError() ? found : Pull.answer(response, "g");
        if (answer.isError()) {
            String why = MethodProblem.of(answer.arguments()).type();
            if (!why.equals("serverUnavailable") && !why.equals("serverFail")) {
                // A server that does not tell who changed what; sync itself does not need it.
                silent.add(account.id());
            }
            return;
        }
        List<Happenings.Told> told = new ArrayList<>();
        Instant newest = last;
        for (ObjectNode object : Got.of(answer.arguments()).list()) {
            Happenings.Told one = told(object);
            if (one != null) {
                told.add(one);
                newest = one.at().isAfter(newest) ? one.at() : newest;
            }
        }
        if (!told.isEmpty() || last.equals(Instant.EPOCH)) {
            // A second past the epoch means: asked, and there was nothing.
            Instant upTo = newest.equals(Instant.EPOCH) ? Instant.ofEpochSecond(1) : newest;
            happenings.accept(account.id(), told, upTo).join();
        }
    }

    /** Null for one that cannot be understood. */
    private static Happenings.@Nullable Told told(ObjectNode json) {
        Instant at;
        try {
            at = Instant.parse(json.path("created").asString(""));
        } catch (DateTimeParseException e) {
            return null;
        }
        if (!(json.get("event") instanceof ObjectNode event)) {
            return null;
        }
        JsonNode by = json.path("changedBy");
        String type = json.path("type").asString("");
        ObjectNode after = type.equals("created") ? event : null;
        if (type.equals("updated")) {
            after =
                    json.get("eventPatch") instanceof ObjectNode patch
                            ? patched(event, patch)
                            : event;
        }
        return new Happenings.Told(
                json.path("id").asString(""),
                json.path("calendarEventId").asString(""),
                by.path("principalId").asString(by.path("calendarPrincipalId").asString("")),
                by.path("name").asString(by.path("email").asString("")),
                at,
                type.equals("created") ? null : event,
                after);
    }

    private static ObjectNode patched(ObjectNode event, ObjectNode patch) {
        try {
            return Patch.of(patch).applyLeniently(event);
        } catch (Problem e) {
            // Who and when is still worth telling.
            return event;
        }
    }
}
