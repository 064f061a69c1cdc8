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
    final List<Component> components = new ArrayList<>(2);

    Component(String name, int line) {
        this.name = name;
        this.line = line;
    }

    /** The first property of that name. */
    @Nullable Property first(String propertyName) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).name().equals(propertyName)) {
                return properties.get(i);
            }
        }
        return null;
    }

    List<Property> all(String propertyName) {
        List<Property> found = List.of();
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).name().equals(propertyName)) {
                found = found.isEmpty() ? new ArrayList<>(4) : found;
                found.add(properties.get(i));
            }
        }
        return found;
    }

    List<Component> inner(String componentName) {
        return components.stream().filter(c -> c.name.equals(componentName)).toList();
    }

    /** The text of the first property of that name, null when there is none or it is blank. */
    @Nullable String text(String propertyName) {
        Property p = first(propertyName);
        return p == null || p.value().isBlank() ? null : p.text();
    }

    /** About how many characters it takes, to know cheaply what is far from every limit. */
    long size() {
        long size = 0;
        for (Property p : properties) {
            size += 100L + p.value().length() + 100L * p.parameters().size();
            for (List<String> values : p.parameters().values()) {
                for (String value : values) {
                    size += value.length();
                }
            }
        }
        for (Component c : components) {
            size += 200 + c.size();
        }
        return size;
    }
}
