package app.linden.server;

import app.linden.db.Sql;
import app.linden.wire.MethodProblem;
import app.linden.wire.SetError;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which blobs events and comments name (jmap-calendars 5.3). A named blob lives as long as what
 * names it, and whoever reads that reads the blob. Part of one transaction.
 */
final class Attachments {
    /** So long a blob is kept after nothing names it any more: as long as devices keep trash. */
    static final Duration KEPT_AFTER = Duration.ofDays(31);

    private Attachments() {}

    /** The blobs that the links of an event name, those of single occurrences too. */
    static Set<String> of(ObjectNode event) {
        Set<String> ids = new TreeSet<>();
        collect(event.path("links"), ids);
        event.path("recurrenceOverrides")
                .forEach(patch ->
                        patch.properties().stream()
                                .filter(p ->
                                        p.getKey().equals("links")
                                                || p.getKey().startsWith("links/"))
                                .forEach(p -> {
                                    if (p.getKey().endsWith("/blobId") && p.getValue().isString()) {
                                        ids.add(p.getValue().asString());
                                    }
                                    collect(p.getValue(), ids);
                                }));
        return ids;
    }

    /** The blobs that a comment names. */
    static Set<String> ofComment(ObjectNode comment) {
        Set<String> ids = new TreeSet<>();
        collect(comment.path("attachments"), ids);
        return ids;
    }

    private static void collect(JsonNode value, Set<String> ids) {
        value.properties()
                .forEach(p -> {
                    if (p.getKey().equals("blobId") && p.getValue().isString()) {
                        ids.add(p.getValue().asString());
                    }
                    collect(p.getValue(), ids);
                });
    }

    /**
     * Why somebody cannot name these blobs; null when they can: who named any blob would read it.
     *
     * @param before what is named already, by whomever
     */
    static @Nullable SetError refusal(
            Desk desk,
            Principal principal,
            String property,
            Collection<String> before,
            Collection<String> after) {
        for (String id : after) {
            if (!before.contains(id) && !mayRead(desk.sql, principal, id, seconds(desk))) {
                return SetError.invalid(property, "There is no blob " + id + ".");
            }
        }
        return null;
    }

    private static long seconds(Desk desk) {
        return desk.now.getEpochSecond();
    }

    private static boolean mayRead(Sql sql, Principal principal, String blobId, long now) {
        Optional<BlobRows.Blob> blob = BlobRows.find(sql, blobId);
        return blob.isPresent()
                && (isTheirs(sql, principal, blob.get(), now)
                        || eventsOf(sql, blobId).entrySet().stream()
                                .anyMatch(e -> readsOne(sql, principal, e.getKey(), e.getValue())));
    }

    /** A blob as somebody reads it in an account, now being seconds since 1970. */
    static Optional<BlobRows.Blob> find(
            Sql sql, Principal principal, String accountId, String blobId, long now) {
        return BlobRows.find(sql, blobId)
                .filter(b ->
                        (b.accountId().equals(accountId)
                                        && sees(sql, principal, accountId)
                                        && isTheirs(sql, principal, b, now))
                                || readsOne(
                                        sql,
                                        principal,
                                        accountId,
                                        eventsOf(sql, blobId)
                                                .getOrDefault(accountId, new HashSet<>())));
    }

    /** Also what one uploaded goes with the account that it was uploaded to. */
    private static boolean sees(Sql sql, Principal principal, String accountId) {
        try {
            Access.of(sql, principal, accountId);
            return true;
        } catch (MethodProblem notTheirAccount) {
            return false;
        }
    }

    private static boolean isTheirs(Sql sql, Principal principal, BlobRows.Blob blob, long now) {
        return blob.principalId().equals(principal.id())
                || sql.number(
                                "SELECT COUNT(*) FROM blob_keeper WHERE blob_id = ? AND"
                                        + " principal_id = ? AND ends_at > ?",
                                blob.id(),
                                principal.id(),
                                now)
                        > 0;
    }

    /** The events that a blob belongs to, by account. */
    private static Map<String, Set<String>> eventsOf(Sql sql, String blobId) {
        Map<String, Set<String>> events = new HashMap<>();
        sql.list(
                "SELECT e.account_id, e.id FROM attachment a JOIN event e ON e.id = a.event_id"
                        + " WHERE a.blob_id = ?",
                r -> events.computeIfAbsent(r.text(1), k -> new HashSet<>()).add(r.text(2)),
                blobId);
        return events;
    }

    private static boolean readsOne(
            Sql sql, Principal principal, String accountId, Set<String> events) {
        if (events.isEmpty()) {
            return false;
        }
        try {
            Access access = Access.of(sql, principal, accountId);
            return EventRows.find(sql, accountId, events).values().stream()
                    .anyMatch(access::mayReadWhole);
        } catch (MethodProblem notTheirAccount) {
            return false;
        }
    }

    /**
     * Notes which blobs something names.
     *
     * @param event as it was or is, by which it is decided who may bring back what is named no more
     * @param holderId the event or a comment on it
     */
    static void change(
            Desk desk,
            EventRows.Stored event,
            String holderId,
            Set<String> before,
            Set<String> after) {
        List<@Nullable Object[]> added = new ArrayList<>();
        List<@Nullable Object[]> removed = new ArrayList<>();
        Set<String> gone = new TreeSet<>();
        for (String blob : after) {
            if (!before.contains(blob)) {
                added.add(new Object[] {blob, event.id(), holderId});
            }
        }
        for (String blob : before) {
            if (!after.contains(blob)) {
                removed.add(new Object[] {blob, holderId});
                gone.add(blob);
            }
        }
        desk.sql.batch("DELETE FROM attachment WHERE blob_id = ? AND holder_id = ?", removed);
        desk.sql.batch(
                "INSERT INTO attachment (blob_id, event_id, holder_id) VALUES (?, ?, ?)", added);
        keep(desk, event, gone);
    }

    /** Events are gone, by id, with all that named blobs on them. */
    static void gone(Desk desk, Map<String, EventRows.Stored> events) {
        Map<String, Set<String>> blobs = new HashMap<>();
        desk.sql.list(
                "SELECT event_id, blob_id FROM attachment WHERE event_id = ANY(?)",
                r -> blobs.computeIfAbsent(r.text(1), k -> new TreeSet<>()).add(r.text(2)),
                (Object) events.keySet().toArray());
        List<@Nullable Object[]> rows = new ArrayList<>();
        blobs.keySet().forEach(id -> rows.add(new Object[] {id}));
        desk.sql.batch("DELETE FROM attachment WHERE event_id = ?", rows);
        events.forEach((id, event) -> keep(desk, event, blobs.getOrDefault(id, Set.of())));
    }

    private static void keep(Desk desk, EventRows.Stored event, Set<String> blobs) {
        Audience audience = blobs.isEmpty() ? null : Audience.of(desk.sql, event.accountId());
        for (String blob : blobs) {
            boolean named =
                    desk.sql.number("SELECT COUNT(*) FROM attachment WHERE blob_id = ?", blob) > 0;
            if (named || audience == null) {
                continue;
            }
            Set<String> people = audience.of(Types.EVENT, event.whereWhole(), null);
            List<@Nullable Object[]> keys = new ArrayList<>();
            List<@Nullable Object[]> rows = new ArrayList<>();
            long end = seconds(desk) + KEPT_AFTER.toSeconds();
            for (String person : people) {
                keys.add(new Object[] {blob, person});
                rows.add(new Object[] {blob, person, end});
            }
            desk.sql.batch("DELETE FROM blob_keeper WHERE blob_id = ? AND principal_id = ?", keys);
            desk.sql.batch(
                    "INSERT INTO blob_keeper (blob_id, principal_id, ends_at) VALUES (?, ?, ?)",
                    rows);
        }
    }
}
