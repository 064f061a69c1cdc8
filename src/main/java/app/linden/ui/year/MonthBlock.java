package app.linden.ui.year;

import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Texts;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One month of a year. Lives on JavaFX's thread. */
final class MonthBlock extends Region {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final double TITLE = 28;
    private static final double NAMES = 18;
    private static final double LARGEST = 34;
    private static final double[] STRENGTHS = {0, 0.14, 0.28, 0.45, 0.65};
    private static final Color LIGHT = Color.web("#0969da");
    private static final Color DARK = Color.web("#388bfd");

    private final Label title = new Label();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> days = new ArrayList<>();
    private YearMonth month = YearMonth.of(1970, 1);

    /**
     * A month without days yet.
     *
     * @param chosen gets a day that was clicked
     */
    MonthBlock(Consumer<LocalDate> chosen) {
        title.getStyleClass().add("year-month");
        getChildren().add(title);
        for (int i = 0; i < 7; i++) {
            Label name = new Label(Dates.narrowName(Dates.firstDayOfWeek().plus(i)));
            name.getStyleClass().add("year-weekday");
            names.add(name);
            getChildren().add(name);
        }
        for (int i = 1; i <= 31; i++) {
            int number = i;
            Label day = new Label(Integer.toString(i));
            day.getStyleClass().add("year-day");
            day.setAccessibleRole(AccessibleRole.BUTTON);
            day.setOnMouseClicked(e -> chosen.accept(month.atDay(number)));
            days.add(day);
            getChildren().add(day);
        }
    }

    void show(YearMonth next, Fullness fullness, LocalDate today, LocalDate cursor, boolean dark) {
        month = next;
        title.setText(
                next.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, Locale.getDefault()));
        for (int i = 0; i < days.size(); i++) {
            Label label = days.get(i);
            label.setVisible(i < next.lengthOfMonth());
            if (label.isVisible()) {
                LocalDate day = next.atDay(i + 1);
                label.pseudoClassStateChanged(TODAY, day.equals(today));
                label.pseudoClassStateChanged(CURSOR, day.equals(cursor));
                label.setBackground(ground(fullness.level(day), dark));
                label.setAccessibleText(
                        Texts.text("day.spoken", Dates.longDate(day), fullness.count(day)));
            }
        }
        requestLayout();
    }

    private static Background ground(int level, boolean dark) {
        if (level == 0) {
            return Background.EMPTY;
        }
        Color color = dark ? DARK : LIGHT;
        return new Background(
                new BackgroundFill(
                        color.deriveColor(0, 1, 1, STRENGTHS[level]),
                        new CornerRadii(5),
                        new Insets(1)));
    }

    @Override
    protected void layoutChildren() {
        double cell =
                Math.floor(
                        Math.min(
                                LARGEST,
                                Math.min(getWidth() / 7, (getHeight() - TITLE - NAMES) / 6)));
        double left = Math.floor((getWidth() - 7 * cell) / 2);
        title.resizeRelocate(left, 0, 7 * cell, TITLE);
        for (int i = 0; i < 7; i++) {
            names.get(i).resizeRelocate(left + i * cell, TITLE, cell, NAMES);
        }
        int before =
                Math.floorMod(
                        month.atDay(1).getDayOfWeek().getValue()
                                - Dates.firstDayOfWeek().getValue(),
                        7);
        for (int i = 0; i < days.size(); i++) {
            int place = before + i;
            days.get(i)
                    .resizeRelocate(
                            left + place % 7 * cell,
                            TITLE + NAMES + Math.floorDiv(place, 7) * cell,
                            cell,
                            cell);
        }
    }
}
