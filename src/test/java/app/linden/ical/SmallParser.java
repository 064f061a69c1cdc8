package app.linden.ical;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A parser of iCalendar of the tests' own, which shares nothing with the reader: strict, no line
 * without a colon, no component that does not end.
 */
final class SmallParser {
    /** A component with what is in it, names in upper case. */
    record Part(String name, List<Prop> props, List<Part> parts) {
        List<Prop> all(String property) {
            return props.stream().filter(p -> p.name().equals(property)).toList();
        }

        String value(String property) {
            return all(property).isEmpty() ? "" : all(property).getFirst().value();
        }

        List<Part> parts(String component) {
            return parts.stream().filter(p -> p.name().equals(component)).toList();
        }
    }

    /** A property; parameter values are decoded (RFC 6868), the value is as it stands. */
    record Prop(String name, Map<String, List<String>> params, String value) {
        String param(String parameter) {
            return String.join(",", params.getOrDefault(parameter, List.of()));
        }
    }

    private SmallParser() {}

    static List<Part> parse(byte[] bytes) {
        Part root = new Part("", new ArrayList<>(), new ArrayList<>());
        Deque<Part> open = new ArrayDeque<>(List.of(root));
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
        for (String line : text.replaceAll("\r?\n[ \t]", "").split("\r?\n")) {
            if (line.isBlank()) {
                continue;
            }
            Prop prop = prop(line);
            if (prop.name().equals("BEGIN")) {
                Part part =
                        new Part(
                                prop.value().toUpperCase(Locale.ROOT),
                                new ArrayList<>(),
                                new ArrayList<>());
                open.element().parts().add(part);
                open.push(part);
            } else if (prop.name().equals("END")) {
                if (!open.pop().name().equalsIgnoreCase(prop.value())) {
                    throw new IllegalArgumentException("ends what did not begin: " + line);
                }
            } else {
                open.element().props().add(prop);
            }
        }
        if (open.size() != 1) {
            throw new IllegalArgumentException("does not end: " + open.element().name());
        }
        return root.parts();
    }

    static Prop prop(String line) {
        int at = 0;
        while (at < line.length() && ";:".indexOf(line.charAt(at)) < 0) {
            at++;
        }
        String name = line.substring(0, at).toUpperCase(Locale.ROOT);
        Map<String, List<String>> params = new TreeMap<>();
        while (at < line.length() && line.charAt(at) == ';') {
            int equals = line.indexOf('=', at);
            String param = line.substring(at + 1, equals).toUpperCase(Locale.ROOT);
            List<String> values = params.computeIfAbsent(param, p -> new ArrayList<>());
            at = equals;
            do {
                int from = ++at;
                boolean quoted = false;
                while (at < line.length() && (quoted || ",;:".indexOf(line.charAt(at)) < 0)) {
                    quoted ^= line.charAt(at++) == '"';
                }
                String value = line.substring(from, at).replace("\"", "");
                values.add(value.replace("^n", "\n").replace("^'", "\"").replace("^^", "^"));
            } while (at < line.length() && line.charAt(at) == ',');
        }
        if (at >= line.length() || name.isEmpty()) {
            throw new IllegalArgumentException("not a content line: " + line);
        }
        return new Prop(name, params, line.substring(at + 1));
    }

    /** TEXT as it is meant. */
    static String text(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char next = value.charAt(++i);
                text.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
