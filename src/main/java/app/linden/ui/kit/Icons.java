package app.linden.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons and the buttons that show nothing else. */
public final class Icons {
    private Icons() {}

    public static Node icon(Feather which) {
        return new FontIcon(which);
    }

    /** A flat button with an icon; {@code name} is its tooltip and what a screen reader says. */
    public static Button button(Feather which, String name, Runnable action) {
        Button button = new Button(null, icon(which));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setOnAction(e -> action.run());
        return button;
    }
}
