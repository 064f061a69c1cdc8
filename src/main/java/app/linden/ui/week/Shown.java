package app.linden.ui.week;

import app.linden.base.Cell;
import app.linden.calendar.Snapshot;
import app.linden.layout.TimeGrid;
import app.linden.model.Occurrence;
import app.linden.ui.kit.Chosen;
import app.linden.ui.kit.Dragging;
import app.linden.ui.kit.Previews;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What the parts of one week show; on JavaFX's thread only. */
final class Shown {
    final Cell<Boolean> dark;
    Snapshot snapshot;
    TimeGrid grid;
    Dragging.@Nullable Preview preview;
    final Chosen chosen = new Chosen();

    Shown(Snapshot snapshot, Cell<Boolean> dark) {
        this.snapshot = snapshot;
        this.dark = dark;
        this.grid = new TimeGrid(snapshot.from(), 1, 0, 1, 1);
    }

    /** The occurrences, with the one that is dragged where it would go. */
    List<Occurrence> occurrences() {
        return Previews.in(snapshot, preview);
    }
}
