package app.linden.store;

import app.linden.model.Comment;
import app.linden.model.Json;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns references in documents from server ids to local ids and back, at the border of the cache.
 * Inside the cache there are local ids only, and they never change.
 */
final class References {
    private final Desk desk;

    /** What was looked up in this transaction, since thousands of events name one calendar. */
    private final Map<String, String> localIds = new HashMap<>();

    private final Map<String, String> serverIds = new HashMap<>();

    References(Desk desk) {
        this.desk = desk;
    }

    /**
     * A document from the server with local ids inside and without its own. A property that is null
     * is left out: servers say one and the same now so and now so, and it must not look like a
     * change.
     */
    ObjectNode toLocal(String accountId, Type type, ObjectNode fromServer) {
        ObjectNode document = fromServer.deepCopy();
        document.remove("id");
        for (String name : List.copyOf(document.propertyNames())) {
            if (document.path(name).isNull()) {
                document.remove(name);
            }
        }
        if (type == Type.EVENT && document.get("calendarIds") instanceof ObjectNode calendars) {
            ObjectNode local = Json.object();
            for (Map.Entry<String, JsonNode> c : calendars.properties()) {
                local.set(calendar(accountId, c.getKey()), c.getValue());
            }
            document.set("calendarIds", local);
        }
        if (type == Type.COMMENT && document.path(Comment.EVENT).isString()) {
            String eventId = document.path(Comment.EVENT).asString();
            document.put(Comment.EVENT, local(accountId, Type.EVENT, eventId));
        }
        return document;
    }

    /**
     * A patch or a whole new object as the server knows it; empty when it refers to a calendar that
     * the server does not have yet.
     */
    Optional<ObjectNode> toServer(Type type, ObjectNode local) {
        ObjectNode document = local.deepCopy();
        if (type == Type.EVENT && document.get("calendarIds") instanceof ObjectNode calendars) {
            ObjectNode remote = Json.object();
            for (Map.Entry<String, JsonNode> c : calendars.properties()) {
                String serverId = serverId(c.getKey());
                if (serverId == null) {
                    return Optional.empty();
                }
                remote.set(serverId, c.getValue());
            }
            document.set("calendarIds", remote);
        }
        if (type == Type.COMMENT) {
            document.remove(List.of("author", "updated"));
            if (document.has(Comment.EVENT)) {
                String serverId = serverId(document.path(Comment.EVENT).asString(""));
                if (serverId == null) {
                    return Optional.empty();
                }
                document.put(Comment.EVENT, serverId);
            }
        }
        return Optional.of(document);
    }

    /**
     * Why an event can never go where it says: its calendar was deleted by others, or refused by
     * the server. Without a reason it would wait for ever.
     */
    Optional<String> nowhere(Type type, ObjectNode local) {
        if (type == Type.EVENT && local.get("calendarIds") instanceof ObjectNode calendars) {
            for (String id : calendars.propertyNames()) {
                if (serverId(id) != null) {
                    continue;
                }
                Optional<Stored> calendar = Documents.find(desk.sql, id);
                if (calendar.isEmpty()) {
                    return Optional.of("The calendar of this event no longer exists.");
                }
                if (Outbox.of(desk.sql, id).stream()
                        .anyMatch(e -> e.status() == Outbox.Status.PARKED)) {
                    return Optional.of("The server did not take the calendar of this event.");
                }
            }
        }
        return type == Type.COMMENT && local.has(Comment.EVENT)
                ? nowhere(local.path(Comment.EVENT).asString(""))
                : Optional.empty();
    }

    private Optional<String> nowhere(String eventId) {
        Optional<Stored> event = Documents.find(desk.sql, eventId);
        if (event.isEmpty() || event.get().work() == null) {
            return Optional.of("The event of this comment no longer exists.");
        }
        boolean refused =
                serverId(eventId) == null
                        && Outbox.of(desk.sql, eventId).stream()
                                .anyMatch(e -> e.status() == Outbox.Status.PARKED);
        return refused
                ? Optional.of("The server did not take the event of this comment.")
                : Optional.empty();
    }

    /**
     * An event may come before its calendar, and a comment before its event; then the id is given
     * now and its row filled by the next pull.
     */
    private String calendar(String accountId, String serverId) {
        return local(accountId, Type.CALENDAR, serverId);
    }

    private String local(String accountId, Type type, String serverId) {
        return localIds.computeIfAbsent(
                accountId + "/" + type + "/" + serverId,
                key -> findOrMake(accountId, type, serverId));
    }

    private @Nullable String serverId(String localId) {
        String known = serverIds.get(localId);
        if (known == null) {
            known = Documents.find(desk.sql, localId).map(Stored::serverId).orElse(null);
            if (known != null) {
                serverIds.put(localId, known);
            }
        }
        return known;
    }

    private String findOrMake(String accountId, Type type, String serverId) {
        return Documents.findByServerId(desk.sql, accountId, type, serverId)
                .map(Stored::id)
                .orElseGet(() -> {
                    String id = desk.ids.next();
                    Documents.save(desk.sql, new Stored(id, accountId, type, serverId, null, null));
                    return id;
                });
    }
}
