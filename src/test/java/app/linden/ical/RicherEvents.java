package app.linden.ical;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.RandomEvents;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random events that are harder to say in iCalendar: unknown properties in every object, words that
 * no standard knows, participants without address, changed occurrences of all kinds and on days
 * that the rule does not have, texts in HTML.
 */
final class RicherEvents {
    private static final List<String> WORDS =
            List.of(
                    "Elm",
                    "semi;colon, comma",
                    "Ünïcødé 🌳",
                    "two\nlines",
                    "back\\slash",
                    "q\"uote^");

    private final Random random;
    private final ObjectNode event;

    private RicherEvents(Random random) {
        this.random = random;
        this.event = RandomEvents.whole(random);
    }

    static ObjectNode of(Random random) {
        RicherEvents events = new RicherEvents(random);
        events.texts();
        events.people();
        events.places();
        events.alerts();
        events.occurrences();
        events.unknown(events.event, 0);
        events.older();
        return events.event;
    }

    private void texts() {
        maybe(() ->
                event.put("description", "<p>" + word() + "</p>")
                        .put(
                                "descriptionContentType",
                                pick("text/html", "text/html;charset=utf-8")));
        maybe(() -> event.put("title", pick("", "  ", " padded ", "x".repeat(200))));
        maybe(() -> event.put("status", pick("confirmed", "postponed")));
        maybe(() -> event.put("priority", pick(0, 9, 12)));
        maybe(() -> event.put("privacy", pick("secret", "example.com:own")));
        maybe(() -> event.put("color", pick("tomato", "rgb(1,2,3)")));
        maybe(() -> event.put("method", pick("request", "publish")));
        maybe(() -> event.putObject("keywords").put("a,b", true).put(word(), true));
        maybe(() -> {
            ObjectNode relation = child(event, "relatedTo").putObject("uid;2");
            maybe(() -> relation.putObject("relation").put("first", true).put("next", true));
        });
    }

    private void people() {
        each(
                "participants",
                person -> {
                    maybe(() -> person.putObject("roles").put("owner", true).put("optional", true));
                    maybe(() -> person.putObject("roles").put("example.com:cook", true));
                    maybe(() -> person.put("kind", "example.com:robot"));
                    maybe(() -> person.put("percentComplete", random.nextInt(101)));
                    maybe(() -> person.put("progress", "in-process"));
                    if (random.nextInt(6) == 0) {
                        person.remove(List.of("calendarAddress", "sentBy"));
                    }
                });
    }

    private void places() {
        each(
                "locations",
                location -> {
                    maybe(() -> location.put("description", word()));
                    maybe(() -> location.put("coordinates", pick("geo:1.5,2,30;u=5", "geo:-1,-2")));
                    maybe(() -> location.remove("name"));
                });
        each("virtualLocations", location -> maybe(() -> location.put("description", word())));
        each(
                "links",
                link -> {
                    maybe(() ->
                            link.put("href", "data:image/png;base64,iVBORw0KGgo=")
                                    .put("rel", "icon"));
                    maybe(() -> link.put("contentType", "image/png"));
                });
    }

    private void alerts() {
        each(
                "alerts",
                alert -> {
                    maybe(() -> alert.put("action", "example.com:ring"));
                    maybe(() ->
                            alert.putObject("relatedTo")
                                    .putObject("k2")
                                    .put("@type", "Relation")
                                    .putObject("relation")
                                    .put("snooze", true)
                                    .put("parent", true));
                    if (random.nextInt(8) == 0) {
                        alert.putObject("trigger")
                                .put("@type", "example.com:Moon")
                                .put("phase", "full");
                    }
                });
    }

    private void occurrences() {
        if (event.has("recurrenceId")) {
            return;
        }
        LocalDateTime start = LocalDateTime.parse(event.path("start").asString());
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDateTime id = start.plusDays(random.nextInt(30));
            if (random.nextInt(3) == 0 && !event.path("showWithoutTime").asBoolean(false)) {
                id = id.plusMinutes(7);
            }
            ObjectNode patch = child(event, "recurrenceOverrides").putObject(Event.write(id));
            for (int n = random.nextInt(4); n > 0; n--) {
                change(patch, id);
            }
        }
    }

    private void change(ObjectNode patch, LocalDateTime id) {
        switch (random.nextInt(14)) {
            case 0 -> patch.put("title", word());
            case 1 -> patch.putNull("description").putNull("descriptionContentType");
            case 2 -> patch.put("duration", pick("PT5M", "P2D"));
            case 3 -> patch.put("start", Event.write(id.plusDays(1)));
            case 4 -> inside(patch, "participants", "participationStatus", Json.text("declined"));
            case 5 -> inside(patch, "participants", "name", Json.text(word()));
            case 6 -> {
                patch.propertyNames().removeIf(p -> p.startsWith("alerts"));
                ObjectNode alert = patch.putObject("alerts").putObject("mine");
                alert.putObject("trigger").put("@type", "OffsetTrigger").put("offset", "-PT3M");
            }
            case 7 -> inside(patch, "alerts", "acknowledged", Json.text("2026-01-02T03:04:05Z"));
            case 8 -> inside(patch, "locations", "name", Json.text(word()));
            case 9 -> patch.put("status", "cancelled");
            case 10 -> patch.put("sequence", 7).put("updated", "2027-01-01T00:00:00Z");
            case 11 -> patch.put("example.com:of-this-one", word());
            case 12 -> {
                patch.propertyNames().removeIf(p -> p.startsWith("links"));
                patch.putNull("links");
            }
            default -> patch.put("excluded", random.nextBoolean());
        }
    }

    /** A change inside of one part, unless the patch replaces them all. */
    private void inside(ObjectNode patch, String parts, String property, JsonNode value) {
        if (event.path(parts).has("k1") && !patch.has(parts)) {
            patch.set(parts + "/k1/" + property, value);
        }
    }

    /** The forms that JSCalendar 1.0 had (RFC 8984). */
    private void older() {
        if (event.get("recurrenceRule") instanceof ObjectNode rule && random.nextInt(3) == 0) {
            event.remove("recurrenceRule");
            event.putArray("recurrenceRules").add(rule);
            maybe(() -> event.putArray("excludedRecurrenceRules").add(rule.deepCopy()));
        }
        if (event.has("organizerCalendarAddress") && random.nextInt(3) == 0) {
            event.remove("organizerCalendarAddress");
            ObjectNode replyTo = event.putObject("replyTo").put("imip", "mailto:ann@example.org");
            maybe(() -> replyTo.put("web", "https://example.org/reply"));
        }
        each(
                "participants",
                person -> {
                    if (person.has("calendarAddress") && random.nextInt(4) == 0) {
                        person.putObject("sendTo")
                                .put("imip", person.path("calendarAddress").asString());
                        person.remove("calendarAddress");
                        person.putObject("roles").put("attendee", true).put("chair", true);
                    }
                });
    }

    /** Properties that nobody knows. */
    private void unknown(ObjectNode object, int depth) {
        for (Map.Entry<String, JsonNode> e : object.properties()) {
            boolean patches = e.getKey().equals("recurrenceOverrides");
            if (!patches && depth < 3 && e.getValue() instanceof ObjectNode inner) {
                unknown(inner, depth + 1);
            }
        }
        boolean isMap =
                object.properties().stream().allMatch(p -> p.getValue().isObject())
                        || object.properties().stream().allMatch(p -> p.getValue().isBoolean());
        if (!isMap && random.nextInt(4) == 0) {
            object.putObject("example.com:x/y~z").put(word(), 1.5).putArray("list").add(word());
        }
    }

    private void each(String parts, java.util.function.Consumer<ObjectNode> change) {
        for (JsonNode part : event.path(parts)) {
            change.accept((ObjectNode) part);
        }
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode o ? o : parent.putObject(name);
    }

    private void maybe(Runnable fill) {
        if (random.nextInt(3) == 0) {
            fill.run();
        }
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
