package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Conflict;
import app.linden.model.Json;
import app.linden.model.Merge;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Rows of the conflict table: what the person did and somebody else's change stands in the way of.
 */
final class ConflictRows {
    /** The unit of a card "you deleted this while somebody changed it". */
    static final String DELETE = "delete";

    /** The unit of a card "somebody deleted this while you changed it". */
    static final String DELETED = "deleted";

    private static final String COLUMNS =
            "SELECT id, object_id, title, unit, mine, theirs, seen FROM conflict ";

    private ConflictRows() {}

    static void add(
            Sql sql, String id, String objectId, String title, Merge.Clash clash, long now) {
        sql.update(
                "INSERT INTO conflict VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                objectId,
                title,
                clash.unit(),
                Json.canonical(clash.mine()),
                Json.canonical(clash.theirs()),
                now);
    }

    static void put(Sql sql, Conflict card) {
        sql.update(
                "INSERT INTO conflict VALUES (?, ?, ?, ?, ?, ?, ?)",
                card.id(),
                card.objectId(),
                card.title(),
                card.unit(),
                Json.canonical(card.mine()),
                Json.canonical(card.theirs()),
                card.seen().toEpochMilli());
    }

    /** A card as the history keeps it. */
    static ObjectNode toJson(Conflict card) {
        ObjectNode json =
                Json.object()
                        .put("objectId", card.objectId())
                        .put("title", card.title())
                        .put("unit", card.unit())
                        .put("seen", card.seen().toEpochMilli());
        json.set("mine", card.mine());
        json.set("theirs", card.theirs());
        return json;
    }

    static Conflict ofJson(String id, ObjectNode json) {
        return new Conflict(
                id,
                json.path("objectId").asString(""),
                json.path("title").asString(""),
                json.path("unit").asString(""),
                json.path("mine"),
                json.path("theirs"),
                Instant.ofEpochMilli(json.path("seen").asLong(0)));
    }

    static List<Conflict> all(Sql sql) {
        return sql.list(COLUMNS + "ORDER BY seen DESC, id", ConflictRows::read);
    }

    static Optional<Conflict> find(Sql sql, String id) {
        return sql.one(COLUMNS + "WHERE id = ?", ConflictRows::read, id);
    }

    static void remove(Sql sql, String id) {
        sql.update("DELETE FROM conflict WHERE id = ?", id);
    }

    private static Conflict read(Sql.Row row) {
        return new Conflict(
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                Json.parse(row.text(5)),
                Json.parse(row.text(6)),
                Instant.ofEpochMilli(row.number(7)));
    }
}
