package app.linden.model;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SortedMap;

/**
 * A reminder (jscalendarbis 3.5.1).
 *
 * @param json the Alert object; never changed by anybody
 */
public record Alert(ObjectNode json) implements Part {

    /** When an alert goes off. */
    public sealed interface Trigger {
        /**
         * So long before (negative) or after an event's start or end.
         *
         * @param days nominal days, of the same sign as the seconds
         */
        record Offset(int days, long seconds, boolean fromEnd) implements Trigger {}

        record Absolute(Instant when) implements Trigger {}

        /** Of a kind that nobody here knows, or that cannot be read; it never goes off. */
        record Unknown() implements Trigger {}
    }

    /** So long before the start; the usual reminder. */
    public static Alert before(Length length) {
        ObjectNode json = Json.object().put("@type", "Alert").put("action", "display");
        json.putObject("trigger")
                .put("@type", "OffsetTrigger")
                .put("offset", length.isZero() ? "PT0S" : "-" + length);
        return new Alert(json);
    }

    /** At an instant, related to the alert that this one repeats later (3.5.1, snooze). */
    public static Alert snoozed(String originalId, Instant until) {
        ObjectNode json = Json.object().put("@type", "Alert").put("action", "display");
        json.putObject("trigger").put("@type", "AbsoluteTrigger").put("when", Utc.write(until));
        json.putObject("relatedTo")
                .putObject(originalId)
                .put("@type", "Relation")
                .putObject("relation")
                .put("snooze", true);
        return new Alert(json);
    }

    public Trigger trigger() {
        JsonNode trigger = json.path("trigger");
        String type = Parts.text(trigger, "@type", "OffsetTrigger");
        if (type.equals("AbsoluteTrigger")) {
            Instant when = Parts.instant(trigger, "when");
            return when == null ? new Trigger.Unknown() : new Trigger.Absolute(when);
        }
        String offset = Parts.text(trigger, "offset");
        if (!type.equals("OffsetTrigger") || offset.isEmpty()) {
            return new Trigger.Unknown();
        }
        int sign = offset.startsWith("-") ? -1 : 1;
        try {
            Length length =
                    Length.parse(sign < 0 || offset.startsWith("+") ? offset.substring(1) : offset);
            return new Trigger.Offset(
                    sign * length.days(),
                    sign * length.seconds(),
                    Parts.text(trigger, "relativeTo", "start").equals("end"));
        } catch (Problem unreadable) {
            return new Trigger.Unknown();
        }
    }

    /**
     * When this goes off for an event or occurrence at that time; null for an unknown trigger.
     *
     * @param viewer where an event without a zone is at its wall time
     */
    public @Nullable Instant due(When when, ZoneId viewer) {
        return switch (trigger()) {
            case Trigger.Absolute a -> a.when();
            case Trigger.Unknown u -> null;
            case Trigger.Offset o -> {
                ZoneId zone = when.zone() == null ? viewer : when.zone();
                ZoneId endZone = when.endZone() == null ? zone : when.endZone();
                Instant exact =
                        o.fromEnd()
                                ? when.end().atZone(endZone).toInstant()
                                : when.start().atZone(zone).toInstant();
                // Later: days first, then exact time; earlier: in reverse (1.5.6).
                ZonedDateTime from = exact.atZone(o.fromEnd() ? endZone : zone);
                boolean later = o.days() > 0;
                yield (later
                                ? from.plusDays(o.days()).plusSeconds(o.seconds())
                                : from.plusSeconds(o.seconds()).plusDays(o.days()))
                        .toInstant();
            }
        };
    }

    /** "display", "email" or one from elsewhere. */
    public String action() {
        return Parts.text(json, "action", "display");
    }

    public @Nullable Instant acknowledged() {
        return Parts.instant(json, "acknowledged");
    }

    /** Ids of other alerts of the same event to the relation, "snooze" among them. */
    public SortedMap<String, Relation> relatedTo() {
        return Parts.of(json.path("relatedTo"), Relation::new);
    }

    /** Dismissed at that moment, so that other devices do not show it again. */
    public Alert acknowledged(Instant at) {
        ObjectNode next = json.deepCopy();
        next.put("acknowledged", Utc.write(at));
        return new Alert(next);
    }

    @Override
    public Kind kindOfPart() {
        return Kind.ALERT;
    }
}
