package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.wire.SetError;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creates, updates and destroys comments, inside one transaction. */
final class CommentSet {
    static final int LONGEST_TEXT = 10_000;
    static final int MOST_ATTACHMENTS = 20;
    private static final int MOST_ON_AN_EVENT = 2_000;
    private static final int LONGEST = 50_000;

    private static final Set<String> WRITABLE =
            Set.of("uid", "calendarEventId", "text", "created", "attachments");

    private final Desk desk;
    private final Access access;
    private final SetCall set;
    private final String accountId;
    private final Map<String, CommentRows.Stored> rows = new HashMap<>();
    private final Map<String, EventRows.Stored> events = new HashMap<>();

    CommentSet(Desk desk, Access access, SetCall set) {
        this.desk = desk;
        this.access = access;
        this.set = set;
        this.accountId = access.account.id();
    }

    void run() {
        load();
        set.create.forEach(this::create);
        set.update.forEach(this::update);
        set.destroy.forEach(this::destroy);
    }

    private void load() {
        List<String> ids = new ArrayList<>(set.update.keySet());
        ids.addAll(set.destroy);
        for (CommentRows.Stored row : CommentRows.find(desk.sql, accountId, ids)) {
            rows.put(row.id(), row);
        }
        List<String> eventIds =
                new ArrayList<>(rows.values().stream().map(CommentRows.Stored::eventId).toList());
        for (ObjectNode sent : set.create.values()) {
            String id = set.resolve(sent.path("calendarEventId").asString(""));
            if (id != null) {
                eventIds.add(id);
            }
        }
        events.putAll(EventRows.find(desk.sql, accountId, eventIds));
        events.values().removeIf(e -> !access.mayReadWhole(e));
    }

    private void create(String creationId, ObjectNode sent) {
        ObjectNode json = Json.object();
        sent.properties().stream()
                .filter(p -> !p.getValue().isNull())
                .forEach(p -> json.set(p.getKey(), p.getValue()));
        String eventId = set.resolve(json.path("calendarEventId").asString(""));
        EventRows.Stored event = eventId == null ? null : events.get(eventId);
        SetError error = event == null ? unknownEvent() : refusal(json, Json.object());
        if (error == null && event != null && !access.mayComment(event)) {
            error = SetCall.forbidden("You may not write comments in this calendar.");
        }
        if (!json.has("uid")) {
            json.put("uid", desk.ids.next());
        }
        if (error == null && isTaken(json.path("uid").asString(""))) {
            error = SetError.invalid("uid", "There is already a comment with this uid.");
        }
        if (error == null
                && event != null
                && CommentRows.countOn(desk.sql, event.id()) >= MOST_ON_AN_EVENT) {
            error = new SetError("overQuota", "There are too many comments on this event.");
        }
        if (error != null || event == null) {
            set.notCreated(creationId, error == null ? unknownEvent() : error);
            return;
        }
        json.remove("calendarEventId");
        json.put("created", created(json));
        json.put("updated", desk.now.toString());
        CommentRows.Stored row =
                new CommentRows.Stored(
                        desk.ids.next(), accountId, event.id(), access.principal.id(), json);
        CommentRows.insert(desk.sql, row);
        rows.put(row.id(), row);
        Attachments.change(desk, event, row.id(), Set.of(), Attachments.ofComment(json));
        desk.log(accountId).changed(Types.COMMENT, row.id(), null, event.whereWhole());
        set.created(creationId, row.id(), SetCall.difference(sent, view(row)));
    }

    private static SetError unknownEvent() {
        return SetError.invalid("calendarEventId", "A comment is on an event of its account.");
    }

    /** What was written offline says when, but not that it was later than now. */
    private String created(ObjectNode json) {
        try {
            Instant said = Instant.parse(json.path("created").asString(""));
            return said.isBefore(desk.now) ? said.toString() : desk.now.toString();
        } catch (DateTimeParseException notSaid) {
            return desk.now.toString();
        }
    }

    /** Only one that somebody sees counts: a refusal would tell of a hidden one. */
    private boolean isTaken(String uid) {
        List<CommentRows.Stored> same = CommentRows.withUid(desk.sql, accountId, uid);
        List<String> ids = same.stream().map(CommentRows.Stored::eventId).toList();
        return EventRows.find(desk.sql, accountId, ids).values().stream()
                .anyMatch(access::mayReadWhole);
    }

    private void update(String sentId, ObjectNode patch) {
        CommentRows.Stored row = seen(sentId);
        EventRows.Stored event = row == null ? null : events.get(row.eventId());
        if (row == null || event == null) {
            set.notUpdated(sentId, SetCall.notFound());
            return;
        }
        if (set.destroy.contains(sentId)) {
            set.notUpdated(
                    sentId, new SetError("willDestroy", "It is destroyed in the same call."));
            return;
        }
        if (!access.principal.id().equals(row.authorId())) {
            set.notUpdated(sentId, SetCall.forbidden("Only who wrote a comment changes it."));
            return;
        }
        ObjectNode before = row.json().deepCopy().put("calendarEventId", row.eventId());
        ObjectNode after;
        try {
            after = Patch.of(patch).apply(before);
        } catch (Problem e) {
            set.notUpdated(sentId, new SetError("invalidPatch", Problem.sentence(e)));
            return;
        }
        SetError error = refusal(after, before);
        for (String fixed : List.of("uid", "created", "calendarEventId", "updated")) {
            if (error == null && !before.path(fixed).equals(after.path(fixed))) {
                error = SetError.invalid(fixed, "This cannot be changed.");
            }
        }
        if (error != null) {
            set.notUpdated(sentId, error);
            return;
        }
        if (after.equals(before)) {
            set.updated(sentId, Json.object());
            return;
        }
        after.remove("calendarEventId");
        after.put("updated", desk.now.toString());
        CommentRows.Stored now = row.with(after);
        CommentRows.update(desk.sql, now);
        rows.put(row.id(), now);
        Attachments.change(
                desk,
                event,
                row.id(),
                Attachments.ofComment(row.json()),
                Attachments.ofComment(after));
        Where where = event.whereWhole();
        desk.log(accountId).changed(Types.COMMENT, row.id(), where, where);
        set.updated(sentId, Json.object().put("updated", after.path("updated").asString("")));
    }

    private void destroy(String sentId) {
        CommentRows.Stored row = seen(sentId);
        EventRows.Stored event = row == null ? null : events.get(row.eventId());
        if (row == null || event == null) {
            set.notDestroyed(sentId, SetCall.notFound());
        } else if (!access.principal.id().equals(row.authorId()) && !access.mayModerate(event)) {
            set.notDestroyed(
                    sentId,
                    SetCall.forbidden("Only who wrote it or manages the calendar deletes it."));
        } else {
            Attachments.change(desk, event, row.id(), Attachments.ofComment(row.json()), Set.of());
            CommentRows.delete(desk.sql, List.of(row.id()));
            rows.remove(row.id());
            desk.log(accountId).changed(Types.COMMENT, row.id(), event.whereWhole(), null);
            set.destroyed(sentId);
        }
    }

    private CommentRows.@Nullable Stored seen(String sentId) {
        String id = set.resolve(sentId);
        return id == null ? null : rows.get(id);
    }

    private ObjectNode view(CommentRows.Stored row) {
        return CommentMethods.view(row, Map.of(access.principal.id(), access.principal));
    }

    private @Nullable SetError refusal(ObjectNode json, ObjectNode before) {
        for (String name : json.propertyNames()) {
            if (!WRITABLE.contains(name) && !json.path(name).equals(before.path(name))) {
                return SetError.invalid(name, "A comment has no " + name + " that one sets.");
            }
        }
        JsonNode text = json.path("text");
        if (!text.isString() || text.asString().length() > LONGEST_TEXT) {
            return SetError.invalid(
                    "text", "The text has at most " + LONGEST_TEXT + " characters.");
        }
        if (text.asString().isBlank() && json.path("attachments").isEmpty()) {
            return SetError.invalid("text", "A comment without a word or a file says nothing.");
        }
        if (json.has("uid")
                && (!json.path("uid").isString()
                        || json.path("uid").asString().isEmpty()
                        || json.path("uid").asString().length() > 200)) {
            return SetError.invalid("uid", "A uid has 1 to 200 characters.");
        }
        if (!areFit(json)) {
            return SetError.invalid(
                    "attachments",
                    "Attachments are a map of at most "
                            + MOST_ATTACHMENTS
                            + " links that name a blob.");
        }
        if (Json.write(json).length() > LONGEST) {
            return new SetError("tooLarge", "The comment is too long.");
        }
        return Attachments.refusal(
                desk,
                access.principal,
                "attachments",
                Attachments.ofComment(before),
                Attachments.ofComment(json));
    }

    private static boolean areFit(ObjectNode json) {
        JsonNode all = json.path("attachments");
        return all.isMissingNode()
                || (all.isObject()
                        && all.size() <= MOST_ATTACHMENTS
                        && all.valueStream()
                                .allMatch(a -> a.isObject() && a.path("blobId").isString()));
    }
}
