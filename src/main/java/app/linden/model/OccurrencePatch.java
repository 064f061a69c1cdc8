package app.linden.model;

import app.linden.base.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one occurrence has of its own: a PatchObject of JSCalendar (jscalendarbis 1.5.9, 3.3.4). In
 * contrast to {@link Patch}, the grammar of {@code /set}, a pointer may replace something inside an
 * array, and pointers to what all occurrences share are ignored, not refused.
 *
 * @param json the PatchObject; never changed by anybody
 */
public record OccurrencePatch(ObjectNode json) {
    /** What all occurrences share: of 2.0 (3.3.4) and of 1.0 (RFC 8984, 4.3.5). */
    private static final Set<String> SHARED =
            Set.of(
                    "@type",
                    "excludedRecurrenceRules",
                    "method",
                    "organizerCalendarAddress",
                    "privacy",
                    "prodId",
                    "recurrenceId",
                    "recurrenceIdTimeZone",
                    "recurrenceOverrides",
                    "recurrenceRule",
                    "recurrenceRules",
                    "relatedTo",
                    "replyTo",
                    "sentBy",
                    "timeZones",
                    "uid");

    /** Whether a reader has to ignore this pointer in an override. */
    public static boolean isIgnored(String pointer) {
        List<String> names = Pointers.names(pointer);
        return SHARED.contains(names.getFirst())
                || (names.size() >= 3
                        && names.getFirst().equals("participants")
                        && names.get(2).equals("calendarAddress"));
    }

    /**
     * The event after this patch.
     *
     * @throws Problem BAD_INPUT when any pointer is not valid for that event; no part is applied
     */
    public ObjectNode apply(ObjectNode event) {
        List<Validation.Flaw> flaws = flaws(event);
        if (!flaws.isEmpty()) {
            throw new Problem(Problem.Kind.BAD_INPUT, flaws.getFirst().sentence());
        }
        return applied(event, false);
    }

    /**
     * As {@link #apply} for showing what somebody else wrote: missing parents are made, and what
     * cannot be applied has no effect. Never fails.
     */
    public ObjectNode applyLeniently(ObjectNode event) {
        return applied(event, true);
    }

    private ObjectNode applied(ObjectNode event, boolean lenient) {
        ObjectNode after = event.deepCopy();
        // In order, so that of two pointers that contradict the inner one comes last.
        new TreeMap<>(members())
                .forEach((pointer, value) -> {
                    if (!pointer.isEmpty() && !isIgnored(pointer)) {
                        set(after, Pointers.names(pointer), value, lenient);
                    }
                });
        return after;
    }

    /** What is wrong with the pointers; each flaw's pointer is one of this patch. */
    public List<Validation.Flaw> flaws(ObjectNode event) {
        List<Validation.Flaw> flaws = new ArrayList<>();
        Map<String, JsonNode> members = members();
        for (Map.Entry<String, JsonNode> member : members.entrySet()) {
            String pointer = member.getKey();
            boolean dangling = !pointer.isEmpty() && !isIgnored(pointer) && dangles(event, pointer);
            String wrong =
                    dangling
                            ? "The override points into what is not there (" + pointer + ")."
                            : isIgnored(pointer) ? "" : wrong(event, pointer, member.getValue());
            for (String outer : Pointers.above(pointer)) {
                if (members.containsKey(outer)) {
                    wrong = "An override changes " + outer + " and, inside it, " + pointer + ".";
                    dangling = false;
                }
            }
            if (!wrong.isEmpty()) {
                flaws.add(new Validation.Flaw(pointer, wrong, dangling));
            }
        }
        return flaws;
    }

    private Map<String, JsonNode> members() {
        TreeMap<String, JsonNode> members = new TreeMap<>();
        json.properties().forEach(p -> members.put(p.getKey(), p.getValue()));
        return members;
    }

    private static String wrong(ObjectNode event, String pointer, JsonNode value) {
        if (pointer.isEmpty()) {
            return "A patch pointer must not be empty.";
        }
        List<String> names = Pointers.names(pointer);
        JsonNode at = parent(event, names);
        if (at instanceof ArrayNode list) {
            if (list.path(index(names.getLast())).isMissingNode()) {
                return "The override points past the end of a list (" + pointer + ").";
            }
            if (value.isNull()) {
                return "An override cannot take something out of a list (" + pointer + ").";
            }
        }
        return "";
    }

    private static boolean dangles(ObjectNode event, String pointer) {
        return !parent(event, Pointers.names(pointer)).isContainer();
    }

    private static JsonNode parent(ObjectNode event, List<String> names) {
        JsonNode at = event;
        for (String name : names.subList(0, names.size() - 1)) {
            at = at instanceof ArrayNode list ? list.path(index(name)) : at.path(name);
        }
        return at;
    }

    /** -1, which no list has, for what is no index. */
    private static int index(String name) {
        return name.matches("0|[1-9]\\d{0,8}") ? Integer.parseInt(name) : -1;
    }

    private static void set(
            ObjectNode event, List<String> names, JsonNode value, boolean makeParents) {
        JsonNode at = event;
        for (String name : names.subList(0, names.size() - 1)) {
            JsonNode next = at instanceof ArrayNode list ? list.path(index(name)) : at.path(name);
            if (!next.isContainer()) {
                if (!makeParents || value.isNull() || !(at instanceof ObjectNode parent)) {
                    return;
                }
                next = Json.object();
                parent.set(name, next);
            }
            at = next;
        }
        String last = names.getLast();
        if (at instanceof ArrayNode list) {
            if (!value.isNull() && !list.path(index(last)).isMissingNode()) {
                list.set(index(last), value.deepCopy());
            }
        } else if (value.isNull()) {
            ((ObjectNode) at).remove(last);
        } else {
            ((ObjectNode) at).set(last, value.deepCopy());
        }
    }
}
