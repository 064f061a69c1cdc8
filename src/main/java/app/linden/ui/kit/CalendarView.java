package app.linden.ui.kit;

import app.linden.calendar.Snapshot;
import app.linden.model.Occurrence;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A way of looking at the calendar: month, week. Lives on JavaFX's thread. */
public interface CalendarView {
    Region node();

    /** The first day of what is shown around a day. */
    LocalDate firstDay(LocalDate around);

    /** How many days are shown. */
    int days();

    /** The day that stands as near to {@code from} as can be, so many pages on. */
    LocalDate page(LocalDate from, int pages);

    /** What is shown in words, for the bar. */
    String title(LocalDate around);

    /** Shows a snapshot of {@link #days} days from {@link #firstDay}. */
    void show(Snapshot snapshot, LocalDate around, LocalDateTime now);

    /** What the person has selected, null when nothing. */
    @Nullable Occurrence selected();

    /** All that the person has selected; {@link #selected} is the last of them. */
    default List<Occurrence> chosen() {
        Occurrence one = selected();
        return one == null ? List.of() : List.of(one);
    }

    /** Selects these and no others, where the view can. */
    default void choose(List<Occurrence> occurrences) {}

    /**
     * Selects an occurrence of the snapshot and brings it into sight.
     *
     * @return where it is drawn, null when there is no room for it
     */
    @Nullable Node reveal(Occurrence occurrence);
}
