package app.linden.store;

import app.linden.model.Act;
import app.linden.model.Conflict;
import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Patch;
import app.linden.model.Type;
import app.linden.model.Undone;
import app.linden.model.Undone.Kept;
import app.linden.model.Undone.Why;
import app.linden.model.Usual;
import app.linden.store.Documents.Stored;
import app.linden.store.HistoryRows.Change;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Undoes an act, or does it again: a new change of each object by the rules of merging, in which
 * what the act made of it is the base, what is to be restored is mine, and what stands is theirs.
 * So only what the act changed is changed back, and what somebody else changed since stays. Part of
 * one transaction.
 */
final class Reversal {
    private final Desk desk;
    private final LocalEdits edits;
    private final Revival revival;
    private final List<Kept> kept = new ArrayList<>();
    private boolean any;

    Reversal(Desk desk) {
        this.desk = desk;
        this.edits = new LocalEdits(desk);
        this.revival = new Revival(desk);
    }

    Undone run(Act act, boolean forward) {
        List<Change> changes = new ArrayList<>(HistoryRows.changes(desk.sql, act));
        if (!forward) {
            changes.replaceAll(Change::reversed);
            java.util.Collections.reverse(changes);
        }
        // An event can only be in a calendar that is there.
        changes.stream().filter(c -> isCalendar(c)).forEach(c -> run(c, act));
        changes.stream().filter(c -> !isCalendar(c)).forEach(c -> run(c, act));
        if (any) {
            HistoryRows.mark(desk.sql, act, !forward);
        } else {
            // Nothing of it is left: the next time it is the turn of the act before.
            HistoryRows.remove(desk.sql, act.id());
        }
        desk.changed.history();
        return new Undone(act, kept);
    }

    private static boolean isCalendar(Change change) {
        return change.type().equals(Type.CALENDAR.name());
    }

    private void run(Change change, Act act) {
        if (change.type().equals(HistoryRows.CARD)) {
            card(change);
            return;
        }
        Stored stored = Documents.find(desk.sql, change.objectId()).orElse(null);
        ObjectNode current = stored == null ? null : stored.work();
        ObjectNode from = change.was();
        ObjectNode to = change.became();
        if (from == null) {
            bring(change, Objects.requireNonNull(to), stored);
        } else if (to == null) {
            if (stored != null && current != null) {
                take(stored, from, current, act);
            } else {
                any = true;
            }
        } else if (stored == null || current == null) {
            kept.add(new Kept(title(change, to), Why.GONE, List.of()));
        } else {
            turn(stored, from, to, current);
        }
    }

    private void bring(Change change, ObjectNode document, @Nullable Stored stored) {
        if (stored != null && stored.work() != null) {
            any = true;
            return;
        }
        if (!revival.canHold(change.accountId(), Type.valueOf(change.type()), document)) {
            kept.add(new Kept(title(change, document), Why.NO_CALENDAR, List.of()));
            return;
        }
        String id =
                revival.revive(
                        change.objectId(),
                        change.accountId(),
                        Type.valueOf(change.type()),
                        document);
        if (!id.equals(change.objectId())) {
            HistoryRows.rename(desk.sql, change.objectId(), id);
        }
        any = true;
    }

    /** What somebody changed since they would miss: it stays. */
    private void take(Stored stored, ObjectNode from, ObjectNode current, Act act) {
        if (stored.type() == Type.EVENT && Usual.differ(from, current)) {
            kept.add(new Kept(stored.title(), Why.CHANGED, List.of()));
            return;
        }
        boolean goesWithItsCalendar =
                act.kind() == Act.Kind.DELETE_CALENDAR && stored.type() == Type.EVENT;
        if (!goesWithItsCalendar) {
            edits.destroy(stored, act.kind() != Act.Kind.IMPORT);
        }
        any = true;
    }

    private void turn(Stored stored, ObjectNode from, ObjectNode to, ObjectNode current) {
        if (!Merge.differ(from, current)) {
            edits.update(stored, Merge.changesToSend(current, to).applyLeniently(current));
            any = true;
            return;
        }
        ObjectNode plain = Usual.without(current);
        Merge.Merged merged = Merge.merge(Usual.without(from), Usual.without(to), plain);
        Patch patch = Merge.changesToSend(plain, merged.result());
        edits.update(stored, patch.applyLeniently(current));
        if (!merged.clashes().isEmpty()) {
            kept.add(
                    new Kept(
                            stored.title(),
                            Why.CHANGED,
                            merged.clashes().stream().map(Merge.Clash::unit).toList()));
        }
        any |= !patch.isEmpty() || merged.clashes().isEmpty();
    }

    private void card(Change change) {
        if (change.became() == null) {
            ConflictRows.remove(desk.sql, change.objectId());
        } else if (ConflictRows.find(desk.sql, change.objectId()).isEmpty()) {
            ConflictRows.put(desk.sql, ConflictRows.ofJson(change.objectId(), change.became()));
        }
        any = true;
        desk.changed.outbox();
        Conflict card =
                ConflictRows.ofJson(
                        change.objectId(),
                        change.became() == null
                                ? Objects.requireNonNullElseGet(change.was(), Json::object)
                                : change.became());
        desk.changed.event(card.objectId());
    }

    private static String title(Change change, ObjectNode document) {
        return document.path(isCalendar(change) ? "name" : "title").asString("");
    }
}
