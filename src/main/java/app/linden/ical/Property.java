package app.linden.ical;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A property as it stands in the file, and whether it was converted yet. */
final class Property {
    private final String name;
    private final Map<String, List<String>> parameters;
    private final String value;
    private final int line;
    private boolean taken;

    /**
     * A property.
     *
     * @param name in upper case
     * @param parameters by name in upper case
     * @param value unfolded, not unescaped
     */
    Property(String name, Map<String, List<String>> parameters, String value, int line) {
        this.name = name;
        this.parameters = parameters;
        this.value = value;
        this.line = line;
    }

    String name() {
        return name;
    }

    Map<String, List<String>> parameters() {
        return parameters;
    }

    String value() {
        return value;
    }

    int line() {
        return line;
    }

    /** The object holds it now, so that it need not be kept besides. */
    void take() {
        taken = true;
    }

    boolean isTaken() {
        return taken;
    }

    /** The value of a parameter; one that holds commas without quotes is put together again. */
    @Nullable String parameter(String parameter) {
        List<String> values = parameters.get(parameter);
        if (values == null || values.isEmpty()) {
            return null;
        }
        return values.size() == 1 ? values.getFirst() : String.join(",", values);
    }

    boolean says(String parameter, String is) {
        String given = parameter(parameter);
        return given != null && given.equalsIgnoreCase(is);
    }

    /** Whether another property of the component holds the truth (RFC 9073, 5.3). */
    boolean isDerived() {
        return says("DERIVED", "TRUE");
    }

    /** The value as text, unescaped. */
    String text() {
        return value.indexOf('\\') < 0 ? value : VObjectPropertyValues.unescape(value);
    }

    /** The value as a list of texts. */
    List<String> texts() {
        return VObjectPropertyValues.parseList(value);
    }

    /** The value as a word of a standard: trimmed, in lower case. */
    String word() {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
