package app.linden.model;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Reads and writes when an event takes place: its start, duration, zones and whole days. */
final class Timing {
    private Timing() {}

    static String write(LocalDateTime time) {
        return WallText.write(time);
    }

    static boolean isLocalDateTime(String text) {
        return WallText.read(text) != null;
    }

    static When when(ObjectNode event) {
        ZoneId zone = zone(event, "timeZone");
        return when(event, zone, zone == null ? null : zone(event, "endTimeZone"));
    }

    /** As {@link #when}, but in no zone where the zone is not known. */
    static When wallTime(ObjectNode event) {
        ZoneId zone = knownOrNull(event, "timeZone");
        return when(event, zone, zone == null ? null : knownOrNull(event, "endTimeZone"));
    }

    static boolean hasUnknownZone(ObjectNode event) {
        return isUnknown(event, "timeZone") || isUnknown(event, "endTimeZone");
    }

    /** Sets what changed; names of unknown zones stay while no zone is chosen in their place. */
    static void put(ObjectNode event, When when) {
        event.put("start", write(when.start()));
        if (!lasts(event, when.length())) {
            event.put("duration", when.length().toString());
        }
        boolean endStays =
                when.endZone() == null && isUnknown(event, "endTimeZone") && sameZone(event, when);
        boolean startStays = when.zone() == null && !when.allDay() && isUnknown(event, "timeZone");
        if (!startStays && !sameZone(event, when)) {
            put(event, "timeZone", when.zone());
        }
        if (!startStays && !endStays) {
            put(event, "endTimeZone", when.endZone());
        }
        if (when.allDay()) {
            event.put("showWithoutTime", true);
        } else if (event.path("showWithoutTime").asBoolean(false)) {
            event.remove("showWithoutTime");
        }
    }

    private static When when(ObjectNode event, @Nullable ZoneId zone, @Nullable ZoneId endZone) {
        return new When(
                localDateTime(event.path("start").asString(""), "start"),
                zone,
                endZone,
                length(event),
                event.path("showWithoutTime").asBoolean(false));
    }

    private static LocalDateTime localDateTime(String text, String property) {
        LocalDateTime time = WallText.read(text);
        if (time == null) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "“" + text + "” (" + property + ") is not a date and time that exists.");
        }
        return time.withNano(0);
    }

    private static Length length(ObjectNode event) {
        JsonNode duration = event.path("duration");
        return duration.isString() ? Length.parse(duration.asString()) : Length.ZERO;
    }

    private static boolean lasts(ObjectNode event, Length length) {
        try {
            return event.path("duration").isString() && length(event).equals(length);
        } catch (Problem unreadable) {
            return false;
        }
    }

    private static boolean sameZone(ObjectNode event, When when) {
        ZoneId zone = when.zone();
        return zone != null
                && !isUnknown(event, "timeZone")
                && zone.equals(zone(event, "timeZone"));
    }

    private static boolean isUnknown(ObjectNode event, String property) {
        return event.path(property).isString() && knownOrNull(event, property) == null;
    }

    private static @Nullable ZoneId zone(ObjectNode event, String property) {
        JsonNode name = event.path(property);
        if (!name.isString()) {
            return null;
        }
        ZoneId known = knownOrNull(event, property);
        if (known == null) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "“" + name.asString() + "” (" + property + ") is not a known time zone.");
        }
        return known;
    }

    /**
     * The zone of that name; a custom one of JSCalendar 1.0 ("/name") is the zone that its
     * definition in "timeZones" names, if it names one.
     */
    private static @Nullable ZoneId knownOrNull(ObjectNode event, String property) {
        JsonNode name = event.path(property);
        if (!name.isString()) {
            return null;
        }
        String zone = name.asString();
        if (zone.startsWith("/")) {
            zone = Parts.text(event.path("timeZones").path(zone), "tzId", zone.substring(1));
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static void put(ObjectNode object, String property, @Nullable ZoneId zone) {
        if (zone == null) {
            object.remove(property);
        } else {
            object.put(property, zone.getId());
        }
    }
}
