package app.linden.ui.kit;

import app.linden.layout.Range;
import app.linden.model.Occurrence;

import javafx.scene.Node;

import java.time.LocalDate;
import java.util.List;

/** What a person can do in a view with what it shows; the shell does it. On JavaFX's thread. */
public interface Acts {
    /** One of several that are moved. */
    record Step(Occurrence occurrence, Range to) {}

    /** Opens the editor. */
    void open(Occurrence occurrence);

    /** Shows the small card beside a chip. */
    void peek(Node chip, Occurrence occurrence);

    /** Opens the editor with a new event. */
    void create(Range range);

    /**
     * Takes an occurrence to another time, after asking which ones are meant where it repeats.
     *
     * @param undone called when it will not happen, so that a preview can go
     */
    void move(Occurrence occurrence, Range to, Runnable undone);

    /**
     * Takes several elsewhere at once; of a series those that are named and no others.
     *
     * @param undone called when it will not happen
     */
    void moveAll(List<Step> steps, Runnable undone);

    void delete(Occurrence occurrence);

    /** Deletes several at once; of a series those that are named and no others. */
    void deleteAll(List<Occurrence> occurrences);

    /** Shows one day closely. */
    void showDay(LocalDate day);
}
