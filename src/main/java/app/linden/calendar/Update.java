package app.linden.calendar;

import app.linden.model.Event;
import app.linden.model.Patch;
import app.linden.model.Series;
import app.linden.store.Store;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an event of a file changes in the event with the same UID that is here. Pure. */
final class Update {
    /** Set by whoever holds the event; a file's values would only make it look changed. */
    private static final Set<String> NOT_FROM_FILES =
            Set.of(
                    "@type",
                    "uid",
                    "created",
                    "updated",
                    "sequence",
                    "calendarIds",
                    "organizerCalendarAddress");

    /** A file says these together: without an end zone in it there is none. */
    private static final List<String> WHEN =
            List.of("start", "timeZone", "endTimeZone", "duration", "showWithoutTime");

    private static final List<String> RULE = List.of("recurrenceRule", "recurrenceRules");
    private static final String OVERRIDES = "recurrenceOverrides";

    private Update() {}

    static boolean isOccurrence(Event event) {
        return event.json().has("recurrenceId");
    }

    /**
     * The event that a file's event is about: in this calendar, with the same recurrence id; or the
     * series that a single occurrence belongs to.
     */
    static Store.@Nullable Found counterpart(
            Event event, List<Store.Found> sameUid, String calendarId) {
        Store.Found series = null;
        String recurrenceId = recurrenceId(event);
        for (Store.Found found : sameUid) {
            if (!found.event().calendarIds().contains(calendarId)) {
                continue;
            }
            if (recurrenceId(found.event()).equals(recurrenceId)) {
                return found;
            }
            if (!isOccurrence(found.event())) {
                series = found;
            }
        }
        return series;
    }

    private static String recurrenceId(Event event) {
        return event.json().path("recurrenceId").asString("");
    }

    /** The changes; empty when the file says nothing new. */
    static Patch patch(Event here, Event file) {
        ObjectNode after =
                isOccurrence(file) && !isOccurrence(here)
                        ? withOccurrence(here, file)
                        : with(here, file);
        return Patch.between(here.json(), after);
    }

    private static ObjectNode with(Event here, Event file) {
        ObjectNode after = here.json().deepCopy();
        ObjectNode said = file.json();
        boolean otherSeries = !sameSeries(here.json(), said);
        after.remove(WHEN);
        after.remove(RULE);
        for (Map.Entry<String, JsonNode> property : said.properties()) {
            String name = property.getKey();
            if (name.equals(OVERRIDES) && property.getValue() instanceof ObjectNode overrides) {
                // Exceptions made here stay, unless they are exceptions of another series now.
                ObjectNode all =
                        after.path(OVERRIDES) instanceof ObjectNode o && !otherSeries
                                ? o
                                : after.putObject(OVERRIDES);
                overrides.properties().forEach(o -> all.set(o.getKey(), o.getValue()));
            } else if (!NOT_FROM_FILES.contains(name)) {
                after.set(name, property.getValue());
            }
        }
        if (otherSeries && !said.has(OVERRIDES)) {
            after.remove(OVERRIDES);
        }
        keepDefaults(here.json(), after);
        return after;
    }

    /** A server may say what is usual, where a file says nothing: no change. */
    private static void keepDefaults(ObjectNode before, ObjectNode after) {
        if (!after.has("showWithoutTime") && !before.path("showWithoutTime").asBoolean(true)) {
            after.put("showWithoutTime", false);
        }
        if (!after.has("duration") && before.path("duration").asString("").equals("PT0S")) {
            after.put("duration", "PT0S");
        }
        for (String zone : List.of("timeZone", "endTimeZone")) {
            if (!after.has(zone) && before.path(zone).isNull()) {
                after.putNull(zone);
            }
        }
    }

    private static boolean sameSeries(ObjectNode here, ObjectNode said) {
        for (String name : List.of("start", "timeZone", "recurrenceRule")) {
            JsonNode a = here.path(name);
            JsonNode b = said.path(name);
            boolean bothAbsent = (a.isMissingNode() || a.isNull()) && b.isMissingNode();
            if (!bothAbsent && !a.equals(b)) {
                return false;
            }
        }
        return true;
    }

    /** The file has one occurrence of a series that is here whole. */
    private static ObjectNode withOccurrence(Event series, Event file) {
        String said = recurrenceId(file);
        if (!Event.isLocalDateTime(said)) {
            return series.json();
        }
        LocalDateTime id = inZoneOf(series, LocalDateTime.parse(said), file);
        Event before = series.occurrence(id);
        ObjectNode after = with(before, file);
        after.put("recurrenceId", Event.write(id));
        after.remove(List.of("recurrenceIdTimeZone", "iCalendar"));
        return Series.withOccurrence(series, id, before, Event.of(after)).json();
    }

    private static LocalDateTime inZoneOf(Event series, LocalDateTime id, Event file) {
        String from = file.json().path("recurrenceIdTimeZone").asString("");
        ZoneId to = series.when().zone();
        return from.isEmpty() || to == null
                ? id
                : id.atZone(ZoneId.of(from)).withZoneSameInstant(to).toLocalDateTime();
    }
}
