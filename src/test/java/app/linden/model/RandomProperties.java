package app.linden.model;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Builds one valid event of all properties of JSCalendar 2.0, each there or not by chance. */
public final class RandomProperties {
    private static final List<String> WORDS =
            List.of("Oak", "Lime; \"ash\", elm", "Ünïcødé \uD83C\uDF33", "two\nlines", "a\\b");
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe");
    private static final List<String> DAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");

    private final Random random;
    private final ObjectNode event = Json.object();

    public RandomProperties(Random random) {
        this.random = random;
    }

    public ObjectNode event() {
        event.put("@type", "Event").put("uid", "uid-" + random.nextInt(1_000_000));
        event.put("updated", utc());
        event.putObject("calendarIds").put("c" + random.nextInt(3), true);
        time();
        texts();
        some("locations", this::location, "Location");
        if (event.path("locations").has("k1") && random.nextBoolean()) {
            ((ObjectNode) event.path("locations").path("k1")).put("name", word());
            event.put("mainLocationId", "k1");
        }
        some("virtualLocations", this::virtualLocation, "VirtualLocation");
        some("links", this::link, "Link");
        some("participants", this::participant, "Participant");
        if (event.has("participants")) {
            event.put("organizerCalendarAddress", "mailto:ann@example.org");
        }
        some("alerts", this::alert, "Alert");
        maybe(() -> {
            ObjectNode relation = event.putObject("relatedTo").putObject("other-uid");
            relation.put("@type", "Relation").putObject("relation").put("next", true);
        });
        repetition();
        maybe(() -> event.putObject("example.com:vendor").putArray("list").add(1).addNull());
        return event;
    }

    private void time() {
        boolean allDay = random.nextInt(4) == 0;
        LocalDateTime start = LocalDateTime.of(2020, 1, 1, 0, 0).plusDays(random.nextInt(5_000));
        event.put("start", Event.write(allDay ? start : start.plusMinutes(random.nextInt(1_440))));
        if (allDay) {
            event.put("showWithoutTime", true).put("duration", "P" + (1 + random.nextInt(9)) + "D");
            return;
        }
        maybe(() -> event.put("duration", pick("PT1H", "PT45M", "P1D", "P1DT30M", "P1W", "PT0S")));
        maybe(() -> {
            event.put("timeZone", pick(ZONES));
            maybe(() -> event.put("endTimeZone", pick(ZONES)));
        });
    }

    private void texts() {
        maybe(() -> event.put("title", word()));
        maybe(() -> event.put("description", word() + "\n" + word()));
        maybe(() -> event.put("descriptionContentType", pick("text/plain", "text/html")));
        maybe(() -> event.put("color", pick("tomato", "#12abEF")));
        maybe(() -> event.put("locale", pick("de", "en-GB")));
        maybe(() -> event.put("status", pick("confirmed", "tentative", "cancelled")));
        maybe(() -> event.put("privacy", pick("public", "private", "secret")));
        maybe(() -> event.put("freeBusyStatus", pick("free", "busy")));
        maybe(() -> event.put("priority", random.nextInt(10)));
        maybe(() -> event.put("sequence", random.nextInt(9)));
        maybe(() -> event.put("created", utc()));
        maybe(() -> event.put("prodId", "-//Example//One//EN"));
        maybe(() -> event.putObject("keywords").put(word(), true).put("plain", true));
        maybe(() -> event.putObject("categories").put("http://example.com/cat/a", true));
        maybe(() -> event.put("isDraft", false));
        maybe(() -> event.put("useDefaultAlerts", random.nextBoolean()));
        maybe(() -> event.put("mayInviteSelf", random.nextBoolean()));
        maybe(() -> event.put("mayInviteOthers", random.nextBoolean()));
        maybe(() -> event.put("hideAttendees", random.nextBoolean()));
    }

    private void location(ObjectNode location) {
        location.put("name", word());
        maybe(() -> location.putObject("locationTypes").put("office", true));
        maybe(() -> location.put("coordinates", "geo:52.5,13.4"));
        maybe(() -> link(location.putObject("links").putObject("l1")));
    }

    private void virtualLocation(ObjectNode location) {
        location.put("uri", pick("https://example.org/room", "tel:+1-555-555-5555"));
        maybe(() -> location.put("name", word()));
        maybe(() -> location.putObject("features").put("video", true).put("audio", true));
    }

    private void link(ObjectNode link) {
        link.put("href", pick("https://example.org/a%20b.pdf", "data:text/plain,hello"));
        maybe(() -> link.put("contentType", "application/pdf"));
        maybe(() -> link.put("size", random.nextInt(1_000_000)));
        maybe(() -> link.put("rel", pick("enclosure", "describedby", "alternate")));
        maybe(() -> link.put("title", word()));
        maybe(() -> {
            link.put("rel", "icon");
            link.putObject("display").put("badge", true);
        });
    }

    private void participant(ObjectNode person) {
        person.put("calendarAddress", "mailto:" + pick("ann", "ben", "cleo") + "@example.org");
        maybe(() -> person.put("name", word()));
        maybe(() -> person.put("email", "ann@example.org"));
        maybe(() -> person.put("description", word()));
        maybe(() -> person.put("kind", pick("individual", "group", "location", "resource")));
        maybe(() -> person.putObject("roles").put(pick("owner", "required", "chair"), true));
        maybe(() ->
                person.put(
                        "participationStatus",
                        pick("needs-action", "accepted", "declined", "tentative", "delegated")));
        maybe(() -> person.put("expectReply", random.nextBoolean()));
        maybe(() -> person.put("sentBy", "secretary@example.org"));
        maybe(() -> person.putObject("delegatedTo").put("mailto:dan@example.org", true));
        maybe(() -> person.putObject("delegatedFrom").put("mailto:eve@example.org", true));
        maybe(() -> person.putObject("memberOf").put("mailto:team@example.org", true));
        maybe(() -> link(person.putObject("links").putObject("l1")));
        maybe(() -> person.put("scheduleSequence", random.nextInt(4)));
        maybe(() -> person.put("scheduleUpdated", utc()));
    }

    private void alert(ObjectNode alert) {
        ObjectNode trigger = alert.putObject("trigger");
        if (random.nextInt(3) == 0) {
            trigger.put("@type", "AbsoluteTrigger").put("when", utc());
        } else {
            trigger.put("@type", "OffsetTrigger").put("offset", pick("-PT15M", "-P1D", "PT0S"));
            maybe(() -> trigger.put("relativeTo", pick("start", "end")));
        }
        maybe(() -> alert.put("action", pick("display", "email")));
        maybe(() -> alert.put("acknowledged", utc()));
        maybe(() ->
                alert.putObject("relatedTo")
                        .putObject("k1")
                        .putObject("relation")
                        .put("snooze", true));
    }

    private void repetition() {
        if (random.nextInt(4) == 0) {
            event.put("recurrenceId", event.path("start").asString());
            maybe(() -> event.put("recurrenceIdTimeZone", pick(ZONES)));
            return;
        }
        maybe(() -> rule(event.putObject("recurrenceRule")));
        maybe(() -> {
            ObjectNode overrides = event.putObject("recurrenceOverrides");
            LocalDateTime start = LocalDateTime.parse(event.path("start").asString());
            overrides.putObject(Event.write(start.plusDays(1))).put("excluded", true);
            overrides.putObject(Event.write(start.plusDays(2)));
            overrides
                    .putObject(Event.write(start.plusDays(3)))
                    .put("title", word())
                    .put("start", Event.write(start.plusDays(3).plusHours(2)))
                    .putNull("description");
            if (event.path("locations").has("k1")) {
                overrides
                        .putObject(Event.write(start.plusDays(4)))
                        .put("locations/k1/name", word());
            }
        });
    }

    private void rule(ObjectNode rule) {
        rule.put("@type", "RecurrenceRule")
                .put("frequency", pick("daily", "weekly", "monthly", "yearly"));
        maybe(() -> rule.put("interval", 1 + random.nextInt(4)));
        if (random.nextBoolean()) {
            rule.put("count", 1 + random.nextInt(20));
        } else {
            maybe(() -> rule.put("until", "2040-01-01T00:00:00"));
        }
        switch (rule.path("frequency").asString()) {
            case "weekly" -> day(rule.putArray("byDay"), false);
            case "monthly" -> day(rule.putArray("byDay"), true);
            case "yearly" -> rule.putArray("byMonth").add("" + (1 + random.nextInt(12)));
            default -> {}
        }
    }

    private void day(ArrayNode days, boolean nth) {
        ObjectNode day = days.addObject().put("@type", "NDay").put("day", pick(DAYS));
        if (nth) {
            day.put("nthOfPeriod", random.nextBoolean() ? -1 : 1 + random.nextInt(4));
        }
    }

    private void some(String property, Consumer<ObjectNode> fill, String type) {
        int count = random.nextInt(3);
        for (int i = 1; i <= count; i++) {
            ObjectNode map =
                    event.get(property) instanceof ObjectNode o ? o : event.putObject(property);
            ObjectNode part = map.putObject("k" + i);
            maybe(() -> part.put("@type", type));
            fill.accept(part);
        }
    }

    private String utc() {
        return "20%02d-0%d-1%dT0%d:15:00Z"
                .formatted(
                        20 + random.nextInt(9),
                        1 + random.nextInt(9),
                        random.nextInt(10),
                        random.nextInt(10));
    }

    private void maybe(Runnable fill) {
        if (random.nextBoolean()) {
            fill.run();
        }
    }

    private String word() {
        return pick(WORDS);
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
