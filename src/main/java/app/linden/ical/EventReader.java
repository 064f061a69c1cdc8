package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads one VEVENT or VTODO by the conversion draft, 2.2.3 and 2.2.5. What has no place stays in
 * the object's {@code iCalendar} property; what is wrong in a single property is reported, and the
 * rest read.
 */
final class EventReader {
    /** More than the cache takes of one event. */
    private static final int LARGEST = 900_000;

    /** As text in the file; with all that JSON adds, one below is far from {@link #LARGEST}. */
    private static final int SMALL = 100_000;

    private static final int LONGEST_UID = 1_000;
    private static final Map<String, String> CLASS =
            Map.of("public", "public", "private", "private", "confidential", "secret");
    private static final Map<String, String> TRANSP =
            Map.of("opaque", "busy", "transparent", "free", "0", "busy", "1", "free");

    private final Component from;
    private final Zones zones;
    private final Report report;
    private final boolean old;
    private final @Nullable String uid;
    private final ObjectNode json = Json.object();
    private final Kept kept;

    /**
     * A reader of one component.
     *
     * @param old whether it is of vCalendar 1.0
     */
    EventReader(Component from, Zones zones, Report report, boolean old) {
        this.from = from;
        this.zones = zones;
        this.report = report;
        this.old = old;
        this.uid = from.text("UID");
        this.kept = new Kept(from, json);
    }

    /**
     * The event or task.
     *
     * @throws Problem BAD_INPUT with the reason why it cannot be one
     */
    Item read() {
        boolean isTask = from.name.equals("VTODO");
        json.put("@type", isTask ? "Task" : "Event");
        Times times = new Times(from, this);
        times.read(json);
        words(isTask);
        stamps();
        Places.read(from, json, kept);
        Links.read(from, json, kept);
        new People(from, json, kept).read();
        List<Component> unread = List.of();
        if (!from.components.isEmpty()) {
            unread = new ArrayList<>(new Alarms(this, times.zone(), zones).read(from, json));
            for (Component c : from.components) {
                switch (c.name) {
                    case "VALARM", "VLOCATION", "PARTICIPANT" -> {}
                    default -> unread.add(c);
                }
            }
        }
        if (from.first("RECURRENCE-ID") == null) {
            new Repetition(from, json, times, zones, this, old).read();
        }
        Moment recurrenceId = recurrenceId();
        noteZones();
        Property named = from.first("UID");
        if (named != null) {
            kept.take(named, "uid");
        }
        kept.finish(false, unread);
        JsProps.apply(from, json);
        return item(recurrenceId);
    }

    private void words(boolean isTask) {
        Texts texts = new Texts(from, json, kept);
        texts.title("SUMMARY");
        texts.descriptions();
        texts.sets(old);
        texts.relations();
        texts.color();
        if (isTask) {
            texts.word("STATUS", "progress", Statuses.OF_TASK);
            texts.number("PERCENT-COMPLETE", "percentComplete", 100);
        } else {
            texts.word("STATUS", "status", Statuses.OF_EVENT);
        }
        texts.word("CLASS", "privacy", CLASS);
        texts.word("TRANSP", "freeBusyStatus", TRANSP);
        texts.number("PRIORITY", "priority", 9);
        texts.number("SEQUENCE", "sequence", Integer.MAX_VALUE);
        Property hidden = from.first("SHOW-WITHOUT-TIME");
        if (hidden != null) {
            hidden.take();
            if (hidden.word().equals("true")) {
                json.put("showWithoutTime", true);
            }
        }
    }

    private void stamps() {
        stamp("DTSTAMP", "updated");
        if (!json.has("updated") && stamp("LAST-MODIFIED", "updated")) {
            kept.note("updated", "LAST-MODIFIED");
        }
        stamp("CREATED", "created");
    }

    private boolean stamp(String name, String property) {
        Property p = from.first(name);
        if (p == null) {
            return false;
        }
        try {
            Instant at = moment(p).instant().truncatedTo(ChronoUnit.SECONDS);
            json.put(property, at.toString());
            kept.take(p, property);
            return true;
        } catch (Problem unreadable) {
            // Nobody plans by it; it stays among what was not understood.
            return false;
        }
    }

    private @Nullable Moment recurrenceId() {
        Property p = from.first("RECURRENCE-ID");
        if (p == null) {
            return null;
        }
        Moment moment = moment(p);
        kept.takeTime(p, "recurrenceId", moment);
        if (p.says("RANGE", "THISANDFUTURE")) {
            note(
                    p.line(),
                    "This change was meant for all later occurrences too; it was taken for this"
                            + " one only.");
        }
        return moment;
    }

    private void noteZones() {
        for (String name : zones.takeAsUtc()) {
            note(
                    from.line,
                    "The time zone “"
                            + name
                            + "” has rules like no other; the times were turned to UTC.");
        }
        for (String name : zones.takeAsFloating()) {
            note(
                    from.line,
                    "The time zone “" + name + "” is unknown; the times were taken as local ones.");
        }
    }

    private Item item(@Nullable Moment recurrenceId) {
        if (from.size() > SMALL) {
            limit();
        }
        String id = uid == null ? "" : uid.strip();
        if (id.isEmpty() || id.length() > LONGEST_UID) {
            // From what the event says, so that the next import of the file finds it again.
            id = Keys.of(id.isEmpty() ? Json.canonical(json) : id);
        }
        json.put("uid", id);
        return new Item(from.line, id, recurrenceId, json);
    }

    private void limit() {
        int all = Json.write(json).length();
        if (all > LARGEST) {
            json.remove("iCalendar");
            json.remove("links");
            int bare = Json.write(json).length();
            if (bare > LARGEST) {
                throw new Problem(
                        Problem.Kind.BAD_INPUT, "it is larger than an event in Linden can be.");
            }
            note(from.line, "Attachments of this event were left out: it was too large.");
        }
    }

    Kept kept() {
        return kept;
    }

    Moment moment(Property p) {
        return Moment.parse(p.value(), p.parameter("TZID"), zones);
    }

    void note(int line, String sentence) {
        report.add(line, uid, sentence);
    }

    /** How a time is written in an event, with the zone that it has. */
    void put(String property, Property p, Moment moment) {
        json.put(property, Event.write(moment.local()));
        kept.takeTime(p, property, moment);
    }

    /** How a zone is written in an event. */
    static void put(ObjectNode json, String property, @Nullable ZoneId zone) {
        if (zone != null) {
            json.put(property, zone.getId());
        }
    }
}
