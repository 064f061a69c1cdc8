package app.linden.ical;

import app.linden.ical.CalendarFile.Unreadable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects what a person should know about a file; after ten thousand entries it only counts, since
 * nobody reads further and a hostile file would fill the memory.
 */
final class Report {
    private static final int MOST = 10_000;

    private final List<Unreadable> entries = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Map<String, Integer> firstLine = new TreeMap<>();
    private int more;

    void add(int line, @Nullable String uid, String reason) {
        if (entries.size() < MOST) {
            entries.add(new Unreadable(line, uid, reason.endsWith(".") ? reason : reason + "."));
        } else {
            more++;
        }
    }

    /** A component that is no event; they are told as a number for each kind. */
    void leftOut(String component, int line) {
        leftOut.merge(component, 1, Integer::sum);
        firstLine.putIfAbsent(component, line);
    }

    List<Unreadable> entries() {
        List<Unreadable> all = new ArrayList<>(entries);
        leftOut.forEach((name, count) ->
                all.add(
                        new Unreadable(
                                firstLine.getOrDefault(name, 1), null, sentence(name, count))));
        if (more > 0) {
            all.add(new Unreadable(0, null, "There are " + more + " more remarks like these."));
        }
        return List.copyOf(all);
    }

    private static String sentence(String name, int count) {
        String what =
                switch (name) {
                    case "VTODO" -> count == 1 ? "task" : "tasks";
                    case "VJOURNAL" -> count == 1 ? "journal entry" : "journal entries";
                    case "VFREEBUSY" -> count == 1 ? "list of busy times" : "lists of busy times";
                    default -> "“" + name + "”";
                };
        return count + " " + what + (count == 1 ? " was" : " were") + " left out: no event.";
    }
}
