package app.linden.ui.week;

import app.linden.layout.DayColumn;
import app.linden.layout.TimeGrid;
import app.linden.model.Occurrence;
import app.linden.ui.kit.Chip;
import app.linden.ui.kit.ChipPool;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Habits;
import app.linden.ui.kit.Previews;
import app.linden.ui.kit.Speech;
import app.linden.ui.kit.WhenWords;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The hours of some days with what happens in them, and the line that says now. */
final class HourGrid extends Region {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass WEEKEND = PseudoClass.getPseudoClass("weekend");
    private static final int SHORTEST = 22;
    private static final double RIGHT_GAP = 6;

    private final Shown shown;
    private final double hourHeight;
    private final List<Region> columns = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<Label> elsewhere = new ArrayList<>();
    private final List<Region> off = new ArrayList<>();
    private final ChipPool chips;
    private final Region nowLine = new Region();
    private final Region nowDot = new Region();
    private LocalDate today = LocalDate.EPOCH;
    private LocalTime now = LocalTime.MIDNIGHT;

    HourGrid(Shown shown, int days, double hourHeight) {
        this.shown = shown;
        this.hourHeight = hourHeight;
        getStyleClass().add("week-hours");
        for (int i = 0; i < days; i++) {
            columns.add(part("week-column"));
        }
        off.add(part("week-off"));
        off.add(part("week-off"));
        for (int hour = 0; hour < 24; hour++) {
            lines.add(part("week-hour-line"));
            Label label = new Label(hour == 0 ? "" : Dates.shortTime(LocalTime.of(hour, 0)));
            label.getStyleClass().add("week-gutter");
            labels.add(label);
            getChildren().add(label);
            if (Habits.now().secondZone() != null) {
                Label there = new Label();
                there.getStyleClass().addAll("week-gutter", "week-elsewhere");
                elsewhere.add(there);
                getChildren().add(there);
            }
        }
        javafx.scene.layout.Pane pane = new javafx.scene.layout.Pane();
        pane.setPickOnBounds(false);
        pane.setManaged(false);
        chips = new ChipPool(pane.getChildren());
        getChildren().add(pane);
        nowLine.getStyleClass().add("now-line");
        nowDot.getStyleClass().add("now-dot");
        nowLine.setMouseTransparent(true);
        nowDot.setMouseTransparent(true);
        getChildren().addAll(nowLine, nowDot);
    }

    private Region part(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        getChildren().add(region);
        return region;
    }

    void show(LocalDate day, LocalTime time) {
        today = day;
        now = time;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 24 * hourHeight;
    }

    @Override
    protected void layoutChildren() {
        TimeGrid grid = shown.grid;
        for (int i = 0; i < columns.size(); i++) {
            LocalDate day = grid.first().plusDays(i);
            Region column = columns.get(i);
            column.pseudoClassStateChanged(TODAY, day.equals(today));
            column.pseudoClassStateChanged(WEEKEND, day.getDayOfWeek().getValue() > 5);
            column.resizeRelocate(grid.x(i), 0, grid.columnWidth(i), grid.height());
        }
        for (int hour = 0; hour < lines.size(); hour++) {
            double y = grid.y(hour * 60);
            lines.get(hour).resizeRelocate(grid.left() - 6, y, grid.width() + 6, hourHeight);
            double right = grid.left() - WeekView.HOURS;
            labels.get(hour).resizeRelocate(right, y - 8, WeekView.HOURS - 8, 16);
        }
        layoutOff(grid);
        layoutElsewhere(grid);
        layoutChips(grid);
        layoutNow(grid);
    }

    /** Before and after the person's day. */
    private void layoutOff(TimeGrid grid) {
        double begin = grid.y(Habits.now().firstHour() * 60);
        double end = grid.y(Habits.now().lastHour() * 60);
        off.get(0).resizeRelocate(grid.left(), 0, grid.width(), begin);
        off.get(1).resizeRelocate(grid.left(), end, grid.width(), grid.height() - end);
    }

    /** The same hours on the first of the days in a second zone. */
    private void layoutElsewhere(TimeGrid grid) {
        ZoneId there = Habits.now().secondZone();
        for (int hour = 0; there != null && hour < elsewhere.size(); hour++) {
            LocalTime time =
                    grid.first()
                            .atTime(hour, 0)
                            .atZone(shown.snapshot.zone())
                            .withZoneSameInstant(there)
                            .toLocalTime();
            Label label = elsewhere.get(hour);
            label.setText(hour == 0 ? WhenWords.city(there) : Dates.shortTime(time));
            label.resizeRelocate(0, Math.max(0, grid.y(hour * 60) - 8), WeekView.HOURS - 4, 16);
        }
    }

    private void layoutChips(TimeGrid grid) {
        chips.begin();
        for (int i = 0; i < grid.days(); i++) {
            DayColumn column =
                    DayColumn.of(
                            shown.occurrences(),
                            grid.first().plusDays(i),
                            shown.snapshot.zone(),
                            SHORTEST);
            double width = grid.columnWidth(i) - RIGHT_GAP;
            for (DayColumn.Box box : column.boxes()) {
                double left = grid.x(i) + 1 + Math.round(width * box.left());
                double right = grid.x(i) + 1 + Math.round(width * (box.left() + box.width()));
                double top = grid.y(box.top());
                chips.place(
                        content(box),
                        shown.dark.get(),
                        left,
                        top + 1,
                        right - left - 2,
                        grid.y(box.bottom()) - top - 2);
            }
        }
        chips.end();
        mark();
    }

    private Chip.Content content(DayColumn.Box box) {
        return new Chip.Content(
                box.occurrence(),
                Chip.Shape.BOX,
                Previews.color(shown.snapshot, box.occurrence()),
                Dates.times(box.range().start().toLocalTime(), box.range().end().toLocalTime()),
                Speech.of(box.occurrence(), box.range()),
                box.startsHere(),
                box.endsHere());
    }

    private void layoutNow(TimeGrid grid) {
        long column = ChronoUnit.DAYS.between(grid.first(), today);
        boolean visible = column >= 0 && column < grid.days();
        nowLine.setVisible(visible);
        nowDot.setVisible(visible);
        if (visible) {
            int i = (int) column;
            double y = grid.y(now.toSecondOfDay() / 60);
            nowLine.resizeRelocate(grid.x(i), y - 1, grid.columnWidth(i), 2);
            nowDot.resizeRelocate(grid.x(i) - 5, y - 5, 10, 10);
        }
    }

    @Nullable Chip of(Occurrence occurrence) {
        return chips.of(occurrence);
    }

    void mark() {
        chips.mark(shown.snapshot, shown.chosen.keys(), Previews.keys(shown.preview));
    }
}
