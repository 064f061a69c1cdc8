package app.linden.model;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/**
 * Random events: {@link #next} and {@link #changed} from a small world so that changes meet, {@link
 * #whole} with every property that a JSCalendar 2.0 event can have.
 */
public final class RandomEvents {
    private static final List<String> WORDS = List.of("oak", "lime", "ash", "elm");
    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 2, 9, 0);

    private RandomEvents() {}

    /** A valid event (jscalendarbis, and jmap-calendars 5) of any of its properties. */
    public static ObjectNode whole(Random random) {
        return new RandomProperties(random).event();
    }

    static ObjectNode next(Random random) {
        ObjectNode event = Json.object();
        event.put("@type", "Event")
                .put("uid", "u1")
                .put("start", Event.write(START))
                .put("duration", "PT1H");
        event.put("title", word(random));
        event.putObject("calendarIds").put("c" + random.nextInt(2), true);
        if (random.nextBoolean()) {
            event.putObject("recurrenceRule")
                    .put("@type", "RecurrenceRule")
                    .put("frequency", "daily");
        }
        ObjectNode at = event;
        for (int i = random.nextInt(4); i > 0; i--) {
            at = changed(random, at);
        }
        return at;
    }

    /** The event after zero to three random edits. */
    static ObjectNode changed(Random random, ObjectNode event) {
        ObjectNode next = event.deepCopy();
        for (int i = random.nextInt(4); i > 0; i--) {
            edit(random, next);
        }
        return next;
    }

    private static void edit(Random random, ObjectNode event) {
        switch (random.nextInt(9)) {
            case 0 -> event.put("title", word(random));
            case 1 ->
                    event.put(
                            "description",
                            word(random) + "\n" + word(random) + "\n" + word(random));
            case 2 -> event.put("duration", "PT" + (1 + random.nextInt(3)) + "H");
            case 3 -> event.put("start", Event.write(START.plusHours(random.nextInt(3))));
            case 4 -> {
                ObjectNode places = child(event, "locations");
                child(places, "" + random.nextInt(2))
                        .put(random.nextBoolean() ? "name" : "description", word(random));
            }
            case 5 -> {
                ObjectNode keywords = child(event, "keywords");
                String word = word(random);
                if (keywords.has(word)) {
                    keywords.remove(word);
                } else {
                    keywords.put(word, true);
                }
                dropEmpty(event, "keywords");
            }
            case 6 -> event.remove(random.nextBoolean() ? "locations" : "description");
            case 7 -> {
                ObjectNode overrides = child(event, "recurrenceOverrides");
                String id =
                        Event.write(
                                LocalDateTime.parse(event.path("start").asString())
                                        .plusDays(random.nextInt(3)));
                if (random.nextBoolean()) {
                    overrides.putObject(id).put("title", word(random));
                } else {
                    overrides.putObject(id).put("excluded", true);
                }
            }
            default -> event.put("color", word(random));
        }
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode o ? o : parent.putObject(name);
    }

    private static void dropEmpty(ObjectNode event, String name) {
        if (event.path(name).isEmpty()) {
            event.remove(name);
        }
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
