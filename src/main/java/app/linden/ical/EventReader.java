package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one VEVENT by the conversion draft, 2.2.3. What it has no place for stays in the event's
 * {@code iCalendar} property; what is wrong in a single property is reported, and the event kept.
 */
final class EventReader {
    /** More than the cache takes of one event. */
    private static final int LARGEST = 900_000;

    private static final int LONGEST_UID = 1_000;
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,30}");
    private static final Map<String, String> STATUS =
            Map.of("confirmed", "confirmed", "tentative", "tentative", "cancelled", "cancelled");
    private static final Map<String, String> CLASS =
            Map.of("public", "public", "private", "private", "confidential", "secret");
    private static final Map<String, String> TRANSP =
            Map.of("opaque", "busy", "transparent", "free", "0", "busy", "1", "free");

    private final Component vevent;
    private final Zones zones;
    private final Report report;
    private final boolean old;
    private final @Nullable String uid;
    private final ObjectNode json = Json.object();

    /** Names of properties that are in the event now and need not be kept besides. */
    private final Set<String> used = new HashSet<>(Set.of("UID", "DTSTAMP"));

    EventReader(Component vevent, Zones zones, Report report, boolean old) {
        this.vevent = vevent;
        this.zones = zones;
        this.report = report;
        this.old = old;
        this.uid = vevent.text("UID");
    }

    /**
     * The event.
     *
     * @throws Problem BAD_INPUT with the reason why it cannot be one
     */
    Item read() {
        json.put("@type", "Event");
        Times times = new Times(vevent, zones, this);
        times.read(json);
        texts();
        words();
        stamps();
        Places.read(vevent, json, used);
        People.read(vevent, json, used);
        Alarms.read(vevent, json, times.zone(), zones, this);
        if (vevent.first("RECURRENCE-ID") == null) {
            new Repetition(vevent, json, times, zones, this, old).read();
        }
        Moment recurrenceId = recurrenceId();
        noteZones();
        Leftovers.keep(vevent, json, used);
        return item(recurrenceId);
    }

    private Item item(@Nullable Moment recurrenceId) {
        String text = Json.canonical(json);
        if (text.length() > LARGEST) {
            json.remove("iCalendar");
            json.remove("links");
            int all = text.length();
            text = Json.canonical(json);
            if (text.length() < all && text.length() <= LARGEST) {
                note(vevent.line, "Attachments of this event were left out: it was too large.");
            }
        }
        if (text.length() > LARGEST) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "it is larger than an event in Linden can be.");
        }
        String id = uid == null ? "" : uid.strip();
        if (id.isEmpty() || id.length() > LONGEST_UID) {
            // From what the event says, so that the next import of the file finds it again.
            id = Keys.of(id.isEmpty() ? text : id);
        }
        json.put("uid", id);
        return new Item(vevent.line, id, recurrenceId, json);
    }

    private @Nullable Moment recurrenceId() {
        Property p = vevent.first("RECURRENCE-ID");
        if (p == null) {
            return null;
        }
        used.add("RECURRENCE-ID");
        if (p.says("RANGE", "THISANDFUTURE")) {
            note(
                    p.line(),
                    "This change was meant for all later occurrences too; it was taken for this"
                            + " one only.");
        }
        return moment(p);
    }

    private void texts() {
        text("SUMMARY", "title");
        text("DESCRIPTION", "description");
        for (Property p : vevent.all("CATEGORIES")) {
            used.add("CATEGORIES");
            for (String category : old ? List.of(p.text().split("[;,]")) : p.texts()) {
                if (!category.isBlank()) {
                    child("keywords").put(category.strip(), true);
                }
            }
        }
        for (Property p : vevent.all("RELATED-TO")) {
            used.add("RELATED-TO");
            ObjectNode relation = Json.object().put("@type", "Relation");
            String type = p.parameter("RELTYPE");
            if (type != null) {
                relation.putObject("relation").put(type.toLowerCase(java.util.Locale.ROOT), true);
            }
            if (!p.value().isBlank()) {
                child("relatedTo").set(p.text().strip(), relation);
            }
        }
    }

    private void text(String name, String property) {
        String text = vevent.text(name);
        if (text != null) {
            json.put(property, text);
        }
        used.add(name);
    }

    private void words() {
        word("STATUS", "status", STATUS);
        word("CLASS", "privacy", CLASS);
        word("TRANSP", "freeBusyStatus", TRANSP);
        Property color = vevent.first("COLOR");
        if (color != null && COLOR.matcher(color.value().strip()).matches()) {
            json.put("color", color.value().strip());
            used.add("COLOR");
        }
        number("PRIORITY", "priority", 9);
        number("SEQUENCE", "sequence", Integer.MAX_VALUE);
        Property hidden = vevent.first("SHOW-WITHOUT-TIME");
        if (hidden != null) {
            used.add("SHOW-WITHOUT-TIME");
            if (hidden.word().equals("true")) {
                json.put("showWithoutTime", true);
            }
        }
    }

    private void word(String name, String property, Map<String, String> words) {
        Property p = vevent.first(name);
        String word = p == null ? null : words.get(p.word());
        if (word != null) {
            json.put(property, word);
            used.add(name);
        }
    }

    private void number(String name, String property, int most) {
        Property p = vevent.first(name);
        if (p != null && p.word().matches("\\d{1,10}") && Long.parseLong(p.word()) <= most) {
            int number = Integer.parseInt(p.word());
            if (number > 0) {
                json.put(property, number);
            }
            used.add(name);
        }
    }

    private void stamps() {
        stamp("DTSTAMP", "updated");
        stamp("LAST-MODIFIED", "updated");
        stamp("CREATED", "created");
    }

    private void stamp(String name, String property) {
        Property p = vevent.first(name);
        if (p == null) {
            return;
        }
        try {
            Instant at = moment(p).instant().truncatedTo(ChronoUnit.SECONDS);
            json.put(property, at.toString());
            used.add(name);
        } catch (Problem unreadable) {
            // Nobody plans by it; it stays among what was not understood.
            used.remove(name);
        }
    }

    private void noteZones() {
        for (String name : zones.takeAsUtc()) {
            note(
                    vevent.line,
                    "The time zone “"
                            + name
                            + "” has rules like no other; the times were turned to UTC.");
        }
        for (String name : zones.takeAsFloating()) {
            note(
                    vevent.line,
                    "The time zone “" + name + "” is unknown; the times were taken as local ones.");
        }
    }

    ObjectNode child(String property) {
        return json.path(property) instanceof ObjectNode o ? o : json.putObject(property);
    }

    Set<String> used() {
        return used;
    }

    Moment moment(Property p) {
        return Moment.parse(p.value(), p.parameter("TZID"), zones);
    }

    void note(int line, String sentence) {
        report.add(line, uid, sentence);
    }

    /** How a zone is written in an event. */
    static void put(ObjectNode json, String property, @Nullable ZoneId zone) {
        if (zone != null) {
            json.put(property, zone.getId());
        }
    }
}
