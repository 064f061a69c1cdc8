package app.linden.ui.share;

import app.linden.model.Role;
import app.linden.ui.kit.Icons;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Consumer;

/** Shows a role and, pressed, the others with what each means. */
final class RoleButton extends Button {
    private final ContextMenu menu = new ContextMenu();

    RoleButton(String name, Role shown, List<Role> roles, Consumer<Role> chosen) {
        super(RoleWords.of(shown), Icons.icon(Feather.CHEVRON_DOWN));
        setContentDisplay(ContentDisplay.RIGHT);
        setAccessibleText(name + ": " + RoleWords.of(shown));
        getStyleClass().addAll("flat", "role-button");
        setMinWidth(Region.USE_PREF_SIZE);
        menu.getStyleClass().add("role-menu");
        for (Role role : roles) {
            Label title = new Label(RoleWords.of(role));
            title.getStyleClass().add("role-name");
            Label why = new Label(RoleWords.meaning(role));
            why.getStyleClass().add("role-why");
            CustomMenuItem item = new CustomMenuItem(new VBox(title, why));
            if (role == shown) {
                item.getStyleClass().add("role-chosen");
            }
            item.setOnAction(e -> chosen.accept(role));
            menu.getItems().add(item);
        }
        setOnAction(e -> open());
    }

    ContextMenu menu() {
        return menu;
    }

    private void open() {
        // Colours are looked up before the menu is shown and takes the theme of its owner.
        menu.getScene().setUserAgentStylesheet(getScene().getUserAgentStylesheet());
        menu.show(this, Side.BOTTOM, 0, 0);
    }
}
