package app.linden.model;

import app.linden.base.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Changes to an object in the grammar of {@code /set} (RFC 8620, 5.3): pointer to new value, where
 * a JSON null removes. A pointer is JSON Pointer (RFC 6901) without the leading slash and never
 * enters an array. The other grammar, that of an override in a series, is {@link OccurrencePatch}.
 *
 * <p>No pointer is the beginning of another, so the order of application does not matter.
 */
public record Patch(SortedMap<String, JsonNode> changes) {
    public static final Patch NONE = new Patch(new TreeMap<>());

    public Patch {
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        for (String pointer : changes.keySet()) {
            if (pointer.isEmpty()) {
                throw new Problem(Problem.Kind.BAD_INPUT, "A patch pointer must not be empty.");
            }
            for (int slash = pointer.indexOf('/');
                    slash >= 0;
                    slash = pointer.indexOf('/', slash + 1)) {
                if (changes.containsKey(pointer.substring(0, slash))) {
                    throw new Problem(
                            Problem.Kind.BAD_INPUT,
                            "The patch changes "
                                    + pointer.substring(0, slash)
                                    + " and, inside it, "
                                    + pointer
                                    + ".");
                }
            }
        }
    }

    public static Patch of(String pointer, JsonNode value) {
        return new Patch(new TreeMap<>(Map.of(pointer, value)));
    }

    /**
     * Reads the members of an object as a patch; {@link Problem.Kind#BAD_INPUT} for pointers that
     * contradict.
     */
    public static Patch of(ObjectNode patchObject) {
        TreeMap<String, JsonNode> changes = new TreeMap<>();
        patchObject.properties().forEach(p -> changes.put(p.getKey(), p.getValue()));
        return new Patch(changes);
    }

    /**
     * As {@link #of(ObjectNode)} for what somebody else wrote: of two pointers that contradict the
     * inner one comes last, as {@link OccurrencePatch} has it, and an empty one has no effect.
     */
    public static Patch leniently(ObjectNode patchObject) {
        TreeMap<String, JsonNode> changes = new TreeMap<>();
        TreeMap<String, JsonNode> members = new TreeMap<>();
        patchObject.properties().forEach(p -> members.put(p.getKey(), p.getValue()));
        members.remove("");
        members.forEach((pointer, value) -> Pointers.put(changes, pointer, value));
        return new Patch(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public ObjectNode toJson() {
        ObjectNode result = Json.object();
        changes.forEach(result::set);
        return result;
    }

    /**
     * This patch and then {@code later}, as one. Later pointers inside an earlier value are applied
     * to that value.
     */
    public Patch then(Patch later) {
        TreeMap<String, JsonNode> result = new TreeMap<>(changes);
        later.changes.forEach((pointer, value) -> Pointers.put(result, pointer, value));
        return new Patch(result);
    }

    /**
     * The object after this patch; the given one stays as it is.
     *
     * @throws Problem BAD_INPUT when a parent of a pointer does not exist or is no object (RFC
     *     8620, 5.3, invalidPatch)
     */
    public ObjectNode apply(ObjectNode before) {
        ObjectNode after = before.deepCopy();
        changes.forEach((pointer, value) -> Pointers.set(after, pointer, value, false));
        return after;
    }

    /**
     * As {@link #apply}, but makes missing parents; a value that is no object and stands in the way
     * is replaced.
     */
    public ObjectNode applyLeniently(ObjectNode before) {
        ObjectNode after = before.deepCopy();
        changes.forEach((pointer, value) -> Pointers.set(after, pointer, value, true));
        return after;
    }

    /**
     * For each pointer the value that stands there in {@code before}, null where there is none: the
     * patch that undoes.
     */
    public Patch valuesIn(ObjectNode before) {
        TreeMap<String, JsonNode> values = new TreeMap<>();
        changes.keySet().forEach(pointer -> values.put(pointer, Pointers.get(before, pointer)));
        return new Patch(values);
    }

    /**
     * The smallest patch that turns one object into the other, by the rules of {@link Difference}.
     */
    public static Patch between(ObjectNode before, ObjectNode after) {
        return Difference.between(before, after);
    }
}
