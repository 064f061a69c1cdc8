package app.linden.ui.week;

import app.linden.base.Cell;
import app.linden.calendar.Snapshot;
import app.linden.layout.TimeGrid;
import app.linden.model.Occurrence;
import app.linden.ui.kit.Acts;
import app.linden.ui.kit.CalendarView;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Dragging;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Habits;
import app.linden.ui.kit.Texts;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Some days over their hours. Puts together the names of the days, the strip of whole days and the
 * hours, which scroll; drags go from one to the other. Lives on JavaFX's thread.
 */
public final class WeekView extends Region implements CalendarView {
    /** Of one zone. */
    static final double HOURS = 64;

    private static final double NAMES = 54;
    private static final double HOUR = 48;

    /** Hours in one zone, and where the person wants it in a second one. */
    private final double gutter = HOURS * (Habits.now().secondZone() == null ? 1 : 2);

    private final Days which;
    private final int days;
    private final DayNames names;
    private final AllDayStrip strip;
    private final HourGrid hours;
    private final ScrollPane scroll;
    private final Shown shown;
    private boolean scrolled;

    public WeekView(Days which, Acts acts, Cell<Boolean> dark, ZoneId zone) {
        this.which = which;
        this.days = which.count();
        this.shown = new Shown(Snapshot.empty(LocalDate.EPOCH, LocalDate.EPOCH, zone), dark);
        this.names = new DayNames(days, acts::showDay);
        this.strip = new AllDayStrip(shown);
        this.hours = new HourGrid(shown, days, HOUR);
        this.scroll = new ScrollPane(hours);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        scroll.getStyleClass().addAll("week-scroll", "edge-to-edge");
        scroll.setFocusTraversable(false);
        getStyleClass().add("week-view");
        setFocusTraversable(true);
        setAccessibleHelp(Texts.text("week.help"));
        getChildren().addAll(names, strip, scroll);
        new Dragging(this, new WeekSurface(this, shown, strip, hours, scroll), acts);
        FxRelay.relay(dark, d -> refresh());
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public LocalDate firstDay(LocalDate around) {
        return which.first(around);
    }

    @Override
    public int days() {
        return days;
    }

    @Override
    public LocalDate page(LocalDate from, int pages) {
        return from.plusDays((long) pages * which.step());
    }

    @Override
    public String title(LocalDate around) {
        LocalDate first = firstDay(around);
        return days == 1 ? Dates.longDate(first) : Dates.days(first, first.plusDays(days - 1));
    }

    @Override
    public void show(Snapshot snapshot, LocalDate around, LocalDateTime now) {
        shown.snapshot = snapshot;
        shown.preview = null;
        shown.chosen.follow(snapshot);
        tick(now);
        refresh();
    }

    /** Moves the now-line; called as time goes by. */
    public void tick(LocalDateTime now) {
        names.show(shown.snapshot.from(), now.toLocalDate());
        hours.show(now.toLocalDate(), now.toLocalTime());
    }

    @Override
    public @Nullable Occurrence selected() {
        return shown.chosen.last();
    }

    @Override
    public List<Occurrence> chosen() {
        return shown.chosen.all();
    }

    @Override
    public void choose(List<Occurrence> occurrences) {
        shown.chosen.set(occurrences);
        mark();
    }

    @Override
    public @Nullable Node reveal(Occurrence occurrence) {
        shown.chosen.set(occurrence);
        scrolled = true;
        applyCss();
        refresh();
        layout();
        Node inStrip = strip.of(occurrence);
        if (inStrip != null) {
            return inStrip;
        }
        Node box = hours.of(occurrence);
        if (box != null) {
            double visible = scroll.getHeight();
            double above = visible / 4;
            scrollTo(Math.max(0, box.getLayoutY() - above), visible);
            layout();
        }
        return box;
    }

    void refresh() {
        strip.requestLayout();
        hours.requestLayout();
        requestLayout();
    }

    void mark() {
        strip.mark();
        hours.mark();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double bar = scroll.lookup(".scroll-bar:vertical") instanceof Region b ? b.getWidth() : 0;
        TimeGrid grid =
                new TimeGrid(shown.snapshot.from(), days, gutter, width - gutter - bar, HOUR);
        shown.grid = grid;
        names.resizeRelocate(0, 0, width, NAMES);
        names.setColumns(grid);
        double stripHeight = strip.heightFor();
        strip.resizeRelocate(0, NAMES, width, stripHeight);
        double top = NAMES + stripHeight;
        scroll.resizeRelocate(0, top, width, Math.max(0, getHeight() - top));
        hours.requestLayout();
        strip.requestLayout();
        boolean known = shown.snapshot.from().isAfter(LocalDate.EPOCH);
        if (!scrolled && known && getHeight() > top) {
            scrolled = true;
            scrollTo(Math.max(0, Habits.now().firstHour() - 0.25) * HOUR, getHeight() - top);
        }
    }

    private void scrollTo(double y, double visible) {
        scroll.setVvalue(Math.clamp(y / Math.max(1, 24 * HOUR - visible), 0, 1));
    }
}
