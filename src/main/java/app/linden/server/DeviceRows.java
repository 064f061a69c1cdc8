package app.linden.server;

import app.linden.db.Sql;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Rows of devices and of the tokens that each of them has. All times are seconds since 1970. */
final class DeviceRows {
    record Device(String id, String principalId, String name, long createdAt, long usedAt) {}

    /**
     * A refresh token that was given once.
     *
     * @param rotatedAt when its successor was given, null while it is the newest
     */
    record Refresh(String deviceId, long madeAt, @Nullable Long rotatedAt) {}

    private static final String COLUMNS =
            "SELECT id, principal_id, name, created_at, used_at FROM device WHERE ";

    private DeviceRows() {}

    static void insert(Sql sql, Device device) {
        sql.update(
                "INSERT INTO device (id, principal_id, name, created_at, used_at) VALUES (?, ?, ?,"
                        + " ?, ?)",
                device.id,
                device.principalId,
                device.name,
                device.createdAt,
                device.usedAt);
    }

    static Optional<Device> find(Sql sql, String id) {
        return sql.one(COLUMNS + "id = ?", DeviceRows::read, id);
    }

    /** Somebody's devices, the one that was used last first. */
    static List<Device> of(Sql sql, String principalId) {
        return sql.list(
                COLUMNS + "principal_id = ? ORDER BY used_at DESC, id DESC",
                DeviceRows::read,
                principalId);
    }

    static void used(Sql sql, String id, long now) {
        sql.update("UPDATE device SET used_at = ? WHERE id = ?", now, id);
    }

    static void delete(Sql sql, String id) {
        sql.update("DELETE FROM access_token WHERE device_id = ?", id);
        sql.update("DELETE FROM refresh_token WHERE device_id = ?", id);
        sql.update("DELETE FROM device WHERE id = ?", id);
    }

    static void insertRefresh(Sql sql, String hash, String deviceId, long now) {
        sql.update(
                "INSERT INTO refresh_token (hash, device_id, made_at) VALUES (?, ?, ?)",
                hash,
                deviceId,
                now);
    }

    static Optional<Refresh> findRefresh(Sql sql, String hash) {
        return sql.one(
                "SELECT device_id, made_at, rotated_at FROM refresh_token WHERE hash = ?",
                r -> new Refresh(r.text(1), r.number(2), r.isNull(3) ? null : r.number(3)),
                hash);
    }

    /** Notes that a token has a successor, and forgets those that are long past. */
    static void rotated(Sql sql, String hash, String deviceId, long now, long past) {
        sql.update("UPDATE refresh_token SET rotated_at = ? WHERE hash = ?", now, hash);
        sql.update(
                "DELETE FROM refresh_token WHERE device_id = ? AND rotated_at < ?", deviceId, past);
        sql.update("DELETE FROM access_token WHERE device_id = ? AND ends_at < ?", deviceId, now);
    }

    static void insertAccess(Sql sql, String hash, String deviceId, long endsAt) {
        sql.update(
                "INSERT INTO access_token (hash, device_id, ends_at) VALUES (?, ?, ?)",
                hash,
                deviceId,
                endsAt);
    }

    /** When an access token ends; empty where there is none. */
    static Optional<Long> accessEnd(Sql sql, String hash) {
        return sql.one("SELECT ends_at FROM access_token WHERE hash = ?", r -> r.number(1), hash);
    }

    /** Who carries an access token that has not ended. */
    static Optional<Caller> holder(Sql sql, String hash, long now) {
        return sql.one(
                "SELECT p.id, p.login, p.address, p.name, d.id FROM access_token a JOIN device d ON"
                    + " d.id = a.device_id JOIN principal p ON p.id = d.principal_id WHERE a.hash ="
                    + " ? AND a.ends_at > ?",
                r ->
                        new Caller(
                                new Principal(r.text(1), r.text(2), r.text(3), r.text(4)),
                                r.text(5)),
                hash,
                now);
    }

    private static Device read(Sql.Row row) {
        return new Device(row.text(1), row.text(2), row.text(3), row.number(4), row.number(5));
    }
}
