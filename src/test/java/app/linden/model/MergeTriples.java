package app.linden.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random versions of one event as two people leave them who did not hear of each other. From a
 * small world, so that their changes meet; with what servers and other programs write too: nulls,
 * empty maps, unknown properties, values of a wrong type.
 */
final class MergeTriples {
    /**
     * @param base what both had
     * @param half mine after the first of my edits
     * @param mine after all of mine
     */
    record Triple(ObjectNode base, ObjectNode half, ObjectNode mine, ObjectNode theirs) {}

    /** A start that is none. */
    static final String NEVER = "soon";

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 2, 9, 0);
    private static final List<String> WORDS = List.of("oak", "lime", "ash", "elm", "yew", "fir");
    private static final List<String> KEYS = List.of("1", "2", "a/b", "c~d", "");
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York");
    private static final List<String> FREQUENCIES = List.of("daily", "daily", "weekly", "at whim");
    private static final List<String> MAPS = List.of("locations", "participants", "alerts");
    private static final List<String> OWN = List.of("example.com:a", "example.com:b", "priority");
    private static final List<String> SHIFTS = List.of("PT1H", "PT-2H", "PT24H", "PT49H");
    private static final String OVERRIDES = "recurrenceOverrides";

    private final SplittableRandom random;
    private final ObjectNode event;

    private MergeTriples(SplittableRandom random, ObjectNode event) {
        this.random = random;
        this.event = event;
    }

    static Triple of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MergeTriples first = new MergeTriples(random, Json.object());
        first.first();
        ObjectNode base = first.event;
        ObjectNode half = edited(random, base, random.nextInt(3));
        ObjectNode mine = edited(random, half, random.nextInt(3));
        ObjectNode theirs = edited(random, base, random.nextInt(4));
        if (random.nextInt(6) == 0) {
            long same = random.nextLong();
            mine = edited(new SplittableRandom(same), mine, 1);
            theirs = edited(new SplittableRandom(same), theirs, 1);
        }
        theirs.put("updated", "2026-11-0" + (1 + random.nextInt(9)) + "T00:00:00Z");
        return new Triple(base, half, mine, theirs);
    }

    private static ObjectNode edited(SplittableRandom random, ObjectNode from, int edits) {
        ObjectNode copy = from.deepCopy();
        for (int i = 0; i < edits; i++) {
            new MergeTriples(random, copy).edit();
        }
        return copy;
    }

    private void first() {
        event.put("@type", "Event")
                .put("uid", "u1")
                .put("sequence", random.nextInt(3))
                .put("title", word())
                .put("start", Event.write(START))
                .put("duration", "PT1H");
        event.putObject("calendarIds").put("c1", true);
        if (random.nextBoolean()) {
            event.put("timeZone", pick(ZONES));
        }
        if (random.nextInt(3) > 0) {
            rule();
        }
        for (int i = random.nextInt(9); i > 0; i--) {
            edit();
        }
    }

    private void edit() {
        switch (random.nextInt(24)) {
            case 0, 1 -> event.put("title", word());
            case 2 -> event.put(pick(List.of("status", "color", "privacy")), word());
            case 3, 4 -> description();
            case 5 -> event.put("duration", "PT" + (1 + random.nextInt(3)) + "H");
            case 6 -> event.put("timeZone", pick(ZONES));
            case 7, 8 -> move();
            case 9 -> event.put("start", Event.write(START.plusHours(random.nextInt(4))));
            case 10 -> rule();
            case 11 -> event.putObject("calendarIds").put("c" + random.nextInt(3), true);
            case 12, 13, 14 -> entry();
            case 15 -> keyword();
            case 16, 17, 18 -> override();
            case 19 -> event.remove(removable());
            case 20 -> event.set(pick(OWN), opaque(2));
            case 21 -> ofOwn();
            case 22 -> odd();
            default -> event.put("showWithoutTime", random.nextBoolean());
        }
    }

    private void description() {
        String[] lines = event.path("description").asString("1\n2\n3\n4\n5").split("\n", -1);
        lines[random.nextInt(lines.length)] =
                random.nextInt(4) == 0 ? word() + "\n" + word() : word();
        event.put("description", random.nextInt(12) == 0 ? "" : String.join("\n", lines));
    }

    /** As the window moves a series: what its occurrences were changed to goes with them. */
    private void move() {
        LocalDateTime start = start();
        Duration by = Duration.parse(pick(SHIFTS));
        event.put("start", Event.write(start.plus(by)));
        if (event.get(OVERRIDES) instanceof ObjectNode overrides) {
            event.set(OVERRIDES, later(overrides, by));
        }
    }

    static ObjectNode later(ObjectNode overrides, Duration by) {
        ObjectNode moved = Json.object();
        overrides
                .properties()
                .forEach(o -> {
                    JsonNode override = o.getValue().deepCopy();
                    if (override instanceof ObjectNode v && v.path("start").isString()) {
                        v.put("start", later(v.path("start").asString(), by));
                    }
                    moved.set(later(o.getKey(), by), override);
                });
        return moved;
    }

    private static String later(String wall, Duration by) {
        return wall.startsWith("2026-") ? Event.write(LocalDateTime.parse(wall).plus(by)) : wall;
    }

    private LocalDateTime start() {
        String start = event.path("start").asString("");
        return start.startsWith("2026-") ? LocalDateTime.parse(start) : START;
    }

    private void rule() {
        if (random.nextInt(6) == 0) {
            event.remove("recurrenceRule");
            return;
        }
        event.putObject("recurrenceRule")
                .put("@type", "RecurrenceRule")
                .put("frequency", pick(FREQUENCIES))
                .put("interval", 1 + random.nextInt(2));
    }

    private void entry() {
        ObjectNode map = child(event, pick(MAPS));
        String key = pick(KEYS);
        if (map.has(key) && random.nextInt(4) == 0) {
            map.remove(key);
            return;
        }
        ObjectNode entry = child(map, key);
        switch (random.nextInt(5)) {
            case 0 -> entry.put("name", word());
            case 1 -> entry.put("description", word());
            case 2 -> child(entry, "roles").put(word(), true);
            case 3 -> child(entry, "trigger").put("offset", "-PT" + random.nextInt(3) + "M");
            default -> entry.remove(random.nextBoolean() ? "name" : "roles");
        }
    }

    private void keyword() {
        ObjectNode set = child(event, random.nextBoolean() ? "keywords" : "categories");
        String word = word();
        if (set.has(word)) {
            set.remove(word);
        } else {
            set.put(word, true);
        }
    }

    private void override() {
        ObjectNode overrides = child(event, OVERRIDES);
        LocalDateTime day = start().plusDays(random.nextInt(4));
        String key = Event.write(random.nextInt(8) == 0 ? day.plusHours(1) : day);
        if (random.nextInt(6) == 0) {
            overrides.remove(key);
            return;
        }
        ObjectNode override = child(overrides, key);
        switch (random.nextInt(7)) {
            case 0, 1 -> override.put("title", word());
            case 2 -> override.put("start", Event.write(day.plusMinutes(15)));
            case 3 -> override.put("locations/1/name", word());
            case 4 -> override.putNull("description");
            case 5 -> overrides.putObject(key).put("excluded", true);
            default -> override.remove("title");
        }
    }

    private String removable() {
        List<String> names =
                event.propertyNames().stream()
                        .filter(n -> !Units.SERVER_OWNED.contains(n) && !n.equals("start"))
                        .toList();
        return names.isEmpty() ? "title" : pick(names);
    }

    private void ofOwn() {
        if (event.get("example.com:a") instanceof ObjectNode own) {
            own.set(word(), opaque(1));
        } else {
            event.putObject("example.com:a").set(word(), opaque(1));
        }
    }

    private void odd() {
        switch (random.nextInt(8)) {
            case 0 -> event.putNull(pick(List.of("title", "locations", "color", OVERRIDES)));
            case 1 -> event.putObject(pick(List.of("keywords", "locations", OVERRIDES)));
            case 2 -> event.put(pick(List.of("locations", "keywords", OVERRIDES)), word());
            case 3 -> event.put("description", random.nextInt(3));
            case 4 -> child(event, "locations").put(pick(KEYS), word());
            case 5 -> child(event, OVERRIDES).put(Event.write(start().plusDays(1)), true);
            case 6 -> child(event, OVERRIDES).putObject("some day").put("title", word());
            default -> event.put("start", random.nextInt(4) == 0 ? NEVER : Event.write(START));
        }
    }

    private JsonNode opaque(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> Json.text(word());
            case 1 -> Json.array().add(word()).addNull().add(random.nextInt(3));
            case 2 -> Json.bool(random.nextBoolean());
            case 3 -> Json.nil();
            case 4 -> Json.object().set(word(), opaque(depth - 1));
            default -> Json.object();
        };
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode o ? o : parent.putObject(name);
    }

    private String word() {
        return pick(WORDS);
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
