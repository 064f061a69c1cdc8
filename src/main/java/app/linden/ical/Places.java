package app.linden.ical;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LOCATION, GEO and VLOCATION: where an event is (conversion draft, 2.2.4, 2.3.11, 2.3.21, 2.3.25,
 * 2.3.26).
 */
final class Places {
    // Some write the semicolon between the two escaped, vCalendar 1.0 wrote a comma.
    private static final Pattern GEO =
            Pattern.compile("\\+?(-?\\d{1,3}(?:\\.\\d*)?)\\\\?[;,]\\+?(-?\\d{1,3}(?:\\.\\d*)?)");

    private Places() {}

    static void read(Component from, ObjectNode json, Kept kept) {
        Property given = from.first("LOCATION");
        boolean isGiven = given != null && !given.value().isBlank() && !given.isDerived();
        String key = null;
        if (given != null && isGiven) {
            key = Names.key(given, given.value());
            ObjectNode location = Names.child(json, "locations").putObject(key);
            location.put("@type", "Location").put("name", given.text());
            kept.take(given, "locations/" + key + "/name");
        }
        Property geo = from.first("GEO");
        String coordinates = geo == null ? null : coordinates(geo);
        if (geo != null && coordinates != null) {
            String at = key == null ? Names.key(geo, geo.value()) : key;
            ObjectNode location = Names.child(Names.child(json, "locations"), at);
            location.put("@type", "Location").put("coordinates", coordinates);
            kept.take(geo, "locations/" + at + "/coordinates");
            kept.note("locations/" + at + "/coordinates", "GEO");
        }
        if (!from.components.isEmpty()) {
            vlocations(from, json, given, isGiven ? key : null);
        }
    }

    private static void vlocations(
            Component from, ObjectNode json, @Nullable Property given, @Nullable String main) {
        List<Component> places = from.inner("VLOCATION");
        String derived = given == null || !given.isDerived() ? null : given.text();
        for (Component place : places) {
            ObjectNode locations = Names.child(json, "locations");
            String key = Names.free(locations, Names.key(place, null));
            ObjectNode location = locations.putObject(key);
            vlocation(place, location);
            boolean isMain =
                    derived != null && derived.equals(location.path("name").asString(null));
            if (given != null && isMain && places.size() > 1 && !json.has("mainLocationId")) {
                json.put("mainLocationId", key);
                given.take();
            }
        }
        if (main != null && places.size() > 1) {
            json.put("mainLocationId", main);
        }
    }

    private static void vlocation(Component place, ObjectNode location) {
        Kept kept = new Kept(place, location);
        location.put("@type", "Location");
        Property name = place.first("NAME");
        if (name != null && !name.value().isBlank()) {
            location.put("name", name.text());
            kept.take(name, "name");
        }
        for (Property p : place.all("LOCATION-TYPE")) {
            if (kept.has("locationTypes") || p.value().isBlank()) {
                continue;
            }
            p.texts().forEach(t -> Names.child(location, "locationTypes").put(t, true));
            kept.take(p, "locationTypes");
        }
        Property coordinates = place.first("COORDINATES");
        Property geo = place.first("GEO");
        String converted = geo == null ? null : coordinates(geo);
        if (coordinates != null && !coordinates.value().isBlank()) {
            location.put("coordinates", coordinates.value().strip());
            kept.take(coordinates, "coordinates");
        } else if (geo != null && converted != null) {
            location.put("coordinates", converted);
            kept.take(geo, "coordinates", Set.of());
            kept.note("coordinates", "GEO");
        }
        Links.read(place, location, kept);
        kept.finish(true, place.components);
        JsProps.apply(place, location);
    }

    /** As a URI (RFC 5870), null when derived or no coordinates. */
    private static @Nullable String coordinates(Property geo) {
        Matcher m = GEO.matcher(geo.value().strip());
        return geo.isDerived() || !m.matches() ? null : "geo:" + m.group(1) + "," + m.group(2);
    }
}
