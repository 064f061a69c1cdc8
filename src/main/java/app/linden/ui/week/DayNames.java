package app.linden.ui.week;

import app.linden.layout.TimeGrid;
import app.linden.ui.kit.Dates;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The days of a week by name and number; a click shows the day. */
final class DayNames extends Region {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private final List<Label> names = new ArrayList<>();
    private final List<Button> numbers = new ArrayList<>();
    private TimeGrid grid;

    DayNames(int days, Consumer<LocalDate> showDay) {
        getStyleClass().add("week-names");
        grid = new TimeGrid(LocalDate.EPOCH, days, 0, 1, 1);
        for (int i = 0; i < days; i++) {
            int column = i;
            Label name = new Label();
            name.getStyleClass().add("week-day-name");
            Button number = new Button();
            number.getStyleClass().setAll("button", "week-day-number");
            number.setFocusTraversable(false);
            number.setOnAction(e -> showDay.accept(grid.first().plusDays(column)));
            names.add(name);
            numbers.add(number);
            getChildren().addAll(name, number);
        }
    }

    void show(LocalDate first, LocalDate today) {
        for (int i = 0; i < names.size(); i++) {
            LocalDate day = first.plusDays(i);
            names.get(i).setText(Dates.shortName(day.getDayOfWeek()));
            numbers.get(i).setText(Integer.toString(day.getDayOfMonth()));
            numbers.get(i).setAccessibleText(Dates.longDate(day));
            numbers.get(i).pseudoClassStateChanged(TODAY, day.equals(today));
            names.get(i).pseudoClassStateChanged(TODAY, day.equals(today));
        }
    }

    void setColumns(TimeGrid next) {
        grid = next;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < names.size(); i++) {
            double middle = grid.x(i) + grid.columnWidth(i) / 2;
            Label name = names.get(i);
            double w = Math.ceil(name.prefWidth(-1));
            name.resizeRelocate(Math.round(middle - w / 2), 4, w, 16);
            numbers.get(i).resizeRelocate(Math.round(middle - 15), 20, 30, 30);
        }
    }
}
