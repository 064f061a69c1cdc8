package app.linden.store;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Patch;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;
import app.linden.store.Outbox.Entry;
import app.linden.store.Outbox.Kind;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/**
 * The person's edits: the new version and its outbox row in one transaction. What was not sent yet
 * is folded together; what may be on the server already is never rewritten, a new row follows it.
 */
final class LocalEdits {
    private final Desk desk;

    LocalEdits(Desk desk) {
        this.desk = desk;
    }

    void apply(Intent intent) {
        switch (intent) {
            case Intent.Create c -> create(c);
            case Intent.Update u -> {
                Stored stored = existing(u.objectId());
                update(stored, u.patch().applyLeniently(work(stored)));
            }
            case Intent.Destroy d -> destroy(existing(d.objectId()));
        }
    }

    void create(Intent.Create c) {
        Stored nothing = new Stored(c.objectId(), c.accountId(), c.type(), null, null, null);
        desk.noted(nothing, c.object());
        desk.save(nothing.with(null, null, c.object()));
        if (isSynced(c.accountId())) {
            Outbox.add(
                    desk.sql,
                    c.objectId(),
                    c.accountId(),
                    Kind.CREATE,
                    c.object(),
                    Json.object(),
                    desk.now);
            desk.changed.outbox();
        }
    }

    /** The second event first, so that it is in the outbox before what refers to it. */
    void divide(Stored stored, Divided divided) {
        Event added = divided.added();
        String clashed = stored.id();
        if (added != null) {
            clashed = desk.ids.next();
            create(new Intent.Create(clashed, stored.accountId(), stored.type(), added.json()));
        }
        Event left = divided.left();
        if (left == null) {
            destroy(stored);
        } else {
            update(stored, left.json());
        }
        addClashes(clashed, stored.title(), divided.clashes());
    }

    /** What the person did and somebody else's change stands in the way of. */
    void addClashes(String objectId, String title, List<Merge.Clash> clashes) {
        for (Merge.Clash clash : clashes) {
            String id = desk.ids.next();
            ConflictRows.add(desk.sql, id, objectId, title, clash, desk.now);
            ConflictRows.find(desk.sql, id).ifPresent(card -> desk.notedCard(card, true));
            desk.changed.outbox();
        }
    }

    /** Makes {@code after} what the person sees; does nothing where it is that already. */
    void update(Stored stored, ObjectNode after) {
        ObjectNode before = work(stored);
        Patch patch = Patch.between(before, after);
        if (patch.isEmpty()) {
            return;
        }
        Optional<String> account = accountOfCalendar(stored, after);
        if (account.isPresent() && !account.get().equals(stored.accountId())) {
            moveTo(account.get(), stored, after);
            return;
        }
        desk.noted(stored, after);
        desk.save(stored.with(stored.serverId(), stored.base(), after));
        if (!isSynced(stored.accountId())) {
            return;
        }
        Entry last = last(stored.id());
        if (last == null || last.sent()) {
            Outbox.add(
                    desk.sql,
                    stored.id(),
                    stored.accountId(),
                    Kind.UPDATE,
                    patch.toJson(),
                    patch.valuesIn(before).toJson(),
                    desk.now);
        } else if (last.kind() == Kind.CREATE) {
            Outbox.rewrite(desk.sql, last.seq(), Kind.CREATE, after, last.pre());
        } else {
            fold(last, patch, before);
        }
        desk.changed.outbox();
    }

    private Optional<String> accountOfCalendar(Stored stored, ObjectNode after) {
        return stored.type() == Type.CALENDAR
                ? Optional.empty()
                : Event.of(after).calendarIds().stream()
                        .flatMap(c -> Documents.find(desk.sql, c).stream())
                        .map(Stored::accountId)
                        .findFirst();
    }

    /**
     * Between accounts nothing moves: it is copied there, under the same uid, and deleted here,
     * which the outbox does not send before the copy has arrived.
     */
    private void moveTo(String accountId, Stored stored, ObjectNode after) {
        create(new Intent.Create(desk.ids.next(), accountId, stored.type(), Merge.asNew(after)));
        destroy(stored);
    }

    /** A calendar of this computer, with its events, into an account on a server. */
    void relocate(Stored calendar, String accountId, String newId) {
        ObjectNode json = Merge.asNew(work(calendar));
        json.remove("isDefault");
        create(new Intent.Create(newId, accountId, Type.CALENDAR, json));
        for (Stored event : Documents.ofAccount(desk.sql, calendar.accountId(), Type.EVENT)) {
            ObjectNode before = event.work();
            if (before == null || !before.path("calendarIds").has(calendar.id())) {
                continue;
            }
            Event there = Event.of(Merge.asNew(before)).inCalendar(calendar.id(), newId);
            create(new Intent.Create(desk.ids.next(), accountId, Type.EVENT, there.json()));
            destroy(event, false);
        }
        destroy(calendar, false);
    }

    private void fold(Entry last, Patch patch, ObjectNode before) {
        Patch both = Patch.of(last.patch()).then(patch);
        Patch pre = both.valuesIn(Patch.of(last.pre()).applyLeniently(before));
        if (both.equals(pre)) {
            // Changed and changed back before anybody heard of it.
            Outbox.remove(desk.sql, last.seq());
        } else {
            Outbox.rewrite(desk.sql, last.seq(), Kind.UPDATE, both.toJson(), pre.toJson());
        }
    }

    void destroy(Stored stored) {
        destroy(stored, true);
    }

    /**
     * @param trash whether a copy is kept in the trash
     */
    void destroy(Stored stored, boolean trash) {
        ObjectNode before = work(stored);
        desk.noted(stored, null);
        if (trash) {
            desk.trash(stored, TrashRows.BY_ME);
        }
        if (stored.type() == Type.CALENDAR) {
            destroyUnsentEventsIn(stored);
        }
        Entry last = last(stored.id());
        boolean unknownToServer = last != null && !last.sent() && last.kind() == Kind.CREATE;
        if (unknownToServer || !isSynced(stored.accountId())) {
            desk.remove(stored);
            return;
        }
        if (last != null && !last.sent()) {
            Outbox.remove(desk.sql, last.seq());
        }
        desk.save(stored.with(stored.serverId(), stored.base(), null));
        Outbox.add(
                desk.sql,
                stored.id(),
                stored.accountId(),
                Kind.DESTROY,
                Json.object(),
                before,
                desk.now);
        desk.changed.outbox();
    }

    /**
     * The server deletes the events that it has with their calendar; those that it never saw are
     * ours to delete.
     */
    private void destroyUnsentEventsIn(Stored calendar) {
        boolean local = !isSynced(calendar.accountId());
        for (Stored event : Documents.ofAccount(desk.sql, calendar.accountId(), Type.EVENT)) {
            boolean inside =
                    event.work() != null && event.work().path("calendarIds").has(calendar.id());
            if (inside && (local || event.serverId() == null)) {
                destroy(event);
            } else if (inside) {
                desk.noted(event, null);
            }
        }
    }

    @Nullable Entry last(String objectId) {
        List<Entry> entries = Outbox.of(desk.sql, objectId);
        return entries.isEmpty() ? null : entries.getLast();
    }

    boolean isSynced(String accountId) {
        return AccountRows.find(desk.sql, accountId).map(a -> !a.isLocal()).orElse(false);
    }

    Stored existing(String id) {
        return Documents.find(desk.sql, id).orElseThrow(LocalEdits::gone);
    }

    static ObjectNode work(Stored stored) {
        if (stored.work() == null) {
            throw gone();
        }
        return stored.work();
    }

    static Problem gone() {
        return new Problem(Problem.Kind.BAD_INPUT, "This was deleted in the meantime.");
    }
}
