package app.linden.ical;

import app.linden.base.Problem;
import app.linden.ical.EventWriter.PartWriter;
import app.linden.model.Length;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Alerts as VALARM (conversion draft, 3.1). One whose moment nobody knows becomes JSPROP. */
final class AlarmWriter {
    /** The texts that an alarm gets besides. */
    static final Set<String> DERIVED = Set.of("DESCRIPTION", "SUMMARY");

    private AlarmWriter() {}

    static void write(OutComponent event, ObjectNode json, List<PartWriter> parts) {
        JsonNode alerts = json.path("alerts");
        String title = json.path("title").asString("");
        for (Map.Entry<String, JsonNode> e : alerts.properties()) {
            Line trigger = trigger(e.getValue());
            if (trigger != null && e.getValue() instanceof ObjectNode alert) {
                event.made("alerts", e.getKey());
                parts.add(lines -> component(lines, e.getKey(), alert, alerts, trigger, title));
            } else {
                event.rest(e.getValue(), "alerts", e.getKey());
            }
        }
    }

    private static @Nullable Line trigger(JsonNode alert) {
        JsonNode trigger = alert.path("trigger");
        OutParameters kept = new OutParameters(alert);
        if (trigger.path("when").isString()) {
            String when = TimeForm.utc(trigger.path("when").asString());
            return when.isEmpty()
                    ? null
                    : kept.on(new Line("TRIGGER").with("VALUE", "DATE-TIME")).raw(when);
        }
        String offset = trigger.path("offset").asString("");
        boolean before = offset.startsWith("-");
        try {
            String amount = before || offset.startsWith("+") ? offset.substring(1) : offset;
            Length length = Length.parse(amount);
            Line line = new Line("TRIGGER");
            if (trigger.path("relativeTo").asString("start").equals("end")) {
                line.with("RELATED", "END");
            }
            return kept.on(line).raw((before ? "-" : "") + TimeForm.duration(length));
        } catch (Problem unreadable) {
            return null;
        }
    }

    /** The parameters that a trigger came with and that say nothing to JSCalendar. */
    private record OutParameters(JsonNode alert) {
        Line on(Line line) {
            JsonNode converted = alert.path("iCalendar").path("convertedProperties");
            return line.keeping(converted.path("trigger").path("parameters"));
        }
    }

    private static void component(
            ContentLines lines,
            String key,
            ObjectNode alert,
            JsonNode alerts,
            Line trigger,
            String title)
            throws IOException {
        OutComponent out = new OutComponent(lines, "VALARM", alert);
        boolean isRelated =
                alerts.valueStream().anyMatch(other -> other.path("relatedTo").has(key));
        if (isRelated && !out.keeps("UID")) {
            out.add("UID", new Line("UID").text(key));
        } else if (!out.keptText("UID").equals(key)) {
            out.add("JSID", new Line("JSID").text(key));
        }
        out.add("TRIGGER", trigger);
        action(out, alert, title);
        String acknowledged = TimeForm.utc(alert.path("acknowledged").asString(""));
        if (!acknowledged.isEmpty()) {
            Line line = out.line("ACKNOWLEDGED", "acknowledged");
            out.add("ACKNOWLEDGED", line.raw(acknowledged));
        }
        out.made("trigger");
        for (Map.Entry<String, JsonNode> e : alert.path("relatedTo").properties()) {
            if (trigger(alerts.path(e.getKey())) == null) {
                // No VALARM has that UID.
                out.rest(e.getValue(), "relatedTo", e.getKey());
                continue;
            }
            String other = uid(e.getKey(), alerts.path(e.getKey()));
            TextWriter.relation(out, other, e.getKey(), e.getValue());
        }
        TextWriter.others(
                out,
                alert,
                Set.of("@type", "iCalendar", "trigger", "action", "acknowledged", "relatedTo"));
        TextWriter.others(
                out,
                alert.path("trigger"),
                Set.of("@type", "offset", "relativeTo", "when"),
                "trigger");
        out.endOfProperties();
        out.end();
    }

    /** RFC 5545, 3.6.6 asks for an action, and for a text that is shown or sent. */
    private static void action(OutComponent out, ObjectNode alert, String title)
            throws IOException {
        JsonNode action = alert.path("action");
        String word = action.asString("display");
        boolean email = word.equals("email");
        boolean known = email || word.equals("display");
        if (!known) {
            out.rest(action, "action");
        }
        if (!out.keeps("ACTION")) {
            Line line = out.line("ACTION", "action").with("DERIVED", known ? null : "TRUE");
            out.add("ACTION", line.raw(email ? "EMAIL" : "DISPLAY"));
            derived(out, "DESCRIPTION", text(title));
            if (email) {
                derived(out, "SUMMARY", text(title));
            }
        }
    }

    /** What is shown or sent, made of the title of the event. */
    static String text(String title) {
        return title.isBlank() ? "Reminder" : title;
    }

    private static void derived(OutComponent out, String name, String text) throws IOException {
        if (!out.keeps(name)) {
            out.add(name, new Line(name).with("DERIVED", "TRUE").text(text));
        }
    }

    /** What the VALARM of an alert has as its UID: what it came with, or else its key. */
    private static String uid(String key, JsonNode alert) {
        for (JsonNode p : alert.path("iCalendar").path("properties")) {
            if (p.path(0).asString("").equalsIgnoreCase("UID")) {
                return p.path(3).asString("");
            }
        }
        return key;
    }
}
