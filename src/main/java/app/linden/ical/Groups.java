package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a VCALENDAR itself becomes (conversion draft, 2.1.1): a Group without its entries. Of
 * several in one file the first says what the group is. The others are kept among its components,
 * each with its properties, the uids of its entries and the components that became nothing.
 */
final class Groups {
    /** What names, in a calendar that was kept, an entry of the group that stands in it. */
    static final String ENTRY = "X-LINDEN-ENTRY";

    /** The entries of later ones go with the first; each costs the way back a reading of all. */
    private static final int MOST = 200;

    /** One VCALENDAR of the file. */
    private record Calendar(Component itself, List<Component> components, Set<String> uids) {
        Calendar(Component itself) {
            this(itself, new ArrayList<>(), new LinkedHashSet<>());
        }
    }

    private final Report report;
    private final ObjectNode json = Json.object().put("@type", "Group").put("version", "2.0");
    private final List<Calendar> calendars = new ArrayList<>();
    private int begun;

    Groups(Report report) {
        this.report = report;
        calendars.add(new Calendar(new Component("VCALENDAR", 1)));
    }

    /** A calendar begins; what is added from now on is of it. */
    void begin(Component vcalendar) {
        begun++;
        Calendar before = calendars.getFirst();
        if (begun == 1) {
            calendars.set(0, new Calendar(vcalendar, before.components(), before.uids()));
        } else if (begun <= MOST) {
            calendars.add(new Calendar(vcalendar));
        }
        if (begun == 2) {
            report.add(
                    vcalendar.line,
                    null,
                    "The file holds several calendars; they were put together under the name of"
                            + " the first.");
        }
    }

    /** A component of the calendar that began last. */
    void add(Component component) {
        of(begun - 1).components().add(component);
    }

    /** An entry of the calendar of that number, counted from 0. */
    void addEntry(int calendar, String uid) {
        of(calendar).uids().add(uid);
    }

    private Calendar of(int number) {
        return calendars.get(number < 0 || number >= calendars.size() ? 0 : number);
    }

    /** A version of an entry that the file has a newer one of. */
    void addVersion(Item item) {
        Calendar calendar = of(item.calendar());
        ObjectNode version = item.alone();
        KeptZones zones = new KeptZones(calendar.components());
        calendar.components()
                .addAll(Parsed.components(lines -> EventWriter.alone(lines, version, zones)));
    }

    private static Component kept(Calendar calendar) {
        Component kept = new Component("VCALENDAR", calendar.itself().line);
        kept.properties.addAll(calendar.itself().properties);
        Map<String, List<String>> text = Map.of("VALUE", List.of("TEXT"));
        for (String uid : calendar.uids()) {
            kept.properties.add(new Property(ENTRY, text, Line.escaped(uid), kept.line));
        }
        kept.components.addAll(calendar.components());
        return kept;
    }

    /** The group; to be called once, after everything was read. */
    ObjectNode group() {
        Component first = calendars.getFirst().itself();
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
        if (method != null && !calendars.getFirst().uids().isEmpty()) {
            method.take();
        }
        List<Component> components = new ArrayList<>(calendars.getFirst().components());
        for (Calendar further : calendars.subList(1, calendars.size())) {
            components.add(kept(further));
        }
        kept.finish(false, components);
        JsProps.apply(first, json);
        return json;
    }

    private void stamp(String name, String property, Kept kept) {
        Property p = calendars.getFirst().itself().first(name);
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
