package app.linden.store;

import app.linden.base.Problem;
import app.linden.model.Beside;
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
    private final Desk desk;
    private final LocalEdits edits;

    Decision(Desk desk) {
        this.desk = desk;
        this.edits = new LocalEdits(desk);
    }

    void of(String conflictId, Choice choice) {
        Conflict conflict = ConflictRows.find(desk.sql, conflictId).orElse(null);
        if (conflict == null) {
            return;
        }
        if (conflict.mine() instanceof ObjectNode values) {
            switch (choice) {
                case MINE -> mine(conflict, values);
                case BOTH -> both(conflict, values);
                case THEIRS -> {}
            }
        }
        ConflictRows.remove(desk.sql, conflictId);
        desk.notedCard(conflict, false);
        desk.changed.outbox();
        desk.changed.event(conflict.objectId());
    }

    private void mine(Conflict conflict, ObjectNode values) {
        Optional<Stored> stored = Documents.find(desk.sql, conflict.objectId());
        switch (conflict.unit()) {
            case ConflictRows.DELETE ->
                    stored.ifPresent(s -> edits.apply(new Intent.Destroy(s.id())));
            case ConflictRows.DELETED ->
                    edits.apply(
                            new Intent.Create(
                                    desk.ids.next(),
                                    accountFor(values),
                                    Type.EVENT,
                                    Merge.asNew(values)));
            default -> {
                Stored event = standing(conflict);
                edits.update(event, Merge.taking(LocalEdits.work(event), values));
            }
        }
    }

    private void both(Conflict conflict, ObjectNode values) {
        Stored stored = standing(conflict);
        ObjectNode work = stored.work();
        if (work == null || stored.type() != Type.EVENT) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "Of this there can be only one; please choose.");
        }
        String id = desk.ids.next();
        Beside beside = Beside.of(Event.of(work), conflict.unit(), Patch.of(values), id);
        Event added = beside.added();
        if (added != null) {
            edits.apply(new Intent.Create(id, stored.accountId(), Type.EVENT, added.json()));
        }
        edits.update(stored, beside.event().json());
    }

    /** Of an event that was deleted since, the card is the last place of the value: it stays. */
    private Stored standing(Conflict conflict) {
        return Documents.find(desk.sql, conflict.objectId())
                .filter(s -> s.work() != null)
                .orElseThrow(LocalEdits::gone);
    }

    private String accountFor(ObjectNode event) {
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
