package app.linden.model;

import app.linden.base.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.InputStream;
import java.util.TreeMap;

/**
 * JSON text to trees and back, with limits that no honest calendar meets: depth 100, numbers of 40
 * digits, text of 20 MB.
 */
public final class Json {
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNumberLength(40)
                    .maxStringLength(20_000_000)
                    .maxNameLength(10_000)
                    .build();

    /** The mapper that wire builds its binding on; trees and binding share one set of limits. */
    public static final JsonMapper MAPPER = mapper(LIMITS);

    private static final JsonMapper FOR_STRANGERS =
            mapper(LIMITS.rebuild().maxTokenCount(1_500_000).build());

    private static final ObjectReader ONE =
            MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    private static JsonMapper mapper(StreamReadConstraints limits) {
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * Reads one JSON value; {@link Problem.Kind#BAD_INPUT} when the text is no JSON or exceeds the
     * limits.
     */
    public static JsonNode parse(String text) {
        return parse(MAPPER, text);
    }

    /**
     * The same for what strangers send: at most 1.5 million tokens, since three octets of an empty
     * array become a hundred of memory.
     */
    public static JsonNode parseOfStranger(String text) {
        return parse(FOR_STRANGERS, text);
    }

    private static JsonNode parse(JsonMapper mapper, String text) {
        try {
            return present(mapper.readTree(text));
        } catch (JacksonException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "This is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Reads one JSON value from UTF-8 bytes; errors as {@link #parse(String)}. */
    public static JsonNode parse(InputStream bytes) {
        try {
            return present(MAPPER.readTree(bytes));
        } catch (JacksonException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "This is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonNode present(JsonNode tree) {
        if (tree.isMissingNode()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "This is not valid JSON: it is empty.");
        }
        return tree;
    }

    /** To read a large text piece by piece, within the same limits. */
    public static JsonParser parser(byte[] text) {
        return MAPPER.createParser(text);
    }

    /** The value that the parser stands at, which then stands at its end. */
    public static JsonNode next(JsonParser parser) {
        return ONE.readTree(parser);
    }

    /** Reads an object; {@link Problem.Kind#BAD_INPUT} for every other JSON value. */
    public static ObjectNode parseObject(String text) {
        if (parse(text) instanceof ObjectNode object) {
            return object;
        }
        throw new Problem(Problem.Kind.BAD_INPUT, "This is JSON, but not a JSON object.");
    }

    public static String write(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** The same value always gives the same text: members sorted by name at every depth. */
    public static String canonical(JsonNode tree) {
        return write(sorted(tree));
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static JsonNode text(String value) {
        return JsonNodeFactory.instance.stringNode(value);
    }

    public static JsonNode bool(boolean value) {
        return JsonNodeFactory.instance.booleanNode(value);
    }

    public static JsonNode nil() {
        return JsonNodeFactory.instance.nullNode();
    }

    private static JsonNode sorted(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            ObjectNode result = object();
            TreeMap<String, JsonNode> members = new TreeMap<>();
            object.properties().forEach(p -> members.put(p.getKey(), p.getValue()));
            members.forEach((name, value) -> result.set(name, sorted(value)));
            return result;
        }
        if (tree instanceof ArrayNode list) {
            ArrayNode result = array();
            list.forEach(item -> result.add(sorted(item)));
            return result;
        }
        return tree;
    }
}
