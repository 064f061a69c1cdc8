package app.linden.ui.month;

import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Texts;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** A day's square with its number. */
final class DayCell extends Region {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
    private static final PseudoClass WEEKEND = PseudoClass.getPseudoClass("weekend");

    private final Label number = new Label();
    private @Nullable LocalDate day;
    private int spokenOf = -1;

    DayCell() {
        getStyleClass().add("month-day");
        number.getStyleClass().add("month-day-number");
        number.setMouseTransparent(true);
        getChildren().add(number);
    }

    void show(LocalDate next, boolean inMonth, boolean isToday) {
        pseudoClassStateChanged(TODAY, isToday);
        pseudoClassStateChanged(OUTSIDE, !inMonth);
        if (next.equals(day)) {
            return;
        }
        day = next;
        boolean weekend =
                next.getDayOfWeek() == DayOfWeek.SATURDAY
                        || next.getDayOfWeek() == DayOfWeek.SUNDAY;
        pseudoClassStateChanged(WEEKEND, weekend);
        number.setText(
                next.getDayOfMonth() == 1
                        ? Dates.dayAndMonth(next)
                        : Integer.toString(next.getDayOfMonth()));
        spokenOf = -1;
    }

    /** How many events are on it, those included for which there is no room. */
    void count(int events) {
        LocalDate its = day;
        if (its != null && events != spokenOf) {
            spokenOf = events;
            setAccessibleText(Texts.text("day.spoken", Dates.longDate(its), events));
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(22, Math.ceil(number.prefWidth(-1)));
        number.resizeRelocate(4, 3, width, 22);
    }
}
