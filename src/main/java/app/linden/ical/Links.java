package app.linden.ical;

import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * ATTACH, IMAGE, LINK, URL and CONFERENCE of any component: what it points to (conversion draft,
 * 2.3.3, 2.3.10, 2.3.22, 2.3.24, 2.3.45).
 */
final class Links {
    private static final Set<String> OF_FILE = Set.of("FMTTYPE", "FILENAME", "SIZE", "DISPLAY");
    private static final Set<String> OF_LINK = Set.of("FMTTYPE", "LABEL", "LINKREL");
    private static final Set<String> OF_URL = Set.of("LABEL");
    private static final Set<String> OF_ROOM = Set.of("FEATURE", "LABEL");

    /** The relation that each property means, and by which the way back finds it (3.4). */
    private static final Map<String, String> RELATIONS =
            Map.of("ATTACH", "enclosure", "IMAGE", "icon", "URL", "describedby");

    private Links() {}

    static void read(Component from, ObjectNode json, Kept kept) {
        boolean hasUrl = false;
        for (Property p : from.properties) {
            if (p.value().isBlank()) {
                continue;
            }
            switch (p.name()) {
                case "ATTACH", "IMAGE" -> file(p, json, kept);
                case "LINK" -> {
                    if (p.parameter("VALUE") == null || p.says("VALUE", "URI")) {
                        link(p, json, kept);
                    }
                }
                case "URL" -> {
                    ObjectNode url = Json.object().put("href", p.value().strip());
                    Names.put(url, "title", p.parameter("LABEL"));
                    String key = add(p, json, kept, url.put("rel", "describedby"), OF_URL);
                    if (hasUrl && !key.isEmpty()) {
                        kept.note("links/" + key + "/href", "URL");
                    }
                    hasUrl = true;
                }
                case "CONFERENCE" -> room(p, json, kept);
                default -> {}
            }
        }
    }

    private static void file(Property p, ObjectNode json, Kept kept) {
        String type = p.parameter("FMTTYPE");
        boolean binary = p.says("VALUE", "BINARY") || p.says("ENCODING", "BASE64");
        String value = p.value().strip();
        String href = binary ? "data:" + (type == null ? "" : type) + ";base64," + value : value;
        ObjectNode link = Json.object().put("href", href);
        link.put("rel", RELATIONS.get(p.name()));
        Names.put(link, "contentType", type);
        Names.put(link, "title", p.parameter("FILENAME"));
        String size = p.parameter("SIZE");
        if (size != null && size.matches("\\d{1,15}")) {
            link.put("size", Long.parseLong(size));
        }
        for (String display : p.parameters().getOrDefault("DISPLAY", java.util.List.of())) {
            Names.child(link, "display").put(display.toLowerCase(Locale.ROOT), true);
        }
        add(p, json, kept, link, OF_FILE);
    }

    private static void link(Property p, ObjectNode json, Kept kept) {
        ObjectNode link = Json.object().put("href", p.value().strip());
        String relation = p.parameter("LINKREL");
        Names.put(link, "rel", relation);
        Names.put(link, "contentType", p.parameter("FMTTYPE"));
        Names.put(link, "title", p.parameter("LABEL"));
        String key = add(p, json, kept, link, OF_LINK);
        if (relation != null && !key.isEmpty() && RELATIONS.containsValue(relation)) {
            kept.note("links/" + key + "/href", "LINK");
        }
    }

    /** The key; empty when there is such a link, so that the property stays as it is. */
    private static String add(
            Property p, ObjectNode json, Kept kept, ObjectNode members, Set<String> known) {
        ObjectNode links = Names.child(json, "links");
        String key = Names.key(p, p.value());
        if (links.has(key)) {
            return "";
        }
        links.putObject(key).put("@type", "Link").setAll(members);
        kept.take(p, "links/" + key + "/href", known);
        return key;
    }

    private static void room(Property p, ObjectNode json, Kept kept) {
        ObjectNode rooms = Names.child(json, "virtualLocations");
        String key = Names.key(p, p.value());
        if (rooms.has(key)) {
            return;
        }
        ObjectNode room = rooms.putObject(key).put("@type", "VirtualLocation");
        Names.put(room, "name", p.parameter("LABEL"));
        room.put("uri", p.value().strip());
        for (String feature : p.parameters().getOrDefault("FEATURE", java.util.List.of())) {
            Names.child(room, "features").put(feature.toLowerCase(Locale.ROOT), true);
        }
        kept.take(p, "virtualLocations/" + key + "/uri", OF_ROOM);
    }
}
