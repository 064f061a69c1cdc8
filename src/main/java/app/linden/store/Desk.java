package app.linden.store;

import app.linden.base.Ids;
import app.linden.db.Sql;
import app.linden.model.Act;
import app.linden.model.Comment;
import app.linden.model.Conflict;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One transaction's work place: saves documents so that the occurrence index and the announcement
 * never lag behind. Lives on the writer thread.
 */
final class Desk {
    final Sql sql;
    final Announcer.Changed changed;
    final Ids ids;
    final long now;
    private final Supplier<Reach> reach;
    private @Nullable Notes notes;

    Desk(Sql sql, Announcer.Changed changed, Ids ids, long now, Supplier<Reach> reach) {
        this.sql = sql;
        this.changed = changed;
        this.ids = ids;
        this.now = now;
        this.reach = reach;
    }

    /** From now on what the person changes is noted as a part of this act. */
    void note(Act act) {
        notes = new Notes(act);
    }

    /** What an act that is noted makes of an object; null when it is deleted. */
    void noted(Stored before, @Nullable ObjectNode became) {
        if (notes != null) {
            notes.object(before, became);
        }
    }

    /** That an act that is noted adds or takes a card. */
    void notedCard(Conflict card, boolean added) {
        if (notes != null) {
            ObjectNode json = ConflictRows.toJson(card);
            notes.card(card.id(), added ? null : json, added ? json : null);
        }
    }

    void writeNotes() {
        if (notes != null) {
            notes.write(this);
        }
    }

    /** Saves a document and indexes what the person now sees of it. */
    void save(Stored stored) {
        Documents.save(sql, stored);
        if (stored.type() == Type.EVENT) {
            Event event = stored.work() == null ? null : Event.of(stored.work());
            OccurrenceIndex.replace(sql, stored.id(), event, reach.get());
            changed.event(stored.id());
        } else if (stored.type() == Type.COMMENT) {
            CommentRows.replace(sql, stored);
            commented(stored);
        } else {
            changed.calendars();
        }
    }

    /** What is said shows on the event. */
    private void commented(Stored comment) {
        ObjectNode document = comment.work() == null ? comment.base() : comment.work();
        if (document != null) {
            changed.event(document.path(Comment.EVENT).asString(""));
        }
    }

    /** Saves documents that nobody here knew before; in rounds, since there may be thousands. */
    void add(List<Stored> documents) {
        Documents.add(sql, documents);
        OccurrenceIndex.add(
                sql,
                documents.stream()
                        .filter(d -> d.type() == Type.EVENT && d.work() != null)
                        .collect(Collectors.toMap(Stored::id, d -> Event.of(LocalEdits.work(d)))),
                reach.get());
        for (Stored d : documents) {
            if (d.type() == Type.EVENT) {
                changed.event(d.id());
            } else if (d.type() == Type.COMMENT) {
                CommentRows.replace(sql, d);
                commented(d);
            } else {
                changed.calendars();
            }
        }
    }

    /**
     * Saves a document in place of an earlier version. What only the server sets shows on no chip:
     * where nothing else differs the index stays as it is, which is most of the cost.
     */
    void save(Stored stored, Stored before) {
        ObjectNode was = before.work();
        ObjectNode is = stored.work();
        if (stored.type() == Type.EVENT && was != null && is != null && !Merge.differ(was, is)) {
            Documents.save(sql, stored);
            changed.event(stored.id());
        } else {
            save(stored);
        }
    }

    /** Forgets a document with its waiting changes. */
    void remove(Stored stored) {
        Documents.remove(sql, stored.id());
        Outbox.removeOf(sql, stored.id());
        Acknowledged.remove(sql, stored.id());
        changed.outbox();
        if (stored.type() == Type.EVENT) {
            OccurrenceIndex.remove(sql, stored.id());
            changed.event(stored.id());
        } else if (stored.type() == Type.COMMENT) {
            CommentRows.remove(sql, stored.id());
            commented(stored);
        } else {
            FeedRows.remove(sql, stored.id());
            changed.calendars();
        }
    }

    /**
     * Keeps a copy of what the person had, for as long as the trash is kept. Comments go with their
     * event or because somebody wanted it, and nobody looks for them in the trash.
     */
    void trash(Stored stored, String reason) {
        if (stored.type() == Type.COMMENT) {
            return;
        }
        var document = stored.work() == null ? stored.base() : stored.work();
        if (document != null) {
            sql.update(
                    "INSERT INTO trash VALUES (?, ?, ?, ?, ?, ?, ?)",
                    ids.next(),
                    stored.id(),
                    stored.accountId(),
                    stored.type().name(),
                    Json.canonical(document),
                    reason,
                    now);
            changed.trash();
        }
    }
}
