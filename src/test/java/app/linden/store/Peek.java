package app.linden.store;

import app.linden.model.Comment;
import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lets tests of other rooms see what the cache holds of the server. */
public final class Peek {
    private Peek() {}

    /**
     * What the server last said about every object of a type: account/server id to canonical JSON
     * with server ids inside.
     */
    public static Map<String, String> bases(Store store, Type type) {
        return documents(store, type, false);
    }

    /**
     * What the person sees, in the same form; objects that the server does not have are left out.
     */
    public static Map<String, String> works(Store store, Type type) {
        return documents(store, type, true);
    }

    private static Map<String, String> documents(Store store, Type type, boolean work) {
        return store.read(sql -> {
            Map<String, String> found = new TreeMap<>();
            for (Stored s : Documents.ofType(sql, type)) {
                ObjectNode document = work ? s.work() : s.base();
                String account = AccountRows.find(sql, s.accountId()).orElseThrow().serverId();
                if (document == null || s.serverId() == null) {
                    continue;
                }
                ObjectNode wire = document.deepCopy();
                wire.put("id", s.serverId());
                if (wire.get("calendarIds") instanceof ObjectNode calendars) {
                    ObjectNode remote = Json.object();
                    calendars
                            .properties()
                            .forEach(c ->
                                    remote.set(
                                            String.valueOf(
                                                    Documents.find(sql, c.getKey())
                                                            .orElseThrow()
                                                            .serverId()),
                                            c.getValue()));
                    wire.set("calendarIds", remote);
                }
                if (wire.has(Comment.EVENT)) {
                    wire.put(
                            Comment.EVENT,
                            Documents.find(sql, wire.path(Comment.EVENT).asString())
                                    .orElseThrow()
                                    .serverId());
                }
                found.put(account + "/" + s.serverId(), Json.canonical(wire));
            }
            return found;
        });
    }

    /** The server's id of an object. */
    public static String serverId(Store store, String id) {
        return store.read(sql -> Documents.find(sql, id)).orElseThrow().serverId();
    }

    /** The server's ids of the events in these calendars. */
    public static List<String> serverIdsIn(Store store, String account, Set<String> calendars) {
        return store.read(sql ->
                Documents.ids(sql, account, Type.EVENT).stream()
                        .flatMap(id -> Documents.find(sql, id).stream())
                        .filter(s -> s.serverId() != null && s.base() != null)
                        .filter(s ->
                                calendars.stream()
                                        .anyMatch(c -> s.base().path("calendarIds").has(c)))
                        .map(Stored::serverId)
                        .toList());
    }

    /** How many acts can be undone. */
    public static int acts(Store store) {
        return store.read(sql -> (int) sql.number("SELECT COUNT(*) FROM history WHERE NOT undone"));
    }
}
