package app.linden.model;

import app.linden.base.Problem;
import app.linden.model.Validation.Shape;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The data types of JSCalendar (jscalendarbis 1.5) as shapes of values. */
final class Shapes {
    private static final Pattern UTC =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");
    private static final Pattern SUBTYPE = Pattern.compile("[^/\\s]+/[^/\\s]+(\\s*;.*)?");
    private static final long SAFE = (1L << 53) - 1;

    static final Shape TEXT = of(JsonNode::isString, "is a text");
    static final Shape FLAG = of(JsonNode::isBoolean, "is true or false");
    static final Shape LOCAL =
            of(
                    v -> v.isString() && Timing.isLocalDateTime(v.asString()),
                    "is no date and time that exists");
    static final Shape INSTANT =
            of(Shapes::isInstant, "is a date and time in UTC, as 2026-11-02T09:00:00Z");
    static final Shape DURATION = of(v -> isLength(v, false), "is no duration");
    static final Shape SIGNED_DURATION =
            of(v -> isLength(v, true), "is no duration before or after");
    static final Shape UNSIGNED = number(0, SAFE);
    static final Shape ADDRESS =
            of(v -> matches(v, URI), "is an address with a scheme, as “https:”");
    static final Shape MEDIA_TYPE =
            of(v -> matches(v, SUBTYPE), "is a media type, as “text/plain”");

    private Shapes() {}

    static Shape of(Predicate<JsonNode> fits, String words) {
        return (validation, pointer, value) -> {
            if (!fits.test(value)) {
                validation.add(pointer, "The " + name(pointer) + " " + words + ".");
            }
        };
    }

    static Shape orNull(Shape shape) {
        return (validation, pointer, value) -> {
            if (!value.isNull()) {
                shape.check(validation, pointer, value);
            }
        };
    }

    static Shape number(long least, long most) {
        return of(
                v ->
                        v.isIntegralNumber()
                                && v.canConvertToLong()
                                && v.asLong() >= least
                                && v.asLong() <= most,
                most == SAFE
                        ? "is a whole number from " + least
                        : "is a whole number from " + least + " to " + most);
    }

    /**
     * One of these, or one that nobody here knows: only a known one in another case is wrong
     * (1.7.1).
     */
    static Shape open(String... known) {
        return of(v -> v.isString() && isOpen(v.asString(), known), "has no such value");
    }

    static Shape type(String type) {
        return of(v -> v.isString() && v.asString().equals(type), "is “" + type + "” here");
    }

    /** Names to true. */
    static Shape set(String... known) {
        return set(name -> isOpen(name, known));
    }

    static Shape addresses() {
        return set(name -> URI.matcher(name).matches());
    }

    private static Shape set(Predicate<String> fits) {
        return (validation, pointer, value) -> {
            if (!value.isObject()) {
                validation.add(pointer, "The " + name(pointer) + " are a set of names.");
                return;
            }
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                boolean isTrue = entry.getValue().isBoolean() && entry.getValue().asBoolean();
                if (!isTrue || !fits.test(entry.getKey())) {
                    validation.add(
                            pointer + "/" + Pointers.escape(entry.getKey()),
                            isTrue
                                    ? "“" + entry.getKey() + "” cannot be in " + name(pointer) + "."
                                    : "Each value in " + name(pointer) + " is true.");
                }
            }
        };
    }

    /** Ids to objects of one shape. */
    static Shape ids(Shape shape) {
        return map(shape, true);
    }

    /** Any names to objects of one shape. */
    static Shape names(Shape shape) {
        return map(shape, false);
    }

    private static Shape map(Shape shape, boolean ids) {
        return (validation, pointer, value) -> {
            if (!value.isObject()) {
                validation.add(pointer, "The " + name(pointer) + " has the wrong type.");
                return;
            }
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                String inner = pointer + "/" + Pointers.escape(entry.getKey());
                if (ids && !ID.matcher(entry.getKey()).matches()) {
                    validation.add(
                            inner,
                            "A key of "
                                    + name(pointer)
                                    + " is 1 to 255 letters, digits, hyphens and underscores.");
                } else {
                    shape.check(validation, inner, entry.getValue());
                }
            }
        };
    }

    /** An object whose members of these names have these shapes. */
    static Shape object(Map<String, Shape> members, String... required) {
        return (validation, pointer, value) -> {
            if (!(value instanceof ObjectNode object)) {
                validation.add(pointer, "The " + pointer + " is an object.");
                return;
            }
            for (String property : required) {
                validation.require(object, pointer + "/", property);
            }
            validation.members(object, pointer + "/", members);
        };
    }

    private static boolean isOpen(String value, String... known) {
        return !value.isEmpty()
                && (Set.of(known).contains(value)
                        || !Set.of(known).contains(value.toLowerCase(Locale.ROOT)));
    }

    private static String name(String pointer) {
        return pointer;
    }

    private static boolean matches(JsonNode value, Pattern pattern) {
        return value.isString() && pattern.matcher(value.asString()).matches();
    }

    private static boolean isInstant(JsonNode value) {
        try {
            return matches(value, UTC) && Instant.parse(value.asString()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isLength(JsonNode value, boolean signed) {
        if (!value.isString()) {
            return false;
        }
        String text = value.asString();
        try {
            return Length.parse(
                            signed && (text.startsWith("-") || text.startsWith("+"))
                                    ? text.substring(1)
                                    : text)
                    != null;
        } catch (Problem unreadable) {
            return false;
        }
    }
}
