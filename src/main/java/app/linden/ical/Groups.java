package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a VCALENDAR itself becomes (conversion draft, 2.1.1): a Group without its entries. Of
 * several in one file the first says what the group is; the components of all are kept.
 */
final class Groups {
    private final Report report;
    private final List<Component> components = new ArrayList<>();
    private final ObjectNode json = Json.object().put("@type", "Group").put("version", "2.0");
    private Component first = new Component("VCALENDAR", 1);
    private int calendars;

    Groups(Report report) {
        this.report = report;
    }

    void add(Component component) {
        components.add(component);
    }

    void end(Component vcalendar) {
        calendars++;
        if (calendars == 1) {
            first = vcalendar;
        } else if (calendars == 2) {
            report.add(
                    vcalendar.line,
                    null,
                    "The file holds several calendars; they were put together under the name of"
                            + " the first.");
        }
    }

    /** The group; to be called once, after everything was read. */
    ObjectNode group() {
        Kept kept = new Kept(first, json);
        Texts texts = new Texts(first, json, kept);
        if (!texts.title("NAME") && texts.title("X-WR-CALNAME")) {
            kept.note("title", "X-WR-CALNAME");
        }
        texts.descriptions();
        texts.sets(false);
        texts.color();
        texts.text("UID", "uid");
        texts.text("PRODID", "prodId");
        Property source = first.first("SOURCE");
        if (source != null && !source.value().isBlank()) {
            json.put("source", source.value().strip());
            kept.take(source, "source");
        }
        stamp("LAST-MODIFIED", "updated", kept);
        stamp("CREATED", "created", kept);
        Links.read(first, json, kept);
        Property version = first.first("VERSION");
        if (version != null) {
            version.take();
        }
        Property method = first.first("METHOD");
        if (method != null && hasEntries) {
            method.take();
        }
        kept.finish(false, components);
        JsProps.apply(first, json);
        return json;
    }

    private boolean hasEntries;

    void hasEntries() {
        hasEntries = true;
    }

    private void stamp(String name, String property, Kept kept) {
        Property p = first.first(name);
        if (p == null) {
            return;
        }
        try {
            Moment at = Moment.parse(p.value(), null, new Zones());
            json.put(property, at.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            kept.take(p, property);
        } catch (Problem unreadable) {
            report.add(p.line(), null, "This date cannot be read; it was kept as it stands.");
        }
    }
}
