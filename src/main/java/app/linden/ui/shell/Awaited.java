package app.linden.ui.shell;

import app.linden.calendar.Snapshot;
import app.linden.model.Occurrence;
import app.linden.ui.kit.CalendarView;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.function.BiConsumer;

/** An occurrence that the person wants to see as soon as its days are there. On JavaFX's thread. */
final class Awaited {
    private final BiConsumer<Node, Occurrence> seen;
    private @Nullable Occurrence wanted;

    /**
     * Waits for none yet.
     *
     * @param seen gets where it is drawn
     */
    Awaited(BiConsumer<Node, Occurrence> seen) {
        this.seen = seen;
    }

    void await(@Nullable Occurrence occurrence) {
        wanted = occurrence;
    }

    /**
     * Looks for it in days that have come.
     *
     * @return the occurrence when it is there and the view has no room for it
     */
    @Nullable Occurrence arrived(Snapshot snapshot, CalendarView view) {
        Occurrence looked = wanted;
        if (looked == null) {
            return null;
        }
        for (Occurrence there : snapshot.occurrences()) {
            if (there.key().equals(looked.key())) {
                Node chip = view.reveal(there);
                wanted = null;
                if (chip == null) {
                    return there;
                }
                seen.accept(chip, there);
                return null;
            }
        }
        return null;
    }
}
