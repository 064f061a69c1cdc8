package app.linden.ical;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.regex.Pattern;

/**
 * Members of JSCalendar objects by name: keys of collections (conversion draft, 2.1.3) and text.
 */
final class Names {
    /** What RFC 8620, 1.2 allows as an Id. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    private Names() {}

    /** The JSID of a property, else a key made of its value. */
    static String key(Property p, String value) {
        String given = p.parameters().isEmpty() ? null : p.parameter("JSID");
        return given != null && ID.matcher(given).matches() ? given : Keys.of(value);
    }

    /**
     * The JSID of a component, which is taken, else a key made of {@code value} when there is one,
     * else its UID, else a key made of all that it says.
     */
    static String key(Component c, @Nullable String value) {
        Property given = c.first("JSID");
        if (given != null && ID.matcher(given.text()).matches()) {
            given.take();
            return given.text();
        }
        if (value != null) {
            return Keys.of(value);
        }
        String uid = c.text("UID");
        if (uid == null) {
            return Keys.of(JCal.of(c).toString());
        }
        return ID.matcher(uid).matches() ? uid : Keys.of(uid);
    }

    /** A key that the collection does not have yet, the given one if possible. */
    static String free(ObjectNode collection, String key) {
        return collection.has(key) ? free(collection, Keys.of(key)) : key;
    }

    static ObjectNode child(ObjectNode json, String property) {
        return json.path(property) instanceof ObjectNode o ? o : json.putObject(property);
    }

    static void put(ObjectNode object, String property, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            object.put(property, value);
        }
    }
}
