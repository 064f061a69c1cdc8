package app.linden.ui.week;

import app.linden.layout.Range;
import app.linden.layout.TimeGrid;
import app.linden.layout.WeekRow;
import app.linden.model.Occurrence;
import app.linden.ui.kit.Chip;
import app.linden.ui.kit.ChipPool;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Previews;
import app.linden.ui.kit.Speech;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What lasts whole days, above the hours. As high as it needs to be, up to a limit. */
final class AllDayStrip extends Region {
    private static final double CHIP = 22;
    private static final double GAP = 2;
    private static final double PAD = 4;
    private static final int MOST = 6;

    private final Shown shown;
    private final Label name = new Label(Texts.text("week.all-day"));
    private final List<Label> more = new ArrayList<>();
    private final ChipPool chips;

    AllDayStrip(Shown shown) {
        this.shown = shown;
        getStyleClass().add("week-strip");
        name.getStyleClass().add("week-gutter");
        getChildren().add(name);
        chips = new ChipPool(getChildren());
    }

    private WeekRow row() {
        TimeGrid grid = shown.grid;
        return WeekRow.barsOnly(
                shown.occurrences(), grid.first(), grid.days(), shown.snapshot.zone());
    }

    double heightFor() {
        int lanes = Math.clamp(row().lanes(), 1, MOST);
        return 2 * PAD + lanes * (CHIP + GAP);
    }

    @Override
    protected void layoutChildren() {
        TimeGrid grid = shown.grid;
        name.resizeRelocate(0, PAD, shown.grid.left() - 8, CHIP);
        WeekRow.Fitted fitted = row().fit(MOST);
        chips.begin();
        for (WeekRow.Bar bar : fitted.bars()) {
            double left = grid.x(bar.from()) + (bar.startsHere() ? 2 : 0);
            double right = grid.x(bar.to() + 1) - (bar.endsHere() ? 3 : 0);
            Range range = bar.range();
            chips.place(
                    new Chip.Content(
                            bar.occurrence(),
                            Chip.Shape.BAR,
                            Previews.color(shown.snapshot, bar.occurrence()),
                            range.allDay() || !bar.startsHere()
                                    ? ""
                                    : Dates.shortTime(range.start().toLocalTime()),
                            Speech.of(bar.occurrence(), range),
                            bar.startsHere(),
                            bar.endsHere()),
                    shown.dark.get(),
                    left,
                    PAD + bar.lane() * (CHIP + GAP),
                    right - left,
                    CHIP);
        }
        chips.end();
        layoutMore(grid, fitted.more());
        mark();
    }

    private void layoutMore(TimeGrid grid, int[] hidden) {
        while (more.size() < hidden.length) {
            Label label = new Label();
            label.getStyleClass().add("week-more");
            more.add(label);
            getChildren().add(label);
        }
        for (int i = 0; i < more.size(); i++) {
            int count = i < hidden.length ? hidden[i] : 0;
            more.get(i).setVisible(count > 0);
            if (count > 0) {
                more.get(i).setText(Texts.text("month.more", count));
                more.get(i)
                        .resizeRelocate(
                                grid.x(i) + 6,
                                PAD + (MOST - 1) * (CHIP + GAP),
                                grid.columnWidth(i) - 8,
                                CHIP);
            }
        }
    }

    @Nullable Chip of(Occurrence occurrence) {
        return chips.of(occurrence);
    }

    void mark() {
        chips.mark(shown.snapshot, shown.chosen.keys(), Previews.keys(shown.preview));
    }
}
