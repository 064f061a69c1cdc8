package app.linden.ui.sidebar;

import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.Tint;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.TilePane;
import javafx.scene.shape.Circle;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Twelve colours that go well together, to choose one from. */
final class Palette extends TilePane {
    /** As {@code #rrggbb}; kept in calendars, so other programs show the same. */
    static final List<String> COLORS =
            List.of(
                    "#c93c3c", "#d9822b", "#b8901f", "#6a9a2d", "#2f9e63", "#1f9a94", "#2f8fce",
                    "#3b6fd4", "#6a5acd", "#9a4fc0", "#c2487e", "#7a6a5c");

    private static final double RADIUS = 9;

    Palette(Look look, String present, Consumer<String> chosen) {
        getStyleClass().add("palette");
        // A menu is a window of its own and does not know the sheets of the node that it hangs on.
        getStylesheets().add(Look.sheet("sidebar.css"));
        setPrefColumns(6);
        ToggleGroup group = new ToggleGroup();
        for (String color : COLORS) {
            Circle disc = new Circle(RADIUS, Tint.of(color, look.dark().get()).accent());
            ToggleButton button = new ToggleButton(null, disc);
            button.getStyleClass().add("palette-color");
            button.setAccessibleText(Texts.text("sidebar.color-number", COLORS.indexOf(color) + 1));
            button.setSelected(color.equals(present.toLowerCase(Locale.ROOT)));
            button.setToggleGroup(group);
            button.setOnAction(e -> {
                button.setSelected(true);
                chosen.accept(color);
            });
            getChildren().add(button);
        }
    }
}
