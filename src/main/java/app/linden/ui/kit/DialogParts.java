package app.linden.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the dialogs that ask for a few lines and then wait are made of. Styled by start.css. */
public final class DialogParts {
    private DialogParts() {}

    /** A field below its name. */
    public static VBox field(String name, Node field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.getStyleClass().add("start-label");
        VBox box = new VBox(label, field);
        box.getStyleClass().add("start-field");
        return box;
    }

    /** A sentence on as many rows as it needs; without words it takes no room. */
    public static Label sentence(String style, String words) {
        Label label = new Label();
        label.setId(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        label.managedProperty().bind(label.visibleProperty());
        say(label, words);
        return label;
    }

    /** New words for a {@link #sentence}. */
    public static void say(Label sentence, String words) {
        sentence.setText(words);
        sentence.setVisible(!words.isEmpty());
    }

    /** What goes on at the left, cancel and the deed at the right. */
    public static HBox buttons(ProgressIndicator progress, Label working, Button deed) {
        progress.getStyleClass().add("start-progress");
        working.getStyleClass().add("start-working");
        working.setMinWidth(0);
        deed.setDefaultButton(true);
        deed.getStyleClass().add("accent");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = new Button(Texts.text("action.cancel"));
        cancel.setOnAction(e -> cancel.getScene().getWindow().hide());
        HBox bar = new HBox(progress, working, gap, cancel, deed);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("start-buttons");
        return bar;
    }
}
