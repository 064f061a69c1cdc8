package app.linden.ui.palette;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;

/** Draws keys as caps: "Ctrl+K". */
final class Keys {
    private Keys() {}

    static HBox of(String keys) {
        HBox box = new HBox();
        box.getStyleClass().add("keys");
        box.setMinWidth(Region.USE_PREF_SIZE);
        for (String key : List.of(keys.split("\\+"))) {
            Label cap = new Label(key);
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(cap);
        }
        return box;
    }
}
