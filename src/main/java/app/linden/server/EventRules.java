package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Length;
import app.linden.model.Recurrence;
import app.linden.model.Recurrence.Budget;
import app.linden.wire.SetError;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which events can be kept. What is unknown is kept as it came; what everybody has to be able to
 * read (times, zones, the repetition) must be readable.
 */
final class EventRules {
    private static final Pattern LOCAL =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?");
    private static final Pattern UTC =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final Set<String> FREQUENCIES =
            Set.of("yearly", "monthly", "weekly", "daily", "hourly", "minutely", "secondly");
    private static final Set<String> DAYS = Set.of("mo", "tu", "we", "th", "fr", "sa", "su");
    private static final int LONGEST_UID = 1_000;
    private static final int MOST_OVERRIDES = 10_000;

    /** How many times of day a rule may name: every fifth minute. */
    private static final long MOST_TIMES = 288;

    private static final int MOST_VALUES = 366;
    private static final Budget TRIAL = new Budget(2_000, 10);

    private final Map<String, String> found = new TreeMap<>();

    private EventRules() {}

    /** Why a whole event cannot be kept; null when it can. */
    static @Nullable SetError refusal(ObjectNode event) {
        EventRules rules = new EventRules();
        rules.check(event);
        return rules.found.isEmpty()
                ? null
                : new SetError(
                        "invalidProperties",
                        String.join(" ", rules.found.values()),
                        java.util.List.copyOf(rules.found.keySet()));
    }

    private void check(ObjectNode event) {
        if (!event.path("@type").asString("").equals("Event")) {
            found.put("@type", "The @type is Event.");
        }
        for (String forbidden : Set.of("method", "utcStart", "utcEnd")) {
            if (event.has(forbidden)) {
                found.put(forbidden, "The property " + forbidden + " cannot be set here.");
            }
        }
        JsonNode uid = event.path("uid");
        if (!uid.isString() || uid.asString().isBlank() || uid.asString().length() > LONGEST_UID) {
            found.put("uid", "The uid is a string of 1 to " + LONGEST_UID + " characters.");
        }
        times(event, "");
        if (!event.has("start")) {
            found.put("start", "The start is missing.");
        }
        zone(event, "endTimeZone", "");
        zone(event, "recurrenceIdTimeZone", "");
        for (String name : Set.of("created", "updated")) {
            if (event.has(name) && !isUtc(event.path(name))) {
                found.put(name, "The property " + name + " is a UTC date and time.");
            }
        }
        if (event.has("recurrenceId") && !isLocal(event.path("recurrenceId"))) {
            found.put("recurrenceId", "The recurrenceId is no date and time that exists.");
        }
        sequence(event.path("sequence"));
        types(event);
        overrides(event.path("recurrenceOverrides"));
        if (found.isEmpty()) {
            rule(event);
        }
    }

    private void times(JsonNode object, String path) {
        if (object.has("start") && !isLocal(object.path("start"))) {
            found.put(path + "start", "The start is no date and time that exists.");
        }
        if (object.has("duration") && !isLength(object.path("duration"))) {
            found.put(path + "duration", "The duration cannot be read.");
        }
        zone(object, "timeZone", path);
    }

    private void zone(JsonNode object, String name, String path) {
        JsonNode zone = object.path(name);
        boolean known = zone.isString() && CalendarRules.isZone(zone.asString());
        if (!zone.isMissingNode() && !zone.isNull() && !known) {
            found.put(path + name, "The time zone is not known.");
        }
    }

    private void sequence(JsonNode sequence) {
        if (!sequence.isMissingNode()
                && !(sequence.isIntegralNumber()
                        && sequence.canConvertToLong()
                        && sequence.asLong() >= 0)) {
            found.put("sequence", "The sequence is a number from 0.");
        }
    }

    private void types(ObjectNode event) {
        for (var p : event.properties()) {
            JsonNode value = p.getValue();
            boolean fits =
                    switch (p.getKey()) {
                        case "title",
                                "description",
                                "privacy",
                                "status",
                                "freeBusyStatus",
                                "color" ->
                                value.isString();
                        case "isDraft", "showWithoutTime", "useDefaultAlerts" -> value.isBoolean();
                        case "locations",
                                "participants",
                                "links",
                                "alerts",
                                "recurrenceOverrides",
                                "relatedTo",
                                "keywords",
                                "categories",
                                "virtualLocations" ->
                                value.isObject();
                        default -> true;
                    };
            if (!fits) {
                found.put(p.getKey(), "The property " + p.getKey() + " has the wrong type.");
            }
        }
    }

    private void overrides(JsonNode overrides) {
        if (overrides.size() > MOST_OVERRIDES) {
            found.put(
                    "recurrenceOverrides",
                    "There are more than " + MOST_OVERRIDES + " changed occurrences.");
            return;
        }
        for (var o : overrides.properties()) {
            String path = "recurrenceOverrides/" + o.getKey() + "/";
            if (!LOCAL.matcher(o.getKey()).matches()
                    || !Event.isLocalDateTime(o.getKey())
                    || !o.getValue().isObject()) {
                found.put("recurrenceOverrides", "An occurrence is named by its date and time.");
                return;
            }
            times(o.getValue(), path);
            for (String forbidden : Set.of("uid", "calendarIds", "isDraft", "utcStart", "utcEnd")) {
                if (o.getValue().has(forbidden)) {
                    found.put(path + forbidden, "One occurrence cannot have this of its own.");
                }
            }
        }
    }

    private void rule(ObjectNode event) {
        JsonNode rule = event.path("recurrenceRule");
        if (rule.isMissingNode() && !event.has("recurrenceRules")) {
            return;
        }
        if (event.has("recurrenceRules")) {
            found.put("recurrenceRules", "JSCalendar 2.0 has one recurrenceRule.");
            return;
        }
        if (!rule.isObject() || !FREQUENCIES.contains(rule.path("frequency").asString(""))) {
            found.put("recurrenceRule", "The repetition has no known frequency.");
            return;
        }
        if (!fits(rule, "count") || !fits(rule, "interval")) {
            found.put("recurrenceRule", "Count and interval of a repetition are numbers from 1.");
            return;
        }
        if (rule.has("until") && !isLocal(rule.path("until"))) {
            found.put("recurrenceRule", "The end of the repetition is no date and time.");
            return;
        }
        if (rule.has("byDay") && !areDays(rule.path("byDay"))) {
            found.put("recurrenceRule", "The repetition names a day that is none.");
            return;
        }
        if (isTooLarge(rule)) {
            found.put("recurrenceRule", "The repetition is too complex.");
            return;
        }
        try {
            Event e = Event.of(event);
            LocalDateTime start = e.when().start();
            Recurrence.expand(e, start, start.plusYears(50), TRIAL);
        } catch (RuntimeException e) {
            // Whatever the expansion stumbles over, nobody else could expand it either.
            found.put("recurrenceRule", "The repetition cannot be read.");
        }
    }

    private static boolean fits(JsonNode rule, String name) {
        JsonNode value = rule.path(name);
        return value.isMissingNode()
                || (value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 1);
    }

    private static boolean areDays(JsonNode days) {
        return days.isArray()
                && days.valueStream()
                        .allMatch(d ->
                                DAYS.contains(d.path("day").asString(""))
                                        && (!d.has("nthOfPeriod")
                                                || d.path("nthOfPeriod").asInt(0) != 0));
    }

    /** One step of a rule must not stand for millions of moments. */
    private static boolean isTooLarge(JsonNode rule) {
        long times = 1;
        for (var p : rule.properties()) {
            if (p.getValue().isArray() && p.getValue().size() > MOST_VALUES) {
                return true;
            }
            if (Set.of("byHour", "byMinute", "bySecond").contains(p.getKey())) {
                times *= Math.max(1, p.getValue().size());
            }
        }
        return times > MOST_TIMES;
    }

    private static boolean isLocal(JsonNode value) {
        return value.isString()
                && LOCAL.matcher(value.asString()).matches()
                && !value.asString().startsWith("0000")
                && Event.isLocalDateTime(value.asString());
    }

    private static boolean isUtc(JsonNode value) {
        if (!value.isString() || !UTC.matcher(value.asString()).matches()) {
            return false;
        }
        try {
            return Instant.parse(value.asString()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isLength(JsonNode value) {
        try {
            return value.isString() && Length.parse(value.asString()) != null;
        } catch (Problem | ArithmeticException | NumberFormatException e) {
            return false;
        }
    }
}
