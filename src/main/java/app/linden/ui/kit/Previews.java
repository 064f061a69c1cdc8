package app.linden.ui.kit;

import app.linden.calendar.Snapshot;
import app.linden.layout.Range;
import app.linden.model.Calendar;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.Span;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A drag shown before it ends: the same layout as always, with the event where it would go. Pure
 * but for texts.
 */
public final class Previews {
    /** The key of an event that does not exist yet. */
    private static final String NEW = "new";

    private Previews() {}

    /** What a view shows: the snapshot, with what is dragged taken to its new place. */
    public static List<Occurrence> in(Snapshot snapshot, Dragging.@Nullable Preview preview) {
        if (preview == null) {
            return snapshot.occurrences();
        }
        List<Occurrence> shown = new ArrayList<>(snapshot.occurrences());
        Occurrence dragged = preview.occurrence();
        if (dragged == null) {
            shown.add(newEvent(preview.range(), snapshot));
        } else {
            Set<String> moved = keys(preview);
            shown.removeIf(o -> moved.contains(o.key()));
            shown.add(preview.range().applyTo(dragged, snapshot.zone()));
            for (Acts.Step step : preview.along()) {
                shown.add(step.to().applyTo(step.occurrence(), snapshot.zone()));
            }
        }
        return shown;
    }

    /** The keys of what is dragged. */
    public static Set<String> keys(Dragging.@Nullable Preview preview) {
        if (preview == null) {
            return Set.of();
        }
        Occurrence dragged = preview.occurrence();
        Set<String> keys = new HashSet<>();
        keys.add(dragged == null ? NEW : dragged.key());
        preview.along().forEach(step -> keys.add(step.occurrence().key()));
        return keys;
    }

    /** Whether the person may take an occurrence elsewhere. */
    public static boolean mayChange(Snapshot snapshot, Occurrence o) {
        Calendar calendar = snapshot.calendars().get(o.calendarId());
        return calendar != null && calendar.rights().mayWrite() && !o.is(Mark.READ_ONLY);
    }

    /** The colour of an occurrence's calendar. */
    public static String color(Snapshot snapshot, Occurrence o) {
        Calendar calendar = snapshot.calendars().get(o.calendarId());
        return calendar == null ? Calendar.DEFAULT_COLOR : calendar.color();
    }

    private static Occurrence newEvent(Range range, Snapshot snapshot) {
        Calendar calendar = snapshot.forNewEvents();
        Occurrence blank =
                new Occurrence(
                        NEW,
                        null,
                        calendar == null ? "" : calendar.id(),
                        new Span(0, 0, true),
                        Texts.text("event.new"),
                        null,
                        null,
                        0);
        return range.applyTo(blank, snapshot.zone());
    }
}
