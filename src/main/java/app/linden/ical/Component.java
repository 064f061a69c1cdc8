package app.linden.ical;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A component as it stands in the file: its name in upper case, properties and components in it.
 */
final class Component {
    final String name;
    final int line;
    final List<Property> properties = new ArrayList<>();
    final List<Component> components = new ArrayList<>();

    Component(String name, int line) {
        this.name = name;
        this.line = line;
    }

    /** The first property of that name. */
    @Nullable Property first(String propertyName) {
        for (Property p : properties) {
            if (p.name().equals(propertyName)) {
                return p;
            }
        }
        return null;
    }

    List<Property> all(String propertyName) {
        return properties.stream().filter(p -> p.name().equals(propertyName)).toList();
    }

    /** The text of the first property of that name, null when there is none or it is blank. */
    @Nullable String text(String propertyName) {
        Property p = first(propertyName);
        return p == null || p.value().isBlank() ? null : p.text();
    }
}
