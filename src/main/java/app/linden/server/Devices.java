package app.linden.server;

import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Gives tokens to devices, renews them, and takes them away. An access token lasts minutes; the
 * refresh token is exchanged for the next pair, and whoever presents one that was exchanged long
 * ago has a copy, so that the device is signed out. Thread-safe; calls block until they are safe on
 * disk.
 */
final class Devices {
    static final Duration ACCESS = Duration.ofMinutes(15);

    /** How long after an exchange the same successor is given again: its answer may be lost. */
    static final Duration GRACE = Duration.ofSeconds(60);

    /** A device that was silent for so long signs in again. */
    static final Duration IDLE = Duration.ofDays(180);

    /** How long an exchanged token is still recognised as a copy. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final String ACCESS_PREFIX = "la_";
    private static final String REFRESH_PREFIX = "lr_";
    private static final int LONGEST_NAME = 100;

    /** What a device is given. */
    record Grant(
            String principalId,
            String deviceId,
            String accessToken,
            long expiresIn,
            String refreshToken) {
        ObjectNode toJson() {
            return Json.object()
                    .put("principalId", principalId)
                    .put("deviceId", deviceId)
                    .put("accessToken", accessToken)
                    .put("expiresIn", expiresIn)
                    .put("refreshToken", refreshToken);
        }
    }

    private final ServerData data;
    private final Commits commits;

    Devices(ServerData data, Commits commits) {
        this.data = data;
        this.commits = commits;
    }

    /** A new device of somebody who has just shown who they are. */
    Grant add(String principalId, String name) {
        return commits.run(desk -> add(desk, principalId, name));
    }

    static Grant add(Desk desk, String principalId, String name) {
        String id = desk.ids.next();
        long now = desk.now.getEpochSecond();
        DeviceRows.insert(desk.sql, new DeviceRows.Device(id, principalId, shown(name), now, now));
        String access = Tokens.fresh(ACCESS_PREFIX);
        String refresh = Tokens.fresh(REFRESH_PREFIX);
        DeviceRows.insertAccess(desk.sql, Tokens.hash(access), id, now + ACCESS.toSeconds());
        DeviceRows.insertRefresh(desk.sql, Tokens.hash(refresh), id, now);
        return new Grant(principalId, id, access, ACCESS.toSeconds(), refresh);
    }

    /** One line that can be shown, whatever a client calls its device. */
    private static String shown(String name) {
        StringBuilder line = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME)
                .map(c ->
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                                ? ' '
                                : c)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(line::appendCodePoint);
        String stripped = line.toString().strip();
        return stripped.isEmpty() ? "Device" : stripped;
    }

    /** The next pair for a refresh token; empty when it is not taken any more. */
    Optional<Grant> refresh(String token) {
        return commits.run(desk -> exchange(desk, token));
    }

    /** Either gives the next pair or ends the device. */
    private static Optional<Grant> exchange(Desk desk, String token) {
        String hash = Tokens.hash(token);
        DeviceRows.Refresh known = DeviceRows.findRefresh(desk.sql, hash).orElse(null);
        if (known == null) {
            return Optional.empty();
        }
        long now = desk.now.getEpochSecond();
        String deviceId = known.deviceId();
        Long rotatedAt = known.rotatedAt();
        boolean copied = rotatedAt != null && now - rotatedAt > GRACE.toSeconds();
        DeviceRows.Device device = DeviceRows.find(desk.sql, deviceId).orElse(null);
        if (device == null || copied || now - known.madeAt() > IDLE.toSeconds()) {
            end(desk, deviceId);
            return Optional.empty();
        }
        String access = Tokens.successor(desk.sql, ACCESS_PREFIX, token);
        String refresh = Tokens.successor(desk.sql, REFRESH_PREFIX, token);
        long endsAt = now + ACCESS.toSeconds();
        if (rotatedAt == null) {
            DeviceRows.rotated(desk.sql, hash, deviceId, now, now - REMEMBERED.toSeconds());
            DeviceRows.insertRefresh(desk.sql, Tokens.hash(refresh), deviceId, now);
            DeviceRows.insertAccess(desk.sql, Tokens.hash(access), deviceId, endsAt);
            DeviceRows.used(desk.sql, deviceId, now);
        } else {
            endsAt = DeviceRows.accessEnd(desk.sql, Tokens.hash(access)).orElse(now);
        }
        return Optional.of(
                new Grant(device.principalId(), deviceId, access, endsAt - now, refresh));
    }

    /** Who carries an access token; empty when it has ended. */
    Optional<Caller> holder(String accessToken) {
        String hash = Tokens.hash(accessToken);
        long now = data.clock().instant().getEpochSecond();
        return data.database().read(sql -> DeviceRows.holder(sql, hash, now));
    }

    List<DeviceRows.Device> of(Principal principal) {
        return data.database().read(sql -> DeviceRows.of(sql, principal.id()));
    }

    /** Whether a device is still signed in. */
    boolean isThere(String deviceId) {
        return data.database().read(sql -> DeviceRows.find(sql, deviceId).isPresent());
    }

    /** Signs a device out and closes its sockets; false when it is not this principal's. */
    boolean revoke(Principal principal, String deviceId) {
        return commits.run(desk -> {
            boolean theirs =
                    DeviceRows.find(desk.sql, deviceId)
                            .filter(d -> d.principalId().equals(principal.id()))
                            .isPresent();
            if (theirs) {
                end(desk, deviceId);
            }
            return theirs;
        });
    }

    private static void end(Desk desk, String deviceId) {
        DeviceRows.delete(desk.sql, deviceId);
        desk.tell(new News.DeviceEnded(deviceId));
    }
}
