package app.linden.ical;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Patch;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts together what belongs together: the changed occurrences of a series go into the series
 * (conversion draft, 2.1.2), and of several versions of one thing the newest stays.
 */
final class Assembly {
    /**
     * What an override can never change (jscalendarbis, 3.3.4) or what is not of that occurrence.
     */
    private static final List<String> NOT_PATCHED =
            List.of(
                    "@type",
                    "uid",
                    "created",
                    "updated",
                    "sequence",
                    "organizerCalendarAddress",
                    "privacy",
                    "relatedTo",
                    "recurrenceId",
                    "recurrenceIdTimeZone",
                    "recurrenceRule",
                    "recurrenceOverrides");

    /** All of one UID. */
    private static final class Series {
        private @Nullable Item master;
        private final List<Item> more = new ArrayList<>();
        private final Map<String, Item> changes = new TreeMap<>();
    }

    private final Report report;
    private final Map<String, Series> byUid = new LinkedHashMap<>();

    Assembly(Report report) {
        this.report = report;
    }

    void add(Item item) {
        Series series = byUid.computeIfAbsent(item.uid(), uid -> new Series());
        Moment id = item.recurrenceId();
        if (id == null) {
            addMaster(series, item);
        } else {
            series.changes.merge(id.toString(), item, (a, b) -> a.isNewerThan(b) ? a : b);
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
            series.more.add(item);
        } else {
            Item older = other.isNewerThan(item) ? item : other;
            report.add(
                    older.line(),
                    older.uid(),
                    "An older version of this event was left out; the file has a newer one.");
            series.master = older == item ? other : item;
        }
    }

    List<Event> events() {
        List<Event> events = new ArrayList<>(byUid.size());
        byUid.forEach((uid, series) -> {
            Item master = series.master;
            if (master == null) {
                series.changes.values().forEach(change -> events.add(alone(change)));
            } else {
                series.changes.values().forEach(change -> fold(master, change));
                events.add(Event.of(master.json()));
            }
            for (Item namesake : series.more) {
                report.add(
                        namesake.line(),
                        uid,
                        "Another event of the file has the same UID; this one got a new UID.");
                ObjectNode json = namesake.json();
                json.put("uid", Keys.of(Json.canonical(json)));
                events.add(Event.of(json));
            }
        });
        return List.copyOf(events);
    }

    /** An occurrence whose series is not in the file. */
    private static Event alone(Item change) {
        ObjectNode json = change.json();
        Moment id = change.recurrenceId();
        if (id != null) {
            json.put("recurrenceId", Event.write(id.local()));
            EventReader.put(json, "recurrenceIdTimeZone", id.zone());
        }
        return Event.of(json);
    }

    private static void fold(Item master, Item change) {
        ObjectNode series = master.json();
        Moment moment = change.recurrenceId();
        if (moment == null) {
            return;
        }
        Event event = Event.of(series);
        ZoneId zone = event.when().zone();
        LocalDateTime id = Repetition.id(moment, zone, event.when().allDay(), event.when().start());
        ObjectNode usual = bare(series);
        usual.put("start", Event.write(id));
        Patch patch = Patch.between(usual, bare(change.json()));
        ObjectNode overrides =
                series.path("recurrenceOverrides") instanceof ObjectNode o
                        ? o
                        : series.putObject("recurrenceOverrides");
        overrides.set(Event.write(id), patch.toJson());
    }

    private static ObjectNode bare(ObjectNode event) {
        ObjectNode bare = event.deepCopy();
        bare.remove(NOT_PATCHED);
        return bare;
    }
}
