package app.linden.remote;

import app.linden.base.Problem;
import app.linden.wire.Request;
import app.linden.wire.Response;
import app.linden.wire.Session;
import app.linden.wire.StateChange;

/**
 * A JMAP server as one signed-in person sees it. Calls block the calling thread.
 *
 * <p>They fail with a {@link Problem}: TRY_LATER when the server did not answer, or not as a JMAP
 * server does, so that the outcome of a write is unknown; SIGN_IN when it does not take the
 * credential; or with a {@link Rejected} when it refused the request as a whole.
 */
public interface Remote extends AutoCloseable {
    /** Fetches the session (RFC 8620, 2). */
    Session session();

    /** Sends one request to the address that the last session named (RFC 8620, 3.1). */
    Response call(Request request);

    /**
     * Whether the session state that answers carry changed since this was last asked, so that the
     * session is to be fetched again (RFC 8620, 3.4).
     */
    boolean sessionMoved();

    /**
     * Opens the live channel and keeps it open until closed, by itself, over any loss. Where the
     * server has none this does nothing.
     */
    AutoCloseable listen(Listener listener);

    @Override
    void close();

    /** Hears what the live channel says, on its thread; must return quickly. */
    interface Listener {
        /** The channel stands, again: changes may have been missed. */
        void opened();

        /** A hint that something changed; not yet data. */
        void changed(StateChange change);

        /** The server gave a sign of life. */
        void heard();

        /** The channel is gone; it is being reopened. */
        void lost(String why);
    }
}
