package app.linden.ui.year;

import app.linden.base.Cell;
import app.linden.calendar.Snapshot;
import app.linden.model.Occurrence;
import app.linden.ui.kit.Acts;
import app.linden.ui.kit.CalendarView;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Twelve months; the fuller a day, the stronger its ground. A click or Enter shows a day closely,
 * the arrows go from day to day. Lives on JavaFX's thread.
 */
public final class YearView extends Region implements CalendarView {
    private static final int DAYS = 366;
    private static final double PAD = 20;
    private static final double GAP = 28;
    private static final double WIDE = 860;

    private final Cell<Boolean> dark;
    private final Acts acts;
    private final List<MonthBlock> months = new ArrayList<>();
    private Snapshot snapshot;
    private Fullness fullness;
    private LocalDate today = LocalDate.EPOCH;
    private LocalDate cursor = LocalDate.EPOCH;

    public YearView(Acts acts, Cell<Boolean> dark, ZoneId zone) {
        this.acts = acts;
        this.dark = dark;
        this.snapshot = Snapshot.empty(LocalDate.EPOCH, LocalDate.EPOCH, zone);
        this.fullness = new Fullness(snapshot);
        getStyleClass().add("year-view");
        getStylesheets().add(Look.sheet("year.css"));
        setFocusTraversable(true);
        setAccessibleHelp(Texts.text("year.help"));
        for (int i = 0; i < 12; i++) {
            MonthBlock month = new MonthBlock(acts::showDay);
            months.add(month);
            getChildren().add(month);
        }
        setOnMousePressed(e -> requestFocus());
        setOnKeyPressed(this::key);
        focusedProperty().addListener(o -> draw());
        // The looks of a window live as long as the window.
        FxRelay.relay(dark, d -> draw());
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public LocalDate firstDay(LocalDate around) {
        return around.withDayOfYear(1);
    }

    @Override
    public int days() {
        return DAYS;
    }

    @Override
    public LocalDate page(LocalDate from, int pages) {
        return from.plusYears(pages);
    }

    @Override
    public String title(LocalDate around) {
        return Integer.toString(around.getYear());
    }

    @Override
    public void show(Snapshot next, LocalDate around, LocalDateTime now) {
        if (!next.from().equals(snapshot.from())) {
            cursor = around;
        }
        snapshot = next;
        fullness = new Fullness(next);
        today = now.toLocalDate();
        draw();
    }

    private void draw() {
        LocalDate shown = isFocused() ? cursor : LocalDate.MIN;
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = YearMonth.of(snapshot.from().getYear(), i + 1);
            months.get(i).show(month, fullness, today, shown, dark.get());
        }
    }

    /** A year shows no single events. */
    @Override
    public @Nullable Occurrence selected() {
        return null;
    }

    @Override
    public @Nullable Node reveal(Occurrence occurrence) {
        return null;
    }

    private void key(KeyEvent e) {
        int days =
                switch (e.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -7;
                    case DOWN -> 7;
                    default -> 0;
                };
        LocalDate next = cursor.plusDays(days);
        switch (e.getCode()) {
            case ENTER, SPACE -> acts.showDay(cursor);
            case LEFT, RIGHT, UP, DOWN -> {
                if (next.getYear() == cursor.getYear()) {
                    cursor = next;
                    draw();
                }
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    @Override
    protected void layoutChildren() {
        int columns = getWidth() >= WIDE ? 4 : 3;
        int rows = 12 / columns;
        double width = (getWidth() - 2 * PAD - (columns - 1) * GAP) / columns;
        double height = (getHeight() - 2 * PAD - (rows - 1) * PAD) / rows;
        for (int i = 0; i < months.size(); i++) {
            months.get(i)
                    .resizeRelocate(
                            Math.rint(PAD + i % columns * (width + GAP)),
                            Math.rint(PAD + Math.floorDiv(i, columns) * (height + PAD)),
                            Math.floor(width),
                            Math.floor(height));
        }
    }
}
