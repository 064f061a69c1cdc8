package app.linden.ui.kit;

import app.linden.layout.Range;
import app.linden.model.Occurrence;

import javafx.scene.Node;

import java.time.LocalDate;

/** What a person can do in a view with what it shows; the shell does it. On JavaFX's thread. */
public interface Acts {
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

    void delete(Occurrence occurrence);

    /** Shows one day closely. */
    void showDay(LocalDate day);
}
