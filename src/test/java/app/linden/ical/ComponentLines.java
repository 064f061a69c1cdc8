package app.linden.ical;

import app.linden.ical.SmallParser.Part;
import app.linden.ical.SmallParser.Prop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * iCalendar as lines to compare, one for each component and each property with its parameters and
 * value, in which only the order and the folding are lost.
 */
final class ComponentLines {
    private ComponentLines() {}

    static List<String> of(List<Part> parts) {
        List<String> lines = new ArrayList<>();
        parts.forEach(part -> add("", part, lines));
        return lines;
    }

    private static void add(String path, Part part, List<String> lines) {
        String at = path + "/" + part.name();
        lines.add(at);
        part.props().forEach(p -> lines.add(at + " " + line(p)));
        part.parts().forEach(p -> add(at, p, lines));
    }

    private static String line(Prop prop) {
        StringBuilder line = new StringBuilder(prop.name());
        prop.params()
                .forEach((name, values) -> {
                    line.append(';').append(name).append('=');
                    line.append(values.stream().sorted().collect(Collectors.joining(",")));
                });
        String value =
                prop.name().equals("RRULE")
                        ? Arrays.stream(prop.value().split(";"))
                                .sorted()
                                .collect(Collectors.joining(";"))
                        : prop.value();
        return line.append(':').append(value).toString();
    }

    /** What is only in {@code after} with +, what is only in {@code before} with -, in order. */
    static List<String> difference(List<String> before, List<String> after) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        before.forEach(line -> counts.merge(line, -1, Integer::sum));
        after.forEach(line -> counts.merge(line, 1, Integer::sum));
        List<String> lines = new ArrayList<>();
        counts.forEach((line, n) -> {
            for (int i = 0; i < Math.abs(n); i++) {
                lines.add((n > 0 ? "+ " : "- ") + line);
            }
        });
        return lines;
    }
}
