package app.linden.ical;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps what JSCalendar has no place for, in the form of jCal (RFC 7265, 3.4; conversion draft,
 * 5.1.1), so that it goes out again as it came in.
 */
final class Leftovers {
    /** Of RFC 5545 and others, with a value of type text; all other unknown values stay raw. */
    private static final Set<String> TEXTS =
            Set.of(
                    "ACTION",
                    "COMMENT",
                    "CONTACT",
                    "DESCRIPTION",
                    "LOCATION",
                    "RELATED-TO",
                    "REQUEST-STATUS",
                    "RESOURCES",
                    "STATUS",
                    "SUMMARY",
                    "TRANSP",
                    "UID",
                    "CLASS",
                    "COLOR");

    private Leftovers() {}

    static void keep(Component component, ObjectNode object, Set<String> used) {
        ArrayNode properties = app.linden.model.Json.array();
        for (Property p : component.properties) {
            if (!used.contains(p.name())) {
                properties.add(jcal(p));
            }
        }
        ArrayNode components = app.linden.model.Json.array();
        for (Component inner : component.components) {
            if (!inner.name.equals("VALARM")) {
                components.add(jcal(inner));
            }
        }
        if (properties.isEmpty() && components.isEmpty()) {
            return;
        }
        ObjectNode kept = object.putObject("iCalendar").put("@type", "ICalComponent");
        kept.put("name", component.name.toLowerCase(Locale.ROOT));
        if (!properties.isEmpty()) {
            kept.set("properties", properties);
        }
        if (!components.isEmpty()) {
            kept.set("components", components);
        }
    }

    private static ArrayNode jcal(Component component) {
        ArrayNode form = app.linden.model.Json.array();
        form.add(component.name.toLowerCase(Locale.ROOT));
        ArrayNode properties = form.addArray();
        component.properties.forEach(p -> properties.add(jcal(p)));
        ArrayNode components = form.addArray();
        component.components.forEach(c -> components.add(jcal(c)));
        return form;
    }

    private static ArrayNode jcal(Property p) {
        ArrayNode form = app.linden.model.Json.array();
        form.add(p.name().toLowerCase(Locale.ROOT));
        ObjectNode parameters = form.addObject();
        for (Map.Entry<String, List<String>> e : new TreeMap<>(p.parameters()).entrySet()) {
            if (e.getKey().equals("VALUE")) {
                continue;
            }
            String name = e.getKey().toLowerCase(Locale.ROOT);
            if (e.getValue().size() == 1) {
                parameters.put(name, e.getValue().getFirst());
            } else {
                ArrayNode values = parameters.putArray(name);
                e.getValue().forEach(values::add);
            }
        }
        String type = p.parameter("VALUE");
        boolean isText = type == null ? TEXTS.contains(p.name()) : type.equalsIgnoreCase("TEXT");
        form.add(isText ? "text" : type == null ? "unknown" : type.toLowerCase(Locale.ROOT));
        form.add(isText ? p.text() : p.value());
        return form;
    }
}
