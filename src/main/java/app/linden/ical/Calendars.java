package app.linden.ical;

import app.linden.base.Problem;
import app.linden.ical.CalendarFile.Reading;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the calendar objects of a file as their parts come in. An event whose time zone is not
 * known yet waits for the end of its calendar object, where all VTIMEZONEs were seen.
 */
final class Calendars {
    private final Report report;
    private final Assembly assembly;
    private final List<Component> waiting = new ArrayList<>();
    private Zones zones = new Zones();
    private String version = "";
    private boolean seen;
    private @Nullable String name;

    Calendars(Report report) {
        this.report = report;
        this.assembly = new Assembly(report);
    }

    void begin() {
        seen = true;
        flush();
        zones = new Zones();
        version = "";
    }

    void version(String text) {
        version = text;
    }

    void zone(Component vtimezone) {
        zones.add(vtimezone);
    }

    void event(Component vevent) {
        seen = true;
        boolean zonesKnown =
                vevent.properties.stream()
                        .map(p -> p.parameter("TZID"))
                        .allMatch(tzid -> tzid == null || tzid.isBlank() || zones.knows(tzid));
        if (zonesKnown) {
            read(vevent);
        } else {
            waiting.add(vevent);
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

    private void read(Component vevent) {
        String uid = vevent.text("UID");
        try {
            assembly.add(new EventReader(vevent, zones, report, version.equals("1.0")).read());
        } catch (Problem e) {
            report.add(vevent.line, uid, "This event was left out: " + Problem.sentence(e));
        }
    }

    /**
     * All that was read.
     *
     * @throws Problem BAD_INPUT when nothing of a calendar was met
     */
    Reading reading() {
        flush();
        if (!seen) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "This is not an iCalendar file: it has no BEGIN:VCALENDAR.");
        }
        return new Reading(name, assembly.events(), report.entries());
    }
}
