package app.linden.ical;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads the calendar objects of a file as their parts come in. An event whose time zone is not
 * known yet waits for the end of its calendar object, where all VTIMEZONEs were seen.
 */
final class Calendars {
    private final Report report;
    private final Assembly assembly;
    private final @Nullable Groups groups;
    private final List<Component> waiting = new ArrayList<>();
    private Component calendar = new Component("VCALENDAR", 1);
    private Zones zones = new Zones();
    private boolean seen;
    private int number = -1;
    private @Nullable String name;

    /**
     * A reader of calendar objects.
     *
     * @param groups takes what is of the calendars themselves, null when only events are wanted
     */
    Calendars(Report report, Assembly assembly, @Nullable Groups groups) {
        this.report = report;
        this.assembly = assembly;
        this.groups = groups;
    }

    void begin(Component vcalendar) {
        seen = true;
        if (groups != null) {
            groups.begin(vcalendar);
        }
        flush();
        number++;
        calendar = vcalendar;
        zones = new Zones();
        version = "";
    }

    private String version = "";

    void version(String text) {
        version = text;
    }

    void zone(Component vtimezone) {
        zones.add(vtimezone);
        String id = vtimezone.text("TZID");
        if (groups != null && (id == null || !ZoneNames.isIana(id))) {
            groups.add(vtimezone);
        }
    }

    /** A VEVENT or VTODO. */
    void entry(Component component) {
        seen = true;
        if (zonesKnown(component)) {
            read(component);
        } else {
            waiting.add(component);
        }
    }

    private boolean zonesKnown(Component component) {
        for (Property p : component.properties) {
            String tzid = p.parameters().isEmpty() ? null : p.parameter("TZID");
            if (tzid != null && !tzid.isBlank() && !zones.knows(tzid)) {
                return false;
            }
        }
        return true;
    }

    /** A component of the calendar that is neither event nor task nor time zone. */
    void other(Component component) {
        if (groups != null) {
            groups.add(component);
        }
    }

    void end(Component vcalendar) {
        flush();
        if (name == null) {
            String given = vcalendar.text("X-WR-CALNAME");
            name = given == null ? vcalendar.text("NAME") : given;
        }
    }

    private void flush() {
        waiting.forEach(this::read);
        waiting.clear();
    }

    private void read(Component component) {
        String uid = component.text("UID");
        try {
            Item item = new EventReader(component, zones, report, version.equals("1.0")).read();
            if (groups != null) {
                ObjectNode json = item.json();
                String method = calendar.text("METHOD");
                if (method != null) {
                    json.put("method", method.strip().toLowerCase(Locale.ROOT));
                }
                Names.put(json, "prodId", calendar.text("PRODID"));
            }
            assembly.add(item.in(Math.max(0, number)));
        } catch (Problem e) {
            String what = component.name.equals("VTODO") ? "task" : "event";
            report.add(
                    component.line, uid, "This " + what + " was left out: " + Problem.sentence(e));
            if (groups != null) {
                groups.add(component);
            }
        }
    }

    /**
     * Hands over all that was read.
     *
     * @throws Problem BAD_INPUT when nothing of a calendar was met
     */
    void drain(Consumer<ObjectNode> to) {
        flush();
        if (!seen) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "This is not an iCalendar file: it has no BEGIN:VCALENDAR.");
        }
        assembly.drain(to);
    }

    /** What the file calls itself. */
    @Nullable String name() {
        return name;
    }
}
