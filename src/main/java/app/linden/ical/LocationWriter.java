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
 * LOCATION: the main one or the first that has a name and nothing that only VLOCATION can say. When
 * there is none, the name of a VLOCATION stands as a derived LOCATION too, for programs that know
 * no other.
 */
final class LocationWriter {
    private static final Pattern GEO =
            Pattern.compile("geo:(-?\\d{1,3}(?:\\.\\d+)?),(-?\\d{1,3}(?:\\.\\d+)?)");

    private final OutComponent out;
    private final JsonNode locations;
    private final String main;

    private LocationWriter(OutComponent out, ObjectNode json) {
        this.out = out;
        this.locations = json.path("locations");
        this.main = json.path("mainLocationId").asString("");
    }

    static void write(OutComponent out, ObjectNode json, List<PartWriter> parts)
            throws IOException {
        new LocationWriter(out, json).write(parts, json.path("mainLocationId"));
    }

    private void write(List<PartWriter> parts, JsonNode mainId) throws IOException {
        String chosen = chosen();
        String derived = chosen.isEmpty() ? derived() : "";
        int components = 0;
        for (Map.Entry<String, JsonNode> e : locations.properties()) {
            if (!(e.getValue() instanceof ObjectNode location)) {
                out.rest(e.getValue(), "locations", e.getKey());
            } else if (e.getKey().equals(chosen)) {
                properties(e.getKey(), location);
            } else {
                components++;
                out.made("locations", e.getKey());
                PartWriter part = lines -> component(lines, e.getKey(), location);
                // The reader takes the first of that name for the main one.
                parts.add(e.getKey().equals(derived) ? 0 : parts.size(), part);
            }
        }
        if (!derived.isEmpty() && !out.keeps("LOCATION")) {
            Line line = new Line("LOCATION").with("DERIVED", "TRUE");
            out.add("LOCATION", line.text(name(locations.path(derived))));
        }
        boolean said = main.equals(chosen) || main.equals(derived);
        if (!said || components < 2 || main.isEmpty()) {
            out.rest(mainId, "mainLocationId");
        }
    }

    private String chosen() {
        if (isPlain(locations.path(main))) {
            return main;
        }
        if (locations.has(main)) {
            return "";
        }
        for (boolean named : new boolean[] {true, false}) {
            for (Map.Entry<String, JsonNode> e : locations.properties()) {
                JsonNode location = e.getValue();
                if (isPlain(location) && (isNamed(location) || !named)) {
                    return e.getKey();
                }
            }
        }
        return "";
    }

    /** The VLOCATION that the derived LOCATION names: the main one, or the first with a name. */
    private String derived() {
        if (locations.has(main)) {
            return isNamed(locations.path(main)) ? main : "";
        }
        for (Map.Entry<String, JsonNode> e : locations.properties()) {
            if (isNamed(e.getValue()) && !e.getValue().has("iCalendar")) {
                return e.getKey();
            }
        }
        return "";
    }

    private static boolean isPlain(JsonNode location) {
        return location.isObject()
                && !location.has("iCalendar")
                && !location.has("locationTypes")
                && !location.has("links")
                && ((isNamed(location) && !location.has("coordinates")) || isGeo(location));
    }

    private static boolean isNamed(JsonNode location) {
        return !TextWriter.isBlank(name(location));
    }

    private static String name(JsonNode location) {
        JsonNode name = location.path("name");
        return name.isString() ? name.asString() : "";
    }

    private static boolean isGeo(JsonNode location) {
        return GEO.matcher(location.path("coordinates").asString("")).matches();
    }

    private void properties(String key, ObjectNode location) throws IOException {
        String path = "locations/" + Pointers.escape(key);
        Matcher geo = GEO.matcher(location.path("coordinates").asString(""));
        boolean asGeo = geo.matches();
        boolean named = isNamed(location);
        Set<String> known =
                !asGeo
                        ? Set.of("@type", "name")
                        : named
                                ? Set.of("@type", "name", "coordinates")
                                : Set.of("@type", "coordinates");
        out.made("locations", key);
        boolean others = TextWriter.others(out, location, known, "locations", key);
        // Both become the same location, so that both have its key (2.3.21).
        String value = asGeo ? geo.group(1) + ";" + geo.group(2) : "";
        String first = named ? Line.escaped(name(location)) : value;
        if (named) {
            Line line = out.line("LOCATION", path, path + "/name");
            LinkWriter.jsid(line, key, others, first);
            out.add("LOCATION", line.text(name(location)));
        }
        if (asGeo) {
            Line line = out.line("GEO", path + "/coordinates");
            LinkWriter.jsid(line, key, others, first);
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
