package app.linden.ui.settings;

import app.linden.ui.kit.Texts;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows of the settings: what it is at the left, the choice at the right. */
final class Rows extends GridPane {
    private static final double NAMES = 190;
    private int row;

    Rows() {
        getStyleClass().add("settings-rows");
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints choices = new ColumnConstraints();
        choices.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, choices);
    }

    void section(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("settings-section");
        add(label, 0, row++, 2, 1);
    }

    /** One of some values; null is one of them where the list holds it. */
    <T extends @Nullable Object> ComboBox<T> choice(
            String key, List<T> values, T now, Function<T, String> words, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return words.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        return now;
                    }
                });
        box.setValue(now);
        box.valueProperty().addListener((o, was, is) -> chosen.accept(is));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(12);
        add(key, box);
        return box;
    }

    void add(String key, Node control) {
        Label label = new Label(Texts.text(key));
        label.setLabelFor(control);
        control.setId(key.replace('.', '-'));
        GridPane.setValignment(label, VPos.CENTER);
        addRow(row++, label, control);
    }

    /** Yes or no, with a line beneath that says more, null for none. */
    CheckBox check(String key, @Nullable String why, boolean now, Consumer<Boolean> chosen) {
        CheckBox box = new CheckBox(Texts.text(key));
        box.setId(key.replace('.', '-'));
        box.setSelected(now);
        box.selectedProperty().addListener((o, was, is) -> chosen.accept(is));
        add(box, 0, row++, 2, 1);
        if (why != null) {
            say(Texts.text(why));
        }
        return box;
    }

    /** What stands below the line above. */
    void beneath(Node control) {
        GridPane.setMargin(control, new Insets(0, 0, 0, 28));
        add(control, 0, row++, 2, 1);
    }

    Label say(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("settings-why");
        add(label, 0, row++, 2, 1);
        return label;
    }
}
