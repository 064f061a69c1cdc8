package app.linden.ical;

import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps what JSCalendar has no place for in the {@code iCalendar} property of the object that a
 * component becomes (conversion draft, 5.1.1), so that it goes out again as it came in: properties
 * and components nobody converted, and the parameters of those that were.
 */
final class Kept {
    /** Said by the object itself, whatever the property. */
    private static final Set<String> SAID =
            Set.of("JSID", "VALUE", "TZID", "ENCODING", "CHARSET", "DERIVED");

    private final Component from;
    private final ObjectNode json;
    private @Nullable ObjectNode converted;

    Kept(Component from, ObjectNode json) {
        this.from = from;
        this.json = json;
    }

    /** Whether a property has no parameter that would have to be kept. */
    static boolean isSaid(Property p) {
        return SAID.containsAll(p.parameters().keySet());
    }

    /**
     * Converted to what the object has at a pointer; of its parameters those stay that are neither
     * known nor said by the object.
     */
    void take(Property p, String pointer, Set<String> known) {
        p.take();
        if (p.parameters().isEmpty()) {
            return;
        }
        ObjectNode parameters = null;
        for (Map.Entry<String, List<String>> e : new TreeMap<>(p.parameters()).entrySet()) {
            if (!SAID.contains(e.getKey()) && !known.contains(e.getKey())) {
                parameters = parameters == null ? Json.object() : parameters;
                JCal.parameter(parameters, e.getKey(), e.getValue());
            }
        }
        if (parameters != null) {
            note(pointer, p.name()).set("parameters", parameters);
        }
    }

    void take(Property p, String pointer) {
        take(p, pointer, Set.of());
    }

    /** As {@link #take}, for a time: a TZID stays that is not the name of the zone it became. */
    void takeTime(Property p, String pointer, Moment moment) {
        take(p, pointer);
        String tzid = p.parameter("TZID");
        boolean isUtc = moment.zone() != null && moment.zone().equals(Moment.UTC);
        if (tzid == null || isUtc && (!ZoneNames.isUtc(tzid) || isInstant(p))) {
            return;
        }
        if (isUtc || moment.zone() == null || !moment.zone().getId().equals(tzid)) {
            parameter(p, pointer, "tzid");
        }
    }

    /** Keeps one parameter of what became the thing at a pointer. */
    void parameter(Property p, String pointer, String parameter) {
        String value = p.parameter(parameter.toUpperCase(Locale.ROOT));
        parameter(pointer, p.name(), parameter, value == null ? "" : value);
    }

    /** Keeps a parameter of the property that became the thing at a pointer. */
    void parameter(String pointer, String propertyName, String parameter, String value) {
        ObjectNode note = note(pointer, propertyName);
        ObjectNode parameters =
                note.path("parameters") instanceof ObjectNode o ? o : note.putObject("parameters");
        parameters.put(parameter.toLowerCase(Locale.ROOT), value);
    }

    private static boolean isInstant(Property p) {
        return p.value().strip().toUpperCase(Locale.ROOT).endsWith("Z");
    }

    /** Says which property became what is at a pointer; gives that entry. */
    ObjectNode note(String pointer, String propertyName) {
        if (converted == null) {
            converted = Json.object();
        }
        return converted.path(pointer) instanceof ObjectNode o
                ? o
                : converted
                        .putObject(pointer)
                        .put("@type", "ICalProperty")
                        .put("name", propertyName.toLowerCase(Locale.ROOT));
    }

    boolean has(String pointer) {
        return converted != null && converted.has(pointer);
    }

    /**
     * Writes what is left, after everything else was converted.
     *
     * @param always whether the object says which component it was even if nothing is left
     * @param unconverted the components that became nothing else
     */
    void finish(boolean always, List<Component> unconverted) {
        ArrayNode properties = null;
        for (Property p : from.properties) {
            if (!p.isTaken()) {
                properties = properties == null ? Json.array() : properties;
                properties.add(JCal.of(p));
            }
        }
        if (!always && properties == null && unconverted.isEmpty() && converted == null) {
            return;
        }
        ObjectNode kept = json.putObject("iCalendar").put("@type", "ICalComponent");
        kept.put("name", from.name.toLowerCase(Locale.ROOT));
        if (converted != null) {
            kept.set("convertedProperties", converted);
        }
        if (properties != null) {
            kept.set("properties", properties);
        }
        if (!unconverted.isEmpty()) {
            ArrayNode components = kept.putArray("components");
            unconverted.forEach(c -> components.add(JCal.of(c)));
        }
    }
}
