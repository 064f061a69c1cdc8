package app.linden.ical;

import app.linden.ical.EventWriter.PartWriter;
import app.linden.model.Pointers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Locations as LOCATION and GEO, the others as VLOCATION (conversion draft, 3.5). One is the
 * LOCATION: the main one or the first that has a name and was no VLOCATION.
 */
final class LocationWriter {
    private static final Pattern GEO =
            Pattern.compile("geo:(-?\\d{1,3}(?:\\.\\d+)?),(-?\\d{1,3}(?:\\.\\d+)?)");

    private LocationWriter() {}

    static void write(OutComponent out, ObjectNode json, List<PartWriter> parts)
            throws IOException {
        JsonNode locations = json.path("locations");
        String main = json.path("mainLocationId").asString("");
        String chosen = chosen(locations, main);
        int components = 0;
        for (Map.Entry<String, JsonNode> e : locations.properties()) {
            if (!(e.getValue() instanceof ObjectNode location)) {
                out.rest(e.getValue(), "locations", e.getKey());
            } else if (e.getKey().equals(chosen)) {
                properties(out, e.getKey(), location);
            } else {
                components++;
                parts.add(lines -> component(lines, e.getKey(), location));
                if (e.getKey().equals(main) && location.path("name").isString()) {
                    Line line = new Line("LOCATION").with("DERIVED", "TRUE");
                    out.add("LOCATION", line.text(location.path("name").asString()));
                }
            }
        }
        if (components < 2) {
            out.rest(json.path("mainLocationId"), "mainLocationId");
        }
    }

    private static String chosen(JsonNode locations, String main) {
        if (isPlain(locations.path(main))) {
            return main;
        }
        if (locations.has(main)) {
            return "";
        }
        for (boolean named : new boolean[] {true, false}) {
            for (Map.Entry<String, JsonNode> e : locations.properties()) {
                JsonNode location = e.getValue();
                if (isPlain(location)
                        && (location.path("name").isString() || !named && isGeo(location))) {
                    return e.getKey();
                }
            }
        }
        return "";
    }

    private static boolean isPlain(JsonNode location) {
        return location.isObject()
                && !location.has("iCalendar")
                && (location.path("name").isString() || isGeo(location));
    }

    private static boolean isGeo(JsonNode location) {
        return GEO.matcher(location.path("coordinates").asString("")).matches();
    }

    private static void properties(OutComponent out, String key, ObjectNode location)
            throws IOException {
        String path = "locations/" + Pointers.escape(key);
        Matcher geo = GEO.matcher(location.path("coordinates").asString(""));
        boolean asGeo = geo.matches();
        Set<String> known =
                asGeo ? Set.of("@type", "name", "coordinates") : Set.of("@type", "name");
        boolean others = TextWriter.others(out, location, known, "locations", key);
        boolean named = location.path("name").isString();
        if (named) {
            String name = location.path("name").asString();
            Line line = out.line("LOCATION", path, path + "/name");
            LinkWriter.jsid(line, key, others, name);
            out.add("LOCATION", line.text(name));
        }
        if (asGeo) {
            String value = geo.group(1) + ";" + geo.group(2);
            Line line = out.line("GEO", path + "/coordinates");
            if (!named) {
                LinkWriter.jsid(line, key, others, value);
            }
            out.add("GEO", line.raw(value));
        }
    }

    private static void component(ContentLines lines, String key, ObjectNode location)
            throws IOException {
        OutComponent out = new OutComponent(lines, "VLOCATION", location);
        if (!out.keeps("UID")) {
            out.add("UID", new Line("UID").text(key));
        } else if (!out.keptText("UID").equals(key)) {
            out.add("JSID", new Line("JSID").text(key));
        }
        if (location.path("name").isString()) {
            out.add("NAME", out.line("NAME", "name").text(location.path("name").asString()));
        }
        JsonNode coordinates = location.path("coordinates");
        Matcher geo = GEO.matcher(coordinates.asString(""));
        if (out.wasConverted("coordinates", "GEO") && geo.matches()) {
            Line line = out.line("GEO", "coordinates");
            out.add("GEO", line.raw(geo.group(1) + ";" + geo.group(2)));
        } else if (coordinates.isString()) {
            Line line = out.line("COORDINATES", "coordinates").with("VALUE", "URI");
            out.add("COORDINATES", line.raw(coordinates.asString()));
        }
        List<String> types = TextWriter.members(out, location, "locationTypes");
        if (!types.isEmpty()) {
            out.add("LOCATION-TYPE", out.line("LOCATION-TYPE", "locationTypes").texts(types));
        }
        LinkWriter.write(out, location);
        TextWriter.others(
                out,
                location,
                Set.of(
                        "@type",
                        "iCalendar",
                        "name",
                        "coordinates",
                        "locationTypes",
                        "links",
                        "virtualLocations"));
        out.endOfProperties();
        out.end();
    }
}
