package app.linden.ical;

import app.linden.model.Event;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One VEVENT or VTODO after reading; packed it takes a fraction of the memory. */
final class Item {
    private final int line;
    private final String uid;
    private final @Nullable Moment recurrenceId;
    private final boolean isTask;
    private final int sequence;
    private final String updated;
    private @Nullable ObjectNode json;
    private byte @Nullable [] packed;
    private int calendar;

    /**
     * An item.
     *
     * @param uid never empty
     * @param recurrenceId which occurrence of its series this changes, null for an event of its own
     * @param json the event without recurrenceId; nobody else holds it
     */
    Item(int line, String uid, @Nullable Moment recurrenceId, ObjectNode json) {
        this.line = line;
        this.uid = uid;
        this.recurrenceId = recurrenceId;
        this.isTask = json.path("@type").asString("").equals("Task");
        this.sequence = json.path("sequence").asInt(0);
        this.updated = json.path("updated").asString("");
        this.json = json;
    }

    /** In which calendar object of the file it stands. */
    int calendar() {
        return calendar;
    }

    Item in(int number) {
        calendar = number;
        return this;
    }

    int line() {
        return line;
    }

    String uid() {
        return uid;
    }

    @Nullable Moment recurrenceId() {
        return recurrenceId;
    }

    boolean isTask() {
        return isTask;
    }

    /** The document; of a packed item one to change at will, which the item then holds. */
    ObjectNode json() {
        ObjectNode tree = json;
        if (tree == null) {
            tree = Json.parseObject(new String(bytes(), StandardCharsets.UTF_8));
            json = tree;
            packed = null;
        }
        return tree;
    }

    /** The document by itself: of a changed occurrence one that says which it is. */
    ObjectNode alone() {
        ObjectNode alone = json();
        if (recurrenceId != null) {
            alone.put("recurrenceId", Event.write(recurrenceId.local()));
            EventReader.put(alone, "recurrenceIdTimeZone", recurrenceId.zone());
        }
        return alone;
    }

    /** Holds the document as text from now on. */
    void pack() {
        ObjectNode tree = json;
        if (tree != null) {
            packed = Json.write(tree).getBytes(StandardCharsets.UTF_8);
            json = null;
        }
    }

    private byte[] bytes() {
        byte[] bytes = packed;
        return bytes == null ? new byte[0] : bytes;
    }

    /** Whether this version of the same thing replaces {@code other} (RFC 5546, 2.1.5). */
    boolean isNewerThan(Item other) {
        return sequence == other.sequence
                ? updated().isAfter(other.updated())
                : sequence > other.sequence;
    }

    /** Whether the file says which of the two is the newer one. */
    boolean hasSameVersionAs(Item other) {
        return sequence == other.sequence && updated().equals(other.updated());
    }

    private Instant updated() {
        return updated.isEmpty() ? Instant.EPOCH : Instant.parse(updated);
    }
}
