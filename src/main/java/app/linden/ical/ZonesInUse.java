package app.linden.ical;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the head of a calendar object must know of all entries before the first is written: the time
 * zones with the first year that each is needed for, and the method if they agree on one.
 */
final class ZonesInUse {
    private static final String NONE_YET = "\0";

    private final Map<String, Integer> firstYears = new TreeMap<>();
    private String method = NONE_YET;
    private final KeptZones kept;

    /** Of a calendar whose times may go out with the names of zones that they came with. */
    ZonesInUse(KeptZones kept) {
        this.kept = kept;
    }

    KeptZones kept() {
        return kept;
    }

    /** Looks through an entry. */
    void add(ObjectNode entry) {
        String own = entry.path("method").asString("");
        method = method.equals(NONE_YET) || method.equals(own) ? own : "";
        int year = year(entry.path("start"), year(entry.path("due"), 9999));
        for (Map.Entry<String, JsonNode> e : entry.path("recurrenceOverrides").properties()) {
            LocalDateTime id = TimeForm.parse(e.getKey());
            year =
                    Math.min(
                            id == null ? year : id.getYear(),
                            year(e.getValue().path("start"), year));
        }
        year = year(entry.path("recurrenceId"), year);
        note(entry, year);
        zone(entry.path("recurrenceIdTimeZone"), year);
        for (JsonNode patch : entry.path("recurrenceOverrides")) {
            if (patch.has("timeZone") || patch.has("endTimeZone")) {
                zone(patch.path("timeZone"), year);
                zone(patch.path("endTimeZone"), year);
                // An end in another zone is why UTC is written as a zone (TimeForm).
                zone(entry.path("timeZone"), year);
            }
        }
    }

    private void note(ObjectNode entry, int year) {
        TimeForm form = kept.form(entry);
        if (form.zone() != null && form.label() == null) {
            put(form.zone(), year);
        }
        for (JsonNode tzid : entry.findValues("tzid")) {
            String name = tzid.asString("");
            if (!kept.has(name) && !ZoneNames.isUtc(name) && ZoneNames.find(name) != null) {
                put(name, year);
            }
        }
        zone(entry.path("endTimeZone"), year);
    }

    private void zone(JsonNode name, int year) {
        if (name.isString() && !name.asString().isEmpty()) {
            put(name.asString(), year);
        }
    }

    private void put(String zone, int year) {
        firstYears.merge(zone, Math.max(year, 1601), Math::min);
    }

    private static int year(JsonNode local, int other) {
        LocalDateTime at = TimeForm.parse(local.asString(""));
        return at == null ? other : Math.min(at.getYear(), other);
    }

    Map<String, Integer> firstYears() {
        return firstYears;
    }

    /** The method of all entries, empty when there is none or they differ. */
    String method() {
        return method.equals(NONE_YET) ? "" : method;
    }
}
