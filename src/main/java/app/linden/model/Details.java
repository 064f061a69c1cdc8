package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Everything of an event beside its title, time and repetition, read from the document when asked.
 * Nothing here ever throws: what has the wrong shape reads as if it were not there.
 *
 * @param json the whole event, of JSCalendar 2.0 or 1.0; never changed by anybody
 */
public record Details(ObjectNode json) {
    public SortedMap<String, Alert> alerts() {
        return Parts.of(json.path("alerts"), Alert::new);
    }

    public SortedMap<String, Location> locations() {
        return Parts.of(json.path("locations"), Location::new);
    }

    public SortedMap<String, VirtualLocation> virtualLocations() {
        return Parts.of(json.path("virtualLocations"), VirtualLocation::new);
    }

    public SortedMap<String, Link> links() {
        return Parts.of(json.path("links"), Link::new);
    }

    public SortedMap<String, Participant> participants() {
        return Parts.of(json.path("participants"), Participant::new);
    }

    /** Uids of other events to what they are to this one. */
    public SortedMap<String, Relation> relatedTo() {
        return Parts.of(json.path("relatedTo"), Relation::new);
    }

    /** Whoever invites; empty for an event that nobody was invited to. 1.0 says it in "replyTo". */
    public String organizer() {
        String address = Parts.text(json, "organizerCalendarAddress");
        JsonNode replyTo = json.path("replyTo");
        return address.isEmpty()
                ? Parts.text(replyTo, "imip", Parts.text(replyTo, "other"))
                : address;
    }

    public SortedSet<String> keywords() {
        return Parts.set(json.path("keywords"));
    }

    public SortedSet<String> categories() {
        return Parts.set(json.path("categories"));
    }

    /** 1 (highest) to 9 (lowest), 0 for none. */
    public int priority() {
        return Parts.number(json, "priority", 0);
    }

    public int sequence() {
        return Parts.number(json, "sequence", 0);
    }

    public @Nullable Instant created() {
        return Parts.instant(json, "created");
    }

    public @Nullable Instant updated() {
        return Parts.instant(json, "updated");
    }

    public String descriptionContentType() {
        return Parts.text(json, "descriptionContentType", "text/plain");
    }

    public String locale() {
        return Parts.text(json, "locale");
    }

    public String prodId() {
        return Parts.text(json, "prodId");
    }

    /** "free", "busy" or one from elsewhere. */
    public String freeBusyStatus() {
        return Parts.text(json, "freeBusyStatus", "busy");
    }

    /** The id of the place to show first, null where none is said. */
    public @Nullable String mainLocationId() {
        String id = Parts.text(json, "mainLocationId");
        return id.isEmpty() ? null : id;
    }

    public boolean isDraft() {
        return Parts.flag(json, "isDraft");
    }

    /** Whether the calendar's own alerts count in place of this event's. */
    public boolean useDefaultAlerts() {
        return Parts.flag(json, "useDefaultAlerts");
    }

    public boolean mayInviteSelf() {
        return Parts.flag(json, "mayInviteSelf");
    }

    public boolean mayInviteOthers() {
        return Parts.flag(json, "mayInviteOthers");
    }

    public boolean hideAttendees() {
        return Parts.flag(json, "hideAttendees");
    }

    /** An iTIP method; only on messages, never on a stored event. */
    public String method() {
        return Parts.text(json, "method");
    }

    /** The zone of the series that an event with a recurrenceId belongs to; null for its own. */
    public @Nullable String recurrenceIdTimeZone() {
        String name = Parts.text(json, "recurrenceIdTimeZone");
        return name.isEmpty() ? null : name;
    }
}
