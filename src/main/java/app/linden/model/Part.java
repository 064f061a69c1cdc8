package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of a map of ids in an event: an alert, a place, a link, a person. A view of its
 * document, so that what Linden does not know of it stays.
 */
public sealed interface Part permits Alert, Link, Location, Participant, Relation, VirtualLocation {
    /** The whole document. Read it, never change it. */
    ObjectNode json();

    /** Which of an event's maps holds parts of a kind. */
    enum Kind {
        ALERT("alerts"),
        LINK("links"),
        LOCATION("locations"),
        PARTICIPANT("participants"),
        RELATION("relatedTo"),
        VIRTUAL_LOCATION("virtualLocations");

        private final String property;

        Kind(String property) {
            this.property = property;
        }

        public String property() {
            return property;
        }
    }

    /** The map that this belongs in. */
    Kind kindOfPart();

    /** The event with this under an id, in place of what was there. */
    default Event in(Event event, String id) {
        return put(event, kindOfPart(), id, this);
    }

    /** The event without the part of that id. */
    static Event without(Event event, Kind kind, String id) {
        return put(event, kind, id, null);
    }

    /** The smallest number that is the id of no part of this kind yet. */
    static String freeId(Event event, Kind kind) {
        var map = event.json().path(kind.property());
        int id = 1;
        while (map.has(Integer.toString(id))) {
            id++;
        }
        return Integer.toString(id);
    }

    private static Event put(Event event, Kind kind, String id, @Nullable Part part) {
        ObjectNode map =
                event.json().path(kind.property()) instanceof ObjectNode o
                        ? o.deepCopy()
                        : Json.object();
        if (part == null) {
            map.remove(id);
        } else {
            map.set(id, part.json());
        }
        return event.with(kind.property(), map.isEmpty() ? Json.nil() : map);
    }
}
