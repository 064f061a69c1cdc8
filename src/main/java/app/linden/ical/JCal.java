package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Json;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Components and properties in the form of jCal (RFC 7265, 3.3 to 3.6). A value that is not what
 * its type demands, or whose type nobody defined, is of the type {@code unknown} and stays verbatim
 * (RFC 7265, 5.2).
 */
final class JCal {
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern TIME = Pattern.compile("\\d{8}T\\d{6}Z?");

    private JCal() {}

    static ArrayNode of(Component component) {
        ArrayNode form = Json.array();
        form.add(component.name.toLowerCase(Locale.ROOT));
        ArrayNode properties = form.addArray();
        component.properties.forEach(p -> properties.add(of(p)));
        ArrayNode components = form.addArray();
        component.components.forEach(c -> components.add(of(c)));
        return form;
    }

    static ArrayNode of(Property p) {
        ArrayNode form = Json.array();
        form.add(p.name().toLowerCase(Locale.ROOT));
        ObjectNode parameters = form.addObject();
        for (Map.Entry<String, List<String>> e : new TreeMap<>(p.parameters()).entrySet()) {
            if (!e.getKey().equals("VALUE")) {
                parameter(parameters, e.getKey(), e.getValue());
            }
        }
        String given = p.parameter("VALUE");
        String type =
                given == null ? ValueTypes.usual(p.name()) : given.strip().toLowerCase(Locale.ROOT);
        ArrayNode values = values(p, type);
        if (values.isEmpty()) {
            // With VALUE said and not kept to, the parameter must go out again all the same.
            if (given != null) {
                parameters.put("value", given);
            }
            return form.add("unknown").add(p.value());
        }
        return form.add(type).addAll(values);
    }

    /** Adds a parameter as RFC 7265, 3.5 writes it. */
    static void parameter(ObjectNode to, String name, List<String> values) {
        if (values.size() == 1) {
            to.put(name.toLowerCase(Locale.ROOT), values.getFirst());
        } else {
            ArrayNode list = to.putArray(name.toLowerCase(Locale.ROOT));
            values.forEach(list::add);
        }
    }

    /** The values in the form of their type; empty when they are not of that type. */
    private static ArrayNode values(Property p, String type) {
        ArrayNode values = Json.array();
        String value = p.value();
        switch (type) {
            case "text" -> {
                if (p.name().equals("REQUEST-STATUS")) {
                    ArrayNode parts = values.addArray();
                    VObjectPropertyValues.parseSemiStructured(value).forEach(parts::add);
                } else if (ValueTypes.isList(p.name())) {
                    p.texts().forEach(values::add);
                } else {
                    values.add(p.text());
                }
            }
            case "uri", "cal-address", "binary", "duration", "uid", "xml-reference" ->
                    values.add(value);
            case "integer" -> {
                if (INTEGER.matcher(value).matches()) {
                    values.add(Integer.parseInt(value));
                }
            }
            case "boolean" -> {
                if (value.equals("TRUE") || value.equals("FALSE")) {
                    values.add(value.equals("TRUE"));
                }
            }
            case "date", "date-time" -> times(values, value, type);
            case "recur" -> recur(values, value);
            default -> {}
        }
        return values;
    }

    private static void times(ArrayNode values, String value, String type) {
        Pattern form = type.equals("date") ? DATE : TIME;
        for (String one : value.split(",", -1)) {
            if (!form.matcher(one).matches()) {
                values.removeAll();
                return;
            }
            String date =
                    one.substring(0, 4) + '-' + one.substring(4, 6) + '-' + one.substring(6, 8);
            values.add(
                    type.equals("date")
                            ? date
                            : date
                                    + one.substring(8, 11)
                                    + ':'
                                    + one.substring(11, 13)
                                    + ':'
                                    + one.substring(13));
        }
    }

    /** Null where it is no time, so that the rule is of no known form. */
    private static JsonNode until(String value) {
        ArrayNode time = Json.array();
        times(time, value, value.length() == 8 ? "date" : "date-time");
        return time.path(0).isString() ? time.get(0) : Json.nil();
    }

    private static void recur(ArrayNode values, String value) {
        try {
            ObjectNode rule = Json.object();
            RuleText.parts(value)
                    .forEach((name, part) -> {
                        ArrayNode list = Json.array();
                        for (String one : part.split(",")) {
                            if (INTEGER.matcher(one).matches()) {
                                list.add(Integer.parseInt(one));
                            } else if (name.equals("UNTIL")) {
                                list.add(until(one));
                            } else {
                                list.add(one);
                            }
                        }
                        rule.set(
                                name.toLowerCase(Locale.ROOT),
                                list.size() == 1 ? list.get(0) : list);
                    });
            if (rule.has("freq") && (!rule.has("until") || rule.path("until").isString())) {
                values.add(rule);
            }
        } catch (Problem notOne) {
            values.removeAll();
        }
    }
}
