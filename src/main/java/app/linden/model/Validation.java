package app.linden.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with the document of an event by JSCalendar 2.0 (jscalendarbis 3, 4.1) and JMAP
 * (jmap-calendars 5). For what people enter and for what a server keeps; what comes from a server
 * is never refused. Unknown and vendor's properties and values are right.
 */
public final class Validation {
    /**
     * One thing that is wrong.
     *
     * @param pointer to the property, as in a patch: "alerts/1/trigger/offset"
     * @param sentence for people; it names the property
     * @param ignorable whether the event can be kept all the same, because readers ignore this: in
     *     an override, what all occurrences share, or a part that the series has lost since
     */
    public record Flaw(String pointer, String sentence, boolean ignorable) {
        Flaw(String pointer, String sentence) {
            this(pointer, sentence, false);
        }

        /** The property of the event in which this lies. */
        public String property() {
            return Pointers.names(pointer).getFirst();
        }
    }

    private static final int MOST_OVERRIDES = 10_000;

    private final List<Flaw> flaws = new ArrayList<>();

    private Validation() {}

    /** All that is wrong with an event, in the order of its properties; empty for a right one. */
    public static List<Flaw> of(ObjectNode event) {
        Validation validation = new Validation();
        validation.whole(event);
        return List.copyOf(validation.flaws);
    }

    /** What is wrong with {@code after} that was not already wrong with {@code before}. */
    public static List<Flaw> added(ObjectNode before, ObjectNode after) {
        Set<String> old = new HashSet<>();
        of(before).forEach(flaw -> old.add(flaw.pointer()));
        return of(after).stream().filter(flaw -> !old.contains(flaw.pointer())).toList();
    }

    private void whole(ObjectNode event) {
        if (!event.path("@type").asString("").equals("Event")) {
            add("@type", "The @type of an event is “Event”.");
        }
        require(event, "", "uid");
        require(event, "", "start");
        members(event, "", EventShapes.EVENT);
        together(event);
        if (event.get("recurrenceRule") instanceof ObjectNode rule) {
            new RuleShape(this, "recurrenceRule").check(rule);
        }
        overrides(event);
    }

    /** What properties say about each other. */
    private void together(ObjectNode event) {
        if (event.path("endTimeZone").isString() && !event.path("timeZone").isString()) {
            add("endTimeZone", "An endTimeZone needs a timeZone.");
        }
        boolean single = event.path("recurrenceId").isString();
        for (String property : List.of("recurrenceRule", "recurrenceOverrides")) {
            if (single && event.has(property)) {
                add(property, "One occurrence (recurrenceId) has no " + property + ".");
            }
        }
        if (!single && event.path("recurrenceIdTimeZone").isString()) {
            add("recurrenceIdTimeZone", "A recurrenceIdTimeZone needs a recurrenceId.");
        }
        String main = event.path("mainLocationId").asString("");
        if (!main.isEmpty() && !event.path("locations").path(main).path("name").isString()) {
            add("mainLocationId", "The mainLocationId is that of a location with a name.");
        }
        if (flaws.isEmpty() && endsTooLate(event)) {
            add("duration", "With this duration the event ends after the year 9999.");
        }
    }

    private static boolean endsTooLate(ObjectNode event) {
        When when = Timing.wallTime(event);
        return when.length().after(when.start()).getYear() > 9999;
    }

    private void overrides(ObjectNode event) {
        JsonNode overrides = event.path("recurrenceOverrides");
        if (overrides.size() > MOST_OVERRIDES) {
            add(
                    "recurrenceOverrides",
                    "The recurrenceOverrides change more than " + MOST_OVERRIDES + " occurrences.");
            return;
        }
        for (Map.Entry<String, JsonNode> entry : overrides.properties()) {
            String path = Pointers.of("recurrenceOverrides", entry.getKey());
            if (!EventShapes.isLocalDateTime(entry.getKey())) {
                add(path, "A key of recurrenceOverrides is a date and time that exists.");
            } else if (entry.getValue() instanceof ObjectNode patch) {
                override(event, path, patch);
            } else {
                add(path, "The recurrenceOverrides hold a patch for each occurrence.");
            }
        }
    }

    private void override(ObjectNode event, String path, ObjectNode patch) {
        if (patch.has("excluded")) {
            JsonNode excluded = patch.path("excluded");
            if (!excluded.isBoolean() || (excluded.asBoolean() && patch.size() > 1)) {
                add(
                        path + "/excluded",
                        "An occurrence that is excluded says “excluded”: true and nothing else.");
            }
            if (excluded.isBoolean() && excluded.asBoolean()) {
                return;
            }
        }
        int before = flaws.size();
        for (Flaw flaw : new OccurrencePatch(patch).flaws(event)) {
            flaws.add(
                    new Flaw(
                            path + "/" + Pointers.escape(flaw.pointer()),
                            flaw.sentence(),
                            flaw.ignorable()));
        }
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            String pointer = member.getKey();
            if (pointer.isEmpty()) {
                continue;
            }
            if (OccurrencePatch.isIgnored(pointer)) {
                if (!Pointers.get(event, pointer).equals(member.getValue())) {
                    flaws.add(
                            new Flaw(
                                    path + "/" + Pointers.escape(pointer),
                                    "One occurrence has no " + pointer + " of its own.",
                                    true));
                }
            } else if (EventShapes.REQUIRED.contains(pointer) && member.getValue().isNull()) {
                add(path + "/" + pointer, "An override cannot remove the " + pointer + ".");
            }
        }
        if (flaws.size() == before && !patch.isEmpty()) {
            values(event, path, patch);
        }
    }

    /** Checks what an override sets: the changed properties of the occurrence as it becomes. */
    private void values(ObjectNode event, String path, ObjectNode patch) {
        ObjectNode kept = Json.object();
        for (String pointer : patch.propertyNames()) {
            List<String> names = Pointers.names(pointer);
            // Only the parts that it reaches into: a copy of all people for each occurrence is
            // much.
            if (names.size() > 1 && !OccurrencePatch.isIgnored(pointer)) {
                JsonNode part = event.path(names.get(0)).path(names.get(1));
                if (!part.isMissingNode()) {
                    ObjectNode map =
                            kept.get(names.get(0)) instanceof ObjectNode o
                                    ? o
                                    : kept.putObject(names.get(0));
                    map.set(names.get(1), part);
                }
            }
        }
        ObjectNode after = new OccurrencePatch(patch).applyLeniently(kept);
        Validation inner = new Validation();
        inner.members(after, path + "/", EventShapes.EVENT);
        Validation outer = new Validation();
        outer.members(kept, path + "/", EventShapes.EVENT);
        inner.flaws.removeAll(outer.flaws);
        flaws.addAll(inner.flaws);
    }

    /** Checks the members of an object that have a known shape. */
    void members(ObjectNode object, String path, Map<String, Shape> shapes) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            Shape shape = shapes.get(member.getKey());
            if (shape != null) {
                shape.check(this, path + Pointers.escape(member.getKey()), member.getValue());
            }
        }
    }

    void require(ObjectNode object, String path, String property) {
        if (!object.has(property)) {
            add(path + property, "The " + property + " is missing.");
        }
    }

    void add(String pointer, String sentence) {
        flaws.add(new Flaw(pointer, sentence));
    }

    /** What a value has to look like. */
    @FunctionalInterface
    interface Shape {
        void check(Validation validation, String pointer, JsonNode value);
    }
}
