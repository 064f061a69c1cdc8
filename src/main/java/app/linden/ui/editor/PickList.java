package app.linden.ui.editor;

import app.linden.ui.kit.CardPopup;
import app.linden.ui.kit.Look;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A list beneath a text field while one is in it: Up and Down go through it, Enter or a click takes
 * one, Esc closes it. Lives on JavaFX's thread.
 */
final class PickList<T> {
    private static final int ROWS = 7;
    private static final double ROW_HEIGHT = 32;

    /** What a list offers for the text of its field. */
    interface Offers<T> {
        List<T> all(String typed);

        /** Which of them the text means, -1 when none. */
        int meant(String typed);
    }

    private final TextField field;
    private final Offers<T> offers;
    private final Consumer<T> taken;
    private final ListView<T> list = new ListView<>();
    private final CardPopup popup;

    PickList(
            TextField field,
            Look look,
            Offers<T> offers,
            Function<T, String> words,
            Consumer<T> taken) {
        this.field = field;
        this.offers = offers;
        this.taken = taken;
        list.setFixedCellSize(ROW_HEIGHT);
        list.setFocusTraversable(false);
        list.getStyleClass().addAll("pick-list", "of-" + field.getStyleClass().getLast());
        list.setCellFactory(v -> new Row(words));
        popup = new CardPopup(look, list, "editor.css").withoutFocus();
        field.focusedProperty()
                .addListener((o, was, is) -> {
                    if (!is) {
                        popup.hide();
                    }
                });
        field.setOnMouseClicked(e -> {
            if (!popup.isShowing()) {
                field.selectAll();
                open();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Text was typed: the list follows. */
    void follow() {
        if (field.isFocused()) {
            if (popup.isShowing()) {
                fill();
            } else {
                open();
            }
        }
    }

    void close() {
        popup.hide();
    }

    /** What is marked in the open list. */
    @Nullable T marked() {
        return popup.isShowing() ? list.getSelectionModel().getSelectedItem() : null;
    }

    private void open() {
        if (popup.isShowing() || field.isDisabled() || !field.isEditable()) {
            return;
        }
        fill();
        if (!list.getItems().isEmpty()) {
            list.setPrefWidth(Math.max(field.getWidth(), list.getMinWidth()));
            popup.showBeneath(field);
            mark(offers.meant(field.getText()));
        }
    }

    private void fill() {
        String typed = field.getText();
        list.getItems().setAll(offers.all(typed));
        list.setPrefHeight(Math.clamp(list.getItems().size(), 1, ROWS) * ROW_HEIGHT + 2);
        if (list.getItems().isEmpty()) {
            popup.hide();
        }
        mark(offers.meant(typed));
    }

    private void mark(int index) {
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - ROWS / 2));
        }
    }

    private void key(KeyEvent e) {
        boolean open = popup.isShowing();
        switch (e.getCode()) {
            case DOWN, UP -> {
                if (open) {
                    int step = e.getCode() == KeyCode.DOWN ? 1 : -1;
                    int at = list.getSelectionModel().getSelectedIndex() + step;
                    mark(Math.clamp(at, 0, list.getItems().size() - 1));
                } else {
                    open();
                }
                e.consume();
            }
            case ENTER -> {
                T item = marked();
                if (item != null && !e.isShortcutDown()) {
                    take(item);
                    e.consume();
                }
            }
            case ESCAPE -> {
                if (open) {
                    popup.hide();
                    e.consume();
                }
            }
            default -> {}
        }
    }

    private void take(T item) {
        popup.hide();
        taken.accept(item);
    }

    private final class Row extends ListCell<T> {
        private final Function<T, String> words;

        Row(Function<T, String> words) {
            this.words = words;
            setOnMousePressed(e -> {
                T item = getItem();
                if (item != null) {
                    take(item);
                }
                e.consume();
            });
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : words.apply(item));
        }
    }
}
