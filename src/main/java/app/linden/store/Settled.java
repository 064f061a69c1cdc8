package app.linden.store;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/** How the sending of one change ended. */
public sealed interface Settled {
    /** {@link Outgoing#seq} of the change. */
    long seq();

    /**
     * The server has it.
     *
     * @param serverId the id given to a create, null for others
     * @param serverSet what the server set beyond what was sent
     */
    record Done(long seq, @Nullable String serverId, ObjectNode serverSet) implements Settled {}

    /** The server said no; set aside for the person, who reads the reason. */
    record Refused(long seq, String reason) implements Settled {}

    /** The server did not take it this time; it goes out again. */
    record Again(long seq) implements Settled {}
}
