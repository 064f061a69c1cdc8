package app.linden.wire;

import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * "#argument": take the value from the response to an earlier call of the same request (RFC 8620,
 * 3.7).
 */
public record ResultReference(String resultOf, String name, String path) {
    /** In values and characters of text, in one request; what no honest request comes near. */
    private static final long MOST = 20_000_000;

    /** In one call; no method has as many arguments. */
    private static final int MOST_REFERENCES = 32;

    public ObjectNode toJson() {
        return Json.object().put("resultOf", resultOf).put("name", name).put("path", path);
    }

    /** The arguments with every reference resolved; errors as {@link Resolver#resolve}. */
    public static ObjectNode resolve(ObjectNode arguments, List<Invocation> earlier) {
        return new Resolver(earlier).resolve(arguments);
    }

    /**
     * Resolves the references of one request. A few short ones could stand for gigabytes, so what
     * they stand for together is bounded.
     */
    public static final class Resolver {
        private final List<Invocation> earlier;
        private long size;

        /** With the responses so far, a list that grows. */
        public Resolver(List<Invocation> earlier) {
            this.earlier = earlier;
        }

        /**
         * The arguments with every reference resolved.
         *
         * @throws MethodProblem invalidResultReference, invalidArguments when an argument is given
         *     both ways, or requestTooLarge
         */
        public ObjectNode resolve(ObjectNode arguments) {
            long references =
                    arguments.propertyNames().stream().filter(n -> n.startsWith("#")).count();
            if (references == 0) {
                return arguments;
            }
            if (references > MOST_REFERENCES) {
                throw tooLarge();
            }
            ObjectNode resolved = Json.object();
            for (var argument : arguments.properties()) {
                String name = argument.getKey();
                if (!name.startsWith("#")) {
                    resolved.set(name, argument.getValue());
                    continue;
                }
                if (arguments.has(name.substring(1))) {
                    throw new MethodProblem(
                            "invalidArguments",
                            "Both " + name + " and " + name.substring(1) + " are given.");
                }
                JsonNode found = of(argument.getValue()).find(earlier);
                size += size(found);
                if (size > MOST) {
                    throw tooLarge();
                }
                resolved.set(name.substring(1), found);
            }
            return resolved;
        }

        private static MethodProblem tooLarge() {
            return new MethodProblem("requestTooLarge", "The references stand for too much.");
        }
    }

    private static ResultReference of(JsonNode json) {
        return new ResultReference(
                json.path("resultOf").asString(""),
                json.path("name").asString(""),
                json.path("path").asString(""));
    }

    private static long size(JsonNode value) {
        long size = value.isString() ? value.asString().length() : 1;
        for (JsonNode part : value) {
            size += size(part);
        }
        return size;
    }

    private JsonNode find(List<Invocation> earlier) {
        Invocation source =
                earlier.stream()
                        .filter(i -> i.callId().equals(resultOf))
                        .findFirst()
                        .filter(i -> i.name().equals(name))
                        .orElseThrow(() ->
                                bad(
                                        "There is no response "
                                                + name
                                                + " to the call "
                                                + resultOf
                                                + "."));
        if (!path.startsWith("/")) {
            throw bad("The path " + path + " is no JSON Pointer.");
        }
        return walk(source.arguments(), path.substring(1).split("/", -1), 0);
    }

    private JsonNode walk(JsonNode at, String[] names, int depth) {
        if (depth == names.length) {
            return at;
        }
        String name = names[depth].replace("~1", "/").replace("~0", "~");
        if (at.isArray() && name.equals("*")) {
            ArrayNode all = Json.array();
            for (JsonNode item : at) {
                JsonNode found = walk(item, names, depth + 1);
                if (found instanceof ArrayNode list) {
                    all.addAll(list);
                } else {
                    all.add(found);
                }
            }
            return all;
        }
        JsonNode next =
                at.isArray() && name.matches("0|[1-9]\\d{0,8}")
                        ? at.get(Integer.parseInt(name))
                        : at.get(name);
        if (next == null) {
            throw bad("The path " + path + " leads nowhere.");
        }
        return walk(next, names, depth + 1);
    }

    private static MethodProblem bad(String why) {
        return new MethodProblem("invalidResultReference", why);
    }
}
