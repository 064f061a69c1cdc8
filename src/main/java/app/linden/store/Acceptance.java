package app.linden.store;

import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Pointers;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;
import app.linden.store.Outbox.Entry;
import app.linden.store.Outbox.Kind;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in the server's versions and rebases what waits on them; part of one transaction. */
final class Acceptance {
    private final Desk desk;
    private final References references;
    private final List<Stored> added = new ArrayList<>();

    /**
     * Whether anything of the account waits; mostly nothing does, and then nothing is looked up.
     */
    private boolean waits;

    Acceptance(Desk desk) {
        this.desk = desk;
        this.references = new References(desk);
    }

    void accept(Pulled pulled) {
        waits = Outbox.isAny(desk.sql, pulled.accountId());
        pulled.objects()
                .forEach((serverId, object) ->
                        accept(
                                pulled,
                                serverId,
                                references.toLocal(pulled.accountId(), pulled.type(), object)));
        desk.add(added);
        if (pulled.type() == Type.COMMENT && isFirst(pulled.accountId())) {
            CommentRows.allSeen(desk.sql, pulled.accountId());
        }
        Removals removals = new Removals(desk, pulled);
        for (String serverId : pulled.gone()) {
            Documents.findByServerId(desk.sql, pulled.accountId(), pulled.type(), serverId)
                    .ifPresent(stored -> {
                        removals.note(stored);
                        gone(stored);
                    });
        }
        removals.tell();
        if (pulled.newState() != null) {
            saveState(desk, pulled.accountId(), pulled.type(), pulled.newState());
        }
    }

    /** Whether the comments of an account are pulled for the first time. */
    private boolean isFirst(String accountId) {
        return desk.sql
                .one(
                        "SELECT 1 FROM sync_state WHERE account_id = ? AND type = ?",
                        r -> true,
                        accountId,
                        Type.COMMENT.name())
                .isEmpty();
    }

    static void saveState(Desk desk, String accountId, Type type, String state) {
        desk.sql.update(
                "MERGE INTO sync_state (account_id, type, state) KEY (account_id, type) VALUES (?,"
                        + " ?, ?)",
                accountId,
                type.name(),
                state);
    }

    private void accept(Pulled pulled, String serverId, ObjectNode said) {
        String accountId = pulled.accountId();
        Type type = pulled.type();
        Stored stored =
                Documents.findByServerId(desk.sql, accountId, type, serverId)
                        .or(() -> waits ? pendingCreate(pulled, said) : Optional.empty())
                        .orElse(null);
        if (stored == null) {
            added.add(new Stored(desk.ids.next(), accountId, type, serverId, said, said));
            return;
        }
        ObjectNode remote = known(stored).map(k -> pulled.reading().apply(k, said)).orElse(said);
        if (stored.base() != null && (pulled.restored() || wentBack(stored.base(), remote))) {
            addClashes(stored, Acknowledged.lost(desk.sql, stored.id(), stored.base(), remote));
        }
        List<Entry> entries = waits ? Outbox.of(desk.sql, stored.id()) : List.of();
        if (entries.isEmpty()) {
            if (!remote.equals(stored.base()) || !remote.equals(stored.work())) {
                desk.save(stored.with(serverId, remote, remote), stored);
            }
            return;
        }
        rebase(stored, entries, serverId, remote);
    }

    /** What the server had last, or was sent when it may have a create. */
    private Optional<ObjectNode> known(Stored stored) {
        return stored.base() != null
                ? Optional.of(stored.base())
                : Outbox.of(desk.sql, stored.id()).stream()
                        .filter(e -> e.kind() == Kind.CREATE && e.sent())
                        .map(Entry::patch)
                        .findFirst();
    }

    /**
     * What I made and whose create may have arrived without my hearing of it. Of an event the uid
     * tells (the idempotency key); of a calendar, which has none, that everything I sent is in it.
     */
    private Optional<Stored> pendingCreate(Pulled pulled, ObjectNode said) {
        if (pulled.type() == Type.CALENDAR) {
            return Outbox.sentCreates(desk.sql, pulled.accountId(), pulled.type()).stream()
                    .filter(e ->
                            pulled.reading()
                                    .apply(e.patch(), said)
                                    .properties()
                                    .containsAll(e.patch().properties()))
                    .findFirst()
                    .flatMap(e -> Documents.find(desk.sql, e.objectId()));
        }
        String uid = said.path("uid").asString("");
        if (uid.isEmpty()) {
            return Optional.empty();
        }
        if (pulled.type() == Type.COMMENT) {
            return Documents.findCommentByUid(desk.sql, pulled.accountId(), uid).stream()
                    .filter(s -> s.serverId() == null)
                    .findFirst();
        }
        return Documents.findByUid(desk.sql, pulled.accountId(), uid).stream()
                .filter(s -> s.serverId() == null)
                .filter(s -> recurrenceId(s).equals(said.path("recurrenceId").asString("")))
                .findFirst();
    }

    /** Occurrences without their series share a uid and are told apart by this. */
    private String recurrenceId(Stored stored) {
        ObjectNode document =
                stored.work() != null
                        ? stored.work()
                        : Outbox.of(desk.sql, stored.id()).stream()
                                .filter(e -> e.kind() == Kind.CREATE)
                                .map(Entry::patch)
                                .findFirst()
                                .orElseGet(Json::object);
        return document.path("recurrenceId").asString("");
    }

    /** Instants of one form, UTC to the second or finer, so their order is that of the texts. */
    private static boolean wentBack(ObjectNode base, ObjectNode remote) {
        String before = base.path("updated").asString("");
        String now = remote.path("updated").asString("");
        return !now.isEmpty() && now.length() == before.length() && now.compareTo(before) < 0;
    }

    private void rebase(Stored stored, List<Entry> entries, String serverId, ObjectNode remote) {
        Rebase.Outcome outcome = Rebase.of(stored.base(), entries, remote);
        ObjectNode work = outcome.work();
        if (work == null) {
            entries.stream()
                    .filter(e -> e.kind() != Kind.DESTROY)
                    .forEach(e -> Outbox.remove(desk.sql, e.seq()));
            desk.save(stored.with(serverId, remote, null));
            return;
        }
        Entry first = entries.getFirst();
        entries.stream().skip(1).forEach(e -> Outbox.remove(desk.sql, e.seq()));
        if (stored.type() == Type.EVENT) {
            entries.forEach(e -> arrived(stored, e.patch(), remote));
        }
        if (outcome.toSend().isEmpty()) {
            Outbox.remove(desk.sql, first.seq());
            work = remote;
        } else {
            Outbox.rewrite(
                    desk.sql,
                    first.seq(),
                    Kind.UPDATE,
                    outcome.toSend().toJson(),
                    outcome.toSend().valuesIn(remote).toJson());
        }
        desk.changed.outbox();
        Stored after = stored.with(serverId, remote, work);
        desk.save(after, stored);
        addClashes(after, outcome.clashes());
    }

    /** What the server has of a change, though perhaps nobody said so, is acknowledged. */
    private void arrived(Stored stored, ObjectNode patch, ObjectNode remote) {
        ObjectNode there = Json.object();
        for (Map.Entry<String, JsonNode> p : patch.properties()) {
            if (Pointers.get(remote, p.getKey()).equals(p.getValue())) {
                there.set(p.getKey(), p.getValue());
            }
        }
        if (!there.isEmpty()) {
            Acknowledged.add(desk.sql, stored.id(), there);
        }
    }

    private void addClashes(Stored stored, List<Merge.Clash> clashes) {
        for (Merge.Clash clash : clashes) {
            ConflictRows.add(
                    desk.sql, desk.ids.next(), stored.id(), stored.title(), clash, desk.now);
        }
    }

    /**
     * Deleted there: the deletion stands; what the person had changed waits in the trash and on a
     * card.
     */
    private void gone(Stored stored) {
        List<Entry> entries = Outbox.of(desk.sql, stored.id());
        boolean alsoDeletedHere = stored.work() == null;
        desk.trash(stored, TrashRows.reason(desk.sql, stored));
        // A comment that is gone takes along what its author was changing: there is no place for
        // it.
        if (!entries.isEmpty() && !alsoDeletedHere && stored.type() != Type.COMMENT) {
            addClashes(
                    stored,
                    List.of(
                            new Merge.Clash(
                                    ConflictRows.DELETED, mine(stored.work()), Json.object())));
        }
        desk.remove(stored);
    }

    private static ObjectNode mine(@Nullable ObjectNode work) {
        return work == null ? Json.object() : work;
    }
}
