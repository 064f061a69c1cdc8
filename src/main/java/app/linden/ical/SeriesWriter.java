package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Recurrence;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How an event repeats, as RRULE, RDATE and EXDATE (conversion draft, 2.3.20, 2.3.33, 2.3.36). The
 * changed occurrences are components of their own, which are not written here.
 */
final class SeriesWriter {
    private static final Pattern PERIOD =
            Pattern.compile("P(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?");

    private static final Recurrence.Budget ENOUGH = new Recurrence.Budget(100_000, 20_000);

    private SeriesWriter() {}

    static void write(OutComponent out, ObjectNode json, TimeForm form) throws IOException {
        JsonNode rule = rule(json);
        String text = rule instanceof ObjectNode r ? RuleLine.of(r, form::until) : "";
        if (text.isEmpty()) {
            out.rest(rule, "recurrenceRule");
        } else {
            Line line = out.line("RRULE", "recurrenceRule");
            out.add("RRULE", line.with("TZID", out.kept("recurrenceRule", "tzid")).raw(text));
        }
        Predicate<LocalDateTime> given = given(json, !text.isEmpty());
        Map<String, LocalDateTime> exclusions = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> e : json.path("recurrenceOverrides").properties()) {
            LocalDateTime at = TimeForm.parse(e.getKey());
            JsonNode patch = e.getValue();
            if (at == null || !patch.isObject()) {
                out.rest(patch, "recurrenceOverrides", e.getKey());
                continue;
            }
            String path = "recurrenceOverrides/" + e.getKey();
            if (isExcluded(patch)) {
                exclusions.put(e.getKey(), at);
            } else if (isPeriod(json, e.getKey(), patch)) {
                // RFC 5545 has periods of moments only.
                TimeForm moments = new TimeForm(false, form.utc(), form.zone(), form.label());
                String period = moments.value(at) + "/" + duration(json, patch);
                Line line = moments.on(out.line("RDATE", path).with("VALUE", "PERIOD"));
                out.add("RDATE", line.raw(period));
            } else if (!isOnlySaidByComponents(json) && (patch.isEmpty() || !given.test(at))) {
                // Nothing else says that there is such an occurrence.
                out.add("RDATE", form.write(out.line("RDATE", path), at));
            }
        }
        for (Map.Entry<String, LocalDateTime> e : exclusions.entrySet()) {
            String path = "recurrenceOverrides/" + e.getKey();
            if (!out.has("RRULE") && !out.has("RDATE") && !out.keeps("RDATE")) {
                // Of what does not repeat nothing can be left out but what was added.
                out.add("RDATE", form.write(out.line("RDATE", path), e.getValue()));
            }
            out.add("EXDATE", form.write(out.line("EXDATE", path), e.getValue()));
        }
        if (out.has("RDATE") || out.has("EXDATE")) {
            out.made("recurrenceOverrides");
        }
        if (out.has("RRULE") || out.has("RDATE")) {
            keptExclusions(out, json, form);
        }
    }

    /**
     * An EXDATE that was kept took nothing away: it came with what did not repeat, or a component
     * says what that occurrence is. Beside a rule or an RDATE the first kind would, and only of it
     * what nobody can read goes out.
     */
    private static void keptExclusions(OutComponent out, ObjectNode json, TimeForm form)
            throws IOException {
        LocalDateTime start = TimeForm.parse(json.path("start").asString(""));
        for (JsonNode property : out.takeKept("EXDATE")) {
            List<String> unread =
                    JcalText.values(property).stream()
                            .flatMap(v -> Stream.of(v.split("[,;]")))
                            .filter(v -> !v.isBlank() && !takesAway(v, property, json, form, start))
                            .toList();
            if (!unread.isEmpty()) {
                String rest = String.join(",", unread);
                ArrayNode kept = Json.array().add("exdate").add(property.path(1));
                out.add("EXDATE", JcalText.line(kept.add("unknown").add(rest)));
            }
        }
    }

    private static boolean takesAway(
            String value,
            JsonNode property,
            ObjectNode json,
            TimeForm form,
            @Nullable LocalDateTime start) {
        try {
            String tzid = property.path(1).path("tzid").asString(null);
            Moment at = Moment.parse(value, tzid, new Zones());
            if (start == null) {
                return true;
            }
            String id = Event.write(Repetition.id(at, form.zoneId(), form.dates(), start));
            return !isComponent(json, id, json.path("recurrenceOverrides").path(id));
        } catch (Problem unreadable) {
            return false;
        }
    }

    /**
     * Whether the start or the rule give an occurrence; one that nobody can count counts as one.
     */
    private static Predicate<LocalDateTime> given(ObjectNode json, boolean byRule) {
        LocalDateTime start = TimeForm.parse(json.path("start").asString(""));
        List<LocalDateTime> changed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> e : json.path("recurrenceOverrides").properties()) {
            LocalDateTime id = TimeForm.parse(e.getKey());
            if (id != null && !id.equals(start) && isComponent(json, e.getKey(), e.getValue())) {
                changed.add(id);
            }
        }
        if (!byRule || start == null || changed.isEmpty()) {
            return id -> byRule || id.equals(start);
        }
        ObjectNode bare = Json.object().put("start", Event.write(start));
        bare.set("recurrenceRule", rule(json));
        try {
            Recurrence.Expansion all =
                    Recurrence.expand(
                            Event.of(bare),
                            Collections.min(changed),
                            Collections.max(changed).plusSeconds(1),
                            ENOUGH);
            Set<LocalDateTime> found = new HashSet<>(all.starts());
            return id -> id.equals(start) || !all.complete() || found.contains(id);
        } catch (Problem unreadable) {
            // No program will find occurrences by it, so that each is named.
            return id -> id.equals(start);
        }
    }

    /** The rule; of jscalendar 1.0's list the first. */
    static JsonNode rule(ObjectNode json) {
        JsonNode rule = json.path("recurrenceRule");
        return rule.isObject() ? rule : json.path("recurrenceRules").path(0);
    }

    static boolean isExcluded(JsonNode patch) {
        return patch.path("excluded").asBoolean(false);
    }

    /** Whether a patch came from, and can go out as, a PERIOD in RDATE. */
    private static boolean isPeriod(ObjectNode json, String id, JsonNode patch) {
        JsonNode converted = json.path("iCalendar").path("convertedProperties");
        return patch.size() == (patch.has("duration") ? 1 : 0)
                && PERIOD.matcher(duration(json, patch)).matches()
                && converted
                        .path("recurrenceOverrides/" + id)
                        .path("valueType")
                        .asString("")
                        .equals("period");
    }

    private static String duration(ObjectNode json, JsonNode patch) {
        JsonNode own = patch.path("duration");
        return (own.isMissingNode() ? json.path("duration") : own).asString("PT0S");
    }

    /** Whether a patch becomes a component of its own. */
    static boolean isComponent(ObjectNode json, String id, JsonNode patch) {
        return TimeForm.parse(id) != null
                && patch.isObject()
                && (!patch.isEmpty() || isOnlySaidByComponents(json))
                && !isExcluded(patch)
                && !isPeriod(json, id, patch);
    }

    /**
     * Whether an event came with an EXDATE that took nothing away, since the event did not repeat.
     * Beside an RDATE it would, so further occurrences are components only, as they came.
     */
    private static boolean isOnlySaidByComponents(ObjectNode json) {
        boolean keeps =
                json.path("iCalendar")
                        .path("properties")
                        .valueStream()
                        .anyMatch(p -> p.path(0).asString("").equalsIgnoreCase("exdate"));
        return keeps
                && !rule(json).isObject()
                && json.path("recurrenceOverrides").properties().stream()
                        .noneMatch(e ->
                                isExcluded(e.getValue())
                                        || isPeriod(json, e.getKey(), e.getValue()));
    }
}
