package app.linden.ical;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** jCal (RFC 7265) as iCalendar: what was kept goes out as it came in. */
final class JcalText {
    private static final int DEEPEST = 50;
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}:\\d{2}Z?)?");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}:\\d{2}Z?");
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:\\d{2}(?::\\d{2})?");

    private static final Set<String> UNESCAPED =
            Set.of(
                    "binary",
                    "boolean",
                    "cal-address",
                    "date",
                    "date-time",
                    "duration",
                    "float",
                    "integer",
                    "period",
                    "recur",
                    "time",
                    "unknown",
                    "uri",
                    "utc-offset",
                    "uid",
                    "xml-reference");

    private JcalText() {}

    /** Writes a component with all that is in it. */
    static void write(JsonNode component, ContentLines out, int depth) throws IOException {
        if (!component.isArray() || depth > DEEPEST) {
            return;
        }
        String name = Line.name(component.path(0).asString(""));
        out.write("BEGIN:" + name);
        for (JsonNode property : component.path(1)) {
            if (property.isArray()) {
                out.write(line(property).content());
            }
        }
        for (JsonNode inner : component.path(2)) {
            write(inner, out, depth + 1);
        }
        out.write("END:" + name);
    }

    /** A property: name, parameters, type and one or more values. */
    static Line line(JsonNode property) {
        String name = Line.name(property.path(0).asString(""));
        String type = property.path(2).asString("unknown").toLowerCase(Locale.ROOT);
        Line line = new Line(name);
        property.path(1)
                .properties()
                .forEach(p -> {
                    JsonNode value = p.getValue();
                    // A value that is not of the type that it claims to have is of an unknown one.
                    if (!p.getKey().equalsIgnoreCase("value") || type.equals("unknown")) {
                        line.with(
                                p.getKey(),
                                value.isArray() ? strings(value) : List.of(string(value)));
                    }
                });
        if (!type.equals("unknown") && !type.equals(ValueTypes.usual(name))) {
            line.with("VALUE", Line.name(type));
        }
        return line.raw(String.join(",", values(property)));
    }

    /** The values of a property as they stand in a line. */
    static List<String> values(JsonNode property) {
        String type = property.path(2).asString("unknown").toLowerCase(Locale.ROOT);
        List<String> values = new ArrayList<>();
        for (int i = 3; i < property.size(); i++) {
            values.add(value(property.path(i), type));
        }
        return values;
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JcalText::string).toList();
    }

    private static String string(JsonNode value) {
        return value.isValueNode() ? value.asString("") : value.toString();
    }

    private static String value(JsonNode value, String type) {
        if (value.isObject() && type.equals("recur")) {
            return rule(value);
        }
        if (value.isArray()) {
            // A structured value (RFC 7265, 3.4.1.3), or the two parts of a period.
            String between = type.equals("period") ? "/" : ";";
            return value.valueStream()
                    .map(v -> value(v, type))
                    .collect(Collectors.joining(between));
        }
        String text = string(value);
        if (!UNESCAPED.contains(type)) {
            return Line.escaped(text);
        }
        return switch (type) {
            case "boolean" -> text.toUpperCase(Locale.ROOT);
            case "date", "date-time", "time", "utc-offset", "period" -> compact(text);
            default -> text;
        };
    }

    /** jCal writes dates and times in the extended form of ISO 8601, iCalendar in the basic one. */
    private static String compact(String text) {
        String[] parts = text.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            if (DATE.matcher(parts[i]).matches() || TIME.matcher(parts[i]).matches()) {
                parts[i] = parts[i].replace("-", "").replace(":", "");
            } else if (OFFSET.matcher(parts[i]).matches()) {
                parts[i] = parts[i].replace(":", "");
            }
        }
        return String.join("/", parts);
    }

    private static String rule(JsonNode parts) {
        List<String> texts = new ArrayList<>();
        parts.properties()
                .forEach(p -> {
                    JsonNode v = p.getValue();
                    String value = v.isArray() ? String.join(",", strings(v)) : string(v);
                    String key = Line.name(p.getKey());
                    texts.add(key + "=" + (key.equals("UNTIL") ? compact(value) : value));
                });
        return String.join(";", texts);
    }
}
