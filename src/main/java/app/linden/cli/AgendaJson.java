package app.linden.cli;

import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Mark;
import app.linden.model.Occurrence;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * The agenda for programs: a list of occurrences by start. Times carry the offset of the zone, days
 * do not; ends are not included, as in JSCalendar. A pure function.
 */
final class AgendaJson {
    private AgendaJson() {}

    static ArrayNode of(
            List<Occurrence> occurrences, Map<String, Calendar> calendars, ZoneId zone) {
        return inOrder(occurrences.stream().sorted(AgendaText.ORDER).toList(), calendars, zone);
    }

    /** In the order given. */
    static ArrayNode inOrder(
            List<Occurrence> occurrences, Map<String, Calendar> calendars, ZoneId zone) {
        ArrayNode list = Json.array();
        occurrences.stream()
                .map(o -> object(o, calendars.get(o.calendarId()), zone))
                .forEach(list::add);
        return list;
    }

    private static ObjectNode object(
            Occurrence o, @org.jspecify.annotations.Nullable Calendar calendar, ZoneId zone) {
        ObjectNode json = Json.object();
        json.put("event", o.eventId());
        if (o.recurrenceId() != null) {
            json.put("recurrenceId", Event.write(o.recurrenceId()));
        }
        json.put("title", o.title());
        boolean allDay = o.is(Mark.ALL_DAY);
        json.put("allDay", allDay);
        if (allDay) {
            json.put("start", o.span().startIn(zone).toLocalDate().toString());
            json.put("end", o.span().endIn(zone).toLocalDate().toString());
        } else {
            DateTimeFormatter format = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
            json.put("start", format.format(o.span().startIn(zone).atZone(zone)));
            json.put("end", format.format(o.span().endIn(zone).atZone(zone)));
        }
        if (o.place() != null) {
            json.put("place", o.place());
        }
        json.put("calendar", calendar == null ? "" : calendar.name());
        json.put("calendarId", o.calendarId());
        json.put("sent", !o.is(Mark.UNSENT));
        return json;
    }
}
