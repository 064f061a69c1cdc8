package app.linden.store;

import app.linden.db.Sql;

import java.util.List;
import java.util.function.Consumer;

/** What the simulation sees of a cache that no product code needs, and what planted bugs break. */
public final class Doors {
    private Doors() {}

    /** Every text in which something of the person's may be kept: cards, trash, waiting changes. */
    public static List<String> kept(Store store) {
        return store.read(sql ->
                sql.list(
                        "SELECT mine FROM conflict UNION ALL SELECT document FROM trash UNION ALL"
                                + " SELECT patch FROM outbox",
                        r -> r.text(1)));
    }

    /** Every text in which a value may stand. */
    public static List<String> everything(Store store) {
        return store.read(sql ->
                sql.list(
                        "SELECT mine FROM conflict UNION ALL SELECT document FROM trash UNION ALL"
                            + " SELECT patch FROM outbox UNION ALL SELECT base FROM object WHERE"
                            + " base IS NOT NULL UNION ALL SELECT work FROM object WHERE work IS"
                            + " NOT NULL UNION ALL SELECT patch FROM acknowledged",
                        r -> r.text(1)));
    }

    /** What is known to the server: local id, server id, base, work; empty where there is none. */
    public static List<String[]> objects(Store store) {
        return store.read(sql ->
                sql.list(
                        "SELECT id, COALESCE(server_id, ''), COALESCE(base, ''), COALESCE(work, '')"
                                + " FROM object ORDER BY id",
                        r -> new String[] {r.text(1), r.text(2), r.text(3), r.text(4)}));
    }

    /** The uid of an object, empty when it is gone. */
    public static String uid(Store store, String id) {
        return store.read(sql ->
                sql.one("SELECT COALESCE(uid, '') FROM object WHERE id = ?", r -> r.text(1), id)
                        .orElse(""));
    }

    /** What is shown of events, for looking where a value stands: local id and document. */
    public static List<String[]> works(Store store) {
        return store.read(sql ->
                sql.list(
                        "SELECT id, work FROM object WHERE type = 'EVENT' AND work IS NOT NULL"
                                + " ORDER BY id",
                        r -> new String[] {r.text(1), r.text(2)}));
    }

    /** Rows of the outbox in words, by status. */
    public static List<String[]> outbox(Store store) {
        return store.read(sql ->
                sql.list(
                        "SELECT status, kind, COALESCE(reason, ''), object_id, patch FROM outbox"
                                + " ORDER BY seq",
                        r -> new String[] {r.text(1), r.text(2), r.text(3), r.text(4), r.text(5)}));
    }

    public static void write(Store store, Consumer<Sql> work) {
        store.write(true, desk -> work.accept(desk.sql)).join();
    }

    public static long number(Store store, String query) {
        return store.read(sql -> sql.number(query));
    }
}
