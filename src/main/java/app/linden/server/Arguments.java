package app.linden.server;

import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a method call, read with their types. JSON null and a missing argument are the
 * same. Every getter throws invalidArguments for a value of another type.
 */
record Arguments(ObjectNode json) {

    String accountId() {
        return need("accountId");
    }

    String need(String name) {
        String text = text(name);
        if (text == null) {
            throw invalid("The argument " + name + " is missing.");
        }
        return text;
    }

    @Nullable String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw invalid("The argument " + name + " is no string.");
        }
        return value.asString();
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw invalid("The argument " + name + " is neither true nor false.");
        }
        return value.asBoolean();
    }

    /** An Int of RFC 8620, 1.3. */
    @Nullable Long whole(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || Math.abs(value.asLong()) > (1L << 53) - 1) {
            throw invalid("The argument " + name + " is no whole number.");
        }
        return value.asLong();
    }

    /** A list of strings without repetitions. */
    @Nullable List<String> texts(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            throw invalid("The argument " + name + " is no list.");
        }
        LinkedHashSet<String> texts = new LinkedHashSet<>();
        for (JsonNode item : value) {
            if (!item.isString()) {
                throw invalid("The argument " + name + " holds something that is no string.");
            }
            texts.add(item.asString());
        }
        return new ArrayList<>(texts);
    }

    @Nullable ObjectNode object(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw invalid("The argument " + name + " is no object.");
    }

    /** A map of objects; empty when the argument is missing. */
    Map<String, ObjectNode> objects(String name) {
        Map<String, ObjectNode> objects = new LinkedHashMap<>();
        ObjectNode map = object(name);
        if (map != null) {
            for (var p : map.properties()) {
                if (!(p.getValue() instanceof ObjectNode object)) {
                    throw invalid("The argument " + name + " holds something that is no object.");
                }
                objects.put(p.getKey(), object);
            }
        }
        return objects;
    }

    @Nullable JsonNode value(String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }

    static MethodProblem invalid(String why) {
        return new MethodProblem("invalidArguments", why);
    }
}
