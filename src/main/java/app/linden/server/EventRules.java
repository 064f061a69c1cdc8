package app.linden.server;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Recurrence;
import app.linden.model.Recurrence.Budget;
import app.linden.model.Validation;
import app.linden.wire.SetError;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which events can be kept. What is unknown is kept as it came; what everybody has to be able to
 * read (times, zones, the repetition) must be readable.
 */
final class EventRules {
    private static final Budget TRIAL = new Budget(2_000, 10);

    /** Real ones have some 40; an index of PostgreSQL takes 2,700 bytes in all. */
    private static final int LONGEST_UID = 1_000;

    /** What one occurrence cannot have of its own (jmap-calendars 5.2, 5.3, 5.9). */
    private static final Set<String> OF_THE_SERIES =
            Set.of(
                    "uid",
                    "calendarIds",
                    "isDraft",
                    "utcStart",
                    "utcEnd",
                    "method",
                    "mayInviteSelf",
                    "mayInviteOthers",
                    "hideAttendees");

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

    /** Why an event cannot be kept that is too long; null when it can. */
    static @Nullable SetError tooLarge(ObjectNode event) {
        return Json.write(event).length() > Limits.LARGEST_EVENT
                ? new SetError(
                        "tooLarge",
                        "An event has at most " + Limits.LARGEST_EVENT + " characters of JSON.")
                : null;
    }

    private void check(ObjectNode event) {
        for (Validation.Flaw flaw : Validation.of(event)) {
            if (!flaw.ignorable()) {
                found.putIfAbsent(
                        isOfOneOccurrence(flaw) ? flaw.pointer() : flaw.property(),
                        flaw.sentence());
            }
        }
        for (String forbidden : Set.of("method", "utcStart", "utcEnd")) {
            if (event.has(forbidden)) {
                found.put(forbidden, "The property " + forbidden + " cannot be set here.");
            }
        }
        if (event.path("uid").asString("").getBytes(StandardCharsets.UTF_8).length > LONGEST_UID) {
            found.put("uid", "A uid has at most " + LONGEST_UID + " bytes.");
        }
        if (event.has("recurrenceRules")) {
            found.put("recurrenceRules", "JSCalendar 2.0 has one recurrenceRule.");
        }
        for (var o : event.path("recurrenceOverrides").properties()) {
            for (String forbidden : OF_THE_SERIES) {
                if (o.getValue().has(forbidden)) {
                    found.put(
                            "recurrenceOverrides/" + o.getKey() + "/" + forbidden,
                            "One occurrence cannot have " + forbidden + " of its own.");
                }
            }
        }
        if (found.isEmpty() && event.has("recurrenceRule")) {
            rule(event);
        }
    }

    /** Otherwise properties are named as RFC 8620, 5.3 has it, by those of the event. */
    private static boolean isOfOneOccurrence(Validation.Flaw flaw) {
        return flaw.pointer().matches("recurrenceOverrides/[^/]*/.*");
    }

    private void rule(ObjectNode event) {
        try {
            Event e = Event.of(event);
            LocalDateTime start = e.when().start();
            Recurrence.expand(e, start, start.plusYears(50), TRIAL);
        } catch (RuntimeException e) {
            // Whatever the expansion stumbles over, nobody else could expand it either.
            found.put("recurrenceRule", "The repetition cannot be read.");
        }
    }
}
