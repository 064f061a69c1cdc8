package app.linden.ui.kit;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A month to look at and to pick a day from, with the mouse or, as one stop of the Tab key, with
 * arrows, Page Up and Down and Enter. Lives on JavaFX's thread.
 */
public final class MiniMonth extends VBox {
    private static final int ROWS = 6;
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other-month");
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first-shown");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last-shown");
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");

    private final Consumer<LocalDate> picked;
    private final Label title = new Label();
    private final GridPane grid = new GridPane();
    private final List<Label> cells = new ArrayList<>();
    private LocalDate today = LocalDate.now(java.time.ZoneId.systemDefault());
    private LocalDate cursor = today;
    private YearMonth month = YearMonth.from(today);
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    public MiniMonth(Consumer<LocalDate> picked) {
        this.picked = picked;
        getStyleClass().add("mini-month");
        title.getStyleClass().add("mini-month-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head =
                new HBox(
                        title,
                        gap,
                        arrow(Feather.CHEVRON_LEFT, "month.previous", -1),
                        arrow(Feather.CHEVRON_RIGHT, "month.next", 1));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("mini-month-head");
        fillGrid();
        grid.setFocusTraversable(true);
        grid.setOnKeyPressed(this::key);
        grid.focusVisibleProperty().addListener(o -> draw());
        getChildren().addAll(head, grid);
        draw();
    }

    private Region arrow(Feather icon, String name, int months) {
        var button = Icons.button(icon, Texts.text(name), () -> turn(months));
        button.setFocusTraversable(false);
        return button;
    }

    private void fillGrid() {
        grid.getStyleClass().add("mini-month-days");
        for (int column = 0; column < 7; column++) {
            ColumnConstraints seventh = new ColumnConstraints();
            seventh.setPercentWidth(100.0 / 7);
            seventh.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(seventh);
            Label name = new Label(Dates.narrowName(Dates.firstDayOfWeek().plus(column)));
            name.getStyleClass().add("mini-month-weekday");
            grid.add(name, column, 0);
        }
        for (int i = 0; i < 7 * ROWS; i++) {
            int index = i;
            Label cell = new Label();
            cell.getStyleClass().add("mini-month-day");
            cell.setMaxWidth(Double.MAX_VALUE);
            cell.setOnMouseClicked(e -> pick(firstCell().plusDays(index)));
            cells.add(cell);
            grid.add(cell, i % 7, 1 + i / 7);
        }
    }

    /** For the mouse alone, under a field that keeps the keyboard. */
    public MiniMonth withoutFocus() {
        grid.setFocusTraversable(false);
        return this;
    }

    /** What counts as today; the day on which this was made until told otherwise. */
    public void setToday(LocalDate day) {
        today = day;
        draw();
    }

    /** Shades the days that a view shows, both included, and turns to their month. */
    public void showRange(LocalDate firstDay, LocalDate lastDay) {
        first = firstDay;
        last = lastDay;
        cursor = firstDay;
        YearMonth from = YearMonth.from(firstDay);
        YearMonth middle =
                YearMonth.from(
                        firstDay.plusDays((lastDay.toEpochDay() - firstDay.toEpochDay()) / 2));
        // Where the month in view has days of the range, it stays: nothing jumps under the mouse.
        if (month.isBefore(from)
                || month.isAfter(YearMonth.from(lastDay))
                || lastDay.isAfter(firstDay.plusDays(8))) {
            month = middle;
        }
        draw();
    }

    /** Marks one day and turns to its month. */
    public void select(LocalDate day) {
        month = YearMonth.from(day);
        showRange(day, day);
    }

    private void turn(int months) {
        month = month.plusMonths(months);
        draw();
    }

    private void pick(LocalDate day) {
        cursor = day;
        picked.accept(day);
    }

    private void key(KeyEvent e) {
        LocalDate next =
                switch (e.getCode()) {
                    case LEFT -> cursor.minusDays(1);
                    case RIGHT -> cursor.plusDays(1);
                    case UP -> cursor.minusWeeks(1);
                    case DOWN -> cursor.plusWeeks(1);
                    case PAGE_UP -> cursor.minusMonths(1);
                    case PAGE_DOWN -> cursor.plusMonths(1);
                    case HOME -> today;
                    default -> null;
                };
        if (next != null) {
            cursor = next;
            month = YearMonth.from(next);
            draw();
            e.consume();
        } else if (e.getCode() == javafx.scene.input.KeyCode.ENTER
                || e.getCode() == javafx.scene.input.KeyCode.SPACE) {
            pick(cursor);
            e.consume();
        }
    }

    private LocalDate firstCell() {
        return Dates.weekOf(month.atDay(1));
    }

    private void draw() {
        title.setText(Dates.month(month));
        LocalDate day = firstCell();
        for (Label cell : cells) {
            boolean shown =
                    first != null && last != null && !day.isBefore(first) && !day.isAfter(last);
            cell.setText(Integer.toString(day.getDayOfMonth()));
            cell.setAccessibleText(Dates.longDate(day));
            cell.pseudoClassStateChanged(TODAY, day.equals(today));
            cell.pseudoClassStateChanged(OTHER, !YearMonth.from(day).equals(month));
            cell.pseudoClassStateChanged(SHOWN, shown);
            boolean startsRow = day.getDayOfWeek() == Dates.firstDayOfWeek();
            boolean endsRow = day.plusDays(1).getDayOfWeek() == Dates.firstDayOfWeek();
            cell.pseudoClassStateChanged(FIRST, shown && (startsRow || day.equals(first)));
            cell.pseudoClassStateChanged(LAST, shown && (endsRow || day.equals(last)));
            cell.pseudoClassStateChanged(CURSOR, grid.isFocusVisible() && day.equals(cursor));
            day = day.plusDays(1);
        }
    }
}
