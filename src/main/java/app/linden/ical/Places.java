package app.linden.ical;

import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LOCATION, GEO, CONFERENCE, URL and ATTACH: where an event is and what it points to (conversion
 * draft, 2.3.3, 2.3.10, 2.3.21, 2.3.25, 2.3.45).
 */
final class Places {
    // Some write the semicolon between the two escaped, vCalendar 1.0 wrote a comma.
    private static final Pattern GEO =
            Pattern.compile("\\+?(-?\\d{1,3}(?:\\.\\d*)?)\\\\?[;,]\\+?(-?\\d{1,3}(?:\\.\\d*)?)");

    private Places() {}

    static void read(Component vevent, ObjectNode json, Set<String> used) {
        location(vevent, json, used);
        for (Property p : vevent.all("CONFERENCE")) {
            used.add("CONFERENCE");
            if (!p.value().isBlank()) {
                ObjectNode room = child(json, "virtualLocations").putObject(Keys.of(p.value()));
                room.put("@type", "VirtualLocation").put("uri", p.value().strip());
                put(room, "name", p.parameter("LABEL"));
            }
        }
        for (Property p : vevent.all("URL")) {
            used.add("URL");
            if (!p.value().isBlank()) {
                link(json, p.value().strip()).put("rel", "describedby");
            }
        }
        for (Property p : vevent.all("ATTACH")) {
            used.add("ATTACH");
            attachment(p, json);
        }
    }

    private static void location(Component vevent, ObjectNode json, Set<String> used) {
        Property given = vevent.first("LOCATION");
        String name = vevent.text("LOCATION");
        used.add("LOCATION");
        Property geo = vevent.first("GEO");
        Matcher m = geo == null ? null : GEO.matcher(geo.value().strip());
        boolean hasGeo = m != null && m.matches();
        if (name == null && !hasGeo) {
            return;
        }
        Property first = name == null || given == null ? geo : given;
        String key = Keys.of(first == null ? "" : first.value());
        ObjectNode location = child(json, "locations").putObject(key);
        location.put("@type", "Location");
        put(location, "name", name);
        if (m != null && hasGeo) {
            location.put("coordinates", "geo:" + m.group(1) + "," + m.group(2));
            used.add("GEO");
        }
    }

    private static void attachment(Property p, ObjectNode json) {
        String type = p.parameter("FMTTYPE");
        boolean binary = p.says("VALUE", "BINARY") || p.says("ENCODING", "BASE64");
        String value = p.value().strip();
        if (value.isEmpty()) {
            return;
        }
        String href = binary ? "data:" + (type == null ? "" : type) + ";base64," + value : value;
        ObjectNode link = link(json, href).put("rel", "enclosure");
        put(link, "contentType", type);
        put(link, "title", p.parameter("FILENAME"));
    }

    private static ObjectNode link(ObjectNode json, String href) {
        ObjectNode link = child(json, "links").putObject(Keys.of(href));
        return link.put("@type", "Link").put("href", href);
    }

    private static ObjectNode child(ObjectNode json, String property) {
        return json.path(property) instanceof ObjectNode o ? o : json.putObject(property);
    }

    private static void put(
            ObjectNode object, String property, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isBlank()) {
            object.set(property, Json.text(value));
        }
    }
}
