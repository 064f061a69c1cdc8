package app.linden.calendar;

import app.linden.base.Ids;
import app.linden.ical.CalendarFile.Reading;
import app.linden.ical.CalendarFile.Unreadable;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a subscribed calendar what its source says now: every event is looked for in it (mark), and
 * those that are in it no more go (sweep). Lives on the thread of the subscriptions.
 */
final class Replacement {
    private static final int CHUNK = 500;

    /** Below this many events half of them may well go at once. */
    private static final int FEW = 5;

    private final Store store;
    private final Ids ids;
    private final String calendarId;

    Replacement(Store store, Ids ids, String calendarId) {
        this.store = store;
        this.ids = ids;
        this.calendarId = calendarId;
    }

    /**
     * @param whole whether the file ends as it should; else nothing goes
     * @param trusted whether a person asked for this, so that even most of the events may go
     * @return one sentence when something was kept that the file has no more, else null
     */
    @Nullable String run(Reading reading, boolean whole, boolean trusted) {
        Map<String, ObjectNode> left = new LinkedHashMap<>();
        for (Event event : reading.events()) {
            ObjectNode json = event.json().deepCopy();
            json.putObject("calendarIds").put(calendarId, true);
            left.put(key(event), json);
        }
        Set<String> unread = new HashSet<>();
        for (Unreadable u : reading.unreadable()) {
            if (u.uid() != null) {
                unread.add(u.uid());
            }
        }
        List<Store.Found> saved = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        int here = 0;
        for (Store.Found found : store.eachEventIn(calendarId)) {
            here++;
            ObjectNode now = left.remove(key(found.event()));
            if (now == null) {
                if (!unread.contains(found.event().uid())) {
                    gone.add(found.id());
                }
            } else if (!same(found.event().json(), now)) {
                saved.add(new Store.Found(found.id(), Event.of(now)));
            }
        }
        left.values().forEach(e -> saved.add(new Store.Found(ids.next(), Event.of(e))));
        String kept = null;
        if (!gone.isEmpty() && !whole) {
            kept = "The file breaks off in the middle, so no event was taken away.";
        } else if (!trusted && gone.size() > here / 2 && here >= FEW) {
            kept =
                    gone.size()
                            + " of "
                            + here
                            + " events are no longer in the file; they were kept. Refresh this"
                            + " calendar by hand to let them go.";
        }
        if (kept != null) {
            gone.clear();
        }
        save(saved, gone);
        return kept;
    }

    private void save(List<Store.Found> saved, List<String> gone) {
        for (int from = 0; from < saved.size(); from += CHUNK) {
            List<Store.Found> chunk = saved.subList(from, Math.min(from + CHUNK, saved.size()));
            store.feeds().accept(calendarId, chunk, List.of()).join();
        }
        for (int from = 0; from < gone.size(); from += CHUNK) {
            List<String> chunk = gone.subList(from, Math.min(from + CHUNK, gone.size()));
            store.feeds().accept(calendarId, List.of(), chunk).join();
        }
    }

    private static String key(Event event) {
        return event.uid() + "\n" + event.json().path("recurrenceId").asString("");
    }

    /** Many servers write the time of asking as DTSTAMP; that alone is no change. */
    private static boolean same(ObjectNode before, ObjectNode after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> property : after.properties()) {
            boolean counts = !property.getKey().equals("updated");
            JsonNode was = before.get(property.getKey());
            if (counts && (was == null || !Json.canonical(was).equals(text(property)))) {
                return false;
            }
        }
        return true;
    }

    private static String text(Map.Entry<String, JsonNode> property) {
        return Json.canonical(property.getValue());
    }
}
