package app.linden.model;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
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
        return Timing.when(json);
    }

    /**
     * As {@link #when}, but an unknown zone reads as none: what is then known of the event is its
     * wall time. {@link #with(When)} without a zone leaves the unknown name as it is.
     *
     * @throws Problem BAD_INPUT when the start or the duration cannot be read
     */
    public When wallTime() {
        return Timing.wallTime(json);
    }

    /** Everything else of this event. */
    public Details details() {
        return new Details(json);
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

    /** Whether this has rules of JSCalendar 1.0 besides the one that counts. */
    boolean hasFurtherRules() {
        return !json.path("recurrenceRule").isObject()
                && (json.path("recurrenceRules").size() > 1
                        || json.path("excludedRecurrenceRules").size() > 0)
                && json.path("recurrenceRules").path(0).isObject();
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
        single.remove(
                List.of(
                        "recurrenceRule",
                        "recurrenceRules",
                        "excludedRecurrenceRules",
                        "recurrenceOverrides"));
        single.put("recurrenceId", write(recurrenceId));
        single.put("start", write(recurrenceId));
        JsonNode override = json.path("recurrenceOverrides").path(write(recurrenceId));
        return new Event(
                override instanceof ObjectNode o
                        ? new OccurrencePatch(o).applyLeniently(single)
                        : single);
    }

    public Event with(String property, JsonNode value) {
        return patched(Patch.of(Pointers.escape(property), value));
    }

    /** At another time; what says the same already keeps its form, "PT60M" for an hour. */
    public Event with(When when) {
        ObjectNode next = json.deepCopy();
        Timing.put(next, when);
        return new Event(next);
    }

    /**
     * With this rule in place of its own; of several rules of JSCalendar 1.0 it is the first that
     * changes, and those that Linden does not expand stay. Null for an event that does not repeat.
     */
    public Event with(@Nullable Rule rule) {
        ObjectNode next = json.deepCopy();
        if (rule != null && hasFurtherRules()) {
            ((ArrayNode) next.path("recurrenceRules")).set(0, rule.json());
            return new Event(next);
        }
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
        return Timing.hasUnknownZone(json);
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
        return Timing.write(time);
    }

    /** Whether a text is a LocalDateTime of jscalendarbis 1.5.5 that exists on the calendar. */
    public static boolean isLocalDateTime(String text) {
        return Timing.isLocalDateTime(text);
    }

    private String text(String property) {
        return json.path(property).asString("");
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
