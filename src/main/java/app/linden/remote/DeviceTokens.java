package app.linden.remote;

import app.linden.base.Problem;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The tokens of a device at a Linden server (docs/server/accounts.md). Whoever asks first renews
 * them for all, a little ahead of their end. The refresh token that was kept last stays kept until
 * its successor is safe: an answer that was lost is given again by the server for a minute.
 * Thread-safe; calls block on the network and on what keeps secrets.
 */
public final class DeviceTokens implements Credential {
    private static final Duration AHEAD = Duration.ofMinutes(2);
    private static final int PART_AHEAD = 5;

    private final Door door;
    private final Consumer<String> keep;
    private final LongSupplier nanos;

    // Guarded by this.
    private Grant grant;
    private long given;
    private boolean refused;
    private boolean safe;

    /**
     * After signing in.
     *
     * @param grant its {@link Grant#kept} is kept by the caller
     * @param keep keeps the next ones; may throw a {@link Problem} and is asked again then
     */
    public DeviceTokens(Door door, Grant grant, Consumer<String> keep) {
        this(door, grant, keep, System::nanoTime);
    }

    DeviceTokens(Door door, Grant grant, Consumer<String> keep, LongSupplier nanos) {
        this.door = door;
        this.grant = grant;
        this.keep = keep;
        this.nanos = nanos;
        this.given = nanos.getAsLong();
        this.safe = true;
    }

    /** After a start, with what was kept. */
    public DeviceTokens(Door door, String kept, Consumer<String> keep) {
        this(door, Grant.ofKept(kept), keep);
    }

    @Override
    public synchronized String authorization() {
        makeSafe();
        Duration left = left();
        Duration ahead = grant.lasts().dividedBy(PART_AHEAD);
        if (left.compareTo(ahead.compareTo(AHEAD) < 0 ? ahead : AHEAD) > 0) {
            return shown();
        }
        try {
            renew();
        } catch (Problem e) {
            // It is still good for a while; the server may be back before it ends.
            if (e.kind() != Problem.Kind.TRY_LATER || !left.isPositive()) {
                throw e;
            }
        }
        return shown();
    }

    @Override
    public synchronized boolean renew(String shown) {
        if (shown.equals(shown())) {
            refused = true;
            renew();
        }
        return true;
    }

    /** Tells the server that this device goes, as far as it can be reached. */
    public void end() {
        try {
            door.signOut(serverOf(), authorization());
        } catch (Problem unreachable) {
            // The person can end the device from any other one.
        }
    }

    private synchronized String serverOf() {
        return grant.server();
    }

    private void renew() {
        grant = door.refresh(grant);
        given = nanos.getAsLong();
        refused = false;
        safe = false;
        makeSafe();
    }

    /** Until it succeeds: after the server's minute the token that was kept before is worthless. */
    private void makeSafe() {
        if (!safe) {
            try {
                keep.accept(grant.kept());
                safe = true;
            } catch (Problem disk) {
                // These tokens are good meanwhile; the next request tries to keep them again.
            }
        }
    }

    private Duration left() {
        return refused
                ? Duration.ZERO
                : grant.lasts().minus(Duration.ofNanos(nanos.getAsLong() - given));
    }

    private String shown() {
        return "Bearer " + grant.accessToken();
    }
}
