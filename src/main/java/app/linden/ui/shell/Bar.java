package app.linden.ui.shell;

import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Texts;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The bar on top: where in time one is, how one looks at it, and how sync stands. */
final class Bar extends HBox {
    /** What the bar's buttons do. */
    interface Actions {
        void today();

        void page(int pages);

        void look(Mode mode);

        /** Opens the form of a new event. */
        void create();

        /** Asks for a new event in words. */
        void quickAdd();

        void search();

        void toggleSidebar();
    }

    static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Label title = new Label();
    private final Map<Mode, ToggleButton> modes = new EnumMap<>(Mode.class);

    Bar(Actions actions, Node sync, Node menu) {
        getStyleClass().add("bar");
        Button today = new Button(Texts.text("bar.today"));
        today.setTooltip(new Tooltip(Texts.text("bar.today.tip")));
        today.setOnAction(e -> actions.today());
        title.getStyleClass().add("bar-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button create = new Button(Texts.text("bar.new"), Icons.icon(Feather.PLUS));
        create.getStyleClass().add("accent");
        create.setTooltip(new Tooltip(Texts.text("bar.new.tip")));
        create.setOnAction(e -> actions.quickAdd());
        create.setAccessibleText(Texts.text("bar.new.tip"));
        for (Region fixed : new Region[] {today, create}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren()
                .addAll(
                        Icons.button(
                                Feather.SIDEBAR, Texts.text("bar.sidebar"), actions::toggleSidebar),
                        today,
                        Icons.button(
                                Feather.CHEVRON_LEFT,
                                Texts.text("bar.back"),
                                () -> actions.page(-1)),
                        Icons.button(
                                Feather.CHEVRON_RIGHT,
                                Texts.text("bar.forward"),
                                () -> actions.page(1)),
                        title,
                        space,
                        sync,
                        Icons.button(Feather.SEARCH, Texts.text("bar.search"), actions::search),
                        modes(actions),
                        create,
                        menu);
        new BarRoom(this, title, sync, create);
    }

    private HBox modes(Actions actions) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("bar-modes");
        List<Mode> shown = Arrays.stream(Mode.values()).filter(m -> m.inBar() == m).toList();
        for (Mode mode : shown) {
            ToggleButton button = new ToggleButton(Texts.text("bar." + mode.word()));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass()
                    .add(
                            mode == shown.getFirst()
                                    ? "left-pill"
                                    : mode == shown.getLast() ? "right-pill" : "center-pill");
            button.setOnAction(e -> actions.look(mode));
            modes.put(mode, button);
            box.getChildren().add(button);
        }
        // One is always chosen: clicking it again does not take it away.
        group.selectedToggleProperty()
                .addListener((o, before, after) -> {
                    if (after == null && before instanceof Toggle t) {
                        t.setSelected(true);
                    }
                });
        return box;
    }

    void show(Mode mode, String text) {
        title.setText(text);
        ToggleButton button = modes.get(mode.inBar());
        if (button != null) {
            button.setSelected(true);
        }
    }
}
