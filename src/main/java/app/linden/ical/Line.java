package app.linden.ical;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One property on its way out: its name, parameters (RFC 5545, 3.2 and RFC 6868) and value, encoded
 * so that nothing in them can end the line or begin another part of it.
 */
final class Line {
    private final StringBuilder text = new StringBuilder(80);
    private final Set<String> parameters = new HashSet<>();
    private @Nullable JsonNode kept;

    Line(String name) {
        text.append(name(name));
    }

    /**
     * A name that can stand in a line: of letters, digits and hyphens; BEGIN and END only begin.
     */
    static String name(String name) {
        StringBuilder safe = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || c == '-';
            safe.append(allowed ? c : '-');
        }
        String upper = safe.toString().toUpperCase(Locale.ROOT);
        boolean taken = upper.isEmpty() || upper.equals("BEGIN") || upper.equals("END");
        return taken ? "X-" + upper : upper;
    }

    /** A parameter; one that stands already or has no value is left out. */
    Line with(String parameter, @Nullable String value) {
        return value == null ? this : with(parameter, List.of(value));
    }

    Line with(String parameter, Collection<String> values) {
        String name = name(parameter);
        if (values.isEmpty() || !parameters.add(name)) {
            return this;
        }
        text.append(';').append(name).append('=');
        String comma = "";
        for (String value : values) {
            text.append(comma);
            parameterValue(value, name.equals("JSPTR"));
            comma = ",";
        }
        return this;
    }

    /** A parameter that must not come among those that were kept. */
    Line without(String parameter) {
        parameters.add(name(parameter));
        return this;
    }

    /** After all others, those of a jCal property (RFC 7265, 3.5) that are not there yet. */
    Line keeping(JsonNode jcalParameters) {
        kept = jcalParameters;
        return this;
    }

    private StringBuilder value() {
        if (kept != null) {
            kept.properties()
                    .forEach(p -> {
                        // These two say how the value is written, which is ours to decide.
                        if (!p.getKey().equalsIgnoreCase("value")
                                && !p.getKey().equalsIgnoreCase("tzid")) {
                            JsonNode value = p.getValue();
                            with(
                                    p.getKey(),
                                    value.isArray()
                                            ? value.valueStream().map(v -> v.asString("")).toList()
                                            : List.of(value.asString("")));
                        }
                    });
        }
        return text.append(':');
    }

    private void parameterValue(String value, boolean always) {
        boolean quoted = always || value.isEmpty();
        for (int i = 0; i < value.length() && !quoted; i++) {
            char c = value.charAt(i);
            quoted = c == ':' || c == ';' || c == ',';
        }
        if (quoted) {
            text.append('"');
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '^' -> text.append("^^");
                case '"' -> text.append("^'");
                case '\n' -> text.append("^n");
                case '\r' -> text.append(isBeforeNewline(value, i) ? "" : "^n");
                default -> text.append(c);
            }
        }
        if (quoted) {
            text.append('"');
        }
    }

    private static boolean isBeforeNewline(String value, int i) {
        return i + 1 < value.length() && value.charAt(i + 1) == '\n';
    }

    /** The value as TEXT (RFC 5545, 3.3.11). */
    Line text(String value) {
        value().append(escaped(value));
        return this;
    }

    /** The value as a list of TEXTs. */
    Line texts(Collection<String> values) {
        value();
        String comma = "";
        for (String value : values) {
            text.append(comma).append(escaped(value));
            comma = ",";
        }
        return this;
    }

    /** A value of any other type, as it is. */
    Line raw(String value) {
        value().append(value);
        return this;
    }

    static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case ';' -> escaped.append("\\;");
                case ',' -> escaped.append("\\,");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append(isBeforeNewline(value, i) ? "" : "\\n");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    StringBuilder content() {
        return text;
    }
}
