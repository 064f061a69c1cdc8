package app.linden.ical;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.linden.ical.SmallParser.Part;
import app.linden.ical.SmallParser.Prop;
import app.linden.model.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whatever stands in the strings, keys and names of an event: what is written of it has exactly the
 * components, properties and parameters that it has with harmless ones in their places. {@code
 * -Devents=20000} for more, {@code -Dseed} for one.
 */
final class NothingBreaksOutTest {
    private static final int EVENTS = Integer.getInteger("events", 200);

    /** In lower case and never blank, so that each is treated as the harmless text is. */
    private static final List<String> EVIL =
            List.of(
                    "\r\nattendee:mailto:evil@example.org",
                    "\nend:vevent\nbegin:vevent\nuid:evil",
                    "\r\n end:vcalendar",
                    "\";x-evil=1:evil",
                    "\"",
                    "a,b;c:d\\",
                    "\\n\\",
                    "^n^'^^\"",
                    "\u0000\u0001\u0007\u007f\u001b[2j",
                    "\u2028\u0085\u000b\f",
                    "\ud83c",
                    "\udf33\ud83c",
                    "🌳".repeat(40),
                    "é\r".repeat(60),
                    "-".repeat(74) + "€",
                    "begin",
                    "\t \t=0d=0a%0d%0a",
                    "~1/~0//");

    @Test
    void hostileStringsStayInTheirPlaces() throws CharacterCodingException {
        holds(Long.getLong("seed", System.nanoTime()), EVENTS);
    }

    /** Seeds that failed once: two keys of a patch that were pointers into the same new object. */
    @ParameterizedTest
    @ValueSource(longs = 60676205534175L)
    void theSeedsThatFailedOnce(long seed) throws CharacterCodingException {
        holds(seed, 1);
    }

    private static void holds(long first, int events) throws CharacterCodingException {
        for (long seed = first; seed < first + events; seed++) {
            ObjectNode event = RicherEvents.of(new Random(seed));
            keep(event, new Random(seed));
            ObjectNode evil = (ObjectNode) new Strings(new Random(seed), true).in(event, false);
            ObjectNode plain = (ObjectNode) new Strings(new Random(seed), false).in(event, false);
            byte[] ics = write(evil);
            String text = new String(ics, UTF_8);

            lines(ics, seed);
            assertThat(shapes(SmallParser.parse(ics)))
                    .as("-Dseed=%d -Devents=1%n%s", seed, text)
                    .isEqualTo(shapes(SmallParser.parse(write(plain))));
        }
    }

    /** Things of iCalendar to be written as they came. */
    private static void keep(ObjectNode event, Random random) {
        ObjectNode kept = event.putObject("iCalendar").put("name", "vevent");
        ArrayNode property = kept.putArray("properties").addArray().add("x-kept");
        property.addObject().put("x-a", "b").putArray("x-list").add("c").add("d");
        property.add(random.nextBoolean() ? "text" : "unknown").add("value");
        ArrayNode component = kept.putArray("components").addArray().add("x-comp");
        component
                .addArray()
                .addArray()
                .add("x-in")
                .add(Json.object())
                .add("text")
                .add("v")
                .add("w");
        component.addArray();
        ObjectNode title = kept.putObject("convertedProperties").putObject("title");
        title.put("name", "summary").putObject("parameters").put("x-p", "v").put("altrep", "cid:1");
    }

    private static byte[] write(ObjectNode event) {
        ObjectNode group = Json.object().put("@type", "Group").put("title", "All");
        group.putArray("entries").add(event);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] json = Json.write(group).getBytes(UTF_8);
        assertThat(GroupFile.convert(new ByteArrayInputStream(json), out)).isEmpty();
        return out.toByteArray();
    }

    /** Every line ends in CRLF, has at most 75 octets and whole characters, no controls. */
    private static void lines(byte[] ics, long seed) throws CharacterCodingException {
        int from = 0;
        for (int i = 0; i < ics.length; i++) {
            if (ics[i] == '\r') {
                assertThat(ics[i + 1]).as("-Dseed=%d", seed).isEqualTo((byte) '\n');
                String line =
                        UTF_8.newDecoder().decode(ByteBuffer.wrap(ics, from, i - from)).toString();
                assertThat(i - from).as("-Dseed=%d %s", seed, line).isLessThanOrEqualTo(75);
                assertThat(line.chars().noneMatch(ContentLines::isControl))
                        .as("-Dseed=%d %s", seed, line)
                        .isTrue();
                i++;
                from = i + 1;
            }
        }
        assertThat(from).isEqualTo(ics.length);
    }

    /** Replaces strings, always the same ones for the same random numbers. */
    private record Strings(Random random, boolean evil) {
        /** What is needed for an event to be written at all. */
        private static final Set<String> LEFT =
                Set.of("@type", "start", "recurrenceOverrides", "iCalendar", "name", "entries");

        /**
         * @param patch whether keys are pointers (the overrides): in those a slash is escaped, or
         *     it would be a way to some other place and not a name
         */
        JsonNode in(JsonNode node, boolean patch) {
            if (node instanceof ObjectNode object) {
                ObjectNode next = Json.object();
                for (Map.Entry<String, JsonNode> e : object.properties()) {
                    boolean whole = e.getKey().matches("\\d{4}-.*") || LEFT.contains(e.getKey());
                    String key = whole || random.nextInt(6) > 0 ? e.getKey() : name(patch);
                    boolean left = Set.of("@type", "start").contains(e.getKey());
                    boolean patches = whole && e.getKey().startsWith("2");
                    next.set(key, left ? e.getValue() : in(e.getValue(), patches));
                }
                return next;
            }
            if (node instanceof ArrayNode array) {
                ArrayNode next = Json.array();
                array.forEach(n -> next.add(in(n, false)));
                return next;
            }
            return node.isString() && random.nextInt(3) == 0 ? Json.text(string()) : node;
        }

        private String name(boolean pointer) {
            String name = string();
            return pointer ? name.replace("~", "~0").replace("/", "~1") : name;
        }

        private String string() {
            int n = random.nextInt(1_000_000);
            return evil ? EVIL.get(n % EVIL.size()) + n : "harmless" + n;
        }
    }

    /** Paths of all components and properties, each with the names of its parameters. */
    private static List<String> shapes(List<Part> parts) {
        List<String> shapes = new ArrayList<>();
        parts.forEach(part -> shape("", part, shapes));
        return shapes.stream().sorted().toList();
    }

    private static void shape(String path, Part part, List<String> shapes) {
        String at = path + "/" + name(part.name());
        shapes.add(at);
        for (Prop prop : part.props()) {
            String params =
                    prop.params().entrySet().stream()
                            .map(p -> name(p.getKey()) + p.getValue().size())
                            .sorted()
                            .collect(Collectors.joining(" "));
            shapes.add(at + " " + name(prop.name()) + " " + params);
        }
        part.parts().forEach(p -> shape(at, p, shapes));
    }

    /** Names that were made of a replaced string end in its number. */
    private static String name(String name) {
        return name.matches(".*\\d") ? "replaced" : name;
    }
}
