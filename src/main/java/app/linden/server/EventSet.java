package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.wire.SetError;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Creates, updates and destroys events, inside one transaction. What is destroyed goes first, so
 * that its uid is free for what is created (jmap-calendars 5.9).
 */
final class EventSet {
    private static final List<String> FIXED_IN_OCCURRENCES =
            List.of(
                    "id",
                    "baseEventId",
                    "recurrenceId",
                    "uid",
                    "calendarIds",
                    "isDraft",
                    "isOrigin",
                    "recurrenceRule",
                    "recurrenceOverrides");

    private final Desk desk;
    private final Access access;
    private final SetCall set;
    private final String accountId;
    private final String me;
    private final Map<String, EventRows.Stored> rows = new HashMap<>();
    private final Map<String, ObjectNode> personal = new HashMap<>();
    private final EventBatch batch = new EventBatch();
    private final CalendarReferences references;
    private final EventStamps stamps;

    EventSet(Desk desk, Access access, SetCall set) {
        this.desk = desk;
        this.access = access;
        this.set = set;
        this.references = new CalendarReferences(set);
        this.stamps = new EventStamps(desk.sql, desk.now);
        this.accountId = access.account.id();
        this.me = access.principal.id();
    }

    void run() {
        Set<String> wanted = new HashSet<>(set.destroy);
        wanted.addAll(set.update.keySet());
        load(wanted);
        set.destroy.stream().filter(id -> !id.startsWith("#")).forEach(this::destroy);
        batch.deleteNow(desk, accountId);
        createAll();
        set.update.forEach(this::update);
        set.destroy.stream().filter(id -> id.startsWith("#")).forEach(this::destroy);
        batch.save(desk, accountId, me);
    }

    private void load(Set<String> sentIds) {
        List<String> ids = new ArrayList<>();
        for (String sent : sentIds) {
            String id = set.resolve(sent);
            if (id != null) {
                ids.add(Occurrences.Id.base(id));
            }
        }
        rows.putAll(EventRows.find(desk.sql, accountId, ids));
        personal.putAll(EventRows.personal(desk.sql, me, rows.keySet()));
    }

    private void createAll() {
        Map<String, ObjectNode> events = new LinkedHashMap<>();
        set.create.forEach((creationId, sent) -> events.put(creationId, completed(sent)));
        Map<String, List<String>> taken =
                EventRows.takenUids(
                        desk.sql,
                        access,
                        events.values().stream().map(e -> e.path("uid").asString("")).toList());
        events.forEach((creationId, event) -> create(creationId, event, taken));
    }

    /** What was sent, with all that the server sets where it is left out (jmap-calendars 5.9). */
    private ObjectNode completed(ObjectNode sent) {
        ObjectNode event = Json.object();
        sent.properties().stream()
                .filter(p -> !p.getValue().isNull())
                .forEach(p -> event.set(p.getKey(), p.getValue()));
        if (!event.has("@type")) {
            event.put("@type", "Event");
        }
        if (!event.has("uid")) {
            event.put("uid", desk.ids.next());
        }
        if (!event.has("isDraft")) {
            event.put("isDraft", false);
        }
        references.resolve(event);
        return stamps.local(event, Json.object());
    }

    private void create(String creationId, ObjectNode event, Map<String, List<String>> taken) {
        List<String> serverSet = EventView.SERVER_SET.stream().filter(event::has).sorted().toList();
        SetError error =
                serverSet.isEmpty()
                        ? EventRules.refusal(event)
                        : new SetError(
                                "invalidProperties", "Only the server sets these.", serverSet);
        if (error == null) {
            error = calendarsRefusal(event, List.of());
        }
        List<String> calendars = Event.of(event).calendarIds();
        if (error == null && !access.may(Access.Act.WRITE, event, calendars, false)) {
            error = notAllowed(event);
        }
        String uid = event.path("uid").asString("");
        String recurrenceId = event.path("recurrenceId").asString("");
        if (error == null && isTaken(taken.get(uid), recurrenceId)) {
            error = SetError.invalid("uid", "There is already an event with this uid.");
        }
        String now = desk.now.toString();
        boolean origin = stamps.isOrigin(event);
        if (!event.has("created")
                || (origin && now.compareTo(event.path("created").asString("")) < 0)) {
            event.put("created", now);
        }
        if (origin) {
            event.put("updated", now);
        }
        event.put("isOrigin", origin);
        if (error == null) {
            error = EventRules.tooLarge(event);
        }
        if (error == null) {
            error = linksRefusal(event, Json.object());
        }
        if (error != null) {
            set.notCreated(creationId, error);
            return;
        }
        taken.computeIfAbsent(uid, k -> new ArrayList<>()).add(recurrenceId);
        String id = desk.ids.next();
        EventView.Parts parts = EventView.split(event, null);
        EventRows.Stored row = new EventRows.Stored(id, accountId, parts.shared());
        rows.put(id, row);
        batch.insert(row);
        if (!parts.personal().isEmpty()) {
            personal.put(id, parts.personal());
            batch.personal(row, parts.personal());
        }
        ObjectNode sent = set.create.getOrDefault(creationId, Json.object());
        set.created(creationId, id, SetCall.difference(UtcTimes.without(sent), view(row)));
    }

    private static boolean isTaken(@Nullable List<String> taken, String recurrenceId) {
        return taken != null
                && (recurrenceId.isEmpty() || taken.contains("") || taken.contains(recurrenceId));
    }

    private void update(String sentId, ObjectNode sentPatch) {
        Occurrences.Id occurrence = Occurrences.Id.of(sentId);
        if (occurrence != null) {
            set.updatedUnless(change(occurrence, sentPatch), sentId);
            return;
        }
        String id = set.resolve(sentId);
        EventRows.Stored row = id == null ? null : visible(id);
        if (id != null && (set.destroy.contains(sentId) || batch.isDestroyed(id))) {
            set.notUpdated(
                    sentId, new SetError("willDestroy", "It is destroyed in the same call."));
            return;
        }
        if (id == null || row == null) {
            set.notUpdated(sentId, SetCall.notFound());
            return;
        }
        if (!access.isOwner() && !Access.isPublic(row.json())) {
            set.notUpdated(id, SetCall.forbidden("Only its owner may change a private event."));
            return;
        }
        ObjectNode before = view(row);
        ObjectNode after;
        try {
            after = Patch.of(stamps.local(references.resolved(sentPatch), before)).apply(before);
        } catch (Problem e) {
            set.notUpdated(id, new SetError("invalidPatch", Problem.sentence(e)));
            return;
        }
        SetError error = apply(row, before, after);
        if (error != null) {
            set.notUpdated(id, error);
        } else {
            set.updated(id, SetCall.difference(after, view(rows.getOrDefault(id, row))));
        }
    }

    /** Changes one occurrence of a series, or leaves it out where there is no patch. */
    private @Nullable SetError change(Occurrences.Id id, @Nullable ObjectNode patch) {
        EventRows.Stored row = visible(id.eventId());
        ObjectNode series = row == null ? null : view(row);
        ObjectNode before = series == null ? null : Occurrences.view(series, id);
        if (row == null || series == null || before == null || batch.isDestroyed(row.id())) {
            return SetCall.notFound();
        }
        if (!access.isOwner() && !Access.isPublic(row.json())) {
            return SetCall.forbidden("Only its owner may change a private event.");
        }
        if (patch == null) {
            return apply(row, series, Occurrences.without(series, id));
        }
        try {
            ObjectNode after =
                    Patch.of(stamps.local(references.resolved(patch), before)).apply(before);
            for (String fixed : FIXED_IN_OCCURRENCES) {
                if (!before.path(fixed).equals(after.path(fixed))) {
                    return SetError.invalid(fixed, "This cannot be changed.");
                }
            }
            return apply(row, series, Occurrences.with(series, id, after));
        } catch (Problem e) {
            return new SetError("invalidPatch", Problem.sentence(e));
        }
    }

    private @Nullable SetError apply(EventRows.Stored row, ObjectNode before, ObjectNode after) {
        List<String> fixed = new ArrayList<>();
        for (String name : List.of("id", "isOrigin", "baseEventId", "uid", "recurrenceId")) {
            if (!before.path(name).equals(after.path(name))) {
                fixed.add(name);
            }
        }
        if (after.path("isDraft").asBoolean(false) && !before.path("isDraft").asBoolean(false)) {
            fixed.add("isDraft");
        }
        if (!fixed.isEmpty()) {
            return new SetError("invalidProperties", "These cannot be changed.", fixed);
        }
        if (!after.has("isDraft")) {
            after.put("isDraft", false);
        }
        if (!after.has("@type")) {
            after.put("@type", "Event");
        }
        ObjectNode whole = after.deepCopy();
        keepUnseenCalendars(row, whole);
        EventView.Parts parts = EventView.split(whole, row.json());
        ObjectNode shared = parts.shared();
        Set<String> differing = EventStamps.differing(row.json(), shared);
        ObjectNode mineBefore = personal.getOrDefault(row.id(), Json.object());
        ObjectNode mine = parts.personal();
        if (mineBefore.has("updated")) {
            mine.set("updated", mineBefore.path("updated"));
        }
        boolean personalChanged = !mine.equals(mineBefore);
        // The time of the last change is the server's business; a client may send it back.
        if (differing.remove("updated")) {
            shared.set("updated", row.json().path("updated"));
        }
        if (differing.isEmpty() && !personalChanged) {
            return null;
        }
        SetError error = differing.isEmpty() ? null : sharedRefusal(row, shared, differing);
        if (error == null && personalChanged && differing.isEmpty()) {
            Where where = row.where();
            error =
                    access.may(Access.Act.WRITE_PERSONAL, row.json(), where.calendars(), false)
                            ? EventRules.refusal(whole)
                            : SetCall.forbidden("You may not change events in this calendar.");
        } else if (error == null) {
            error = EventRules.refusal(whole);
        }
        if (error == null) {
            error = EventRules.tooLarge(whole);
        }
        if (error == null && !differing.isEmpty()) {
            error = linksRefusal(shared, row.json());
        }
        if (error != null) {
            return error;
        }
        if (!differing.isEmpty()) {
            stamps.renew(row.json(), shared, differing);
            EventRows.Stored next = new EventRows.Stored(row.id(), accountId, shared);
            rows.put(row.id(), next);
            batch.change(row, next);
        } else {
            mine.put("updated", desk.now.toString());
        }
        if (personalChanged) {
            personal.put(row.id(), mine);
            batch.personal(row, mine);
        }
        return null;
    }

    private @Nullable SetError sharedRefusal(
            EventRows.Stored row, ObjectNode shared, Set<String> differing) {
        List<String> before = row.where().calendars();
        List<String> after = Event.of(shared).calendarIds();
        if (differing.contains("calendarIds")) {
            SetError error = calendarsRefusal(shared, before);
            if (error != null) {
                return error;
            }
            Set<String> moved = new HashSet<>(before);
            moved.addAll(after);
            moved.removeIf(c -> before.contains(c) && after.contains(c));
            if (!access.may(Access.Act.WRITE, row.json(), moved, false)) {
                return SetCall.forbidden("You may not move events between these calendars.");
            }
        }
        Set<String> others = new HashSet<>(differing);
        others.remove("calendarIds");
        if (!others.isEmpty() && !access.may(Access.Act.WRITE, row.json(), before, false)) {
            return SetCall.forbidden("You may not change events in this calendar.");
        }
        if (!access.isOwner() && !Access.isPublic(shared)) {
            return SetError.invalid("privacy", "In others' calendars events are public.");
        }
        return null;
    }

    private void destroy(String sentId) {
        Occurrences.Id occurrence = Occurrences.Id.of(sentId);
        if (occurrence != null) {
            set.destroyedUnless(change(occurrence, null), sentId);
            return;
        }
        String id = set.resolve(sentId);
        EventRows.Stored row = id == null ? null : visible(id);
        if (id == null || row == null || batch.isDestroyed(id)) {
            set.notDestroyed(sentId, SetCall.notFound());
        } else if (!access.may(Access.Act.WRITE, row.json(), row.where().calendars(), false)) {
            set.notDestroyed(id, SetCall.forbidden("You may not delete this event."));
        } else {
            batch.destroy(row);
            set.destroyed(id);
        }
    }

    private EventRows.@Nullable Stored visible(String id) {
        EventRows.Stored row = rows.get(id);
        if (row == null) {
            return null;
        }
        Where where = row.where();
        return access.may(Access.Act.READ, row.json(), where.calendars(), where.secret())
                ? row
                : null;
    }

    private ObjectNode view(EventRows.Stored row) {
        return EventView.of(row, personal.get(row.id()), access);
    }

    /** Calendars that one does not see stay as they were, whatever one sends. */
    private void keepUnseenCalendars(EventRows.Stored row, ObjectNode after) {
        if (after.get("calendarIds") instanceof ObjectNode calendars) {
            ObjectNode all = calendars.deepCopy();
            row.where().calendars().stream()
                    .filter(c -> !access.maySee(c))
                    .forEach(c -> all.put(c, true));
            after.set("calendarIds", all);
        }
    }

    private @Nullable SetError calendarsRefusal(ObjectNode event, List<String> already) {
        JsonNode calendars = event.path("calendarIds");
        boolean fit =
                calendars.isObject()
                        && !calendars.isEmpty()
                        && calendars.properties().stream()
                                .allMatch(c ->
                                        c.getValue().isBoolean()
                                                && c.getValue().asBoolean()
                                                && (access.maySee(c.getKey())
                                                        || already.contains(c.getKey())));
        return fit
                ? null
                : SetError.invalid("calendarIds", "An event is in calendars of its account.");
    }

    private @Nullable SetError linksRefusal(ObjectNode event, ObjectNode before) {
        Set<String> named = Attachments.of(event);
        return named.isEmpty()
                ? null
                : Attachments.refusal(
                        desk, access.principal, "links", Attachments.of(before), named);
    }

    private SetError notAllowed(ObjectNode event) {
        return !access.isOwner() && !Access.isPublic(event)
                ? SetError.invalid("privacy", "In others' calendars events are public.")
                : SetCall.forbidden("You may not add events to this calendar.");
    }
}
