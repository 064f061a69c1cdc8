package app.linden.model;

import app.linden.base.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Pointers as RFC 8620, 5.3 has them: JSON Pointer (RFC 6901) without the leading slash, through
 * objects only.
 */
public final class Pointers {
    private Pointers() {}

    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to {@code names}, each name escaped. */
    public static String of(String... names) {
        StringBuilder pointer = new StringBuilder();
        for (String name : names) {
            pointer.append(pointer.isEmpty() ? "" : "/").append(escape(name));
        }
        return pointer.toString();
    }

    /** The names of a pointer, unescaped, outermost first. */
    public static List<String> names(String pointer) {
        List<String> names = new ArrayList<>();
        for (String part : pointer.split("/", -1)) {
            names.add(part.replace("~1", "/").replace("~0", "~"));
        }
        return names;
    }

    /** The pointers that this one lies inside of, outermost first. */
    static List<String> above(String pointer) {
        List<String> above = new ArrayList<>();
        for (int slash = pointer.indexOf('/');
                slash >= 0;
                slash = pointer.indexOf('/', slash + 1)) {
            above.add(pointer.substring(0, slash));
        }
        return above;
    }

    /** The value at the pointer, a JSON null where there is none. */
    public static JsonNode get(ObjectNode object, String pointer) {
        JsonNode at = object;
        for (String name : names(pointer)) {
            JsonNode next = at instanceof ObjectNode o ? o.get(name) : null;
            if (next == null) {
                return Json.nil();
            }
            at = next;
        }
        return at;
    }

    static void set(ObjectNode object, String pointer, JsonNode value, boolean makeParents) {
        List<String> names = names(pointer);
        ObjectNode at = object;
        for (String name : names.subList(0, names.size() - 1)) {
            JsonNode next = at.get(name);
            if (next instanceof ObjectNode o) {
                at = o;
            } else if (!makeParents) {
                throw new Problem(
                        Problem.Kind.BAD_INPUT,
                        "The patch points into "
                                + name
                                + " ("
                                + pointer
                                + "), which is not there.");
            } else if (value.isNull()) {
                return;
            } else {
                ObjectNode made = Json.object();
                at.set(name, made);
                at = made;
            }
        }
        String last = names.getLast();
        if (value.isNull()) {
            at.remove(last);
        } else {
            at.set(last, value.deepCopy());
        }
    }

    /** Adds one change to a set of changes in which no pointer may be the beginning of another. */
    static void put(SortedMap<String, JsonNode> changes, String pointer, JsonNode value) {
        for (int slash = pointer.indexOf('/');
                slash >= 0;
                slash = pointer.indexOf('/', slash + 1)) {
            String parent = pointer.substring(0, slash);
            JsonNode whole = changes.get(parent);
            if (whole != null) {
                ObjectNode changed = whole instanceof ObjectNode o ? o.deepCopy() : Json.object();
                set(changed, pointer.substring(slash + 1), value, true);
                changes.put(parent, changed);
                return;
            }
        }
        changes.keySet().removeIf(other -> other.startsWith(pointer + "/"));
        changes.put(pointer, value);
    }
}
