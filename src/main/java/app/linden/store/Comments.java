package app.linden.store;

import app.linden.base.Problem;
import app.linden.db.Sql;
import app.linden.model.Account;
import app.linden.model.Comment;
import app.linden.model.Directory;
import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.model.Rights.Right;
import app.linden.model.Type;
import app.linden.store.Documents.Stored;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What people say about events, as the cache has it. */
public final class Comments {
    private final Store store;

    Comments(Store store) {
        this.store = store;
    }

    /** The comments on an event, in the order in which they were written. */
    public List<Comment> on(String eventId) {
        return store.read(sql -> {
            Stored event = Documents.find(sql, eventId).orElse(null);
            if (event == null) {
                return List.of();
            }
            String me = me(sql, event.accountId());
            boolean manages = rights(sql, event).stream().anyMatch(r -> r.may(Right.SHARE));
            List<Comment> comments = new ArrayList<>();
            for (String id : CommentRows.on(sql, eventId)) {
                Documents.find(sql, id)
                        .ifPresent(stored -> {
                            Comment comment = comment(sql, stored, me, manages);
                            if (comment != null) {
                                comments.add(comment);
                            }
                        });
            }
            comments.sort(Comparator.comparing(Comment::created).thenComparing(Comment::id));
            return comments;
        });
    }

    private static @Nullable Comment comment(Sql sql, Stored stored, String me, boolean manages) {
        ObjectNode work = stored.work();
        if (work == null) {
            return null;
        }
        List<Outbox.Entry> waiting = Outbox.of(sql, stored.id());
        boolean mine = isBy(work, me);
        return new Comment(
                stored.id(),
                work.path(Comment.EVENT).asString(""),
                work.path("author").path("name").asString(""),
                mine,
                mine || manages,
                work.path("text").asString(""),
                instant(work),
                !waiting.isEmpty(),
                waiting.stream()
                        .map(Outbox.Entry::reason)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(""));
    }

    /** One that the server has not heard of is the person's. */
    private static boolean isBy(ObjectNode comment, String me) {
        return !comment.has("author")
                || (!me.isEmpty()
                        && comment.path("author").path("principalId").asString("").equals(me));
    }

    private static Instant instant(ObjectNode comment) {
        try {
            return Instant.parse(comment.path("created").asString(""));
        } catch (DateTimeParseException unreadable) {
            return Instant.EPOCH;
        }
    }

    /** Who the person is on the server of an account; empty when it did not say. */
    private static String me(Sql sql, String accountId) {
        return AccountRows.find(sql, accountId)
                .map(Account::loginId)
                .map(login ->
                        PeopleRows.all(sql)
                                .servers()
                                .getOrDefault(login, Directory.Server.UNKNOWN)
                                .me())
                .orElse("");
    }

    private static List<Rights> rights(Sql sql, Stored event) {
        ObjectNode work = event.work();
        List<Rights> rights = new ArrayList<>();
        if (work != null) {
            for (String id : work.path("calendarIds").propertyNames()) {
                Documents.find(sql, id)
                        .map(Stored::work)
                        .ifPresent(c ->
                                rights.add(
                                        new app.linden.model.Calendar(id, event.accountId(), c)
                                                .rights()));
            }
        }
        return rights;
    }

    /**
     * Whether comments on an event can be read here at all: its server knows such. Only pulled
     * types have a state.
     */
    public boolean isPossible(String eventId) {
        return store.read(
                sql -> Documents.find(sql, eventId).map(e -> isPossible(sql, e)).orElse(false));
    }

    private static boolean isPossible(Sql sql, Stored event) {
        return sql.number(
                        "SELECT COUNT(*) FROM sync_state WHERE account_id = ? AND type = ?",
                        event.accountId(),
                        Type.COMMENT.name())
                > 0;
    }

    /** Whether the person may write one: who may change or answer the event. */
    public boolean mayWrite(String eventId) {
        return store.read(sql ->
                Documents.find(sql, eventId)
                        .filter(e -> isPossible(sql, e))
                        .map(e ->
                                rights(sql, e).stream()
                                        .anyMatch(r ->
                                                r.mayWrite()
                                                        || r.may(Right.WRITE_OWN)
                                                        || r.may(Right.RSVP)))
                        .orElse(false));
    }

    /** The events on which others said something that the person has not seen, with who did. */
    public Map<String, String> unseen() {
        return store.read(sql -> {
            Map<String, String> unseen = new HashMap<>();
            Map<String, String> mes = new HashMap<>();
            for (String id :
                    sql.list("SELECT comment_id FROM comment_of WHERE NOT seen", r -> r.text(1))) {
                Documents.find(sql, id)
                        .ifPresent(stored -> {
                            String me = mes.computeIfAbsent(stored.accountId(), a -> me(sql, a));
                            ObjectNode work = stored.work();
                            if (work != null && !isBy(work, me)) {
                                unseen.putIfAbsent(
                                        work.path(Comment.EVENT).asString(""),
                                        work.path("author").path("name").asString(""));
                            }
                        });
            }
            return unseen;
        });
    }

    /** The person has looked at an event; at all when it is null. */
    public CompletableFuture<Void> seen(@Nullable String eventId) {
        return store.write(
                false,
                desk -> {
                    int rows =
                            eventId == null
                                    ? desk.sql.update(
                                            "UPDATE comment_of SET seen = TRUE WHERE NOT seen")
                                    : desk.sql.update(
                                            "UPDATE comment_of SET seen = TRUE WHERE NOT seen AND"
                                                    + " event_id = ?",
                                            eventId);
                    if (rows > 0) {
                        desk.changed.trash();
                    }
                });
    }

    /**
     * A new comment as a document of the cache.
     *
     * @param id its local id, which is its uid too
     * @return the account that it belongs to, and the document; empty when the event is gone
     */
    public Optional<Intent.Create> made(String id, String eventId, String text) {
        return store.read(sql -> Documents.find(sql, eventId))
                .filter(e -> e.work() != null)
                .map(e ->
                        new Intent.Create(
                                id,
                                e.accountId(),
                                Type.COMMENT,
                                Json.object()
                                        .put(Comment.EVENT, eventId)
                                        .put("uid", id)
                                        .put("text", checked(text))
                                        .put(
                                                "created",
                                                store.now()
                                                        .truncatedTo(ChronoUnit.SECONDS)
                                                        .toString())));
    }

    /**
     * The text as it is kept.
     *
     * @throws Problem BAD_INPUT when it says nothing or is too long
     */
    public static String checked(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > Comment.LONGEST) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "A comment has 1 to " + Comment.LONGEST + " characters.");
        }
        return stripped;
    }
}
