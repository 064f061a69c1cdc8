package app.linden.server;

import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.model.Rights.Right;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deletes a person with all that is theirs alone. A calendar that others have a share of outlives
 * them: when one of these manages it, it gets an account of its own; when none does, nothing is
 * deleted until it is handed over or given up by name.
 */
final class Departure {
    private static final List<String> OWN_ROWS =
            List.of(
                    "calendar_personal WHERE principal_id",
                    "event_personal WHERE principal_id",
                    "notification_dismissed WHERE principal_id",
                    "horizon WHERE principal_id",
                    "share WHERE principal_id",
                    "mail_link WHERE principal_id",
                    "mail_address WHERE principal_id",
                    "principal WHERE id");

    private final Desk desk;
    private final Principal person;
    private final boolean giveUp;

    /**
     * Prepares it.
     *
     * @param giveUp whether calendars that only this person manages are deleted for all
     */
    Departure(Desk desk, Principal person, boolean giveUp) {
        this.desk = desk;
        this.person = person;
        this.giveUp = giveUp;
    }

    /**
     * Does it.
     *
     * @throws Refused 409 lastManager, with the calendars that would vanish for others
     */
    void run() {
        ArrayNode last = Json.array();
        AccountRows.find(desk.sql, person.id()).ifPresent(own -> leaveOwn(own, last));
        for (AccountRows.Stored account : AccountRows.sharedWith(desk.sql, person.id())) {
            for (CalendarRows.Stored c : CalendarRows.ofAccount(desk.sql, account.id())) {
                leave(account, c, last);
            }
        }
        if (!last.isEmpty()) {
            ObjectNode more = Json.object();
            more.set("calendars", last);
            throw Refused.own(
                    409,
                    "lastManager",
                    "Others share calendars that only you manage. Hand them over first, or say"
                            + " that they go too.",
                    more);
        }
        for (DeviceRows.Device device : DeviceRows.of(desk.sql, person.id())) {
            DeviceRows.delete(desk.sql, device.id());
        }
        forgetAuthor();
        BlobRows.deleteOf(desk.sql, person.id());
        InvitationRows.deleteOfMaker(desk.sql, person.id());
        OWN_ROWS.forEach(rows -> desk.sql.update("DELETE FROM " + rows + " = ?", person.id()));
        AccountRows.delete(desk.sql, person.id());
        States.next(desk, AccountRows.DIRECTORY, Types.PRINCIPAL);
    }

    /** What they said in others' calendars stays, as said by somebody who is gone. */
    private void forgetAuthor() {
        for (CommentRows.Stored comment : CommentRows.by(desk.sql, person.id())) {
            CommentRows.update(
                    desk.sql,
                    new CommentRows.Stored(
                            comment.id(),
                            comment.accountId(),
                            comment.eventId(),
                            null,
                            comment.json()));
            EventRows.Stored event =
                    EventRows.find(desk.sql, comment.accountId(), List.of(comment.eventId()))
                            .get(comment.eventId());
            if (event != null) {
                Where where = event.whereWhole();
                desk.log(comment.accountId()).changed(Types.COMMENT, comment.id(), where, where);
            }
        }
    }

    private void leaveOwn(AccountRows.Stored own, ArrayNode last) {
        for (CalendarRows.Stored calendar : CalendarRows.ofAccount(desk.sql, own.id())) {
            Map<String, Rights> members = ShareRows.ofCalendar(desk.sql, calendar.id());
            if (isManaged(members)) {
                new Handover(desk, own, members).run(calendar);
            } else if (!members.isEmpty() && !giveUp) {
                note(last, calendar);
            }
        }
        // Anew: handing over may have made a calendar for what stays behind.
        CalendarRemoval removal = new CalendarRemoval(desk, own);
        CalendarRows.ofAccount(desk.sql, own.id()).forEach(removal::remove);
    }

    private void leave(AccountRows.Stored account, CalendarRows.Stored calendar, ArrayNode last) {
        Map<String, Rights> before = ShareRows.ofCalendar(desk.sql, calendar.id());
        Map<String, Rights> after = new TreeMap<>(before);
        if (after.remove(person.id()) == null) {
            return;
        }
        if (account.isSpace() && !isManaged(after)) {
            if (after.isEmpty() || giveUp) {
                new CalendarRemoval(desk, account).remove(calendar);
            } else {
                note(last, calendar);
            }
            return;
        }
        CalendarRows.update(desk, calendar);
        new SharePlan(before, after).apply(desk, calendar);
    }

    private static boolean isManaged(Map<String, Rights> members) {
        return members.values().stream().anyMatch(r -> r.may(Right.SHARE));
    }

    private static void note(ArrayNode last, CalendarRows.Stored calendar) {
        last.addObject()
                .put("accountId", calendar.accountId())
                .put("calendarId", calendar.id())
                .put("name", calendar.json().path("name").asString(""));
    }
}
