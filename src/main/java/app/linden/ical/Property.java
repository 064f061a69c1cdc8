package app.linden.ical;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A property as it stands in the file.
 *
 * @param name in upper case
 * @param parameters by name in upper case
 * @param value unfolded, not unescaped
 */
record Property(String name, Map<String, List<String>> parameters, String value, int line) {
    /** The value of a parameter; one that holds commas without quotes is put together again. */
    @Nullable String parameter(String parameter) {
        List<String> values = parameters.get(parameter);
        return values == null || values.isEmpty() ? null : String.join(",", values);
    }

    boolean says(String parameter, String value) {
        String is = parameter(parameter);
        return is != null && is.equalsIgnoreCase(value);
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
