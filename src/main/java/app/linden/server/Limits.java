package app.linden.server;

import app.linden.wire.CoreLimits;
import app.linden.wire.MethodProblem;

/** What the server declares in its session, and enforces. */
final class Limits {
    static final CoreLimits CORE = new CoreLimits(10_000_000, 8, 10_000_000, 8, 32, 500, 500);

    /** In characters of JSON; a row cannot hold more than a million. */
    static final int LARGEST_EVENT = 500_000;

    /** What one person's devices may have open at once, WebSockets and event sources together. */
    static final int LISTENERS = 100;

    /** Connections of all; what comes beyond waits until one ends. */
    static final int CONNECTIONS = 20_000;

    private Limits() {}

    static void checkGet(int ids) {
        if (ids > CORE.maxObjectsInGet()) {
            throw new MethodProblem(
                    "requestTooLarge",
                    "At most " + CORE.maxObjectsInGet() + " objects can be got in one call.");
        }
    }

    static void checkSet(int objects) {
        if (objects > CORE.maxObjectsInSet()) {
            throw new MethodProblem(
                    "requestTooLarge",
                    "At most " + CORE.maxObjectsInSet() + " objects can be set in one call.");
        }
    }
}
