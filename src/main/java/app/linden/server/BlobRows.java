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
 * Rows of blobs (RFC 8620, 6). A blob is before the eyes of the one who uploaded it and nobody
 * else's. All times are seconds since 1970.
 */
final class BlobRows {
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

    /** A blob that somebody uploaded to an account. */
    static Optional<Blob> find(Sql sql, String accountId, String principalId, String id) {
        return sql.one(
                "SELECT id, account_id, principal_id, type, size FROM blob WHERE id = ? AND"
                        + " account_id = ? AND principal_id = ?",
                r -> new Blob(r.text(1), r.text(2), r.text(3), r.text(4), r.number(5)),
                id,
                accountId,
                principalId);
    }

    static byte[] bytes(Sql sql, String id) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        sql.list("SELECT bytes FROM blob_part WHERE blob_id = ? ORDER BY n", r -> r.bytes(1), id)
                .forEach(all::writeBytes);
        return all.toByteArray();
    }

    /**
     * Forgets somebody's oldest uploads until no more than so many octets are left (RFC 8620, 6).
     */
    static void makeRoom(Sql sql, String principalId, long most) {
        long size = sizeOf(sql, principalId);
        while (size > most) {
            String oldest =
                    sql.one(
                                    "SELECT id FROM blob WHERE principal_id = ? ORDER BY"
                                            + " created_at, id LIMIT 1",
                                    r -> r.text(1),
                                    principalId)
                            .orElse("");
            if (oldest.isEmpty()) {
                return;
            }
            sql.update("DELETE FROM blob_part WHERE blob_id = ?", oldest);
            sql.update("DELETE FROM blob WHERE id = ?", oldest);
            size = sizeOf(sql, principalId);
        }
    }

    private static long sizeOf(Sql sql, String principalId) {
        return sql.number(
                "SELECT COALESCE(SUM(size), 0) FROM blob WHERE principal_id = ?", principalId);
    }

    /** Forgets what was uploaded before a time. */
    static void prune(Sql sql, long before) {
        sql.update(
                "DELETE FROM blob_part WHERE blob_id IN (SELECT id FROM blob WHERE created_at < ?)",
                before);
        sql.update("DELETE FROM blob WHERE created_at < ?", before);
    }

    static void deleteOf(Sql sql, String principalId) {
        sql.update(
                "DELETE FROM blob_part WHERE blob_id IN (SELECT id FROM blob WHERE principal_id ="
                        + " ?)",
                principalId);
        sql.update("DELETE FROM blob WHERE principal_id = ?", principalId);
    }
}
