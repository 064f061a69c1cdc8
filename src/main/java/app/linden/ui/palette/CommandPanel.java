package app.linden.ui.palette;

import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Overlay;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A field over the window in which everything that the window can do is found by name: Up and Down
 * go through it, Enter does it, Esc closes. Lives on JavaFX's thread.
 */
public final class CommandPanel extends VBox {
    private static final double ROW = 36;
    private static final int ROWS = 11;

    private final Overlay overlay;
    private final Supplier<List<Command>> commands;
    private final Function<String, Optional<Command>> typedCommand;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final Label none = new Label();
    private List<Command> all = List.of();

    /**
     * A panel that is not yet open.
     *
     * @param commands asked at each opening
     * @param typedCommand what a text means that names no command, such as a date
     */
    public CommandPanel(
            Overlay overlay,
            Supplier<List<Command>> commands,
            Function<String, Optional<Command>> typedCommand) {
        this.overlay = overlay;
        this.commands = commands;
        this.typedCommand = typedCommand;
        getStyleClass().add("palette");
        getStylesheets().add(Look.sheet("palette.css"));
        field.getStyleClass().add("palette-field");
        field.setPromptText(Texts.text("palette.prompt"));
        field.setAccessibleText(Texts.text("palette.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = new HBox(Icons.icon(Feather.COMMAND), field);
        head.getStyleClass().add("overlay-head");
        list.getStyleClass().add("palette-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(v -> new Row());
        none.getStyleClass().add("overlay-told");
        none.setWrapText(true);
        getChildren().setAll(head, list, none);
        field.textProperty().addListener((o, was, is) -> fill(is));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public void open() {
        all = commands.get();
        field.clear();
        fill("");
        overlay.show(this, field);
    }

    private void fill(String typed) {
        List<Command> found = new ArrayList<>(Matching.of(all, typed));
        typedCommand.apply(typed).ifPresent(c -> found.add(0, c));
        list.getItems().setAll(found);
        list.setPrefHeight(Math.min(ROWS, found.size()) * ROW + 8);
        show(list, !found.isEmpty());
        none.setText(Texts.text("palette.none", typed.strip()));
        show(none, found.isEmpty());
        list.getSelectionModel().select(0);
        list.scrollTo(0);
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void key(KeyEvent e) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (e.getCode()) {
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case PAGE_DOWN -> select(at + ROWS - 1);
            case PAGE_UP -> select(at - ROWS + 1);
            case ENTER -> run(list.getSelectionModel().getSelectedItem());
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void select(int index) {
        if (!list.getItems().isEmpty()) {
            int at = Math.clamp(index, 0, list.getItems().size() - 1);
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - ROWS / 2));
        }
    }

    private void run(@org.jspecify.annotations.Nullable Command command) {
        if (command != null) {
            overlay.hide();
            command.act().run();
        }
    }

    private final class Row extends ListCell<Command> {
        Row() {
            getStyleClass().add("palette-cell");
            setPrefWidth(0);
            setOnMouseClicked(e -> run(getItem()));
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            boolean none = empty || command == null;
            setGraphic(none ? null : row(command));
            setAccessibleText(none ? null : command.name() + " " + command.keys());
        }

        private static HBox row(Command command) {
            Label group = new Label(command.group());
            group.getStyleClass().add("palette-group");
            group.setMinWidth(USE_PREF_SIZE);
            Label name = new Label(command.name());
            name.getStyleClass().add("palette-name");
            name.setMinWidth(0);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox row = new HBox(name, group, space);
            if (!command.keys().isEmpty()) {
                row.getChildren().add(Keys.of(command.keys()));
            }
            row.getStyleClass().add("palette-row");
            return row;
        }
    }
}
