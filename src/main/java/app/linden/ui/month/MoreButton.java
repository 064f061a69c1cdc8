package app.linden.ui.month;

import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Button;

import java.time.LocalDate;
import java.util.function.Consumer;

/** "+3 more": shows the day. */
final class MoreButton extends Button {
    private LocalDate day = LocalDate.EPOCH;

    MoreButton(Consumer<LocalDate> showDay) {
        getStyleClass().setAll("button", "month-more");
        setFocusTraversable(false);
        setVisible(false);
        setOnAction(e -> showDay.accept(day));
    }

    void show(LocalDate of, int count) {
        day = of;
        setVisible(count > 0);
        if (count > 0) {
            setText(Texts.text("month.more", count));
            setAccessibleText(getText() + ", " + Dates.longDate(of));
        }
    }
}
