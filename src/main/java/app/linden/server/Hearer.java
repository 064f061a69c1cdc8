package app.linden.server;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/** An open connection of somebody who wants to hear of changes. Thread-safe; nothing here waits. */
interface Hearer {
    String principalId();

    /** The device whose token opened it, null for HTTP Basic. */
    @Nullable String deviceId();

    void tell(Notice notice);

    /** Shows the other side that this one is there. */
    void ping();

    /** Ends because the sign-in has ended. */
    void signedOut();

    /** Says goodbye; done when that is on its way. */
    CompletableFuture<Void> goAway();
}
