package app.linden.ui.shell;

import app.linden.calendar.Snapshot;
import app.linden.layout.Range;
import app.linden.layout.Walk;
import app.linden.model.Occurrence;
import app.linden.ui.kit.CalendarView;
import app.linden.ui.kit.Speech;
import app.linden.ui.kit.Texts;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes from event to event with the keyboard and says, to a screen reader too, where one is. The
 * focus stays with the view, since chips come and go. Lives on JavaFX's thread.
 */
final class Walking {
    private Walking() {}

    /**
     * Selects the next event that is drawn.
     *
     * @param step 1 on, -1 back
     * @param extend whether what is selected stays so
     * @param from where to begin when nothing is selected
     */
    static void step(
            CalendarView view, Snapshot snapshot, int step, boolean extend, LocalDate from) {
        Walk walk = new Walk(snapshot.occurrences(), snapshot.zone());
        List<Occurrence> before = view.chosen();
        Occurrence next = walk.next(view.selected(), step, from);
        while (next != null) {
            if (view.reveal(next) != null) {
                view.node().requestFocus();
                String said = spoken(walk, next, snapshot);
                if (extend) {
                    List<Occurrence> chosen = extended(before, next);
                    view.choose(chosen);
                    said += ", " + Texts.text("walk.selected", chosen.size());
                }
                view.node().setAccessibleText(said);
                return;
            }
            next = walk.next(next, step, from);
        }
        view.choose(before);
    }

    /** Going back over what was selected takes it away again. */
    private static List<Occurrence> extended(List<Occurrence> before, Occurrence next) {
        List<Occurrence> chosen = new ArrayList<>(before);
        boolean back = chosen.removeIf(o -> o.key().equals(next.key()));
        if (back && !chosen.isEmpty()) {
            chosen.removeLast();
        }
        chosen.add(next);
        return chosen;
    }

    /** Tells how many are selected. */
    static void say(CalendarView view) {
        view.node().requestFocus();
        view.node().setAccessibleText(Texts.text("walk.selected", view.chosen().size()));
    }

    /** Where the selected event is drawn, null when none is. */
    static @Nullable Node selected(CalendarView view) {
        Occurrence selected = view.selected();
        return selected == null ? null : view.reveal(selected);
    }

    /** "Swimming, Tuesday, November 24, 2026, 4 – 5 PM, Pool, 2 of 4, overlaps another". */
    private static String spoken(Walk walk, Occurrence o, Snapshot snapshot) {
        String said = Speech.of(o, Range.of(o, snapshot.zone()));
        Walk.Position at = walk.position(o);
        if (at == null) {
            return said;
        }
        said += ", " + Texts.text("walk.position", at.number(), at.of());
        return at.overlapping() == 0
                ? said
                : said + ", " + Texts.text("walk.overlap", at.overlapping());
    }
}
