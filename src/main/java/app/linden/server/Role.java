package app.linden.server;

import app.linden.model.Rights;
import app.linden.model.Rights.Right;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Locale;

/** What an invitation makes of somebody, in words that a family understands. */
enum Role {
    /** Sees when the others are busy. */
    BUSY(EnumSet.of(Right.READ_FREE_BUSY)),
    /** Reads everything. */
    READ(EnumSet.of(Right.READ_FREE_BUSY, Right.READ_ITEMS, Right.UPDATE_PRIVATE)),
    /** Adds events and changes these. */
    ADD(
            EnumSet.of(
                    Right.READ_FREE_BUSY,
                    Right.READ_ITEMS,
                    Right.UPDATE_PRIVATE,
                    Right.WRITE_OWN,
                    Right.RSVP)),
    /** Changes all events. */
    EDIT(EnumSet.complementOf(EnumSet.of(Right.SHARE, Right.DELETE))),
    /** Decides about the calendar itself, and whom it is shared with. */
    MANAGE(EnumSet.allOf(Right.class));

    private final Rights rights;

    Role(EnumSet<Right> rights) {
        this.rights = new Rights(rights);
    }

    Rights rights() {
        return rights;
    }

    /** As it stands in JSON. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Role of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        return null;
    }
}
