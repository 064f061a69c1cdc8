package app.linden.ical;

import app.linden.model.Json;
import app.linden.model.Pointers;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One component that is being written out of a JSCalendar object: its properties, then what
 * iCalendar has no place for (JSPROP; conversion draft, 4.1.2), what was kept of the iCalendar that
 * it came from (5.1.1), and the components in it. Nothing that may stand once stands twice.
 */
final class OutComponent {
    /** What may stand once in a component that can hold it (RFC 5545, 3.6; RFC 7986, 4). */
    private static final Set<String> ONCE =
            Set.of(
                    ("ACKNOWLEDGED ACTION CALENDAR-ADDRESS CALSCALE CLASS COLOR COORDINATES CREATED"
                                    + " DTEND DTSTAMP DTSTART DUE DURATION GEO JSID LAST-MODIFIED"
                                    + " LOCATION METHOD ORGANIZER PERCENT-COMPLETE PRIORITY PRODID"
                                    + " RECURRENCE-ID REFRESH-INTERVAL REPEAT RRULE SEQUENCE"
                                    + " SHOW-WITHOUT-TIME SOURCE STATUS SUMMARY TRANSP TRIGGER TZID"
                                    + " UID URL VERSION")
                            .split(" "));

    /** Of which one excludes the other. */
    private static final Set<String> ENDS = Set.of("DTEND", "DURATION", "DUE");

    private final ContentLines out;
    private final String name;
    private final JsonNode kept;
    private final Set<String> written = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<List<String>> made = new HashSet<>();
    private final Map<List<String>, JsonNode> rest = new LinkedHashMap<>();

    /** Begins the component; {@code json} is the object that it stands for. */
    OutComponent(ContentLines out, String name, ObjectNode json) throws IOException {
        this.out = out;
        this.name = name;
        this.kept = json.path("iCalendar");
        out.write("BEGIN:" + name);
    }

    ContentLines out() {
        return out;
    }

    /** Writes a property, unless it would be the second where one is allowed. */
    void add(String property, Line line) throws IOException {
        boolean second = ONCE.contains(property) && written.contains(property);
        boolean otherEnd =
                ENDS.contains(property)
                        && !name.equals("VALARM")
                        && written.stream().anyMatch(ENDS::contains);
        if (!second && !otherEnd) {
            written.add(property);
            out.write(line.content());
        }
    }

    boolean has(String property) {
        return written.contains(property);
    }

    /** What was kept of a property that may stand once does not go out. */
    void leaveOut(String property) {
        written.add(property);
    }

    /** The kept properties of these names. */
    List<Line> keptLines(String... properties) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode p : kept.path("properties")) {
            if (List.of(properties).contains(p.path(0).asString("").toUpperCase(Locale.ROOT))) {
                lines.add(JcalText.line(p));
            }
        }
        return lines;
    }

    /** The kept properties of a name, which then do not go out by themselves. */
    List<JsonNode> takeKept(String property) {
        taken.add(property);
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode p : kept.path("properties")) {
            if (p.isArray() && p.path(0).asString("").equalsIgnoreCase(property)) {
                found.add(p);
            }
        }
        return found;
    }

    /** A line with the parameters that were kept for what stands at one of the paths. */
    Line line(String property, String... paths) {
        Line line = new Line(property);
        for (String path : paths) {
            if (wasConverted(path, property)) {
                line.keeping(kept.path("convertedProperties").path(path).path("parameters"));
            }
        }
        return line;
    }

    /** A parameter that what stands at a path came with, null when it had none. */
    @Nullable String kept(String path, String parameter) {
        JsonNode converted = kept.path("convertedProperties").path(path);
        return converted.path("parameters").path(parameter).asString(null);
    }

    /** Whether what stands at the path came from that property. */
    boolean wasConverted(String path, String property) {
        JsonNode converted = kept.path("convertedProperties").path(path);
        return converted.path("name").asString("").equalsIgnoreCase(property);
    }

    /** The value of a kept property, empty when there is none. */
    String keptText(String property) {
        for (JsonNode p : kept.path("properties")) {
            if (p.path(0).asString("").equalsIgnoreCase(property)) {
                return p.path(3).asString("");
            }
        }
        return "";
    }

    boolean keeps(String property) {
        for (JsonNode p : kept.path("properties")) {
            if (p.path(0).asString("").equalsIgnoreCase(property)) {
                return true;
            }
        }
        return false;
    }

    /** Says that the reader finds an object at that path before any JSPROP is applied. */
    void made(String... names) {
        for (int i = 1; i <= names.length; i++) {
            made.add(List.of(names).subList(0, i));
        }
    }

    /** Later writes a property of the JSCalendar object as such; {@code names} lead to it. */
    void rest(JsonNode value, String... names) {
        if (!value.isNull() && !value.isMissingNode()) {
            rest.put(List.of(names), value);
        }
    }

    /** A pointer only reaches what is there, so what would miss its parents brings them along. */
    private void writeRest() throws IOException {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        rest.forEach((names, value) -> {
            int there = names.size() - 1;
            while (there > 0 && !made.contains(names.subList(0, there))) {
                there--;
            }
            String pointer = Pointers.of(names.subList(0, there + 1).toArray(String[]::new));
            if (there == names.size() - 1) {
                values.put(pointer, value);
                return;
            }
            ObjectNode at = (ObjectNode) values.computeIfAbsent(pointer, p -> Json.object());
            for (String name : names.subList(there + 1, names.size() - 1)) {
                at = Names.child(at, name);
            }
            at.set(names.getLast(), value);
        });
        for (Map.Entry<String, JsonNode> e : values.entrySet()) {
            Line line = new Line("JSPROP").with("JSPTR", e.getKey());
            out.write(line.text(Json.write(e.getValue())).content());
        }
    }

    /** The properties are complete but for the rest and what was kept, which follow now. */
    void endOfProperties() throws IOException {
        writeRest();
        for (JsonNode property : kept.path("properties")) {
            if (property.isArray()) {
                String keptName = Line.name(property.path(0).asString(""));
                if (!taken.contains(keptName)) {
                    add(keptName, JcalText.line(property));
                }
            }
        }
    }

    /** Ends the component after the components that were kept. */
    void end() throws IOException {
        for (JsonNode component : kept.path("components")) {
            if (!OutCalendars.isCalendar(component)) {
                JcalText.write(component, out, 0);
            }
        }
        out.write("END:" + name);
    }
}
