package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Length;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** VALARM as alerts (conversion draft, 2.2.2, 2.3.1, 2.3.2, 2.3.43). */
final class Alarms {
    private static final Set<String> ACTIONS = Set.of("display", "email");

    private Alarms() {}

    static void read(
            Component vevent,
            ObjectNode json,
            @Nullable ZoneId zone,
            Zones zones,
            EventReader reader) {
        for (Component alarm : vevent.components) {
            if (!alarm.name.equals("VALARM")) {
                continue;
            }
            try {
                ObjectNode alert = alert(alarm, zone, zones);
                ObjectNode alerts = reader.child("alerts");
                String key = Keys.of(alarm.text("UID") == null ? alert.toString() : uid(alarm));
                alerts.set(key, alert);
            } catch (Problem e) {
                reader.note(
                        alarm.line, "An alert of this event was left out: " + Problem.sentence(e));
            }
        }
    }

    private static String uid(Component alarm) {
        return String.valueOf(alarm.text("UID"));
    }

    private static ObjectNode alert(Component alarm, @Nullable ZoneId zone, Zones zones) {
        ObjectNode alert = app.linden.model.Json.object().put("@type", "Alert");
        Set<String> used = new HashSet<>(Set.of("TRIGGER"));
        Property trigger = alarm.first("TRIGGER");
        if (trigger == null || trigger.value().isBlank()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "it does not say when.");
        }
        alert.set("trigger", trigger(trigger, zone, zones));
        Property action = alarm.first("ACTION");
        if (action != null && ACTIONS.contains(action.word())) {
            alert.put("action", action.word());
            used.add("ACTION");
        }
        Property done = alarm.first("ACKNOWLEDGED");
        if (done != null) {
            alert.put("acknowledged", instant(done, zone, zones).toString());
            used.add("ACKNOWLEDGED");
        }
        Leftovers.keep(alarm, alert, used);
        return alert;
    }

    private static ObjectNode trigger(Property p, @Nullable ZoneId zone, Zones zones) {
        ObjectNode trigger = app.linden.model.Json.object();
        String text = p.value().strip().toUpperCase(Locale.ROOT);
        if (!text.contains("P")) {
            trigger.put("@type", "AbsoluteTrigger");
            return trigger.put("when", instant(p, zone, zones).toString());
        }
        boolean before = text.startsWith("-");
        Length length = Length.parse(before || text.startsWith("+") ? text.substring(1) : text);
        trigger.put("@type", "OffsetTrigger");
        trigger.put("offset", (before && !length.isZero() ? "-" : "") + length);
        if (p.says("RELATED", "END")) {
            trigger.put("relativeTo", "end");
        }
        return trigger;
    }

    /** One without a zone is meant in that of the event. */
    private static Instant instant(Property p, @Nullable ZoneId zone, Zones zones) {
        Moment at = Moment.parse(p.value(), p.parameter("TZID"), zones);
        Moment zoned = at.zone() == null ? new Moment(at.local(), at.isDate(), zone) : at;
        return zoned.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
