package app.linden.ui.editor;

import app.linden.model.Calendar;
import app.linden.ui.kit.Dot;
import app.linden.ui.kit.Look;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

import java.util.List;
import java.util.function.Consumer;

/** The choice of a calendar, each with a disc of its colour. */
final class CalendarChoice extends ComboBox<Calendar> {
    CalendarChoice(Look look, List<Calendar> calendars, Consumer<Calendar> chosen) {
        getStyleClass().add("calendar-choice");
        setMaxWidth(Double.MAX_VALUE);
        setVisibleRowCount(12);
        setCellFactory(v -> new Row(look));
        setButtonCell(new Row(look));
        getItems().setAll(calendars);
        valueProperty()
                .addListener((o, was, is) -> {
                    if (is != null) {
                        chosen.accept(is);
                    }
                });
    }

    void show(String calendarId) {
        getItems().stream()
                .filter(c -> c.id().equals(calendarId))
                .findFirst()
                .ifPresent(this::setValue);
    }

    private static final class Row extends ListCell<Calendar> {
        private final Look look;

        Row(Look look) {
            this.look = look;
        }

        @Override
        protected void updateItem(Calendar calendar, boolean empty) {
            super.updateItem(calendar, empty);
            boolean none = empty || calendar == null;
            setText(none ? null : calendar.name());
            setGraphic(none ? null : new Dot(calendar.color(), look.dark().get()));
        }
    }
}
