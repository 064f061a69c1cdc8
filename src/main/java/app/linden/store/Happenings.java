package app.linden.store;

import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.model.Happening;
import app.linden.model.Json;
import app.linden.model.Type;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What others did to events: the newest, as far as servers told it. */
public final class Happenings {
    /** The type under which the state of this is kept. */
    private static final String STATE = "ACTIVITY";

    private static final int SHOWN = 300;
    private static final int FEW = 20;
    private static final int KEPT = 2_000;

    private final Store store;

    Happenings(Store store) {
        this.store = store;
    }

    /**
     * One as the server told it.
     *
     * @param eventId the server's
     * @param before with the server's ids inside, null when the event was made
     * @param after likewise, null when it was deleted
     */
    public record Told(
            String id,
            String eventId,
            String whoId,
            String who,
            Instant at,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after) {}

    /** The newest, newest first. */
    public List<Happening> newest() {
        return store.read(sql ->
                sql.list(
                        "SELECT id, account_id, event_id, who_id, who, at, before_json, after_json,"
                                + " seen FROM happening ORDER BY at DESC, id DESC LIMIT ?",
                        Happenings::read,
                        SHOWN));
    }

    /** When the newest of an account was; empty before the first time. */
    public Optional<Instant> last(String accountId) {
        return store.read(sql ->
                sql.one(
                        "SELECT state FROM sync_state WHERE account_id = ? AND type = ?",
                        r -> Instant.parse(r.text(1)),
                        accountId,
                        STATE));
    }

    /**
     * Takes in what the server told. What was before the first time is nothing new; nor are very
     * many events that somebody puts into a calendar at once.
     *
     * @param upTo what {@link #last} is from now on
     */
    public CompletableFuture<Void> accept(String accountId, List<Told> told, Instant upTo) {
        return store.write(
                true,
                desk -> {
                    boolean first =
                            desk.sql
                                    .one(
                                            "SELECT 1 FROM sync_state WHERE account_id = ? AND type"
                                                    + " = ?",
                                            r -> true,
                                            accountId,
                                            STATE)
                                    .isEmpty();
                    boolean filled = told.stream().filter(t -> t.before == null).count() > FEW;
                    for (Told one : told) {
                        save(desk, accountId, one, first || (filled && one.before == null));
                    }
                    desk.sql.update(
                            "MERGE INTO sync_state (account_id, type, state) KEY (account_id, type)"
                                    + " VALUES (?, ?, ?)",
                            accountId,
                            STATE,
                            upTo.toString());
                    if (!told.isEmpty()) {
                        forget(desk.sql);
                        desk.changed.trash();
                    }
                });
    }

    private static void save(Desk desk, String accountId, Told told, boolean seen) {
        boolean known =
                desk.sql
                        .one(
                                "SELECT 1 FROM happening WHERE account_id = ? AND id = ?",
                                r -> true,
                                accountId,
                                told.id)
                        .isPresent();
        if (known) {
            return;
        }
        String event =
                Documents.findByServerId(desk.sql, accountId, Type.EVENT, told.eventId)
                        .map(Documents.Stored::id)
                        .orElse("");
        desk.sql.update(
                "INSERT INTO happening VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                accountId,
                told.id,
                event,
                told.whoId,
                told.who.substring(0, Math.min(1000, told.who.length())),
                told.at.toEpochMilli(),
                local(desk, accountId, told.before),
                local(desk, accountId, told.after),
                seen);
    }

    private static @Nullable String local(
            Desk desk, String accountId, @Nullable ObjectNode document) {
        return document == null
                ? null
                : Json.write(new References(desk).toLocal(accountId, Type.EVENT, document));
    }

    private static void forget(Sql sql) {
        sql.update(
                "DELETE FROM happening WHERE at < (SELECT at FROM happening ORDER BY at DESC LIMIT"
                        + " 1 OFFSET ?)",
                KEPT);
    }

    /** The person has looked at what happened to an event; to all when it is null. */
    public CompletableFuture<Void> seen(@Nullable String eventId) {
        return store.write(
                false,
                desk -> {
                    int rows =
                            eventId == null
                                    ? desk.sql.update(
                                            "UPDATE happening SET seen = TRUE WHERE NOT seen")
                                    : desk.sql.update(
                                            "UPDATE happening SET seen = TRUE WHERE NOT seen AND"
                                                    + " event_id = ?",
                                            eventId);
                    if (rows > 0) {
                        desk.changed.trash();
                    }
                });
    }

    private static Happening read(Sql.Row row) {
        return new Happening(
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                Instant.ofEpochMilli(row.number(6)),
                event(row.textOrNull(7)),
                event(row.textOrNull(8)),
                row.flag(9));
    }

    private static @Nullable Event event(@Nullable String json) {
        return json == null ? null : Event.of(Json.parseObject(json));
    }
}
