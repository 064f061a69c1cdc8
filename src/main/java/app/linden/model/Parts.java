package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads the maps and sets of JSCalendar (jscalendarbis 1.5.1: ids to objects, names to true). What
 * has another shape is left out, never an error: views are read while listing.
 */
final class Parts {
    private Parts() {}

    /** The objects of a map by their ids, in order of the ids. */
    static <T> SortedMap<String, T> of(JsonNode map, Function<ObjectNode, T> view) {
        TreeMap<String, T> parts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            if (entry.getValue() instanceof ObjectNode part) {
                parts.put(entry.getKey(), view.apply(part));
            }
        }
        return Collections.unmodifiableSortedMap(parts);
    }

    /** The names that a set holds, in their order. */
    static SortedSet<String> set(JsonNode set) {
        TreeSet<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : set.properties()) {
            if (entry.getValue().isBoolean() && entry.getValue().asBoolean()) {
                names.add(entry.getKey());
            }
        }
        return Collections.unmodifiableSortedSet(names);
    }

    static ObjectNode set(Set<String> names) {
        ObjectNode set = Json.object();
        new TreeSet<>(names).forEach(name -> set.put(name, true));
        return set;
    }

    static String text(JsonNode object, String property) {
        return text(object, property, "");
    }

    static String text(JsonNode object, String property, String otherwise) {
        JsonNode value = object.path(property);
        return value.isString() ? value.asString() : otherwise;
    }

    static boolean flag(JsonNode object, String property) {
        JsonNode value = object.path(property);
        return value.isBoolean() && value.asBoolean();
    }

    static int number(JsonNode object, String property, int otherwise) {
        JsonNode value = object.path(property);
        return value.isIntegralNumber() && value.canConvertToInt() ? value.asInt() : otherwise;
    }

    /** A UTCDateTime, null when there is none that can be read. */
    static @Nullable Instant instant(JsonNode object, String property) {
        String text = text(object, property);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A copy with one property set, or without it for an empty text. */
    static ObjectNode with(ObjectNode object, String property, String value) {
        ObjectNode next = object.deepCopy();
        if (value.isEmpty()) {
            next.remove(property);
        } else {
            next.put(property, value);
        }
        return next;
    }
}
