package app.linden.store;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Trashed;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/** What a restore out of the trash does; part of one transaction. */
final class Trash {
    private final Desk desk;
    private final Revival revival;

    Trash(Desk desk) {
        this.desk = desk;
        this.revival = new Revival(desk);
    }

    /**
     * Makes again what was deleted: under its uid, and in the calendar in which it was.
     *
     * @param calendarId where an event goes whose calendar is gone
     */
    void restore(String trashId, @Nullable String calendarId) {
        Trashed trashed = TrashRows.find(desk.sql, trashId).orElseThrow(Trash::notThere);
        if (trashed.type() == Type.CALENDAR) {
            calendar(trashed);
        } else {
            event(trashed, calendarId);
        }
        TrashRows.remove(desk.sql, trashId);
        desk.changed.trash();
    }

    private void calendar(Trashed trashed) {
        if (!revival.canHold(trashed.accountId(), Type.CALENDAR, trashed.document())) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "The account of the calendar “"
                            + trashed.title()
                            + "” is no longer on this computer.");
        }
        String id =
                revival.revive(
                        trashed.objectId(), trashed.accountId(), Type.CALENDAR, trashed.document());
        for (Trashed event : TrashRows.wentWith(desk.sql, trashed)) {
            if (!isThere(event.accountId(), event)) {
                revival.revive(
                        event.objectId(), event.accountId(), Type.EVENT, in(event.document(), id));
            }
            TrashRows.remove(desk.sql, event.id());
        }
    }

    private void event(Trashed trashed, @Nullable String calendarId) {
        ObjectNode document = trashed.document();
        String accountId = trashed.accountId();
        if (!revival.canHold(accountId, Type.EVENT, document)) {
            Stored calendar =
                    Documents.find(desk.sql, calendarId == null ? "" : calendarId)
                            .filter(s -> s.work() != null)
                            .orElseThrow(() ->
                                    new Problem(
                                            Problem.Kind.BAD_INPUT,
                                            "The calendar of “"
                                                    + trashed.title()
                                                    + "” is gone, and there is no other that takes"
                                                    + " events."));
            accountId = calendar.accountId();
            document = in(Merge.asNew(document), calendar.id());
        }
        if (isThere(accountId, trashed)) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "“" + trashed.title() + "” is in your calendar already.");
        }
        revival.revive(trashed.objectId(), accountId, Type.EVENT, document);
    }

    private static ObjectNode in(ObjectNode document, String calendarId) {
        return Event.of(document).with("calendarIds", Json.object().put(calendarId, true)).json();
    }

    private boolean isThere(String accountId, Trashed trashed) {
        String recurrenceId = trashed.document().path("recurrenceId").asString("");
        return Documents.findByUid(desk.sql, accountId, trashed.document().path("uid").asString(""))
                .stream()
                .anyMatch(s ->
                        s.work() != null
                                && s.work().path("recurrenceId").asString("").equals(recurrenceId));
    }

    private static Problem notThere() {
        return new Problem(
                Problem.Kind.BAD_INPUT,
                "This is no longer in the trash, so it cannot be restored.");
    }
}
