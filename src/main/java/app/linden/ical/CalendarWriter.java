package app.linden.ical;

import app.linden.ical.CalendarFile.Unwritten;
import app.linden.ical.EventWriter.RecurrenceId;
import app.linden.model.Event;
import app.linden.model.Patch;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes one calendar object (conversion draft, 3.3), entry by entry, so that none of them is held.
 * An entry that cannot be written is reported and the others are. Lives on the thread that writes.
 */
final class CalendarWriter {
    private final ContentLines out;
    private final ObjectNode group;
    private final ZonesInUse zones;
    private final KeptZones kept;
    private final String stamp = TimeForm.utc(Instant.now().toString());
    private final List<Unwritten> unwritten = new ArrayList<>();

    CalendarWriter(OutputStream stream, ObjectNode group, ZonesInUse zones) {
        this.out = new ContentLines(stream);
        this.group = group;
        this.zones = zones;
        this.kept = zones.kept();
    }

    /**
     * Writes all.
     *
     * @param entries those that {@link ZonesInUse} has looked through, in any order
     */
    List<Unwritten> write(Iterable<ObjectNode> entries) throws IOException {
        OutComponent calendar = GroupWriter.begin(out, group, zones.method());
        for (Map.Entry<String, Integer> e : zones.firstYears().entrySet()) {
            ZoneId zone = ZoneNames.find(e.getKey());
            if (zone != null) {
                ZoneWriter.write(out, e.getKey(), zone, e.getValue());
            }
        }
        for (ObjectNode entry : entries) {
            entry(entry);
        }
        calendar.end();
        out.flush();
        return unwritten;
    }

    private void entry(ObjectNode entry) throws IOException {
        LocalDateTime start = TimeForm.parse(entry.path("start").asString(""));
        boolean isTask = entry.path("@type").asString("").equals("Task");
        if (start == null && !isTask) {
            unwritten.add(
                    new Unwritten(
                            entry.path("uid").asString(""),
                            "This event was left out: it has no start that iCalendar could say."));
            return;
        }
        component(entry, recurrenceId(entry));
        TimeForm form = kept.form(entry);
        for (Map.Entry<String, JsonNode> e : entry.path("recurrenceOverrides").properties()) {
            if (SeriesWriter.isComponent(entry, e.getKey(), e.getValue())
                    && e.getValue() instanceof ObjectNode patch) {
                occurrence(entry, e.getKey(), patch, form);
            }
        }
    }

    private void occurrence(ObjectNode entry, String id, ObjectNode patch, TimeForm form)
            throws IOException {
        ObjectNode single = entry.deepCopy();
        single.remove(List.of("recurrenceRule", "recurrenceRules", "recurrenceOverrides"));
        single.put("start", id);
        single = Patch.leniently(patch).applyLeniently(single);
        // What an override can never change (jscalendarbis, 3.3.4).
        for (String property : new String[] {"@type", "uid"}) {
            single.set(property, entry.path(property));
        }
        single.remove(List.of("recurrenceRule", "recurrenceOverrides", "excluded"));
        if (TimeForm.parse(single.path("start").asString("")) == null) {
            single.put("start", id);
        }
        LocalDateTime at = TimeForm.parse(id);
        component(single, new RecurrenceId(kept.named(form, single, "recurrenceId", at), id));
    }

    /** Of an event that says itself of which occurrence it is. */
    private RecurrenceId recurrenceId(ObjectNode json) {
        String local = json.path("recurrenceId").asString("");
        LocalDateTime at = TimeForm.parse(local);
        TimeForm form = TimeForm.of(json).in(json.path("recurrenceIdTimeZone").asString(""));
        return at == null
                ? RecurrenceId.NONE
                : new RecurrenceId(kept.named(form, json, "recurrenceId", at), local);
    }

    private void component(ObjectNode json, RecurrenceId recurrenceId) throws IOException {
        boolean saysMethod = json.path("method").asString("").equals(zones.method());
        new EventWriter(out, json, kept, stamp, saysMethod).write(recurrenceId);
    }

    /** The documents of events, one at a time. */
    static Iterable<ObjectNode> documents(Iterable<Event> events) {
        return () -> {
            var all = events.iterator();
            return new java.util.Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public ObjectNode next() {
                    return all.next().json();
                }
            };
        };
    }
}
