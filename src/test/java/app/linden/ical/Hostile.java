package app.linden.ical;

import app.linden.model.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An event with one text in every place that takes a text, names among them. */
final class Hostile {
    private Hostile() {}

    static ObjectNode everywhere(String s) {
        ObjectNode e = Json.object().put("@type", "Event").put("uid", s).put("title", s);
        e.put("start", "2026-03-04T10:00:00").put("timeZone", "Europe/Berlin");
        e.put("duration", "PT1H").put("description", s).put("locale", s).put("color", s);
        e.put("status", s).put("privacy", s).put("freeBusyStatus", s).put("method", s);
        e.put("created", s).put("updated", s).put("organizerCalendarAddress", s).put("sentBy", s);
        e.put("mainLocationId", s).put("descriptionContentType", "text/plain").put(s + "x", s);
        e.putObject("keywords").put(s, true);
        e.putObject("categories").put(s, true);
        e.putObject("relatedTo").putObject(s).putObject("relation").put(s, true);
        ObjectNode links = e.putObject("links");
        for (String rel : new String[] {"enclosure", "icon", "describedby", s}) {
            ObjectNode link = links.putObject(s + rel).put("href", s).put("rel", rel);
            link.put("title", s).put("contentType", s).put("x" + s, s);
            link.putObject("display").put(s, true);
        }
        ObjectNode room = e.putObject("virtualLocations").putObject(s).put("uri", s);
        room.put("name", s).putObject("features").put(s, true);
        ObjectNode locations = e.putObject("locations");
        for (int i = 0; i < 2; i++) {
            ObjectNode location = locations.putObject(s + i).put("name", s).put("coordinates", s);
            location.put(s, s).putObject("locationTypes").put(s, true);
        }
        ObjectNode people = e.putObject("participants");
        for (int i = 0; i < 2; i++) {
            ObjectNode person = people.putObject(s + i).put("name", s).put("email", s);
            person.put("calendarAddress", s + i).put("description", s).put("kind", s);
            person.put("participationStatus", s).put("sentBy", s).put("x" + s, s);
            person.putObject("roles").put(s, true);
            person.putObject("delegatedTo").put(s, true);
            person.putObject("memberOf").put(s, true);
        }
        ObjectNode alert = e.putObject("alerts").putObject(s).put("action", s).put(s, s);
        alert.put("acknowledged", s).putObject("trigger").put("offset", "-PT5M").put(s, s);
        alert.putObject("relatedTo").putObject(s).putObject("relation").put(s, true);
        e.putObject("recurrenceRule").put("frequency", "daily").put("rscale", s).put("count", 3);
        ObjectNode overrides = e.putObject("recurrenceOverrides");
        overrides.putObject(s).put("title", s);
        overrides.putObject("2026-03-05T10:00:00").put("title", s + "2").put("x~1" + "y", s);
        kept(e.putObject("iCalendar"), s);
        return e;
    }

    private static void kept(ObjectNode kept, String s) {
        kept.put("name", s);
        ObjectNode converted = kept.putObject("convertedProperties");
        converted.putObject("title").put("name", "summary").putObject("parameters").put(s, s);
        converted.putObject("start").put("name", "dtstart").putObject("parameters").put("x-a", s);
        ArrayNode properties = kept.putArray("properties");
        for (String type : new String[] {"text", "unknown", "uri", "date-time", "recur", s}) {
            ArrayNode p = properties.addArray().add("x-" + s);
            p.addObject().put(s, s).putArray("x-list").add(s).add(s);
            p.add(type).add(s);
        }
        ArrayNode p = properties.addArray().add("x-rule");
        p.addObject();
        p.add("recur").addObject().put(s, s);
        properties.addArray().add("begin").add(Json.object()).add("text").add("VEVENT");
        ArrayNode component = kept.putArray("components").addArray().add(s);
        component.addArray().add(properties.get(0).deepCopy());
        component.addArray();
    }
}
