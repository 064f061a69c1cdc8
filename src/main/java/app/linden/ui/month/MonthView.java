package app.linden.ui.month;

import app.linden.base.Cell;
import app.linden.calendar.Snapshot;
import app.linden.layout.MonthGrid;
import app.linden.layout.Pointer;
import app.linden.layout.Range;
import app.linden.layout.WeekRow;
import app.linden.model.Occurrence;
import app.linden.ui.kit.Acts;
import app.linden.ui.kit.CalendarView;
import app.linden.ui.kit.Chip;
import app.linden.ui.kit.ChipPool;
import app.linden.ui.kit.Chosen;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Dragging;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Habits;
import app.linden.ui.kit.Previews;
import app.linden.ui.kit.Speech;
import app.linden.ui.kit.Texts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Six weeks with their events. Draws what {@link WeekRow} says. Lives on JavaFX's thread. */
public final class MonthView extends Region implements CalendarView {
    private static final double HEADER = 28;
    private static final double WEEK_NUMBERS = 30;
    private static final double DAY_LINE = 28;
    private static final double CHIP = 21;
    private static final double GAP = 2;
    private static final double MARGIN = 4;
    private static final double GRIP = 6;

    private final Cell<Boolean> dark;
    private final List<Label> names = new ArrayList<>();
    private final List<Label> weeks = new ArrayList<>();
    private final List<DayCell> cells = new ArrayList<>();
    private final List<MoreButton> more = new ArrayList<>();
    private final ChipPool chips;
    private Snapshot snapshot;
    private YearMonth month = YearMonth.of(1970, 1);
    private LocalDateTime now = LocalDateTime.MIN;
    private Dragging.@Nullable Preview preview;
    private final Chosen chosen = new Chosen();

    public MonthView(Acts acts, Cell<Boolean> dark, ZoneId zone) {
        this.dark = dark;
        this.snapshot = Snapshot.empty(LocalDate.EPOCH, LocalDate.EPOCH, zone);
        getStyleClass().add("month-view");
        setFocusTraversable(true);
        setAccessibleHelp(Texts.text("month.help"));
        for (int i = 0; i < MonthGrid.DAYS; i++) {
            names.add(label("month-weekday"));
        }
        for (int row = 0; row < MonthGrid.WEEKS; row++) {
            weeks.add(label("month-week-number"));
            for (int column = 0; column < MonthGrid.DAYS; column++) {
                DayCell cell = new DayCell();
                cells.add(cell);
                getChildren().add(cell);
            }
        }
        getChildren().addAll(names);
        getChildren().addAll(weeks);
        chips = new ChipPool(getChildren());
        for (int i = 0; i < cells.size(); i++) {
            MoreButton button = new MoreButton(acts::showDay);
            more.add(button);
            getChildren().add(button);
        }
        new Dragging(this, new MonthSurface(), acts);
        // The looks of a window live as long as the window.
        FxRelay.relay(dark, d -> requestLayout());
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMouseTransparent(true);
        return label;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public LocalDate firstDay(LocalDate around) {
        return MonthGrid.firstDay(YearMonth.from(around), Dates.firstDayOfWeek());
    }

    @Override
    public int days() {
        return MonthGrid.WEEKS * MonthGrid.DAYS;
    }

    @Override
    public LocalDate page(LocalDate from, int pages) {
        return from.plusMonths(pages);
    }

    @Override
    public String title(LocalDate around) {
        return Dates.month(YearMonth.from(around));
    }

    @Override
    public void show(Snapshot next, LocalDate around, LocalDateTime time) {
        snapshot = next;
        month = YearMonth.from(around);
        now = time;
        preview = null;
        chosen.follow(next);
        requestLayout();
    }

    @Override
    public @Nullable Occurrence selected() {
        return chosen.last();
    }

    @Override
    public List<Occurrence> chosen() {
        return chosen.all();
    }

    @Override
    public void choose(List<Occurrence> occurrences) {
        chosen.set(occurrences);
        mark();
    }

    @Override
    public @Nullable Node reveal(Occurrence occurrence) {
        chosen.set(occurrence);
        requestLayout();
        layout();
        return chips.of(occurrence);
    }

    private MonthGrid grid() {
        return new MonthGrid(
                snapshot.from(),
                WEEK_NUMBERS,
                HEADER,
                getWidth() - WEEK_NUMBERS,
                getHeight() - HEADER);
    }

    @Override
    protected void layoutChildren() {
        MonthGrid grid = grid();
        for (int column = 0; column < MonthGrid.DAYS; column++) {
            Label name = names.get(column);
            name.setText(Dates.shortName(grid.day(0, column).getDayOfWeek()));
            name.resizeRelocate(grid.x(column), 0, grid.columnWidth(column), HEADER);
        }
        for (int row = 0; row < MonthGrid.WEEKS; row++) {
            Label week = weeks.get(row);
            week.setVisible(Habits.now().weekNumbers());
            week.setText(Integer.toString(Dates.weekNumber(grid.day(row, 0))));
            week.resizeRelocate(0, grid.y(row), WEEK_NUMBERS, DAY_LINE);
            for (int column = 0; column < MonthGrid.DAYS; column++) {
                LocalDate day = grid.day(row, column);
                DayCell cell = cells.get(row * MonthGrid.DAYS + column);
                cell.show(day, YearMonth.from(day).equals(month), day.equals(now.toLocalDate()));
                cell.resizeRelocate(
                        grid.x(column), grid.y(row), grid.columnWidth(column), grid.rowHeight(row));
            }
        }
        layoutChips(grid);
    }

    private void layoutChips(MonthGrid grid) {
        List<Occurrence> shown = withPreview();
        chips.begin();
        for (int row = 0; row < MonthGrid.WEEKS; row++) {
            WeekRow week = WeekRow.of(shown, grid.day(row, 0), MonthGrid.DAYS, snapshot.zone());
            double room = grid.rowHeight(row) - DAY_LINE - 2;
            WeekRow.Fitted fitted = week.fit((int) Math.max(1, room / (CHIP + GAP)));
            double top = grid.y(row) + DAY_LINE;
            int[] events = fitted.more().clone();
            for (WeekRow.Bar bar : fitted.bars()) {
                place(grid, bar, top + bar.lane() * (CHIP + GAP));
                for (int column = bar.from(); column <= bar.to(); column++) {
                    events[column]++;
                }
            }
            double bottom = top + Math.floor(room / (CHIP + GAP) - 1) * (CHIP + GAP);
            for (int column = 0; column < MonthGrid.DAYS; column++) {
                cells.get(row * MonthGrid.DAYS + column).count(events[column]);
                MoreButton button = more.get(row * MonthGrid.DAYS + column);
                button.show(grid.day(row, column), fitted.more()[column]);
                button.resizeRelocate(
                        grid.x(column) + MARGIN,
                        Math.max(top, bottom),
                        grid.columnWidth(column) - 2 * MARGIN,
                        CHIP);
            }
        }
        chips.end();
        mark();
    }

    private void place(MonthGrid grid, WeekRow.Bar bar, double y) {
        double left = grid.x(bar.from()) + (bar.startsHere() ? MARGIN : 0);
        double right = grid.x(bar.to() + 1) - (bar.endsHere() ? MARGIN : 0);
        Range range = bar.range();
        boolean line = !range.isBar();
        boolean timed = !range.allDay() && bar.startsHere();
        Occurrence o = bar.occurrence();
        chips.place(
                new Chip.Content(
                        o,
                        line ? Chip.Shape.LINE : Chip.Shape.BAR,
                        Previews.color(snapshot, o),
                        timed ? Dates.shortTime(range.start().toLocalTime()) : "",
                        Speech.of(o, range),
                        bar.startsHere(),
                        bar.endsHere()),
                dark.get(),
                left,
                y,
                right - left,
                CHIP);
    }

    private List<Occurrence> withPreview() {
        return Previews.in(snapshot, preview);
    }

    private void mark() {
        chips.mark(snapshot, chosen.keys(), Previews.keys(preview));
    }

    private final class MonthSurface implements Dragging.Surface {
        @Override
        public Pointer pointerAt(double x, double y) {
            return new Pointer(grid().dayAt(x, y), Pointer.WHOLE_DAY);
        }

        @Override
        public Dragging.Grip gripAt(Chip chip, double sceneX, double sceneY) {
            Chip.Content content = chip.content();
            if (content == null || content.shape() != Chip.Shape.BAR) {
                return Dragging.Grip.BODY;
            }
            double x = chip.sceneToLocal(sceneX, sceneY).getX();
            if (content.endsHere() && x > chip.getWidth() - GRIP) {
                return Dragging.Grip.END;
            }
            return content.startsHere() && x < GRIP ? Dragging.Grip.START : Dragging.Grip.BODY;
        }

        @Override
        public boolean mayChange(Occurrence o) {
            return Previews.mayChange(snapshot, o);
        }

        @Override
        public void preview(Dragging.@Nullable Preview next) {
            preview = next;
            requestLayout();
        }

        @Override
        public void select(@Nullable Occurrence o, Chosen.How how) {
            if (o == null) {
                chosen.set(List.of());
            } else {
                chosen.click(o, how, snapshot);
            }
            mark();
        }

        @Override
        public List<Occurrence> chosen() {
            return chosen.all();
        }

        @Override
        public Range newAt(Pointer pointer) {
            boolean today = pointer.day().equals(now.toLocalDate());
            int hour = today ? Math.min(22, now.getHour() + 1) : 9;
            return Range.timed(pointer.day().atTime(hour, 0), pointer.day().atTime(hour + 1, 0));
        }

        @Override
        public void draggedTo(double x, double y) {
            // A month shows all its days: there is nowhere to scroll to.
        }

        @Override
        public ZoneId zone() {
            return snapshot.zone();
        }
    }
}
