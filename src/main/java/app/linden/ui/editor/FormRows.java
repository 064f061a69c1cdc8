package app.linden.ui.editor;

import app.linden.ui.kit.Icons;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/** The rows of the form: an icon at the edge, fields in a column of their own. */
final class FormRows {
    private FormRows() {}

    static HBox row(Feather icon, Node content) {
        return row(Icons.icon(icon), content);
    }

    /** A row that stands in the column of the fields, without an icon. */
    static HBox row(Node content) {
        return row(new Region(), content);
    }

    private static HBox row(Node icon, Node content) {
        StackPane edge = new StackPane(icon);
        edge.getStyleClass().add("form-icon");
        HBox row = new HBox(edge, content);
        row.getStyleClass().add("form-row");
        HBox.setHgrow(content, Priority.ALWAYS);
        return row;
    }

    static VBox column(Node... rows) {
        VBox column = new VBox(rows);
        column.getStyleClass().add("form-column");
        return column;
    }

    /** A label of fixed width and the fields that it names. */
    static HBox named(Label name, Node... fields) {
        name.getStyleClass().add("form-name");
        HBox line = new HBox(name);
        line.getChildren().addAll(fields);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("form-line");
        return line;
    }

    /** A sentence about what is wrong, shown when there is one. */
    static Label fault() {
        Label label = new Label();
        label.getStyleClass().add("form-fault");
        label.setWrapText(true);
        label.managedProperty().bind(label.visibleProperty());
        label.setVisible(false);
        return label;
    }

    static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
