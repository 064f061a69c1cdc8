package app.linden.store;

import app.linden.model.Event;
import app.linden.model.Merge;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an edit makes of one event.
 *
 * @param left what stays under its id, null when nothing does
 * @param added a second event of the same account, null when there is none
 * @param clashes what of the person's is in neither, since somebody else changed the same; for the
 *     second event where there is one
 */
public record Divided(@Nullable Event left, @Nullable Event added, List<Merge.Clash> clashes) {
    public Divided(@Nullable Event left, @Nullable Event added) {
        this(left, added, List.of());
    }
}
