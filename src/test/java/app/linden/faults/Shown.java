package app.linden.faults;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a person must see after an edit, and what undo would bring: the judge's own model. One
 * person edits, so that undoing brings exactly what was before.
 */
record Shown(Data data, @Nullable Stack undo, @Nullable Stack redo) {
    /**
     * @param events what they say, by their key
     * @param calendars names, by their key
     */
    record Data(Map<String, String> events, Map<String, String> calendars) {
        Data withEvent(String key, @Nullable String value) {
            return new Data(with(events, key, value), calendars);
        }

        Data withCalendar(String key, String name) {
            return new Data(events, with(calendars, key, name));
        }

        private static Map<String, String> with(
                Map<String, String> map, String key, @Nullable String value) {
            Map<String, String> changed = new TreeMap<>(map);
            if (value == null) {
                changed.remove(key);
            } else {
                changed.put(key, value);
            }
            return changed;
        }

        /** In words, what this has and the other one has not. */
        String besides(Data other) {
            Map<String, String> left = new TreeMap<>(events);
            left.putAll(calendars);
            left.entrySet().removeAll(other.events.entrySet());
            left.entrySet().removeAll(other.calendars.entrySet());
            return left.toString();
        }
    }

    record Stack(Data top, @Nullable Stack rest) {}

    static Shown nothing() {
        return new Shown(new Data(Map.of(), Map.of()), null, null);
    }

    Shown after(Data edited) {
        return new Shown(edited, new Stack(data, undo), null);
    }

    Shown undone() {
        return undo == null ? this : new Shown(undo.top, undo.rest, new Stack(data, redo));
    }

    Shown redone() {
        return redo == null ? this : new Shown(redo.top, new Stack(data, undo), redo.rest);
    }
}
