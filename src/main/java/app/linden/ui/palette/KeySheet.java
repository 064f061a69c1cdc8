package app.linden.ui.palette;

import app.linden.ui.kit.Look;
import app.linden.ui.kit.Overlay;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All keys of the window on one sheet, in two columns. Lives on JavaFX's thread. */
public final class KeySheet extends VBox {
    private final Overlay overlay;
    private final Supplier<List<Command>> commands;
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final ScrollPane scroll;

    /**
     * A sheet that is not yet open.
     *
     * @param commands asked at each opening; those without keys are left out
     */
    public KeySheet(Overlay overlay, Supplier<List<Command>> commands) {
        this.overlay = overlay;
        this.commands = commands;
        getStyleClass().add("key-sheet");
        getStylesheets().add(Look.sheet("palette.css"));
        Label title = new Label(Texts.text("keys.title"));
        title.getStyleClass().add("key-sheet-title");
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("key-columns");
        for (VBox column : List.of(left, right)) {
            column.getStyleClass().add("key-column");
            HBox.setHgrow(column, Priority.ALWAYS);
        }
        scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("key-scroll", "edge-to-edge");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().setAll(title, scroll);
    }

    /** Opens the sheet, or closes it when it is open. */
    public void toggle() {
        if (overlay.shows(this)) {
            overlay.hide();
            return;
        }
        Map<String, List<Command>> groups = new LinkedHashMap<>();
        for (Command c : commands.get()) {
            if (!c.keys().isEmpty()) {
                groups.computeIfAbsent(c.group(), g -> new ArrayList<>()).add(c);
            }
        }
        left.getChildren().clear();
        right.getChildren().clear();
        int longer = 0;
        for (Map.Entry<String, List<Command>> group : groups.entrySet()) {
            // Into the column that is shorter so far.
            int lines = group.getValue().size() + 2;
            boolean toLeft = longer <= 0;
            VBox column = toLeft ? left : right;
            column.getChildren().add(group(group.getKey(), group.getValue()));
            longer += toLeft ? lines : -lines;
        }
        overlay.show(this, scroll);
    }

    private static VBox group(String name, List<Command> commands) {
        Label head = new Label(name);
        head.getStyleClass().add("key-group");
        VBox box = new VBox(head);
        box.getStyleClass().add("key-lines");
        for (Command command : commands) {
            Label text = new Label(command.name());
            text.setMinWidth(0);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox line = new HBox(text, space, Keys.of(command.keys()));
            line.getStyleClass().add("key-line");
            box.getChildren().add(line);
        }
        return box;
    }
}
