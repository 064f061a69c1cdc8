package app.linden.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Objects;

/**
 * A local change that is not on the server yet.
 *
 * @param seq its place in the order of sending
 * @param kind CREATE, UPDATE or DESTROY
 * @param reason why it is parked, null while it simply waits
 * @param made when the person made it
 * @param change of an update the values at their pointers
 * @param before of an update the values that they replaced
 * @param document the object as it is seen now; of a deleted one as it was
 */
public record Waiting(
        long seq,
        String objectId,
        Type type,
        String kind,
        @Nullable String reason,
        Instant made,
        ObjectNode change,
        ObjectNode before,
        ObjectNode document) {
    public boolean isParked() {
        return reason != null;
    }

    public boolean isEvent() {
        return type == Type.EVENT;
    }

    public boolean isComment() {
        return type == Type.COMMENT;
    }

    /** What the changed object was called before; a comment has its text. */
    public String title() {
        String name = isEvent() ? "title" : isComment() ? "text" : "name";
        String was = before.path(name).asString("");
        return was.isEmpty() || kind.equals("DESTROY") ? document.path(name).asString("") : was;
    }

    /** The one unit that an update changes, as a conflict is about one; null for several. */
    public @Nullable Contested only() {
        java.util.List<String> units = units();
        if (units.size() != 1 || !kind.equals("UPDATE")) {
            return null;
        }
        Event standing = isEvent() ? Event.of(document) : null;
        Conflict same =
                new Conflict(
                        "",
                        objectId,
                        title(),
                        Objects.requireNonNull(units.getFirst()),
                        change,
                        before,
                        made);
        return Contested.of(same, standing);
    }

    /** The units of an update, one for what is shown as one. */
    public java.util.List<String> units() {
        java.util.LinkedHashMap<String, String> byField = new java.util.LinkedHashMap<>();
        for (String pointer : change.propertyNames()) {
            byField.putIfAbsent(Contested.fieldOf(pointer), pointer);
        }
        return java.util.List.copyOf(byField.values());
    }
}
