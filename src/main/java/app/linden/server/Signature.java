package app.linden.server;

import app.linden.wire.MethodProblem;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which arguments a method has, of which types. A call with one that is unknown, missing or of
 * another type is refused before anything is looked at (RFC 8620, 3.9).
 */
final class Signature {
    private enum Kind {
        TEXT,
        TEXTS,
        FLAG,
        WHOLE,
        COUNT,
        SORT,
        OBJECT,
        OBJECTS
    }

    private record Entry(Kind kind, boolean optional) {}

    static final Signature GET = of("accountId:text ids:texts? properties:texts?");
    static final Signature CHANGES = of("accountId:text sinceState:text maxChanges:count?");
    static final Signature SET =
            of(
                    "accountId:text ifInState:text? create:objects? update:objects?"
                            + " destroy:texts?");
    static final Signature QUERY =
            of(
                    "accountId:text filter:object? sort:sort? position:whole? anchor:text?"
                            + " anchorOffset:whole? limit:whole? calculateTotal:flag?");
    static final Signature QUERY_CHANGES =
            of(
                    "accountId:text filter:object? sort:sort? sinceQueryState:text"
                            + " maxChanges:count? upToId:text? calculateTotal:flag?");
    static final Signature COPY =
            of(
                    "fromAccountId:text ifFromInState:text? accountId:text ifInState:text?"
                            + " create:objects onSuccessDestroyOriginal:flag?"
                            + " destroyFromIfInState:text?");

    private final Map<String, Entry> entries;

    private Signature(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** Reads arguments written as {@code name:kind}, with a question mark where null is fine. */
    static Signature of(String arguments) {
        return new Signature(new TreeMap<>()).with(arguments);
    }

    /** The same and more. */
    Signature with(String arguments) {
        Map<String, Entry> all = new TreeMap<>(entries);
        for (String argument : arguments.split(" ")) {
            boolean optional = argument.endsWith("?");
            int colon = argument.indexOf(':');
            String kind = argument.substring(colon + 1, argument.length() - (optional ? 1 : 0));
            all.put(
                    argument.substring(0, colon),
                    new Entry(Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), optional));
        }
        return new Signature(all);
    }

    /**
     * Checks the arguments of a call.
     *
     * @throws MethodProblem invalidArguments
     */
    void check(Arguments arguments) {
        for (String name : arguments.json().propertyNames()) {
            if (!entries.containsKey(name)) {
                throw Arguments.invalid("There is no argument " + name + ".");
            }
        }
        entries.forEach((name, entry) -> {
            JsonNode value = arguments.value(name);
            if (value == null && !entry.optional) {
                throw Arguments.invalid("The argument " + name + " is missing.");
            }
            if (value != null) {
                check(arguments, name, value, entry.kind);
            }
        });
    }

    private static void check(Arguments arguments, String name, JsonNode value, Kind kind) {
        switch (kind) {
            case TEXT -> arguments.text(name);
            case TEXTS -> arguments.texts(name);
            case FLAG -> arguments.flag(name);
            case WHOLE -> arguments.whole(name);
            case COUNT -> {
                Long count = arguments.whole(name);
                if (count != null && count < 1) {
                    throw Arguments.invalid("The argument " + name + " is a number from 1.");
                }
            }
            case SORT -> checkSort(value);
            case OBJECT -> arguments.object(name);
            case OBJECTS -> arguments.objects(name);
        }
    }

    /** RFC 8620, 5.5: a list of comparators. */
    private static void checkSort(JsonNode sort) {
        if (!sort.isArray()) {
            throw Arguments.invalid("The sort is a list of comparators.");
        }
        for (JsonNode comparator : sort) {
            JsonNode ascending = comparator.path("isAscending");
            JsonNode collation = comparator.path("collation");
            if (!comparator.path("property").isString()
                    || !(ascending.isMissingNode() || ascending.isNull() || ascending.isBoolean())
                    || !(collation.isMissingNode() || collation.isNull() || collation.isString())) {
                throw Arguments.invalid("A comparator has a property, a direction, a collation.");
            }
        }
    }
}
