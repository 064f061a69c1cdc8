package app.linden.server;

import app.linden.db.Sql;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** What the server itself writes into events that people write (jmap-calendars 5.9). */
record EventStamps(Sql sql, Instant now) {
    private static final Set<String> NO_NEW_SEQUENCE = Set.of("calendarIds", "isDraft", "updated");

    /** The properties in which two documents differ. */
    static Set<String> differing(ObjectNode before, ObjectNode after) {
        Set<String> names = new HashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        names.removeIf(name -> before.path(name).equals(after.path(name)));
        return names;
    }

    /** The server's own properties after a change (jmap-calendars 5.9). */
    void renew(ObjectNode before, ObjectNode after, Set<String> differing) {
        boolean origin = isOrigin(after);
        after.put("isOrigin", origin);
        if (!origin) {
            return;
        }
        after.put("updated", now.toString());
        long sequence = before.path("sequence").asLong(0);
        boolean counts =
                differing.stream()
                        .anyMatch(name ->
                                !NO_NEW_SEQUENCE.contains(name) && !name.equals("isOrigin"));
        if (counts && after.path("sequence").asLong(0) <= sequence) {
            after.put("sequence", (int) Math.min(Integer.MAX_VALUE, sequence + 1));
        }
    }

    /** A new event, or a patch of one that is there, with its times in UTC made local. */
    ObjectNode local(ObjectNode sent, ObjectNode before) {
        new UtcTimes(sql).translate(sent, before);
        return sent;
    }

    /** Whether this server decides about the event, and not one that sent it here. */
    boolean isOrigin(ObjectNode event) {
        JsonNode organizer = event.path("organizerCalendarAddress");
        return !organizer.isString() || Principal.isAddressKnown(sql, organizer.asString());
    }
}
