package app.linden.model;

import java.util.List;

/**
 * How an undo or a redo ended.
 *
 * @param act what was undone or done again
 * @param kept what stays as it is, since it is no longer what the act made of it
 */
public record Undone(Act act, List<Kept> kept) {
    public Undone {
        kept = List.copyOf(kept);
    }

    /** Why something stays as it is. */
    public enum Why {
        /** Somebody changed the same of it since. */
        CHANGED,
        /** It was deleted since. */
        GONE,
        /** The calendar in which it was is gone. */
        NO_CALENDAR
    }

    /**
     * @param title what it is called
     * @param units what of it somebody changed, as units of merging; empty for all of it
     */
    public record Kept(String title, Why why, List<String> units) {
        public Kept {
            units = List.copyOf(units);
        }
    }
}
