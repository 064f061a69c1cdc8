package app.linden.store;

import app.linden.base.Problem;
import app.linden.model.Comment;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Patch;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;
import app.linden.store.Outbox.Entry;
import app.linden.store.Outbox.Kind;

import tools.jackson.databind.node.ObjectNode;

/**
 * Brings back what was deleted and takes back what waits to be sent, as new edits where the server
 * may have it already. Part of one transaction.
 */
final class Revival {
    private final Desk desk;
    private final LocalEdits edits;

    Revival(Desk desk) {
        this.desk = desk;
        this.edits = new LocalEdits(desk);
    }

    /** Takes back a change that the server does not have, as far as it can be told. */
    void discard(long seq) {
        Entry entry = Outbox.find(desk.sql, seq).orElseThrow(Revival::sentMeanwhile);
        Entry last = edits.last(entry.objectId());
        if (last == null || last.seq() != seq) {
            throw sentMeanwhile();
        }
        Stored stored = edits.existing(entry.objectId());
        switch (entry.kind()) {
            case CREATE -> edits.destroy(stored);
            case UPDATE ->
                    edits.update(
                            stored, Patch.of(entry.pre()).applyLeniently(LocalEdits.work(stored)));
            case DESTROY -> revive(stored.id(), stored.accountId(), stored.type(), entry.pre());
        }
    }

    private static Problem sentMeanwhile() {
        return new Problem(
                Problem.Kind.BAD_INPUT,
                "This change is on its way to the server already; undo it instead.");
    }

    /** Whether the account and the calendar in which something was are there. */
    boolean canHold(String accountId, Type type, ObjectNode document) {
        if (type == Type.COMMENT) {
            return Documents.find(desk.sql, document.path(Comment.EVENT).asString(""))
                    .filter(e -> e.work() != null && e.accountId().equals(accountId))
                    .isPresent();
        }
        return AccountRows.find(desk.sql, accountId).isPresent()
                && (type == Type.CALENDAR
                        || Event.of(document).calendarIds().stream()
                                .allMatch(c ->
                                        Documents.find(desk.sql, c)
                                                .filter(s -> s.work() != null)
                                                .filter(s -> s.accountId().equals(accountId))
                                                .isPresent()));
    }

    /**
     * Brings back what was deleted. A deletion that nobody has heard of is taken back; otherwise it
     * is made again, under its local id where that is free, with its uid.
     *
     * @return the local id
     */
    String revive(String id, String accountId, Type type, ObjectNode document) {
        TrashRows.removeOf(desk.sql, id);
        desk.changed.trash();
        Stored stored = Documents.find(desk.sql, id).orElse(null);
        Entry last = edits.last(id);
        if (stored != null && last != null && !last.sent()) {
            desk.noted(stored, document);
            Outbox.remove(desk.sql, last.seq());
            undelete(stored, document);
            return id;
        }
        String free = stored == null ? id : desk.ids.next();
        edits.create(
                new Intent.Create(
                        free,
                        accountId,
                        type,
                        edits.isSynced(accountId) ? Merge.asNew(document) : document));
        return free;
    }

    private void undelete(Stored stored, ObjectNode document) {
        ObjectNode before = Outbox.applied(stored.base(), Outbox.of(desk.sql, stored.id()));
        ObjectNode known = before == null ? Json.object() : before;
        Patch patch = Merge.changesToSend(known, document);
        ObjectNode after = patch.applyLeniently(known);
        desk.save(stored.with(stored.serverId(), stored.base(), after));
        if (!patch.isEmpty()) {
            Outbox.add(
                    desk.sql,
                    stored.id(),
                    stored.accountId(),
                    Kind.UPDATE,
                    patch.toJson(),
                    patch.valuesIn(known).toJson(),
                    desk.now);
        }
        desk.changed.outbox();
    }
}
