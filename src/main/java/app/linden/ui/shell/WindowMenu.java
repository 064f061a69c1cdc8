package app.linden.ui.shell;

import app.linden.calendar.care.Care;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;
import app.linden.ui.settings.SettingsWindow;
import app.linden.ui.start.AccountsPanel;
import app.linden.ui.start.JoinPanel;
import app.linden.ui.start.ProtectionPanel;
import app.linden.ui.start.SignIn;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Stage;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/** What one needs seldom. */
final class WindowMenu extends MenuButton {
    WindowMenu(
            Stage stage,
            Services services,
            Look look,
            ImportFlow files,
            List<MenuItem> first,
            List<Entry> entries) {
        setGraphic(Icons.icon(Feather.MORE_HORIZONTAL));
        setAccessibleText(Texts.text("menu.name"));
        getStyleClass().addAll("button-icon", "flat", "no-arrow", "window-menu");
        getItems().addAll(first);
        getItems().add(new SeparatorMenuItem());
        for (Entry entry : entries) {
            getItems().add(item(entry.text(), entry.action()));
        }
        if (!entries.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        getItems()
                .addAll(
                        item(
                                Texts.text("menu.sign-in"),
                                () -> new SignIn(services.accounts(), look).show(stage, () -> {})),
                        item(
                                Texts.text("menu.join"),
                                () ->
                                        new JoinPanel(services.accounts(), look)
                                                .show(stage, () -> {})),
                        item(
                                Texts.text("menu.accounts"),
                                () ->
                                        new AccountsPanel(
                                                        services.accounts(),
                                                        services.agenda(),
                                                        services.files(),
                                                        services.clock().getZone(),
                                                        look)
                                                .show(stage)),
                        item(Texts.text("menu.import"), files::choose),
                        item(Texts.text("menu.export"), files::exportAll),
                        item(Texts.text("menu.subscribe"), files::subscribe),
                        item(Texts.text("menu.sync"), services.accounts()::syncNow),
                        new SeparatorMenuItem(),
                        item(
                                Texts.text("menu.protection"),
                                () ->
                                        new ProtectionPanel(services.accounts().protection(), look)
                                                .show(stage)),
                        item(
                                Texts.text("menu.settings"),
                                () ->
                                        new SettingsWindow(
                                                        services.settings(),
                                                        services.agenda(),
                                                        services.desktop(),
                                                        look,
                                                        services.care())
                                                .show(stage)));
        Care care = services.care();
        if (care != null) {
            getItems()
                    .add(
                            item(
                                    Texts.text("menu.diagnostics"),
                                    () ->
                                            new DiagnosticsDialog(
                                                            care.diagnostics(),
                                                            services.files(),
                                                            look)
                                                    .show(stage)));
        }
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }
}
