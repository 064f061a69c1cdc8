package app.linden.server;

import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** What all {@code /get} methods share (RFC 8620, 5.1). */
final class Gets {
    private Gets() {}

    /** The ids that are asked for, null for all. */
    static @Nullable List<String> ids(Arguments arguments) {
        List<String> ids = arguments.texts("ids");
        if (ids != null) {
            Limits.checkGet(ids.size());
        }
        return ids;
    }

    /**
     * The properties that are asked for, null for all.
     *
     * @param known what may be asked for
     */
    static @Nullable List<String> properties(Arguments arguments, List<String> known) {
        List<String> properties = arguments.texts("properties");
        if (properties != null) {
            for (String name : properties) {
                if (!known.contains(name)) {
                    throw Arguments.invalid("There is no property " + name + ".");
                }
            }
        }
        return properties;
    }

    /** The object with these properties and its id alone. */
    static ObjectNode only(ObjectNode object, @Nullable List<String> properties) {
        if (properties == null) {
            return object;
        }
        ObjectNode part = Json.object();
        part.set("id", object.path("id"));
        for (String name : properties) {
            if (object.has(name)) {
                part.set(name, object.path(name));
            }
        }
        return part;
    }
}
