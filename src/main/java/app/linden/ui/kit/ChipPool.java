package app.linden.ui.kit;

import app.linden.calendar.Snapshot;
import app.linden.model.Occurrence;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The chips of a view, used again from one snapshot to the next: making nodes is what costs. Lives
 * on JavaFX's thread.
 */
public final class ChipPool {
    private final List<Node> parent;
    private final List<Chip> chips = new ArrayList<>();
    private int used;

    /** Chips are children in {@code parent}, a list of a pane's children. */
    public ChipPool(List<Node> parent) {
        this.parent = parent;
    }

    /** Before a layout: nothing is in use. */
    public void begin() {
        used = 0;
    }

    /** The next chip, shown and at its place. */
    public Chip place(Chip.Content content, boolean dark, double x, double y, double w, double h) {
        if (used == chips.size()) {
            Chip chip = new Chip();
            // Its place comes from the view; a pane would resize it as it likes.
            chip.setManaged(false);
            chips.add(chip);
            parent.add(chip);
        }
        Chip chip = chips.get(used++);
        chip.show(content, dark);
        chip.setVisible(true);
        chip.resizeRelocate(x, y, Math.max(0, w), Math.max(0, h));
        return chip;
    }

    /** After a layout: what is left over is hidden. */
    public void end() {
        for (int i = used; i < chips.size(); i++) {
            chips.get(i).setVisible(false);
        }
    }

    /** The chips in use. */
    public List<Chip> shown() {
        return Collections.unmodifiableList(chips.subList(0, used));
    }

    /** Marks what is fresh, news, selected or being dragged, by occurrence key. */
    public void mark(Snapshot snapshot, Set<String> selected, Set<String> dragged) {
        Set<String> fresh = snapshot.fresh();
        for (Chip chip : shown()) {
            Chip.Content c = chip.content();
            if (c != null) {
                String key = c.occurrence().key();
                chip.news(snapshot.news().get(key));
                boolean isSelected = selected.contains(key);
                chip.mark(fresh.contains(key), isSelected, dragged.contains(key));
                chip.among(isSelected && selected.size() > 1);
            }
        }
    }

    /** The chip in use that shows an occurrence, null when none does. */
    public @Nullable Chip of(Occurrence occurrence) {
        String key = occurrence.key();
        return shown().stream()
                .filter(c -> c.content() != null && c.content().occurrence().key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** The chip that a mouse event hit, null when it hit something else. */
    public static @Nullable Chip hit(Object target) {
        for (Node n = target instanceof Node node ? node : null; n != null; n = n.getParent()) {
            if (n instanceof Chip chip) {
                return chip;
            }
        }
        return null;
    }
}
