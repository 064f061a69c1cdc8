package app.linden.ui.kit;

import javafx.scene.control.Label;

import java.util.List;
import java.util.Locale;

/** A round sign for a person: their initials on a colour that is always the same for them. */
public final class Face extends Label {
    private static final List<String> COLORS =
            List.of("#2f7d55", "#3561b8", "#a83f6c", "#9a5b13", "#6a4fb0", "#1f7480", "#8a4b3c");

    /**
     * @param id decides the colour where there is no name
     */
    public Face(String id, String name) {
        super(Initials.of(name, "?"));
        // By name, since a person has another id in each list.
        String known = name.isBlank() ? id : name.strip().toLowerCase(Locale.ROOT);
        getStyleClass().add("face");
        setStyle(
                "-fx-background-color: "
                        + COLORS.get(Math.floorMod(known.hashCode(), COLORS.size())));
        setAccessibleText("");
    }
}
