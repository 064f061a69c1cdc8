package app.linden.ui.shell;

import app.linden.model.Occurrence;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Overlay;
import app.linden.ui.palette.CommandPanel;
import app.linden.ui.palette.KeySheet;
import app.linden.ui.quick.QuickAdd;
import app.linden.ui.search.SearchPanel;

import java.util.function.Consumer;

/** The panels over one window: search, quick add, commands, keys. Lives on JavaFX's thread. */
final class Panels {
    private final Overlay overlay = new Overlay();
    private final SearchPanel search;
    private final QuickAdd quick;
    private final CommandPanel commands;
    private final KeySheet keys;

    /**
     * Panels that are not yet open.
     *
     * @param found gets the event that the person wants to see
     */
    Panels(
            Services services,
            Look look,
            QuickAdd.Actions adding,
            WindowCommands all,
            Consumer<Occurrence> found) {
        search =
                new SearchPanel(services.agenda().search(), services.clock(), look, overlay, found);
        quick = new QuickAdd(services.clock(), look, overlay, adding);
        commands = new CommandPanel(overlay, all::all, all::typed);
        keys = new KeySheet(overlay, all::all);
    }

    Overlay overlay() {
        return overlay;
    }

    void search() {
        search.open();
    }

    void quickAdd() {
        quick.open();
    }

    void commands() {
        commands.open();
    }

    void keys() {
        keys.toggle();
    }
}
