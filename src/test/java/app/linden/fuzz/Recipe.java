package app.linden.fuzz;

import app.linden.ical.FuzzDoor;
import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes as changes to a document that means something, so that the fuzzer gets past the parser: the
 * second byte chooses the document, the following ones where and how to change it.
 */
final class Recipe {
    private static final List<JsonNode> VALUES = values();
    private static final Recipe EVENTS = new Recipe(seeds("events.json"));
    private static final Recipe RULES = new Recipe(seeds("rules.json"));

    private final List<ObjectNode> seeds;
    private final List<String> names;

    private Recipe(List<ObjectNode> seeds) {
        this.seeds = seeds;
        List<String> all = new ArrayList<>();
        seeds.forEach(s -> names(s, all));
        names = all.stream().distinct().sorted().toList();
    }

    static Recipe events() {
        return EVENTS;
    }

    static Recipe rules() {
        return RULES;
    }

    ObjectNode cook(byte[] bytes) {
        Bytes in = new Bytes(bytes);
        ObjectNode document = in.one(seeds).deepCopy();
        for (int i = 0; i < 12 && in.more(); i++) {
            change(document, in);
        }
        return document;
    }

    private void change(ObjectNode document, Bytes in) {
        JsonNode at = document;
        int depth = in.next() % 6;
        for (int i = 0; i < depth && at.size() > 0; i++) {
            List<JsonNode> inside = children(at);
            JsonNode next = inside.get(in.next() % inside.size());
            if (!next.isContainer()) {
                break;
            }
            at = next;
        }
        int how = in.next() % 6;
        if (at instanceof ObjectNode object) {
            List<String> there = new ArrayList<>(object.propertyNames());
            String name = there.isEmpty() || how > 2 ? in.one(names) : in.one(there);
            switch (how) {
                case 0 -> object.remove(name);
                case 1, 3 -> object.set(name, in.one(VALUES).deepCopy());
                case 2 -> object.set(name, text(in));
                case 4 -> object.set(name, donated(in));
                default -> object.set(text(in).asString(), in.one(VALUES).deepCopy());
            }
        } else if (at instanceof ArrayNode list) {
            switch (how) {
                case 0 -> list.removeAll();
                case 1 -> list.add(in.one(VALUES).deepCopy());
                case 2 -> list.add(donated(in));
                default -> list.add(new java.math.BigDecimal(in.next() - 60).toBigInteger());
            }
        }
    }

    /** A part of another document. */
    private JsonNode donated(Bytes in) {
        JsonNode at = in.one(seeds);
        int depth = 1 + in.next() % 4;
        for (int i = 0; i < depth && at.size() > 0; i++) {
            List<JsonNode> inside = children(at);
            at = inside.get(in.next() % inside.size());
        }
        return at.deepCopy();
    }

    private static JsonNode text(Bytes in) {
        return Json.text(in.text());
    }

    private static List<JsonNode> children(JsonNode node) {
        return node instanceof ObjectNode object
                ? object.properties().stream().map(java.util.Map.Entry::getValue).toList()
                : node.valueStream().toList();
    }

    private static void names(JsonNode node, List<String> names) {
        names.addAll(node.propertyNames());
        children(node).forEach(c -> names(c, names));
    }

    private static List<JsonNode> values() {
        List<JsonNode> values = new ArrayList<>();
        for (String json :
                List.of(
                        "null,true,false,0,-1,1,2,7,31,53,366,1000,2147483647,-2147483648,2147483648,"
                            + "1e400,-0.0,1.5,9999999999999999999999,\"\",\"/\",\"~1~0\",\"a/b\",[],{},[[]],[null],"
                            + "{\"\":null},\"P1D\",\"-PT15M\",\"PT0S\",\"P999999999W\",\"PT99999999999S\",\"P1W2D\",\"-P7D\","
                            + "\"2026-03-29T02:30:00\",\"0001-01-01T00:00:00\",\"9999-12-31T23:59:59\",\"2024-02-29T00:00:00\","
                            + "\"2026-10-25T02:30:00.5\",\"2026-11-24T09:00:00Z\",\"24:00\",\"Etc/UTC\",\"Europe/Berlin\","
                            + "\"Pacific/Apia\",\"+18:00\",\"/custom\",\"Mars/Olympus\",\"UTC\",\"Asia/Kathmandu\","
                            + "\"secondly\",\"minutely\",\"hourly\",\"daily\",\"weekly\",\"monthly\",\"yearly\",\"backward\",\"forward\","
                            + "\"mo\",\"su\",\"gregorian\",\"chinese\",\"5L\",\"13\",\"2\",\"mailto:a@example.org\",\"javascript:alert(1)\","
                            + "\"excluded\",\"title\",\"title/x\",\"start\",\"uid\",\"participants/1/calendarAddress\",\"\\ud800\",\"\\u202e\","
                            + "\"a\\r\\nBEGIN:VEVENT\",[1,2,3],[-1],[0],[\"2\"],[{\"@type\":\"NDay\",\"day\":\"mo\",\"nthOfPeriod\":-1}],"
                            + "{\"@type\":\"RecurrenceRule\",\"frequency\":\"daily\"},{\"excluded\":true},{\"start\":\"2026-11-24T12:00:00\"}")) {
            Json.parse("[" + json + "]").forEach(values::add);
        }
        values.add(Json.text("long ".repeat(400)));
        return List.copyOf(values);
    }

    private static List<ObjectNode> seeds(String file) {
        List<ObjectNode> seeds = new ArrayList<>();
        try (InputStream in = Recipe.class.getResourceAsStream(file)) {
            Json.parse(in).forEach(s -> seeds.add((ObjectNode) s));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file.startsWith("events")) {
            seeds.add(Json.parseObject(FuzzDoor.everywhere("x;:,\"")));
        }
        return List.copyOf(seeds);
    }

    /** The recipe's bytes in turn; zeros when they are at their end. */
    private static final class Bytes {
        private final byte[] bytes;
        private int at = 1;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean more() {
            return at < bytes.length;
        }

        int next() {
            return more() ? bytes[at++] & 0xFF : 0;
        }

        <T> T one(List<T> list) {
            return list.get(next() % list.size());
        }

        String text() {
            int length = Math.min(next() % 64, Math.max(0, bytes.length - at));
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }
    }
}
