package app.linden.store;

import app.linden.model.Type;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/**
 * What the server said changed, together with the state that this leads to. There is no way to save
 * the one without the other.
 *
 * @param objects server id to the whole object
 * @param gone server ids
 * @param restored whether the server was put back to an old backup, so that what it had of the
 *     person's changes may be gone
 * @param newState null for a part of a full enumeration whose state comes with the last part
 */
public record Pulled(
        String accountId,
        Type type,
        Map<String, ObjectNode> objects,
        List<String> gone,
        @Nullable String newState,
        boolean restored) {
    public Pulled(
            String accountId,
            Type type,
            Map<String, ObjectNode> objects,
            List<String> gone,
            @Nullable String newState) {
        this(accountId, type, objects, gone, newState, false);
    }
}
