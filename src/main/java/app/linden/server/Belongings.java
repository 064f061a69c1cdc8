package app.linden.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What belongs to events, comments and blobs: it comes in sight, moves and goes with them. Part of
 * one transaction; called after the rows of the events were written.
 */
final class Belongings {
    private final Desk desk;
    private final String accountId;

    Belongings(Desk desk, String accountId) {
        this.desk = desk;
        this.accountId = accountId;
    }

    void added(Collection<EventRows.Stored> events) {
        for (EventRows.Stored event : events) {
            Set<String> blobs = Attachments.of(event.json());
            if (!blobs.isEmpty()) {
                Attachments.change(desk, event, event.id(), Set.of(), blobs);
            }
        }
    }

    /** Events as they were and are, by id; their account is the same. */
    void changed(Map<String, EventRows.Stored> was, Map<String, EventRows.Stored> now) {
        List<String> moved = new ArrayList<>();
        now.forEach((id, event) -> {
            EventRows.Stored before = was.getOrDefault(id, event);
            Set<String> named = Attachments.of(before.json());
            Set<String> names = Attachments.of(event.json());
            if (!named.equals(names)) {
                Attachments.change(desk, before, id, named, names);
            }
            if (!before.whereWhole().equals(event.whereWhole())) {
                moved.add(id);
            }
        });
        if (moved.isEmpty()) {
            return;
        }
        for (CommentRows.Stored comment : CommentRows.on(desk.sql, moved)) {
            EventRows.Stored event = now.get(comment.eventId());
            if (event != null) {
                Where before = was.getOrDefault(comment.eventId(), event).whereWhole();
                desk.log(accountId)
                        .changed(Types.COMMENT, comment.id(), before, event.whereWhole());
            }
        }
    }

    void gone(Collection<EventRows.Stored> events) {
        if (events.isEmpty()) {
            return;
        }
        Map<String, EventRows.Stored> byId = byId(events);
        List<CommentRows.Stored> comments = CommentRows.on(desk.sql, byId.keySet());
        for (CommentRows.Stored comment : comments) {
            EventRows.Stored event = byId.get(comment.eventId());
            if (event != null) {
                desk.log(accountId).changed(Types.COMMENT, comment.id(), event.whereWhole(), null);
            }
        }
        CommentRows.delete(desk.sql, comments.stream().map(CommentRows.Stored::id).toList());
        Attachments.gone(desk, byId);
    }

    /** Events went to another account, under the same ids. */
    void movedTo(String newAccountId, Collection<EventRows.Stored> events) {
        Map<String, EventRows.Stored> byId = byId(events);
        for (CommentRows.Stored comment : CommentRows.on(desk.sql, byId.keySet())) {
            EventRows.Stored event = byId.get(comment.eventId());
            if (event != null) {
                CommentRows.update(
                        desk.sql,
                        new CommentRows.Stored(
                                comment.id(),
                                newAccountId,
                                comment.eventId(),
                                comment.authorId(),
                                comment.json()));
                desk.log(accountId).changed(Types.COMMENT, comment.id(), event.whereWhole(), null);
                desk.log(newAccountId)
                        .changed(Types.COMMENT, comment.id(), null, event.whereWhole());
            }
        }
    }

    /**
     * Events were copied to another account, which is given here: so are the comments.
     *
     * @param copies the copies, by the id of the original
     */
    void copied(Map<String, EventRows.Stored> copies) {
        added(copies.values());
        for (CommentRows.Stored comment : CommentRows.on(desk.sql, copies.keySet())) {
            EventRows.Stored event = copies.get(comment.eventId());
            if (event != null) {
                CommentRows.Stored copy =
                        new CommentRows.Stored(
                                desk.ids.next(),
                                accountId,
                                event.id(),
                                comment.authorId(),
                                comment.json());
                CommentRows.insert(desk.sql, copy);
                Attachments.change(
                        desk, event, copy.id(), Set.of(), Attachments.ofComment(copy.json()));
                desk.log(accountId).changed(Types.COMMENT, copy.id(), null, event.whereWhole());
            }
        }
    }

    private static Map<String, EventRows.Stored> byId(Collection<EventRows.Stored> events) {
        Map<String, EventRows.Stored> byId = new HashMap<>();
        events.forEach(e -> byId.put(e.id(), e));
        return byId;
    }
}
