package app.linden.server;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a /set does to the rows of events, gathered so that it is written in a few statements. */
final class EventBatch {
    private final Map<String, EventRows.Stored> inserted = new LinkedHashMap<>();
    private final Map<String, EventRows.Stored> changed = new LinkedHashMap<>();
    private final Map<String, EventRows.Stored> destroyed = new LinkedHashMap<>();
    private final Map<String, ObjectNode> personal = new LinkedHashMap<>();
    private final Map<String, EventRows.Stored> before = new HashMap<>();
    private final Map<String, Where> personalIn = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();

    void insert(EventRows.Stored event) {
        inserted.put(event.id(), event);
    }

    void change(EventRows.Stored old, EventRows.Stored now) {
        before.putIfAbsent(old.id(), old);
        (inserted.containsKey(old.id()) ? inserted : changed).put(now.id(), now);
    }

    void personal(EventRows.Stored event, ObjectNode mine) {
        personal.put(event.id(), mine);
        personalIn.put(event.id(), event.where());
    }

    void destroy(EventRows.Stored event) {
        before.putIfAbsent(event.id(), event);
        destroyed.put(event.id(), event);
    }

    boolean isDestroyed(String id) {
        return destroyed.containsKey(id);
    }

    /** Deletes what is to be destroyed so far, which makes its uids free. */
    void deleteNow(Desk desk, String accountId) {
        List<String> ids = destroyed.keySet().stream().filter(id -> !deleted.contains(id)).toList();
        EventRows.delete(desk.sql, ids);
        List<EventRows.Stored> were = new ArrayList<>();
        destroyed.forEach((id, row) -> {
            if (!deleted.contains(id)) {
                were.add(before.getOrDefault(id, row));
            }
        });
        new Belongings(desk, accountId).gone(were);
        deleted.addAll(ids);
    }

    /** Writes everything and notes it in the change log. */
    void save(Desk desk, String accountId, String principalId) {
        Set<String> neverWas = new HashSet<>(inserted.keySet());
        neverWas.retainAll(destroyed.keySet());
        for (Map<String, ?> rows : List.of(inserted, changed, personal)) {
            rows.keySet().removeAll(destroyed.keySet());
        }
        deleteNow(desk, accountId);
        EventRows.insert(desk.sql, List.copyOf(inserted.values()));
        EventRows.update(desk.sql, List.copyOf(changed.values()));
        Belongings belongings = new Belongings(desk, accountId);
        belongings.added(inserted.values());
        belongings.changed(before, changed);
        EventRows.savePersonal(desk.sql, principalId, personal);
        ChangeLog log = desk.log(accountId);
        Notifications others = new Notifications(desk, accountId, principalId);
        destroyed.forEach((id, row) -> {
            if (!neverWas.contains(id)) {
                EventRows.Stored was = before.getOrDefault(id, row);
                log.changed(Types.EVENT, id, was.where(), null);
                others.add(id, was.json(), null);
            }
        });
        inserted.forEach((id, row) -> {
            log.changed(Types.EVENT, id, null, row.where());
            others.add(id, null, row.json());
        });
        changed.forEach((id, row) -> {
            EventRows.Stored was = before.getOrDefault(id, row);
            log.changed(Types.EVENT, id, was.where(), row.where());
            others.add(id, was.json(), row.json());
        });
        others.save();
        personalIn.forEach((id, where) -> {
            if (personal.containsKey(id) && !inserted.containsKey(id) && !changed.containsKey(id)) {
                log.changedFor(principalId, Types.EVENT, id, where);
            }
        });
    }
}
