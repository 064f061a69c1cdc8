package app.linden.model;

import tools.jackson.databind.node.ObjectNode;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A place (jscalendarbis 3.2.5).
 *
 * @param json the Location object; never changed by anybody
 */
public record Location(ObjectNode json) implements Part {
    public static Location named(String name) {
        return new Location(Json.object().put("@type", "Location").put("name", name));
    }

    public String name() {
        return Parts.text(json, "name");
    }

    public Location withName(String name) {
        return new Location(Parts.with(json, "name", name));
    }

    /** Of RFC 4589: "office", "cafe". */
    public SortedSet<String> types() {
        return Parts.set(json.path("locationTypes"));
    }

    /** A "geo:" address, empty when unknown. */
    public String coordinates() {
        return Parts.text(json, "coordinates");
    }

    public SortedMap<String, Link> links() {
        return Parts.of(json.path("links"), Link::new);
    }

    /** JSCalendar 1.0 only: how to get there. */
    public String description() {
        return Parts.text(json, "description");
    }

    /** JSCalendar 1.0 only: "start" or "end" where the event starts or ends there. */
    public String relativeTo() {
        return Parts.text(json, "relativeTo", Parts.text(json, "rel"));
    }

    /** JSCalendar 1.0 only: the name of the zone there. */
    public String timeZone() {
        return Parts.text(json, "timeZone");
    }

    @Override
    public Kind kindOfPart() {
        return Kind.LOCATION;
    }
}
