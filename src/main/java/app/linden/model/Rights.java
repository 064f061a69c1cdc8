package app.linden.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** CalendarRights of jmap-calendars 4: what a principal may do in a calendar. */
public record Rights(Set<Right> granted) {
    public static final Rights ALL = new Rights(EnumSet.allOf(Right.class));
    public static final Rights NONE = new Rights(EnumSet.noneOf(Right.class));
    public static final Rights READ =
            new Rights(EnumSet.of(Right.READ_FREE_BUSY, Right.READ_ITEMS));

    /** Everything but deciding about the calendar itself. */
    public static final Rights EDIT =
            new Rights(EnumSet.complementOf(EnumSet.of(Right.SHARE, Right.DELETE)));

    /** One boolean of CalendarRights; {@link #property} gives its name on the wire. */
    public enum Right {
        READ_FREE_BUSY("mayReadFreeBusy"),
        READ_ITEMS("mayReadItems"),
        WRITE_ALL("mayWriteAll"),
        WRITE_OWN("mayWriteOwn"),
        UPDATE_PRIVATE("mayUpdatePrivate"),
        RSVP("mayRSVP"),
        SHARE("mayShare"),
        DELETE("mayDelete");

        private final String property;

        Right(String property) {
            this.property = property;
        }

        public String property() {
            return property;
        }
    }

    public Rights {
        granted = granted.isEmpty() ? Set.of() : Set.copyOf(granted);
    }

    public boolean may(Right right) {
        return granted.contains(right);
    }

    /** Whether somebody can change every event here. */
    public boolean mayWrite() {
        return may(Right.WRITE_ALL);
    }

    /** Reads the booleans that are true; Cyrus's {@code mayAdmin} counts as the right to share. */
    public static Rights of(JsonNode json) {
        EnumSet<Right> granted = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            if (json.path(right.property).asBoolean(false)) {
                granted.add(right);
            }
        }
        if (json.path("mayAdmin").asBoolean(false)) {
            granted.add(Right.SHARE);
        }
        return new Rights(granted);
    }

    /** Every boolean, the false ones too. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        for (Right right : Right.values()) {
            json.put(right.property, may(right));
        }
        return json;
    }

    @Override
    public String toString() {
        return granted.stream()
                .map(r -> r.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList()
                .toString();
    }
}
