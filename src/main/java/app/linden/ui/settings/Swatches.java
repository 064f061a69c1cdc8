package app.linden.ui.settings;

import app.linden.ui.kit.Texts;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import java.util.List;
import java.util.function.Consumer;

/** Colours to choose from, the theme's own first. */
final class Swatches extends HBox {
    private static final List<String> COLORS =
            List.of(
                    "", "#2f7d4f", "#0f7b8a", "#5b5bd6", "#8e4ec6", "#c2487e", "#c8492f",
                    "#9a6700");

    Swatches(String now, Consumer<String> chosen) {
        getStyleClass().add("settings-swatches");
        ToggleGroup group = new ToggleGroup();
        for (String color : COLORS) {
            ToggleButton button = new ToggleButton();
            button.getStyleClass().setAll("settings-swatch");
            button.setStyle("-fx-background-color: " + (color.isEmpty() ? "#0969da" : color) + ";");
            button.setAccessibleText(
                    color.isEmpty()
                            ? Texts.text("settings.accent.usual")
                            : Texts.text("settings.accent.color", COLORS.indexOf(color)));
            button.setToggleGroup(group);
            button.setSelected(color.equals(now));
            button.setOnAction(e -> {
                button.setSelected(true);
                chosen.accept(color);
            });
            getChildren().add(button);
        }
    }
}
