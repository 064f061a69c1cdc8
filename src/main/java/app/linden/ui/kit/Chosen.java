package app.linden.ui.kit;

import app.linden.calendar.Snapshot;
import app.linden.layout.Walk;
import app.linden.model.Occurrence;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person has selected in a view: none, one, or several occurrences, of which the last one is
 * where the keyboard is. Lives on JavaFX's thread.
 */
public final class Chosen {
    /** What a click adds to what is selected. */
    public enum How {
        /** It alone. */
        ALONE,
        /** It too, or it no longer. */
        TOO,
        /** All from where the keyboard is to it. */
        UP_TO
    }

    private final Map<String, Occurrence> all = new LinkedHashMap<>();

    /** The last one, null when nothing is selected. */
    public @Nullable Occurrence last() {
        return all.isEmpty() ? null : List.copyOf(all.values()).getLast();
    }

    /** In the order in which they were selected. */
    public List<Occurrence> all() {
        return List.copyOf(all.values());
    }

    public Set<String> keys() {
        return Set.copyOf(all.keySet());
    }

    public boolean has(@Nullable Occurrence occurrence) {
        return occurrence != null && all.containsKey(occurrence.key());
    }

    /** These and no others. */
    public void set(List<Occurrence> occurrences) {
        all.clear();
        occurrences.forEach(o -> all.put(o.key(), o));
    }

    /** This alone; nothing where it is null. */
    public void set(@Nullable Occurrence occurrence) {
        set(occurrence == null ? List.of() : List.of(occurrence));
    }

    /** What a click on an occurrence selects among those that are shown. */
    public void click(Occurrence occurrence, How how, Snapshot snapshot) {
        Occurrence from = last();
        switch (how) {
            case ALONE -> set(occurrence);
            case TOO -> {
                if (all.remove(occurrence.key()) == null) {
                    all.put(occurrence.key(), occurrence);
                }
            }
            case UP_TO ->
                    set(
                            from == null
                                    ? List.of(occurrence)
                                    : new Walk(snapshot.occurrences(), snapshot.zone())
                                            .between(occurrence, from));
        }
    }

    /** The same as they are in a newer snapshot. One that is alone stays though it is not there. */
    public void follow(Snapshot snapshot) {
        if (all.isEmpty()) {
            return;
        }
        boolean alone = all.size() == 1;
        Map<String, Occurrence> shown = new LinkedHashMap<>();
        snapshot.occurrences().forEach(o -> shown.put(o.key(), o));
        all.replaceAll((key, o) -> shown.getOrDefault(key, o));
        if (!alone) {
            all.keySet().retainAll(shown.keySet());
        }
    }
}
