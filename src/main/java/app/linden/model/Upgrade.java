package app.linden.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/**
 * Turns an event of JSCalendar 1.0 (RFC 8984) into one of 2.0, for documents from files and from
 * {@code CalendarEvent/parse}. What a server keeps is not rewritten: it gets its changes in its own
 * shape, and the views read both.
 */
public final class Upgrade {
    private Upgrade() {}

    /**
     * The same event in 2.0; the given one stays as it is, and one that is 2.0 already comes out
     * equal. What has no place in 2.0 is kept where it stands: further rules, rules of exclusion,
     * other ways to reply, definitions of zones that have no name.
     */
    public static ObjectNode toVersion2(ObjectNode event) {
        ObjectNode next = event.deepCopy();
        if (next.path("version").asString("").equals("1.0")) {
            next.put("version", "2.0");
        }
        rule(next);
        zones(next);
        organizer(next);
        links(next);
        each(next, "participants", Upgrade::participant);
        // Addresses in place of ids, when every participant has its own.
        each(next, "participants", p -> addresses(next, p));
        locations(next);
        for (Map.Entry<String, JsonNode> override : next.path("recurrenceOverrides").properties()) {
            if (override.getValue() instanceof ObjectNode patch) {
                zones(patch);
            }
        }
        return next;
    }

    private static void rule(ObjectNode event) {
        JsonNode rules = event.path("recurrenceRules");
        if (!event.has("recurrenceRule") && rules.size() == 1 && rules.path(0).isObject()) {
            event.set("recurrenceRule", rules.path(0));
            event.remove("recurrenceRules");
        }
        for (String property : List.of("recurrenceRules", "excludedRecurrenceRules")) {
            if (event.path(property).isArray() && event.path(property).isEmpty()) {
                event.remove(property);
            }
        }
    }

    /** A custom zone by the name that its definition gives. */
    private static void zones(ObjectNode event) {
        for (String property : List.of("timeZone", "endTimeZone", "recurrenceIdTimeZone")) {
            String name = Parts.text(event, property);
            String id = Parts.text(event.path("timeZones").path(name), "tzId");
            if (name.startsWith("/") && !id.isEmpty()) {
                event.put(property, id);
            }
        }
    }

    private static void organizer(ObjectNode event) {
        if (!(event.get("replyTo") instanceof ObjectNode replyTo)) {
            return;
        }
        String address = new Details(event).organizer();
        if (!address.isEmpty()) {
            event.put("organizerCalendarAddress", address);
            replyTo.properties().removeIf(p -> p.getValue().asString("").equals(address));
        }
        if (replyTo.isEmpty()) {
            event.remove("replyTo");
        }
    }

    private static void participant(ObjectNode event) {
        Participant before = new Participant(event.deepCopy());
        String address = before.calendarAddress();
        if (!address.isEmpty()) {
            event.put("calendarAddress", address);
        }
        if (!address.isEmpty() && event.get("sendTo") instanceof ObjectNode sendTo) {
            sendTo.properties().removeIf(p -> p.getValue().asString("").equals(address));
            if (sendTo.isEmpty()) {
                event.remove("sendTo");
            }
        }
        if (event.path("roles").has("attendee")) {
            event.set("roles", Parts.set(before.roles()));
        }
        links(event);
    }

    private static void addresses(ObjectNode event, ObjectNode participant) {
        for (String property : List.of("delegatedTo", "delegatedFrom", "memberOf")) {
            if (participant.get(property) instanceof ObjectNode ids) {
                ObjectNode next = Json.object();
                ids.properties()
                        .forEach(p -> {
                            String address =
                                    Parts.text(
                                            event.path("participants").path(p.getKey()),
                                            "calendarAddress");
                            next.set(address.isEmpty() ? p.getKey() : address, p.getValue());
                        });
                participant.set(property, next);
            }
        }
    }

    /** Links that locations and people named by their ids stand in them in 2.0. */
    private static void locations(ObjectNode event) {
        for (String property : List.of("locations", "participants")) {
            each(event, property, part -> linked(event, part));
        }
        each(event, "locations", Upgrade::links);
    }

    private static void linked(ObjectNode event, ObjectNode part) {
        if (!(part.get("linkIds") instanceof ObjectNode ids)) {
            return;
        }
        for (String id : Parts.set(ids)) {
            if (event.path("links").path(id) instanceof ObjectNode link) {
                ObjectNode links =
                        part.get("links") instanceof ObjectNode o ? o : part.putObject("links");
                links.set(id, link.deepCopy());
                ids.remove(id);
            }
        }
        if (ids.isEmpty()) {
            part.remove("linkIds");
        }
    }

    private static void links(ObjectNode holder) {
        each(
                holder,
                "links",
                link -> {
                    if (link.path("display").isString()) {
                        link.set("display", Parts.set(new Link(link).display()));
                    }
                });
    }

    private static void each(
            ObjectNode holder, String property, java.util.function.Consumer<ObjectNode> change) {
        for (Map.Entry<String, JsonNode> entry : holder.path(property).properties()) {
            if (entry.getValue() instanceof ObjectNode part) {
                change.accept(part);
            }
        }
    }
}
