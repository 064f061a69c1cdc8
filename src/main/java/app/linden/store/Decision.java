package app.linden.store;

import app.linden.base.Problem;
import app.linden.model.Conflict;
import app.linden.model.Event;
import app.linden.model.Merge;
import app.linden.model.Patch;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** What a person decides on a card of the conflict table. Runs on the writer thread. */
final class Decision {
    private Decision() {}

    static void of(Desk desk, String conflictId, boolean mine) {
        Conflict conflict = ConflictRows.find(desk.sql, conflictId).orElse(null);
        if (conflict == null) {
            return;
        }
        if (mine && conflict.mine() instanceof ObjectNode values) {
            Optional<Stored> stored = Documents.find(desk.sql, conflict.objectId());
            LocalEdits edits = new LocalEdits(desk);
            switch (conflict.unit()) {
                case ConflictRows.DELETE ->
                        stored.ifPresent(s -> edits.apply(new Intent.Destroy(s.id())));
                case ConflictRows.DELETED ->
                        edits.apply(
                                new Intent.Create(
                                        desk.ids.next(),
                                        accountFor(desk, values),
                                        Type.EVENT,
                                        Merge.asNew(values)));
                // Of an event that was deleted since, the card is the last place of the value: it
                // stays.
                default ->
                        edits.apply(
                                new Intent.Update(
                                        stored.filter(s -> s.work() != null)
                                                .orElseThrow(LocalEdits::gone)
                                                .id(),
                                        Patch.of(values)));
            }
        }
        ConflictRows.remove(desk.sql, conflictId);
        desk.changed.outbox();
        desk.changed.event(conflict.objectId());
    }

    private static String accountFor(Desk desk, ObjectNode event) {
        return Event.of(event).calendarIds().stream()
                .flatMap(c -> Documents.find(desk.sql, c).stream())
                .map(Stored::accountId)
                .findFirst()
                .orElseThrow(() ->
                        new Problem(
                                Problem.Kind.BAD_INPUT,
                                "The calendar of this event no longer exists."));
    }
}
