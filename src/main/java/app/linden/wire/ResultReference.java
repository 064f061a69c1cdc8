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

    public ObjectNode toJson() {
        return Json.object().put("resultOf", resultOf).put("name", name).put("path", path);
    }

    /**
     * The arguments with every reference resolved.
     *
     * @throws MethodProblem invalidResultReference, or invalidArguments when an argument is given
     *     both ways
     */
    public static ObjectNode resolve(ObjectNode arguments, List<Invocation> earlier) {
        if (arguments.propertyNames().stream().noneMatch(n -> n.startsWith("#"))) {
            return arguments;
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
            JsonNode json = argument.getValue();
            resolved.set(
                    name.substring(1),
                    new ResultReference(
                                    json.path("resultOf").asString(""),
                                    json.path("name").asString(""),
                                    json.path("path").asString(""))
                            .find(earlier));
        }
        return resolved;
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
