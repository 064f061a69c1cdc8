package app.linden.ui.share;

import javafx.scene.control.Label;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A round sign for a person: their initials on a colour that is always the same for them. */
final class Face extends Label {
    private static final List<String> COLORS =
            List.of("#2f7d55", "#3561b8", "#a83f6c", "#9a5b13", "#6a4fb0", "#1f7480", "#8a4b3c");

    /**
     * @param id decides the colour
     */
    Face(String id, String name) {
        super(initials(name));
        getStyleClass().add("face");
        setStyle(
                "-fx-background-color: " + COLORS.get(Math.floorMod(id.hashCode(), COLORS.size())));
        setAccessibleText("");
    }

    /** The first letters of the first and the last word. */
    static String initials(String name) {
        List<String> words =
                Stream.of(name.strip().split("[\\s.@_-]+")).filter(w -> !w.isEmpty()).toList();
        Stream<String> taken =
                words.size() < 2 ? words.stream() : Stream.of(words.getFirst(), words.getLast());
        return taken.map(w -> w.substring(0, w.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.getDefault());
    }
}
