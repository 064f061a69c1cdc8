package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final @Nullable Groups groups;
    private final Map<String, Series> byUid = new LinkedHashMap<>();

    /**
     * An assembly.
     *
     * @param groups keeps what is replaced by a newer version; null when nobody asks for it, and
     *     then also what waits for the end of the file is not held as text
     */
    Assembly(Report report, @Nullable Groups groups) {
        this.report = report;
        this.groups = groups;
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
            Item other = series.changes.put(id.toString(), item);
            if (other != null && other.isNewerThan(item)) {
                series.changes.put(id.toString(), other);
                dropped(item);
            } else if (other != null) {
                dropped(other);
            }
        }
        if (groups != null) {
            item.pack();
        }
    }

    private void dropped(Item item) {
        if (groups != null) {
            groups.addVersion(item);
        }
    }

    private void addMaster(Series series, Item item) {
        Item other = series.master;
        if (other == null) {
            series.master = item;
        } else if (other.json().equals(item.json())) {
            report.add(item.line(), item.uid(), "This event stands in the file twice.");
            dropped(item);
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
            dropped(older);
        }
        if (groups != null && other != null) {
            other.pack();
        }
    }

    /** Hands over every event and task, in the order of the file, and forgets it. */
    void drain(Consumer<ObjectNode> to) {
        for (Iterator<Series> all = byUid.values().iterator(); all.hasNext(); all.remove()) {
            Series series = all.next();
            Item master = series.master;
            if (master == null) {
                for (Item change : series.changes.values()) {
                    hand(change, change.alone(), to);
                }
            } else {
                if (!series.changes.isEmpty()) {
                    Changes.fold(
                            master.json(),
                            series.changes.values(),
                            (change, why) -> unfit(change, why, to));
                }
                hand(master, master.json(), to);
            }
            Set<String> given = new HashSet<>();
            for (Item namesake : series.more) {
                ObjectNode json = namesake.json();
                String uid = Keys.of(Json.canonical(json));
                if (!given.add(uid)) {
                    report.add(
                            namesake.line(),
                            namesake.uid(),
                            "This event stands in the file twice.");
                    dropped(namesake);
                    continue;
                }
                report.add(
                        namesake.line(),
                        namesake.uid(),
                        "Another event of the file has the same UID; this one got a new UID.");
                json.put("uid", uid);
                hand(namesake, json, to);
            }
        }
    }

    /** A series whose time cannot be read takes no change; the occurrence is then one by itself. */
    private void unfit(Item change, Problem why, Consumer<ObjectNode> to) {
        report.add(
                change.line(),
                change.uid(),
                "This occurrence stands alone: " + Problem.sentence(why));
        hand(change, change.alone(), to);
    }

    private void hand(Item item, ObjectNode json, Consumer<ObjectNode> to) {
        if (groups != null) {
            groups.addEntry(item.calendar(), json.path("uid").asString(""));
        }
        to.accept(json);
    }
}
