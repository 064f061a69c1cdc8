package app.linden.store;

import app.linden.model.Type;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What the server said changed, together with the state that this leads to. There is no way to save
 * the one without the other.
 *
 * @param objects server id to the whole object
 * @param gone server ids
 * @param restored whether the server was put back to an old backup, so that what it had of the
 *     person's changes may be gone
 * @param newState null for a part of a full enumeration whose state comes with the last part
 * @param reading how an object is understood: from what was known of it and what the server says,
 *     both with local ids
 */
public record Pulled(
        String accountId,
        Type type,
        Map<String, ObjectNode> objects,
        List<String> gone,
        @Nullable String newState,
        boolean restored,
        BinaryOperator<ObjectNode> reading) {
    /** For a server that says everything as it was sent. */
    public Pulled(
            String accountId,
            Type type,
            Map<String, ObjectNode> objects,
            List<String> gone,
            @Nullable String newState) {
        this(accountId, type, objects, gone, newState, false, (known, object) -> object);
    }
}
