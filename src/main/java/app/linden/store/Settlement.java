package app.linden.store;

import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;
import app.linden.store.Outbox.Entry;
import app.linden.store.Outbox.Kind;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes how the changes of a batch ended; part of one transaction. */
final class Settlement {
    /** Why a change waits that must not go before another one; it goes when that one went. */
    static final String BEHIND_REFUSED = "The server did not take what has to come before this.";

    private final Desk desk;
    private final References references;

    Settlement(Desk desk) {
        this.desk = desk;
        this.references = new References(desk);
    }

    void settle(
            String accountId,
            Type type,
            List<Settled> outcomes,
            @Nullable String oldState,
            @Nullable String newState) {
        Map<Long, Entry> inFlight = new HashMap<>();
        Outbox.inStatus(desk.sql, accountId, Outbox.Status.IN_FLIGHT, Integer.MAX_VALUE)
                .forEach(e -> inFlight.put(e.seq(), e));
        for (Settled outcome : outcomes) {
            Entry entry = inFlight.get(outcome.seq());
            if (entry != null) {
                settle(accountId, type, entry, outcome);
            }
        }
        desk.changed.outbox();
        boolean nothingBetween =
                oldState != null
                        && desk.sql
                                .one(
                                        "SELECT state FROM sync_state WHERE account_id = ? AND type"
                                                + " = ?",
                                        r -> r.text(1),
                                        accountId,
                                        type.name())
                                .filter(oldState::equals)
                                .isPresent();
        if (newState != null && nothingBetween) {
            Acceptance.saveState(desk, accountId, type, newState);
        }
    }

    private void settle(String accountId, Type type, Entry entry, Settled outcome) {
        switch (outcome) {
            case Settled.Done done -> done(accountId, type, entry, done);
            case Settled.Refused refused -> park(entry, refused.reason());
            case Settled.Again again -> Outbox.queueAgain(desk.sql, again.seq());
        }
    }

    /**
     * What the person changed while it was on its way could never go out behind it, so it becomes a
     * part of what is parked, which then gets another chance.
     */
    void park(Entry entry, String reason) {
        Outbox.park(desk.sql, entry.seq(), reason);
        List<Entry> later =
                Outbox.of(desk.sql, entry.objectId()).stream()
                        .filter(e -> e.seq() > entry.seq())
                        .toList();
        Stored stored = Documents.find(desk.sql, entry.objectId()).orElse(null);
        if (later.isEmpty() || stored == null) {
            return;
        }
        if (stored.work() == null) {
            if (entry.kind() == Kind.CREATE) {
                desk.remove(stored);
            } else {
                Outbox.remove(desk.sql, entry.seq());
            }
            return;
        }
        later.forEach(e -> Outbox.remove(desk.sql, e.seq()));
        if (entry.kind() == Kind.CREATE) {
            // The refusal speaks of the last try alone; an earlier one may still arrive, as it was.
            ObjectNode mayArrive = entry.attempts() > 1 ? entry.patch() : entry.pre();
            Outbox.rewrite(desk.sql, entry.seq(), Kind.CREATE, stored.work(), mayArrive);
        } else {
            ObjectNode base = stored.base() == null ? Json.object() : stored.base();
            Patch both = Patch.between(base, stored.work());
            Patch pre = both.valuesIn(base);
            Outbox.rewrite(desk.sql, entry.seq(), Kind.UPDATE, both.toJson(), pre.toJson());
        }
    }

    private void done(String accountId, Type type, Entry entry, Settled.Done done) {
        Outbox.remove(desk.sql, entry.seq());
        Stored stored = Documents.find(desk.sql, entry.objectId()).orElse(null);
        if (stored == null) {
            return;
        }
        if (entry.kind() != Kind.UPDATE) {
            Outbox.queueParked(desk.sql, BEHIND_REFUSED);
        }
        if (entry.kind() == Kind.DESTROY) {
            desk.remove(stored);
            return;
        }
        if (type == Type.EVENT) {
            Acknowledged.add(desk.sql, stored.id(), entry.patch());
        }
        ObjectNode sent =
                entry.kind() == Kind.CREATE
                        ? entry.patch().deepCopy()
                        : Patch.of(entry.patch())
                                .applyLeniently(
                                        stored.base() == null ? Json.object() : stored.base());
        for (Map.Entry<String, JsonNode> p : done.serverSet().properties()) {
            sent.remove(p.getKey());
        }
        sent.setAll(references.toLocal(accountId, type, done.serverSet()));
        String serverId = done.serverId() == null ? stored.serverId() : done.serverId();
        ObjectNode work = Outbox.applied(sent, Outbox.of(desk.sql, stored.id()));
        desk.save(stored.with(serverId, sent, work), stored);
    }
}
