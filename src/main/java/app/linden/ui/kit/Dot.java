package app.linden.ui.kit;

import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;

/** A small disc in the colour of a calendar. */
public final class Dot extends Region {
    private static final double RADIUS = 20;

    public Dot(String color, boolean dark) {
        getStyleClass().add("dot");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setBackground(
                new Background(
                        new BackgroundFill(
                                Tint.of(color, dark).accent(),
                                new CornerRadii(RADIUS),
                                Insets.EMPTY)));
    }
}
