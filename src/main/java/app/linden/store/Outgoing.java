package app.linden.store;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/**
 * A change on its way to the server.
 *
 * @param seq names it when the outcome is settled
 * @param objectId local id, which also serves as creation id
 * @param serverId null for a create
 * @param before what the server is known to have, with local ids inside; empty for a create
 * @param content for a create the whole object, for an update the patch, empty for a destroy; with
 *     server ids inside
 */
public record Outgoing(
        long seq,
        String objectId,
        Act act,
        @Nullable String serverId,
        ObjectNode before,
        ObjectNode content) {
    /** Which part of {@code /set} it belongs to. */
    public enum Act {
        CREATE,
        UPDATE,
        DESTROY
    }
}
