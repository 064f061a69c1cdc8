package app.linden.model;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSCalendar 2.0 event (jscalendarbis 2.1) with the properties that jmap-calendars 5 adds: an
 * immutable value around the whole document, so that what Linden does not know is kept. Typed views
 * read the document when asked.
 */
public final class Event {
    /** LocalDateTime of jscalendarbis 1.4.4: always with seconds, never with a zone. */
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final ObjectNode json;

    private Event(ObjectNode json) {
        this.json = json;
    }

    /** An event of this document; the caller must not change it afterwards. */
    public static Event of(ObjectNode json) {
        return new Event(json);
    }

    /** A new event with what every event needs. */
    public static Event create(String uid, String calendarId, String title, When when) {
        ObjectNode json = Json.object();
        json.put("@type", "Event").put("uid", uid).put("title", title);
        json.putObject("calendarIds").put(calendarId, true);
        return new Event(json).with(when);
    }

    /** The whole document. Read it, never change it. */
    public ObjectNode json() {
        return json;
    }

    public String uid() {
        return json.path("uid").asString("");
    }

    public String title() {
        return text("title");
    }

    public String description() {
        return text("description");
    }

    public @Nullable String color() {
        JsonNode color = json.path("color");
        return color.isString() ? color.asString() : null;
    }

    /**
     * The calendars that this is in, by the ids of whoever holds the document: local ids in the
     * cache.
     */
    public List<String> calendarIds() {
        return json.path("calendarIds").properties().stream()
                .filter(p -> p.getValue().asBoolean(false))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** "confirmed", "tentative" or "cancelled". */
    public String status() {
        return json.path("status").asString("confirmed");
    }

    public String privacy() {
        return json.path("privacy").asString("public");
    }

    public boolean isFree() {
        return json.path("freeBusyStatus").asString("busy").equals("free");
    }

    /** The name of the first location by its key, null when there is none. */
    public @Nullable String place() {
        TreeMap<String, JsonNode> locations = new TreeMap<>();
        json.path("locations").properties().forEach(p -> locations.put(p.getKey(), p.getValue()));
        return locations.values().stream()
                .map(l -> l.path("name").asString(""))
                .filter(n -> !n.isBlank())
                .findFirst()
                .orElse(null);
    }

    /**
     * When it takes place.
     *
     * @throws Problem BAD_INPUT naming the property that cannot be read
     */
    public When when() {
        ZoneId zone = zone("timeZone");
        return new When(
                localDateTime(json.path("start").asString(""), "start"),
                zone,
                zone == null ? null : zone("endTimeZone"),
                length(),
                json.path("showWithoutTime").asBoolean(false));
    }

    private boolean lasts(Length length) {
        try {
            return json.path("duration").isString() && length().equals(length);
        } catch (Problem unreadable) {
            return false;
        }
    }

    private Length length() {
        return json.path("duration").isString()
                ? Length.parse(json.path("duration").asString())
                : Length.ZERO;
    }

    /**
     * The rule of repetition; jscalendar 1.0's list counts by its first entry. Null for an event
     * that does not repeat.
     */
    public @Nullable Rule rule() {
        JsonNode rule = json.path("recurrenceRule");
        if (!rule.isObject()) {
            rule = json.path("recurrenceRules").path(0);
        }
        return rule instanceof ObjectNode o ? new Rule(o) : null;
    }

    /** Whether this stands for more than one occurrence. */
    public boolean repeats() {
        return rule() != null || json.path("recurrenceOverrides").size() > 0;
    }

    /**
     * Recurrence id to the patch of that occurrence, in order of time; unreadable keys are left
     * out.
     */
    public SortedMap<LocalDateTime, ObjectNode> overrides() {
        TreeMap<LocalDateTime, ObjectNode> overrides = new TreeMap<>();
        json.path("recurrenceOverrides")
                .properties()
                .forEach(p -> {
                    if (p.getValue() instanceof ObjectNode patch && isLocalDateTime(p.getKey())) {
                        overrides.put(LocalDateTime.parse(p.getKey()), patch);
                    }
                });
        return overrides;
    }

    /**
     * The effective event of one occurrence: the series with that occurrence's override applied.
     */
    public Event occurrence(LocalDateTime recurrenceId) {
        ObjectNode single = json.deepCopy();
        single.remove(List.of("recurrenceRule", "recurrenceRules", "recurrenceOverrides"));
        single.put("recurrenceId", write(recurrenceId));
        single.put("start", write(recurrenceId));
        JsonNode override = json.path("recurrenceOverrides").path(write(recurrenceId));
        return new Event(
                override instanceof ObjectNode o ? Patch.of(o).applyLeniently(single) : single);
    }

    public Event with(String property, JsonNode value) {
        return patched(Patch.of(Pointers.escape(property), value));
    }

    /** At another time; what says the same already keeps its form, "PT60M" for an hour. */
    public Event with(When when) {
        ObjectNode next = json.deepCopy();
        next.put("start", write(when.start()));
        if (!lasts(when.length())) {
            next.put("duration", when.length().toString());
        }
        put(next, "timeZone", when.zone() == null ? null : when.zone().getId());
        put(next, "endTimeZone", when.endZone() == null ? null : when.endZone().getId());
        if (when.allDay()) {
            next.put("showWithoutTime", true);
        } else if (json.path("showWithoutTime").asBoolean(false)) {
            next.remove("showWithoutTime");
        }
        return new Event(next);
    }

    public Event with(@Nullable Rule rule) {
        ObjectNode next = json.deepCopy();
        next.remove("recurrenceRules");
        if (rule == null) {
            next.remove("recurrenceRule");
            next.remove("recurrenceOverrides");
        } else {
            next.set("recurrenceRule", rule.json());
        }
        return new Event(next);
    }

    /** Whether this names a time zone that Java does not know. */
    public boolean hasUnknownZone() {
        try {
            zone("timeZone");
            zone("endTimeZone");
            return false;
        } catch (Problem unknown) {
            return true;
        }
    }

    /** At the same wall time wherever one is. */
    public Event floating() {
        return with("timeZone", Json.nil()).with("endTimeZone", Json.nil());
    }

    /** Sets or, with a blank one, removes the place: the first location's name. */
    public Event withPlace(@Nullable String name) {
        ObjectNode locations =
                json.path("locations") instanceof ObjectNode o ? o.deepCopy() : Json.object();
        String key = locations.propertyNames().stream().sorted().findFirst().orElse("1");
        if (name == null || name.isBlank()) {
            locations.remove(key);
        } else {
            ObjectNode location =
                    locations.get(key) instanceof ObjectNode o ? o : locations.putObject(key);
            location.put("@type", "Location").put("name", name);
        }
        return with("locations", locations.isEmpty() ? Json.nil() : locations);
    }

    /** Out of one calendar and into another; others that it is in stay. */
    public Event inCalendar(String from, String to) {
        ObjectNode ids =
                json.path("calendarIds") instanceof ObjectNode o ? o.deepCopy() : Json.object();
        ids.remove(from);
        ids.put(to, true);
        return with("calendarIds", ids);
    }

    /** Sets a text property; a blank text removes it. */
    public Event withText(String property, String text) {
        return with(property, text.isBlank() ? Json.nil() : Json.text(text));
    }

    public Event patched(Patch patch) {
        return new Event(patch.applyLeniently(json));
    }

    /** What turns this event into {@code other}. */
    public Patch changesTo(Event other) {
        return Patch.between(json, other.json);
    }

    public static String write(LocalDateTime time) {
        return LOCAL.format(time);
    }

    /** Whether a text is a LocalDateTime of jscalendarbis 1.4.4 that exists on the calendar. */
    public static boolean isLocalDateTime(String text) {
        try {
            return text.length() >= 19 && LocalDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDateTime localDateTime(String text, String property) {
        try {
            return LocalDateTime.parse(text).withNano(0);
        } catch (DateTimeException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "“" + text + "” (" + property + ") is not a date and time that exists.",
                    e);
        }
    }

    private @Nullable ZoneId zone(String property) {
        JsonNode name = json.path(property);
        if (!name.isString()) {
            return null;
        }
        try {
            return ZoneId.of(name.asString());
        } catch (DateTimeException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "“" + name.asString() + "” (" + property + ") is not a known time zone.",
                    e);
        }
    }

    private String text(String property) {
        return json.path(property).asString("");
    }

    private static void put(ObjectNode object, String property, @Nullable String value) {
        if (value == null) {
            object.remove(property);
        } else {
            object.put(property, value);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Event e && json.equals(e.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return "Event " + uid();
    }
}
