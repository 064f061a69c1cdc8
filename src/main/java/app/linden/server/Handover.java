package app.linden.server;

import app.linden.model.Json;
import app.linden.model.Rights;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes a calendar out of somebody's account into an account of its own, so that it can be handed
 * over and outlives them. Ids stay, so that what members keep for themselves stays. Private and
 * secret events are not handed over: they stay behind in the owner's default calendar.
 */
final class Handover {
    private final Desk desk;
    private final AccountRows.Stored from;
    private final Map<String, Rights> members;

    /**
     * Prepares it.
     *
     * @param members who is a member afterwards; one of them may share
     */
    Handover(Desk desk, AccountRows.Stored from, Map<String, Rights> members) {
        this.desk = desk;
        this.from = from;
        this.members = new TreeMap<>(members);
    }

    /** Answers the id of the new account. */
    String run(CalendarRows.Stored calendar) {
        String spaceId = desk.ids.next();
        AccountRows.insert(desk, spaceId, calendar.json().path("name").asString(""), null);
        Map<String, Rights> before = ShareRows.ofCalendar(desk.sql, calendar.id());
        moveEvents(calendar, spaceId);
        moveCalendar(calendar, spaceId);
        ShareRows.replace(desk.sql, spaceId, calendar.id(), members);
        for (Map<String, Rights> some : List.of(before, members)) {
            Principal.sessionsChanged(desk.sql, some.keySet());
        }
        before.keySet().forEach(desk.log(from.id())::sightChanged);
        members.keySet().forEach(desk.log(spaceId)::sightChanged);
        return spaceId;
    }

    private void moveEvents(CalendarRows.Stored calendar, String spaceId) {
        List<EventRows.Stored> moved = new ArrayList<>();
        Map<String, EventRows.Stored> copied = new LinkedHashMap<>();
        Map<String, EventRows.Stored> kept = new LinkedHashMap<>();
        Map<String, EventRows.Stored> were = new HashMap<>();
        for (EventRows.Stored event : EventRows.in(desk.sql, calendar.id())) {
            were.put(event.id(), event);
            boolean alone = event.where().calendars().size() == 1;
            if (!Access.isPublic(event.json())) {
                EventRows.Stored rest = event.without(calendar.id());
                kept.put(event.id(), alone ? in(rest, restOf(calendar)) : rest);
            } else if (alone) {
                moved.add(new EventRows.Stored(event.id(), spaceId, event.json()));
            } else {
                kept.put(event.id(), event.without(calendar.id()));
                ObjectNode copy = event.json().deepCopy();
                copy.putObject("calendarIds").put(calendar.id(), true);
                copied.put(event.id(), new EventRows.Stored(desk.ids.next(), spaceId, copy));
            }
        }
        ChangeLog old = desk.log(from.id());
        ChangeLog fresh = desk.log(spaceId);
        EventRows.update(desk.sql, kept.values());
        kept.values()
                .forEach(e -> {
                    List<String> in = new ArrayList<>(e.where().calendars());
                    in.add(calendar.id());
                    old.changed(Types.EVENT, e.id(), new Where(in, e.where().secret()), e.where());
                });
        EventRows.update(desk.sql, moved);
        moved.forEach(e -> old.changed(Types.EVENT, e.id(), e.where(), null));
        EventRows.insert(desk.sql, List.copyOf(copied.values()));
        Belongings left = new Belongings(desk, from.id());
        left.changed(were, kept);
        left.movedTo(spaceId, moved);
        new Belongings(desk, spaceId).copied(copied);
        for (Collection<EventRows.Stored> there : List.of(moved, copied.values())) {
            there.forEach(e -> fresh.changed(Types.EVENT, e.id(), null, e.where()));
        }
    }

    private static EventRows.Stored in(EventRows.Stored event, String calendarId) {
        ObjectNode json = event.json().deepCopy();
        json.putObject("calendarIds").put(calendarId, true);
        return new EventRows.Stored(event.id(), event.accountId(), json);
    }

    /** Another calendar of the account, the default one if that is another; made if need be. */
    private String restOf(CalendarRows.Stored calendar) {
        List<CalendarRows.Stored> others =
                new ArrayList<>(CalendarRows.ofAccount(desk.sql, from.id()));
        others.removeIf(c -> c.id().equals(calendar.id()));
        for (CalendarRows.Stored other : others) {
            if (other.isDefault()) {
                return other.id();
            }
        }
        if (!others.isEmpty()) {
            return others.getFirst().id();
        }
        String id = desk.ids.next();
        CalendarRows.insert(
                desk,
                new CalendarRows.Stored(
                        id, from.id(), false, Json.object().put("name", "Calendar")));
        return id;
    }

    private void moveCalendar(CalendarRows.Stored calendar, String spaceId) {
        desk.sql.update(
                "UPDATE calendar SET account_id = ?, is_default = TRUE WHERE id = ?",
                spaceId,
                calendar.id());
        desk.sql.update(
                "UPDATE invitation SET account_id = ? WHERE calendar_id = ?",
                spaceId,
                calendar.id());
        Where where = Where.calendar(calendar.id());
        desk.log(from.id()).changed(Types.CALENDAR, calendar.id(), where, null);
        desk.log(spaceId).changed(Types.CALENDAR, calendar.id(), null, where);
        List<CalendarRows.Stored> left = CalendarRows.ofAccount(desk.sql, from.id());
        if (calendar.isDefault() && !left.isEmpty()) {
            CalendarRows.update(desk, left.getFirst().asDefault(true));
        }
    }
}
