package app.linden.ui.week;

import app.linden.layout.Pointer;
import app.linden.layout.Range;
import app.linden.model.Occurrence;
import app.linden.ui.kit.Chip;
import app.linden.ui.kit.Chosen;
import app.linden.ui.kit.Dragging;
import app.linden.ui.kit.Previews;

import javafx.geometry.Point2D;
import javafx.scene.control.ScrollPane;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** What dragging needs to know of a week: hours that scroll, and the strip above them. */
final class WeekSurface implements Dragging.Surface {
    private static final double EDGE = 28;
    private static final double SCROLL = 10;
    private static final double GRIP = 6;

    private final WeekView view;
    private final Shown shown;
    private final AllDayStrip strip;
    private final HourGrid hours;
    private final ScrollPane scroll;

    WeekSurface(WeekView view, Shown shown, AllDayStrip strip, HourGrid hours, ScrollPane scroll) {
        this.view = view;
        this.shown = shown;
        this.strip = strip;
        this.hours = hours;
        this.scroll = scroll;
    }

    @Override
    public Pointer pointerAt(double x, double y) {
        if (y < strip.getLayoutY() + strip.getHeight()) {
            return new Pointer(shown.grid.dayAt(x), Pointer.ALL_DAY);
        }
        Point2D inHours = hours.sceneToLocal(view.localToScene(x, y));
        return shown.grid.at(inHours.getX(), inHours.getY());
    }

    @Override
    public Dragging.Grip gripAt(Chip chip, double sceneX, double sceneY) {
        Chip.Content content = chip.content();
        if (content == null) {
            return Dragging.Grip.BODY;
        }
        Point2D at = chip.sceneToLocal(sceneX, sceneY);
        boolean box = content.shape() == Chip.Shape.BOX;
        double along = box ? at.getY() : at.getX();
        double size = box ? chip.getHeight() : chip.getWidth();
        if (content.endsHere() && along > size - GRIP) {
            return Dragging.Grip.END;
        }
        // A low box is for moving: its upper edge would be most of it.
        boolean roomy = size > 4 * GRIP;
        return content.startsHere() && roomy && along < GRIP - 2
                ? Dragging.Grip.START
                : Dragging.Grip.BODY;
    }

    @Override
    public boolean mayChange(Occurrence o) {
        return Previews.mayChange(shown.snapshot, o);
    }

    @Override
    public void preview(Dragging.@Nullable Preview next) {
        shown.preview = next;
        view.refresh();
    }

    @Override
    public void select(@Nullable Occurrence o, Chosen.How how) {
        if (o == null) {
            shown.chosen.set(List.of());
        } else {
            shown.chosen.click(o, how, shown.snapshot);
        }
        view.mark();
    }

    @Override
    public List<Occurrence> chosen() {
        return shown.chosen.all();
    }

    @Override
    public Range newAt(Pointer pointer) {
        if (!pointer.hasTime()) {
            return Range.days(pointer.day(), pointer.day());
        }
        int half = Math.min(23 * 60, pointer.minute() / 30 * 30);
        LocalDateTime start = pointer.day().atStartOfDay().plusMinutes(half);
        return Range.timed(start, start.plusHours(1));
    }

    @Override
    public void draggedTo(double x, double y) {
        double top = scroll.getLayoutY();
        double bottom = top + scroll.getHeight();
        double hidden = Math.max(1, hours.getHeight() - scroll.getViewportBounds().getHeight());
        if (y > bottom - EDGE) {
            scroll.setVvalue(Math.min(1, scroll.getVvalue() + SCROLL / hidden));
        } else if (y < top + EDGE && y > top) {
            scroll.setVvalue(Math.max(0, scroll.getVvalue() - SCROLL / hidden));
        }
    }

    @Override
    public ZoneId zone() {
        return shown.snapshot.zone();
    }
}
