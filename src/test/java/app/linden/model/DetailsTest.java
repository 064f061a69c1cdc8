package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

final class DetailsTest {
    private static final int ROUNDS = Integer.getInteger("linden.rounds", 1_000);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void partsAreAddedChangedAndRemovedAndTheRestStays() {
        long seed = Long.getLong("linden.seed", System.nanoTime());
        System.out.println("DetailsTest seed " + seed);
        Random random = new Random(seed);
        List<Part> parts =
                List.of(
                        Alert.before(Length.minutes(10)),
                        Alert.snoozed("1", Instant.parse("2026-11-02T09:00:00Z")),
                        Link.attachment("https://example.org/a.pdf", "A", "application/pdf"),
                        Location.named("Hall"),
                        VirtualLocation.at("https://example.org/room").withName("Room"),
                        Participant.of("mailto:ann@example.org", "Ann", "required"),
                        Relation.of("next"));
        for (int i = 0; i < ROUNDS / 5; i++) {
            Event event = Event.of(RandomEvents.whole(random));
            String text = Json.write(event.json());
            for (Part part : parts) {
                String id = Part.freeId(event, part.kindOfPart());
                Event with = part.in(event, id);
                assertEquals(
                        part.json(),
                        with.json().path(part.kindOfPart().property()).path(id),
                        "seed " + seed);
                assertEquals(List.of(), Validation.of(with.json()), "seed " + seed);
                assertEquals(event, Part.without(with, part.kindOfPart(), id), "seed " + seed);
            }
            readAll(event);
            assertEquals(text, Json.write(event.json()));
            assertEquals(text, Json.write(Json.parseObject(text)));
        }
    }

    @Test
    void whatIsUnknownInAPartStays() {
        Event event =
                Event.of(
                        Json.parseObject(
                                "{\"alerts\":{\"1\":{\"x.org:a\":[1],\"trigger\":{\"offset\":\"-PT5M\"}}}}"));

        Event after =
                event.details()
                        .alerts()
                        .get("1")
                        .acknowledged(Instant.parse("2026-11-02T08:55:00.123Z"))
                        .in(event, "1");

        assertEquals(
                "{\"alerts\":{\"1\":{\"x.org:a\":[1],\"trigger\":{\"offset\":\"-PT5M\"},"
                        + "\"acknowledged\":\"2026-11-02T08:55:00Z\"}}}",
                Json.write(after.json()));
    }

    @Test
    void anAlertIsDueBeforeTheStartOrAfterTheEnd() {
        When when =
                new When(
                        LocalDateTime.of(2026, 10, 25, 9, 0), BERLIN, null, Length.hours(1), false);

        // The day before the clocks went back: a nominal day, 25 hours earlier.
        assertEquals(Instant.parse("2026-10-24T07:00:00Z"), due("-P1D", "start", when));
        assertEquals(Instant.parse("2026-10-24T08:00:00Z"), due("-PT24H", "start", when));
        assertEquals(Instant.parse("2026-10-25T09:05:00Z"), due("PT5M", "end", when));
        assertEquals(null, due("soon", "start", when));
    }

    private static Instant due(String offset, String to, When when) {
        ObjectNode json = Json.object();
        json.putObject("trigger").put("offset", offset).put("relativeTo", to);
        return new Alert(json).due(when, BERLIN);
    }

    @Test
    void whateverADocumentHoldsReadingItFailsInWordsOnlyAndListingNever() {
        long seed = Long.getLong("linden.seed", System.nanoTime());
        System.out.println("DetailsTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode json = RandomEvents.whole(random);
            for (int n = random.nextInt(4); n >= 0; n--) {
                mutate(random, json);
            }
            String text = Json.write(json);
            Event event = Event.of(json);
            try {
                readAll(event);
                assertNotNull(Validation.of(json));
                assertNotNull(Upgrade.toVersion2(json));
                assertNotNull(event.toString() + event.place() + event.hasUnknownZone());
                event.overrides().keySet().forEach(id -> assertNotNull(event.occurrence(id)));
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
            for (Runnable read : List.<Runnable>of(event::when, event::wallTime)) {
                try {
                    read.run();
                } catch (Problem inWords) {
                    assertEquals(Problem.Kind.BAD_INPUT, inWords.kind());
                }
            }
            assertEquals(text, Json.write(json), "seed " + seed);
        }
    }

    private static void mutate(Random random, ObjectNode json) {
        List<JsonNode> all = new ArrayList<>();
        collect(json, all);
        JsonNode at = all.get(random.nextInt(all.size()));
        JsonNode value =
                switch (random.nextInt(9)) {
                    case 0 -> Json.nil();
                    case 1 -> Json.text("");
                    case 2 -> Json.text("-P99999999999D");
                    case 3 -> Json.parse("1e30");
                    case 4 -> Json.array().add(Json.object());
                    case 5 -> Json.object().put("/~2/", true);
                    case 6 -> Json.text("9999-12-31T23:59:59");
                    case 7 -> Json.bool(true);
                    default -> all.get(random.nextInt(all.size())).deepCopy();
                };
        if (at instanceof ObjectNode o) {
            List<String> names = new ArrayList<>(o.propertyNames());
            names.addAll(Set.of("", "a/b", "start"));
            o.set(names.get(random.nextInt(names.size())), value);
        } else if (at instanceof ArrayNode list) {
            list.add(value);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainer()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }

    private static void readAll(Event event) {
        Details d = event.details();
        read(d);
        for (Map<String, ? extends Part> parts :
                List.of(
                        d.alerts(),
                        d.links(),
                        d.locations(),
                        d.virtualLocations(),
                        d.participants(),
                        d.relatedTo())) {
            parts.values().forEach(DetailsTest::read);
        }
    }

    /** Calls every view that a record has. */
    private static void read(Object view) {
        for (var method : view.getClass().getMethods()) {
            if (method.getParameterCount() == 0
                    && method.getDeclaringClass() == view.getClass()
                    && !java.lang.reflect.Modifier.isStatic(method.getModifiers())) {
                try {
                    method.invoke(view);
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(method.getName(), e);
                }
            }
        }
    }
}
