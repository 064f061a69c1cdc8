package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts together what belongs together: the changed occurrences of a series go into the series
 * (conversion draft, 2.1.2), and of several versions of one thing the newest stays.
 */
final class Assembly {
    /** All of one UID. */
    private static final class Series {
        private @Nullable Item master;
        private List<Item> more = List.of();
        private Map<String, Item> changes = Map.of();
    }

    private final Report report;
    private final boolean packed;
    private final Map<String, Series> byUid = new LinkedHashMap<>();

    /**
     * An assembly.
     *
     * @param packed whether what waits for the end of the file is held as text
     */
    Assembly(Report report, boolean packed) {
        this.report = report;
        this.packed = packed;
    }

    void add(Item item) {
        String key = item.isTask() ? "task " + item.uid() : item.uid();
        Series series = byUid.computeIfAbsent(key, uid -> new Series());
        Moment id = item.recurrenceId();
        if (id == null) {
            addMaster(series, item);
        } else {
            if (series.changes.isEmpty()) {
                series.changes = new TreeMap<>();
            }
            series.changes.merge(id.toString(), item, (a, b) -> a.isNewerThan(b) ? a : b);
        }
        if (packed) {
            item.pack();
        }
    }

    private void addMaster(Series series, Item item) {
        Item other = series.master;
        if (other == null) {
            series.master = item;
        } else if (other.json().equals(item.json())) {
            report.add(item.line(), item.uid(), "This event stands in the file twice.");
        } else if (other.hasSameVersionAs(item)) {
            // Neither replaces the other, so a careless program gave two events the same UID.
            if (series.more.isEmpty()) {
                series.more = new ArrayList<>();
            }
            series.more.add(item);
        } else {
            Item older = other.isNewerThan(item) ? item : other;
            report.add(
                    older.line(),
                    older.uid(),
                    "An older version of this event was left out; the file has a newer one.");
            series.master = older == item ? other : item;
        }
        if (packed && other != null) {
            other.pack();
        }
    }

    /** Hands over every event and task, in the order of the file, and forgets it. */
    void drain(Consumer<ObjectNode> to) {
        for (Iterator<Series> all = byUid.values().iterator(); all.hasNext(); all.remove()) {
            Series series = all.next();
            Item master = series.master;
            if (master == null) {
                series.changes.values().forEach(change -> to.accept(alone(change)));
            } else {
                if (!series.changes.isEmpty()) {
                    Changes changes = new Changes(master.json());
                    series.changes.values().forEach(change -> fold(changes, change, to));
                }
                to.accept(master.json());
            }
            for (Item namesake : series.more) {
                report.add(
                        namesake.line(),
                        namesake.uid(),
                        "Another event of the file has the same UID; this one got a new UID.");
                ObjectNode json = namesake.json();
                json.put("uid", Keys.of(Json.canonical(json)));
                to.accept(json);
            }
        }
    }

    /** A series whose time cannot be read takes no change; the occurrence is then one by itself. */
    private void fold(Changes changes, Item change, Consumer<ObjectNode> to) {
        try {
            changes.fold(change);
        } catch (Problem unreadable) {
            report.add(
                    change.line(),
                    change.uid(),
                    "This occurrence stands alone: " + Problem.sentence(unreadable));
            to.accept(alone(change));
        }
    }

    /** An occurrence whose series is not in the file. */
    private static ObjectNode alone(Item change) {
        ObjectNode json = change.json();
        Moment id = change.recurrenceId();
        if (id != null) {
            json.put("recurrenceId", Event.write(id.local()));
            EventReader.put(json, "recurrenceIdTimeZone", id.zone());
        }
        return json;
    }
}
