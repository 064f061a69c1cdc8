package app.linden.server;

import app.linden.db.Sql;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows of blobs (RFC 8620, 6). Who reads them is said by {@link Attachments}. All times are seconds
 * since 1970.
 */
final class BlobRows {
    /** So long an upload waits for something to name it. */
    static final Duration KEPT = Duration.ofDays(1);

    private static final int PART = 500_000;

    record Blob(String id, String accountId, String principalId, String type, long size) {}

    private BlobRows() {}

    static void insert(Sql sql, Blob blob, byte[] bytes, long now) {
        insertRow(sql, blob, now);
        List<@Nullable Object[]> parts = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += PART) {
            byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PART));
            parts.add(new Object[] {blob.id, parts.size(), part});
        }
        sql.batch("INSERT INTO blob_part (blob_id, n, bytes) VALUES (?, ?, ?)", parts);
    }

    /** The same bytes as another blob. */
    static void copy(Sql sql, String fromId, Blob blob, long now) {
        insertRow(sql, blob, now);
        sql.update(
                "INSERT INTO blob_part (blob_id, n, bytes) SELECT CAST(? AS VARCHAR(36)), n, bytes"
                        + " FROM blob_part WHERE blob_id = ?",
                blob.id,
                fromId);
    }

    private static void insertRow(Sql sql, Blob blob, long now) {
        sql.update(
                "INSERT INTO blob (id, account_id, principal_id, type, size, created_at) VALUES (?,"
                        + " ?, ?, ?, ?, ?)",
                blob.id,
                blob.accountId,
                blob.principalId,
                blob.type,
                blob.size,
                now);
    }

    static Optional<Blob> find(Sql sql, String id) {
        return sql.one(
                "SELECT id, account_id, principal_id, type, size FROM blob WHERE id = ?",
                BlobRows::read,
                id);
    }

    private static Blob read(Sql.Row r) {
        return new Blob(r.text(1), r.text(2), r.text(3), r.text(4), r.number(5));
    }

    static byte[] bytes(Sql sql, String id) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        sql.list("SELECT bytes FROM blob_part WHERE blob_id = ? ORDER BY n", r -> r.bytes(1), id)
                .forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** What nothing names and nothing keeps: its uploader's alone, for a day. */
    private static final String LOOSE =
            " AND NOT EXISTS (SELECT 1 FROM blob_keeper k WHERE k.blob_id = blob.id) AND NOT EXISTS"
                    + " (SELECT 1 FROM attachment a WHERE a.blob_id = blob.id)";

    /**
     * Forgets somebody's oldest uploads that nothing names until no more than so many octets of
     * these are left (RFC 8620, 6).
     */
    static void makeRoom(Sql sql, String principalId, long most) {
        long size =
                sql.number(
                        "SELECT COALESCE(SUM(size), 0) FROM blob WHERE principal_id = ?" + LOOSE,
                        principalId);
        while (size > most) {
            Optional<Blob> oldest =
                    sql.one(
                            "SELECT id, account_id, principal_id, type, size FROM blob WHERE"
                                    + " principal_id = ?"
                                    + LOOSE
                                    + " ORDER BY created_at, id LIMIT 1",
                            BlobRows::read,
                            principalId);
            if (oldest.isEmpty()) {
                return;
            }
            sql.update("DELETE FROM blob_part WHERE blob_id = ?", oldest.get().id);
            sql.update("DELETE FROM blob WHERE id = ?", oldest.get().id);
            size -= oldest.get().size;
        }
    }

    /** How much is kept of what somebody uploaded. */
    static long sizeOf(Sql sql, String principalId) {
        return sql.number(
                "SELECT COALESCE(SUM(size), 0) FROM blob WHERE principal_id = ?", principalId);
    }

    /** Forgets what was uploaded long ago and is neither named nor kept for bringing it back. */
    static void prune(Sql sql, long now) {
        sql.update("DELETE FROM blob_keeper WHERE ends_at < ?", now);
        delete(
                sql,
                "created_at < ? AND NOT EXISTS (SELECT 1 FROM blob_keeper k WHERE k.blob_id ="
                        + " blob.id)",
                now - KEPT.toSeconds());
    }

    /** Forgets somebody: what others read of theirs stays. */
    static void deleteOf(Sql sql, String principalId) {
        sql.update("DELETE FROM blob_keeper WHERE principal_id = ?", principalId);
        delete(
                sql,
                "principal_id = ? AND NOT EXISTS (SELECT 1 FROM blob_keeper k WHERE k.blob_id ="
                        + " blob.id)",
                principalId);
        sql.update("UPDATE blob SET principal_id = '' WHERE principal_id = ?", principalId);
    }

    private static void delete(Sql sql, String condition, Object value) {
        String which =
                condition
                        + " AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.blob_id = blob.id)";
        sql.update(
                "DELETE FROM blob_part WHERE blob_id IN (SELECT id FROM blob WHERE " + which + ")",
                value);
        sql.update("DELETE FROM blob WHERE " + which, value);
    }
}
