package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Json;
import app.linden.model.Merge;
import app.linden.model.Patch;
import app.linden.model.Pointers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the server took of the person's changes. A server that was put back to an old backup says
 * the old values again, and then these are the last place of the new ones. Part of one transaction.
 */
final class Acknowledged {
    /** By number, not by age: a clock that is years off must not make anything forgotten. */
    private static final int KEPT = 5_000;

    private Acknowledged() {}

    /**
     * Notes that the server has a change.
     *
     * @param patch for a create the whole object
     */
    static void add(Sql sql, String objectId, ObjectNode patch) {
        sql.update(
                "INSERT INTO acknowledged (object_id, patch) VALUES (?, ?)",
                objectId,
                Json.write(patch));
        sql.update(
                "DELETE FROM acknowledged WHERE seq <= (SELECT MAX(seq) FROM acknowledged) - "
                        + KEPT);
    }

    static void remove(Sql sql, String objectId) {
        sql.update("DELETE FROM acknowledged WHERE object_id = ?", objectId);
    }

    /** Whether some of an object is the person's. */
    static boolean has(Sql sql, String objectId) {
        return sql.number("SELECT COUNT(*) FROM acknowledged WHERE object_id = ?", objectId) > 0;
    }

    /**
     * What the server had of the person's and has no more, by unit.
     *
     * @param base what it said last
     * @param now what it says after it was put back
     */
    static List<Merge.Clash> lost(Sql sql, String objectId, ObjectNode base, ObjectNode now) {
        Patch taken = Patch.NONE;
        for (String patch :
                sql.list(
                        "SELECT patch FROM acknowledged WHERE object_id = ? ORDER BY seq",
                        r -> r.text(1),
                        objectId)) {
            taken = taken.then(Patch.leniently(Json.parseObject(patch)));
        }
        Map<String, Merge.Clash> clashes = new LinkedHashMap<>();
        entries(taken).forEach((pointer, mine) -> lost(clashes, pointer, mine, base, now));
        return new ArrayList<>(clashes.values());
    }

    private static void lost(
            Map<String, Merge.Clash> clashes,
            String pointer,
            JsonNode mine,
            ObjectNode base,
            ObjectNode now) {
        JsonNode had = Pointers.get(base, pointer);
        JsonNode has = Pointers.get(now, pointer);
        String unit = Merge.unit(pointer);
        if (unit.isEmpty() || has.equals(mine)) {
            return;
        }
        if (had.equals(mine) || (!has.isObject() && share(had, mine))) {
            Merge.Clash clash =
                    clashes.computeIfAbsent(
                            unit, u -> new Merge.Clash(u, Json.object(), Json.object()));
            clash.mine().set(pointer, had);
            clash.theirs().set(pointer, has);
        } else if (had.isObject() && has.isObject()) {
            // Some of it is the person's and the rest is somebody's, or of before.
            mine.properties()
                    .forEach(p ->
                            lost(
                                    clashes,
                                    pointer + "/" + Pointers.escape(p.getKey()),
                                    p.getValue(),
                                    base,
                                    now));
        }
    }

    /** Whether something is the same in both. */
    private static boolean share(JsonNode one, JsonNode other) {
        return one.isObject()
                && other.properties().stream()
                        .anyMatch(p -> p.getValue().equals(one.get(p.getKey())));
    }

    /** Entry by entry where a whole map was given: others may have added some since. */
    private static Map<String, JsonNode> entries(Patch taken) {
        Map<String, JsonNode> entries = new TreeMap<>();
        taken.changes()
                .forEach((pointer, value) -> {
                    if (value.isObject() && !pointer.contains("/") && !value.isEmpty()) {
                        ObjectNode before = Json.object();
                        String name = Pointers.names(pointer).getFirst();
                        before.putObject(name);
                        ObjectNode after = Json.object().set(name, value);
                        entries.putAll(Patch.between(before, after).changes());
                    } else {
                        entries.put(pointer, value);
                    }
                });
        return entries;
    }
}
