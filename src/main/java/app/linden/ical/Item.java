package app.linden.ical;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/**
 * One VEVENT after reading.
 *
 * @param uid never empty
 * @param recurrenceId which occurrence of its series this changes, null for an event of its own
 * @param json the event without recurrenceId; nobody else holds it
 */
record Item(int line, String uid, @Nullable Moment recurrenceId, ObjectNode json) {

    /** Whether this version of the same thing replaces {@code other} (RFC 5546, 2.1.5). */
    boolean isNewerThan(Item other) {
        int sequence = Integer.compare(sequence(), other.sequence());
        return sequence != 0 ? sequence > 0 : updated().isAfter(other.updated());
    }

    /** Whether the file says which of the two is the newer one. */
    boolean hasSameVersionAs(Item other) {
        return sequence() == other.sequence() && updated().equals(other.updated());
    }

    private int sequence() {
        return json.path("sequence").asInt(0);
    }

    private Instant updated() {
        String updated = json.path("updated").asString("");
        return updated.isEmpty() ? Instant.EPOCH : Instant.parse(updated);
    }
}
