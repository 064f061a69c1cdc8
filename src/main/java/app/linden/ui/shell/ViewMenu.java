package app.linden.ui.shell;

import app.linden.ui.kit.Texts;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** All ways to look at the calendar, those that have no button in the bar too. */
final class ViewMenu extends Menu {
    private static final int[] COUNTS = {2, 3, 4, 14};

    ViewMenu(WindowKeys.Actions actions) {
        super(Texts.text("menu.view"));
        for (Mode mode : Mode.values()) {
            if (mode != Mode.DAYS) {
                add(Texts.text("command.go." + mode.word()), () -> actions.look(mode));
            }
        }
        getItems().add(new SeparatorMenuItem());
        for (int count : COUNTS) {
            add(Texts.text("command.go.days", count), () -> actions.days(count));
        }
    }

    private void add(String text, Runnable act) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> act.run());
        getItems().add(item);
    }
}
