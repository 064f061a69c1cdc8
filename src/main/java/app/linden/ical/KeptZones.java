package app.linden.ical;

import app.linden.model.Length;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The names of time zones that times had in the file that they came from. They are written again,
 * as long as they mean the zone that the time has now: by themselves, or by the VTIMEZONE that was
 * kept in the Group (conversion draft, 2.1.2 of "Time Zones").
 */
final class KeptZones {
    private final Zones zones = new Zones();
    private final Set<String> kept = new HashSet<>();

    /** Those of the VTIMEZONEs among some components. */
    KeptZones(List<Component> components) {
        for (Component component : components) {
            if (component.name.equals("VTIMEZONE")) {
                zones.add(component);
                String id = component.text("TZID");
                kept.add(id == null ? "" : id.strip());
            }
        }
    }

    /** Those of the VTIMEZONEs among components in the form of jCal. */
    static KeptZones of(JsonNode jcalComponents) {
        List<Component> components = new ArrayList<>();
        for (JsonNode component : jcalComponents) {
            if (component.path(0).asString("").equalsIgnoreCase("vtimezone")) {
                components.addAll(Parsed.components(component));
            }
        }
        return new KeptZones(components);
    }

    /** Whether a VTIMEZONE of that name goes out among what was kept. */
    boolean has(String tzid) {
        return kept.contains(tzid.strip());
    }

    /**
     * The form with the name that what stands at a path came with, if it still means the same.
     *
     * @param at the wall time that is to be written
     */
    TimeForm named(TimeForm form, JsonNode json, String path, @Nullable LocalDateTime at) {
        JsonNode tzid =
                json.path("iCalendar")
                        .path("convertedProperties")
                        .path(path)
                        .path("parameters")
                        .path("tzid");
        if (!tzid.isString() || at == null) {
            return form;
        }
        String name = tzid.asString();
        boolean same =
                form.dates()
                        || form.label() != null && form.label().equals(name)
                        || Objects.equals(zone(name, at), form.zoneId());
        return same ? form.labelled(name) : form;
    }

    private @Nullable ZoneId zone(String name, LocalDateTime at) {
        if (name.isBlank()) {
            return null;
        }
        Moment moment = zones.read(at, name);
        // One without a zone of the same rules became UTC, by another wall time.
        return moment.local().equals(at) ? moment.zone() : ZoneOffset.MIN;
    }

    /** How long an event of this start and this end, if it can be read, would last. */
    Length read(Line dtstart, List<Line> ends) {
        List<Component> events =
                Parsed.components(lines -> {
                    lines.write("BEGIN:VEVENT");
                    lines.write(dtstart.content());
                    for (Line end : ends) {
                        lines.write(end.content());
                    }
                    lines.write("END:VEVENT");
                });
        ObjectNode json =
                new EventReader(events.getFirst(), zones, new Report(), false).read().json();
        String duration = json.path("duration").asString("");
        return duration.isEmpty() ? Length.ZERO : Length.parse(duration);
    }

    /** The form of all times of an event: that of its start, else of what it is due by. */
    TimeForm form(ObjectNode json) {
        TimeForm form = TimeForm.of(json);
        String path = json.has("start") || !json.has("due") ? "start" : "due";
        return named(form, json, path, TimeForm.parse(json.path(path).asString("")));
    }
}
