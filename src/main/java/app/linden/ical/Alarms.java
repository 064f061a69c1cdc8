package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.model.Length;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** VALARM as alerts (conversion draft, 2.2.2, 2.3.1, 2.3.2, 2.3.35, 2.3.43). */
final class Alarms {
    private static final Set<String> ACTIONS = Set.of("display", "email");

    private final EventReader reader;
    private final Zones zones;
    private final @Nullable ZoneId zone;
    private final Map<String, String> keyByUid = new HashMap<>();

    Alarms(EventReader reader, @Nullable ZoneId zone, Zones zones) {
        this.reader = reader;
        this.zone = zone;
        this.zones = zones;
    }

    /** The alarms of a component; gives those that cannot be read. */
    List<Component> read(Component from, ObjectNode json) {
        List<Component> unread = new ArrayList<>();
        Map<Component, ObjectNode> read = new java.util.LinkedHashMap<>();
        for (Component alarm : from.components) {
            if (!alarm.name.equals("VALARM")) {
                continue;
            }
            try {
                ObjectNode alert = Json.object().put("@type", "Alert");
                moments(alarm, alert);
                ObjectNode alerts = Names.child(json, "alerts");
                String key = Names.free(alerts, Names.key(alarm, null));
                alerts.set(key, alert);
                read.put(alarm, alert);
                String uid = alarm.text("UID");
                if (uid != null) {
                    keyByUid.putIfAbsent(uid, key);
                }
            } catch (Problem e) {
                unread.add(alarm);
                reader.note(
                        alarm.line, "An alert of this event was left out: " + Problem.sentence(e));
            }
        }
        read.forEach((alarm, alert) -> rest(alarm, alert, json));
        return unread;
    }

    private void moments(Component alarm, ObjectNode alert) {
        Property trigger = alarm.first("TRIGGER");
        if (trigger == null || trigger.value().isBlank()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "it does not say when.");
        }
        alert.set("trigger", trigger(trigger));
        Property done = alarm.first("ACKNOWLEDGED");
        if (done != null) {
            alert.put("acknowledged", instant(done).toString());
        }
    }

    /** What is done when all alerts have their keys, since one may name the other. */
    private void rest(Component alarm, ObjectNode alert, ObjectNode json) {
        Kept kept = new Kept(alarm, alert);
        take(alarm, kept, "TRIGGER", "trigger");
        take(alarm, kept, "ACKNOWLEDGED", "acknowledged");
        Property action = alarm.first("ACTION");
        if (action != null && action.isDerived()) {
            // What JSPROP says that iCalendar has no word for.
            action.take();
        } else if (action != null && ACTIONS.contains(action.word())) {
            alert.put("action", action.word());
            kept.take(action, "action");
        }
        for (Property p : alarm.all("RELATED-TO")) {
            String key = keyByUid.get(p.text().strip());
            if (key != null) {
                Texts.relation(p, Names.child(alert, "relatedTo"), key);
                kept.take(p, "relatedTo/" + key, Set.of("RELTYPE"));
            }
        }
        String title = json.path("title").asString("");
        for (Property p : alarm.properties) {
            // Made of the title for those who read iCalendar only, and made so again.
            if (p.isDerived()
                    && AlarmWriter.DERIVED.contains(p.name())
                    && p.text().equals(AlarmWriter.text(title))) {
                p.take();
            }
        }
        kept.finish(false, alarm.components);
        JsProps.apply(alarm, alert);
    }

    private static void take(Component alarm, Kept kept, String name, String pointer) {
        Property p = alarm.first(name);
        if (p != null) {
            // That the start is meant goes without saying, and is said again only where it was.
            kept.take(p, pointer, p.says("RELATED", "END") ? Set.of("RELATED") : Set.of());
        }
    }

    private ObjectNode trigger(Property p) {
        ObjectNode trigger = Json.object();
        String text = p.value().strip().toUpperCase(Locale.ROOT);
        if (!text.contains("P")) {
            trigger.put("@type", "AbsoluteTrigger");
            return trigger.put("when", instant(p).toString());
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
    private Instant instant(Property p) {
        Moment at = Moment.parse(p.value(), p.parameter("TZID"), zones);
        Moment zoned = at.zone() == null ? new Moment(at.local(), at.isDate(), zone) : at;
        return zoned.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
