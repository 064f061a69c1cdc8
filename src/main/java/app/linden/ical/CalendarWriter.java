package app.linden.ical;

import app.linden.ical.CalendarFile.Unwritten;
import app.linden.ical.EventWriter.RecurrenceId;
import app.linden.model.OccurrencePatch;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes one calendar object (conversion draft, 3.3), entry by entry, so that none of them is held.
 * An entry that cannot be written is reported and the others are. Lives on the thread that writes.
 */
final class CalendarWriter {
    private final ContentLines out;
    private final ObjectNode group;
    private final OutCalendars calendars;
    private ZonesInUse zones;
    private KeptZones kept;
    private final String stamp = TimeForm.utc(Instant.now().toString());
    private final List<Unwritten> unwritten = new ArrayList<>();

    CalendarWriter(OutputStream stream, ObjectNode group, OutCalendars calendars) {
        this.out = new ContentLines(stream);
        this.group = group;
        this.calendars = calendars;
        this.zones = calendars.zones(0);
        this.kept = zones.kept();
    }

    /**
     * Writes all.
     *
     * @param entries those that {@link OutCalendars} has looked through, in any order
     */
    List<Unwritten> write(Iterable<ObjectNode> entries) throws IOException {
        OutComponent first = GroupWriter.begin(out, group, zones.method());
        entries(0, entries);
        first.end();
        for (int i = 1; i < calendars.count(); i++) {
            zones = calendars.zones(i);
            kept = zones.kept();
            further(i, entries);
        }
        out.flush();
        return unwritten;
    }

    /** A calendar that stood in the same file, as it was but for its entries. */
    private void further(int number, Iterable<ObjectNode> entries) throws IOException {
        JsonNode calendar = calendars.kept(number);
        out.write("BEGIN:VCALENDAR");
        out.write("VERSION:2.0");
        for (JsonNode property : calendar.path(1)) {
            boolean version = property.path(0).asString("").equalsIgnoreCase("version");
            if (!version && !OutCalendars.isEntry(property)) {
                out.write(JcalText.line(property).content());
            }
        }
        entries(number, entries);
        for (JsonNode component : calendar.path(2)) {
            JcalText.write(component, out, 1);
        }
        out.write("END:VCALENDAR");
    }

    private void entries(int number, Iterable<ObjectNode> entries) throws IOException {
        for (Map.Entry<String, Integer> e : zones.firstYears().entrySet()) {
            ZoneId zone = ZoneNames.find(e.getKey());
            if (zone != null) {
                ZoneWriter.write(out, e.getKey(), zone, e.getValue());
            }
        }
        for (ObjectNode entry : entries) {
            if (calendars.of(entry) == number) {
                entry(entry);
            }
        }
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
        component(entry, RecurrenceId.of(entry, kept));
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
        single = new OccurrencePatch(patch).applyLeniently(single);
        // Shared by all in JSCalendar, but each component has an ORGANIZER with its SENT-BY or
        // none.
        JsonNode sentBy = patch.path("sentBy");
        if (sentBy.isNull()) {
            single.remove("sentBy");
        } else if (sentBy.isString()) {
            single.set("sentBy", sentBy);
        }
        single.remove(List.of("recurrenceRule", "recurrenceOverrides", "excluded"));
        Own.restore(single);
        if (TimeForm.parse(single.path("start").asString("")) == null) {
            single.put("start", id);
        }
        LocalDateTime at = TimeForm.parse(id);
        component(single, new RecurrenceId(kept.named(form, single, "recurrenceId", at), id));
    }

    private void component(ObjectNode json, RecurrenceId recurrenceId) throws IOException {
        boolean saysMethod = json.path("method").asString("").equals(zones.method());
        new EventWriter(out, json, kept, stamp, saysMethod).write(recurrenceId);
    }

    /** What {@code make} makes of each, one at a time. */
    static <T> Iterable<ObjectNode> each(Iterable<T> things, Function<T, ObjectNode> make) {
        return () -> {
            Iterator<T> all = things.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public ObjectNode next() {
                    return make.apply(all.next());
                }
            };
        };
    }
}
