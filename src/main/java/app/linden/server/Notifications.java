package app.linden.server;

import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notes for the others what somebody does to events that they see (jmap-calendars 7); part of one
 * transaction. In a calendar that nobody else sees there is nothing to note.
 */
final class Notifications {
    /** What says only that something changed. */
    private static final Set<String> STAMPS = Set.of("updated", "sequence", "isOrigin");

    private final Desk desk;
    private final String accountId;
    private final String doer;
    private final List<NotificationRows.Stored> rows = new ArrayList<>();

    Notifications(Desk desk, String accountId, String doer) {
        this.desk = desk;
        this.accountId = accountId;
        this.doer = doer;
    }

    void add(String eventId, @Nullable ObjectNode before, @Nullable ObjectNode after) {
        if (before != null && after != null && without(before).equals(without(after))) {
            return;
        }
        rows.add(
                new NotificationRows.Stored(
                        desk.ids.next(), accountId, eventId, doer, desk.now, before, after));
    }

    private static ObjectNode without(ObjectNode event) {
        ObjectNode rest = event.deepCopy();
        STAMPS.forEach(rest::remove);
        return rest;
    }

    void save() {
        Audience audience = rows.isEmpty() ? null : Audience.of(desk.sql, accountId);
        List<NotificationRows.Stored> heard = new ArrayList<>();
        for (NotificationRows.Stored row : rows) {
            if (audience == null) {
                break;
            }
            Where where = row.where();
            Set<String> hearers = new HashSet<>(audience.of(Types.EVENT, null, where));
            hearers.remove(doer);
            if (hearers.isEmpty() || !row.isPublic()) {
                continue;
            }
            heard.add(row);
            hearers.forEach(p ->
                    desk.log(accountId).changedFor(p, Types.NOTIFICATION, row.id(), null, where));
        }
        if (!heard.isEmpty()) {
            NotificationRows.insert(desk.sql, accountId, heard);
        }
    }

    /**
     * A notification as somebody sees it, who may see the event only before or only after the
     * change; null for one who sees neither.
     */
    static @Nullable ObjectNode view(
            NotificationRows.Stored row, Access access, Map<String, Principal> people) {
        if (!row.isPublic()) {
            return null;
        }
        ObjectNode before = side(row, row.before(), access);
        ObjectNode after = side(row, row.after(), access);
        if (before == null && after == null) {
            return null;
        }
        ObjectNode json = Json.object().put("id", row.id()).put("created", row.at().toString());
        Principal by = people.get(row.principalId());
        ObjectNode person = json.putObject("changedBy");
        person.put("name", by == null ? "" : by.name());
        String address = by == null ? "" : by.address();
        person.put(
                "email",
                address.startsWith("mailto:") ? address.substring("mailto:".length()) : null);
        person.put("principalId", by == null ? null : by.id());
        person.put("calendarAddress", address.isEmpty() ? null : address);
        json.putNull("comment");
        json.put("type", before == null ? "created" : after == null ? "destroyed" : "updated");
        json.put("calendarEventId", row.eventId());
        ObjectNode event = before == null ? after : before;
        if (after != null) {
            json.put("isDraft", after.path("isDraft").asBoolean(false));
        }
        json.set("event", event);
        if (before != null && after != null) {
            json.set("eventPatch", app.linden.model.Patch.between(before, after).toJson());
        }
        return json;
    }

    private static @Nullable ObjectNode side(
            NotificationRows.Stored row, @Nullable ObjectNode json, Access access) {
        if (json == null) {
            return null;
        }
        var event = new EventRows.Stored(row.eventId(), row.accountId(), json);
        Where where = event.where();
        if (!Where.isSeen(where, access.readable(), access.isOwner())) {
            return null;
        }
        ObjectNode view = EventView.of(event, null, access);
        view.remove("id");
        return view;
    }
}
