package app.linden.server;

import app.linden.model.Json;
import app.linden.model.Pointers;

import tools.jackson.databind.node.ObjectNode;

/**
 * Puts ids in place of references to calendars that the same request created (RFC 8620, 5.3):
 * "#key" as a member of calendarIds.
 */
record CalendarReferences(SetCall set) {
    private static final String MEMBER = "calendarIds/";

    /** Resolves the calendarIds of a new event, in place. */
    void resolve(ObjectNode event) {
        if (event.get("calendarIds") instanceof ObjectNode calendars) {
            ObjectNode resolved = Json.object();
            calendars
                    .properties()
                    .forEach(c -> {
                        String id = set.resolve(c.getKey());
                        resolved.set(id == null ? c.getKey() : id, c.getValue());
                    });
            event.set("calendarIds", resolved);
        }
    }

    /** A patch with its references resolved, in pointers too. */
    ObjectNode resolved(ObjectNode patch) {
        ObjectNode resolved = Json.object();
        patch.properties()
                .forEach(p -> {
                    String pointer = p.getKey();
                    if (pointer.startsWith(MEMBER + "#")) {
                        String id = set.resolve(pointer.substring(MEMBER.length()));
                        pointer = id == null ? pointer : Pointers.of("calendarIds", id);
                    }
                    resolved.set(pointer, p.getValue());
                });
        resolve(resolved);
        return resolved;
    }
}
