package app.linden.server;

import app.linden.db.Sql;
import app.linden.model.Event;
import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes local times of utcStart and utcEnd, which simple clients send (jmap-calendars 5 and 5.9).
 * What cannot be translated stays as it is, and is refused with all else that cannot be kept.
 */
record UtcTimes(Sql sql) {
    private static final String START = "utcStart";
    private static final String END = "utcEnd";

    /**
     * Translates, in place.
     *
     * @param sent a new event, or a patch of one
     * @param before the event that the patch is for; empty for a new one
     */
    void translate(ObjectNode sent, ObjectNode before) {
        if (!sent.path(START).isString() && !sent.path(END).isString()) {
            return;
        }
        String name = value(sent, before, "timeZone").asString("");
        if (name.isEmpty()) {
            name = zoneOf(value(sent, before, "calendarIds"));
        }
        if (!CalendarRules.isZone(name)) {
            return;
        }
        ZoneId zone = ZoneId.of(name);
        if (sent.path(START).isString() && !sent.has("start")) {
            start(sent, zone, name);
        }
        if (sent.path(END).isString() && !sent.has("duration") && !sent.has(START)) {
            end(sent, value(sent, before, "start").asString(""), zone, name);
        }
    }

    private static JsonNode value(ObjectNode sent, ObjectNode before, String name) {
        return sent.has(name) ? sent.path(name) : before.path(name);
    }

    private static void start(ObjectNode sent, ZoneId zone, String name) {
        try {
            Instant at = Instant.parse(sent.path(START).asString()).truncatedTo(ChronoUnit.SECONDS);
            sent.put("start", Event.write(LocalDateTime.ofInstant(at, zone))).put("timeZone", name);
            sent.remove(START);
        } catch (DateTimeParseException noTime) {
            // Stays, and is refused.
        }
    }

    private static void end(ObjectNode sent, String start, ZoneId zone, String name) {
        try {
            Instant to = Instant.parse(sent.path(END).asString()).truncatedTo(ChronoUnit.SECONDS);
            Instant from = LocalDateTime.parse(start).atZone(zone).toInstant();
            if (!to.isBefore(from)) {
                sent.put("duration", Duration.between(from, to).toString()).put("timeZone", name);
                sent.remove(END);
            }
        } catch (DateTimeParseException noTime) {
            // Stays, and is refused.
        }
    }

    /** The zone on which all these calendars agree, else that of UTC. */
    private String zoneOf(JsonNode calendarIds) {
        Set<String> zones = new HashSet<>();
        for (String id : calendarIds.propertyNames()) {
            sql.list("SELECT json FROM calendar WHERE id = ?", r -> r.text(1), id)
                    .forEach(json -> zones.add(Json.parse(json).path("timeZone").asString("")));
        }
        String only = zones.size() == 1 ? zones.iterator().next() : "";
        return only.isEmpty() ? "Etc/UTC" : only;
    }

    /** The same without what was translated. */
    static ObjectNode without(ObjectNode sent) {
        ObjectNode rest = sent.deepCopy();
        rest.remove(List.of(START, END));
        return rest;
    }
}
