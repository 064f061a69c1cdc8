package app.linden.ui.kit;

import app.linden.layout.Drag;
import app.linden.layout.Pointer;
import app.linden.layout.Range;
import app.linden.model.Occurrence;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Mouse to meaning, the same in every view: click, double-click, drag to create, move and resize.
 * Esc gives up a drag. Lives on JavaFX's thread.
 */
public final class Dragging {
    /** The view that is being dragged in. */
    public interface Surface {
        /** Where a point of the view is in time. */
        Pointer pointerAt(double x, double y);

        /** What dragging at this point of a chip does. */
        Grip gripAt(Chip chip, double sceneX, double sceneY);

        boolean mayChange(Occurrence occurrence);

        /** Shows what the drag would do; null when it is over. */
        void preview(@Nullable Preview preview);

        /** Nothing is selected where the occurrence is null. */
        void select(@Nullable Occurrence occurrence, Chosen.How how);

        /** All that is selected. */
        List<Occurrence> chosen();

        /** A new event where somebody double-clicks. */
        Range newAt(Pointer pointer);

        /** The mouse is here while something is dragged: scroll at the edges. */
        void draggedTo(double x, double y);

        ZoneId zone();
    }

    /** Which part of a chip is held. */
    public enum Grip {
        BODY,
        START,
        END
    }

    /**
     * What a drag would do.
     *
     * @param occurrence what is moved; null where a new event is spanned
     * @param along what is selected with it and goes along
     */
    public record Preview(@Nullable Occurrence occurrence, Range range, List<Acts.Step> along) {}

    private static final double THRESHOLD = 4;
    private static final int STEP = 15;
    private static final int FINE = 1;

    private final Region view;
    private final Surface surface;
    private final Acts acts;

    // Of the press under way.
    private @Nullable Chip chip;
    private @Nullable Occurrence held;
    private @Nullable Drag drag;
    private @Nullable Range range;
    private double pressX;
    private double pressY;
    private boolean pressed;
    private boolean givenUp;

    public Dragging(Region view, Surface surface, Acts acts) {
        this.view = view;
        this.surface = surface;
        this.acts = acts;
        // Filters, since a scroll pane keeps presses for itself.
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public boolean isDragging() {
        return range != null;
    }

    private void press(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || isControl(e.getTarget())) {
            return;
        }
        view.requestFocus();
        pressed = true;
        givenUp = false;
        pressX = e.getX();
        pressY = e.getY();
        chip = ChipPool.hit(e.getTarget());
        held = chip == null || chip.content() == null ? null : chip.content().occurrence();
        if (held != null && (e.isShortcutDown() || e.isShiftDown())) {
            surface.select(held, e.isShiftDown() ? Chosen.How.UP_TO : Chosen.How.TOO);
            pressed = false;
        } else if (held == null || !isOneOfSeveral(held)) {
            surface.select(held, Chosen.How.ALONE);
        }
    }

    /** It may be dragged with the others; a click selects it alone. */
    private boolean isOneOfSeveral(Occurrence o) {
        List<Occurrence> chosen = surface.chosen();
        return chosen.size() > 1 && chosen.stream().anyMatch(c -> c.key().equals(o.key()));
    }

    /** Scroll bars and buttons inside the view see to their own clicks. */
    private static boolean isControl(Object target) {
        for (Node n = target instanceof Node node ? node : null; n != null; n = n.getParent()) {
            if (n instanceof ScrollBar || n instanceof ButtonBase) {
                return true;
            }
        }
        return false;
    }

    private void drag(MouseEvent e) {
        if (!pressed || givenUp) {
            return;
        }
        if (range == null) {
            if (Math.hypot(e.getX() - pressX, e.getY() - pressY) < THRESHOLD) {
                return;
            }
            drag = begin(e);
            if (drag == null) {
                givenUp = true;
                return;
            }
        }
        surface.draggedTo(e.getX(), e.getY());
        Drag under = drag;
        if (under != null) {
            range = under.at(surface.pointerAt(e.getX(), e.getY()), e.isAltDown() ? FINE : STEP);
            surface.preview(new Preview(held, range, along(under, held, range)));
        }
    }

    private List<Acts.Step> along(Drag under, @Nullable Occurrence o, Range to) {
        if (o == null || !(under instanceof Drag.Move move) || !isOneOfSeveral(o)) {
            return List.of();
        }
        return surface.chosen().stream()
                .filter(c -> !c.key().equals(o.key()) && surface.mayChange(c))
                .map(c ->
                        new Acts.Step(
                                c, Drag.along(move.original(), to, Range.of(c, surface.zone()))))
                .toList();
    }

    private @Nullable Drag begin(MouseEvent e) {
        Pointer from = surface.pointerAt(pressX, pressY);
        Occurrence o = held;
        if (o == null || chip == null) {
            return new Drag.Create(from);
        }
        if (!surface.mayChange(o)) {
            return null;
        }
        Range original = Range.of(o, surface.zone());
        double dx = e.getSceneX() - (e.getX() - pressX);
        double dy = e.getSceneY() - (e.getY() - pressY);
        return switch (surface.gripAt(chip, dx, dy)) {
            case BODY -> new Drag.Move(original, from);
            case START -> new Drag.ResizeStart(original);
            case END -> new Drag.ResizeEnd(original);
        };
    }

    private void release(MouseEvent e) {
        if (!pressed || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Range to = range;
        Occurrence o = held;
        Chip at = chip;
        Drag under = drag;
        boolean wasDrag = to != null || givenUp;
        reset();
        if (to != null) {
            if (o == null) {
                acts.create(to);
                surface.preview(null);
            } else if (to.equals(Range.of(o, surface.zone()))) {
                surface.preview(null);
            } else {
                List<Acts.Step> steps = new ArrayList<>();
                steps.add(new Acts.Step(o, to));
                if (under != null) {
                    steps.addAll(along(under, o, to));
                }
                if (steps.size() > 1) {
                    acts.moveAll(steps, () -> surface.preview(null));
                } else {
                    acts.move(o, to, () -> surface.preview(null));
                }
            }
        } else if (!wasDrag) {
            surface.select(o, Chosen.How.ALONE);
            click(e, o, at);
        }
    }

    private void click(MouseEvent e, @Nullable Occurrence o, @Nullable Chip at) {
        if (o != null && at != null) {
            if (e.getClickCount() == 2) {
                acts.open(o);
            } else if (e.getClickCount() == 1) {
                acts.peek(at, o);
            }
        } else if (e.getClickCount() == 2) {
            acts.create(surface.newAt(surface.pointerAt(e.getX(), e.getY())));
        }
    }

    private void hover(MouseEvent e) {
        Chip over = ChipPool.hit(e.getTarget());
        Chip.Content content = over == null ? null : over.content();
        if (over == null || content == null || !surface.mayChange(content.occurrence())) {
            view.setCursor(Cursor.DEFAULT);
            return;
        }
        boolean tall = content.shape() == Chip.Shape.BOX;
        view.setCursor(
                surface.gripAt(over, e.getSceneX(), e.getSceneY()) == Grip.BODY
                        ? Cursor.DEFAULT
                        : tall ? Cursor.V_RESIZE : Cursor.H_RESIZE);
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && range != null) {
            reset();
            pressed = true;
            givenUp = true;
            surface.preview(null);
            e.consume();
        }
    }

    private void reset() {
        pressed = false;
        givenUp = false;
        drag = null;
        range = null;
        held = null;
        chip = null;
    }
}
