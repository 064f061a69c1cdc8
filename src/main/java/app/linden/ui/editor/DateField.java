package app.linden.ui.editor;

import app.linden.ui.kit.CardPopup;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.MiniMonth;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/** A date, typed in any usual way, taken from a small month, or moved by Up and Down. */
final class DateField extends TextField {
    private final Consumer<LocalDate> changed;
    private final MiniMonth month = new MiniMonth(this::accept).withoutFocus();
    private final CardPopup popup;
    private LocalDate day = LocalDate.EPOCH;
    private @Nullable String fault;

    DateField(Look look, Consumer<LocalDate> changed) {
        this.changed = changed;
        getStyleClass().add("date-field");
        month.getStyleClass().add("date-field-month");
        popup = new CardPopup(look, month, "editor.css").withoutFocus();
        setOnMouseClicked(e -> open());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty()
                .addListener((o, was, is) -> {
                    if (!is) {
                        popup.hide();
                        commit();
                    }
                });
    }

    /** Shows a day; what is being typed stays. */
    void show(LocalDate next) {
        if (!isFocused() || Objects.equals(getText(), words(day))) {
            put(next);
        }
    }

    private void put(LocalDate next) {
        day = next;
        fault = null;
        setText(words(next));
    }

    private static String words(LocalDate day) {
        return Dates.shortName(day.getDayOfWeek()) + ", " + Dates.date(day);
    }

    /** Why the text is no date, null when it is one. */
    @Nullable String fault() {
        return fault;
    }

    /** Takes over what was typed. */
    void commit() {
        String typed = getText();
        if (fault == null && Objects.equals(typed, words(day))) {
            return;
        }
        DateText read = DateText.read(typed, day, Locale.getDefault());
        LocalDate next = read.day();
        if (next == null) {
            fault = read.fault();
            changed.accept(day);
        } else {
            accept(next);
        }
    }

    private void accept(LocalDate next) {
        popup.hide();
        put(next);
        changed.accept(next);
        selectAll();
    }

    private void open() {
        if (!popup.isShowing() && !isDisabled() && isEditable()) {
            selectAll();
            month.select(day);
            popup.showBeneath(this);
        }
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case UP, DOWN -> {
                commit();
                if (fault == null) {
                    accept(day.plusDays(e.getCode() == javafx.scene.input.KeyCode.UP ? 1 : -1));
                }
                e.consume();
            }
            case ESCAPE -> {
                if (popup.isShowing()) {
                    popup.hide();
                    e.consume();
                }
            }
            default -> {}
        }
    }
}
