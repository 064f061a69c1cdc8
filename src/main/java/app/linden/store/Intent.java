package app.linden.store;

import app.linden.model.Patch;
import app.linden.model.Type;

import tools.jackson.databind.node.ObjectNode;

/**
 * One act of the person on one object, to be applied here at once and on the server when it can be
 * reached.
 */
public sealed interface Intent {
    /** The local id of the object. */
    String objectId();

    /**
     * A new object.
     *
     * @param object the whole of it; references in it are local ids
     */
    record Create(String objectId, String accountId, Type type, ObjectNode object)
            implements Intent {}

    /** A change: absolute values at pointers (RFC 8620, 5.3). */
    record Update(String objectId, Patch patch) implements Intent {}

    /** Away with it. */
    record Destroy(String objectId) implements Intent {}
}
