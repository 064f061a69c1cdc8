package app.linden.model;

import app.linden.model.Rights.Right;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a family would say that somebody may do in a calendar, and which rights of jmap-calendars 4
 * that is; each holds all of the one before.
 */
public enum Role {
    /** Sees when somebody is busy, and nothing else. */
    BUSY(EnumSet.of(Right.READ_FREE_BUSY)),
    /** Reads, and may set what only they see, such as reminders. */
    READ(EnumSet.of(Right.READ_FREE_BUSY, Right.READ_ITEMS, Right.UPDATE_PRIVATE)),
    /** Adds events, changes those and answers invitations. */
    OWN(
            EnumSet.of(
                    Right.READ_FREE_BUSY,
                    Right.READ_ITEMS,
                    Right.UPDATE_PRIVATE,
                    Right.WRITE_OWN,
                    Right.RSVP)),
    /** Changes every event. */
    EDIT(EnumSet.complementOf(EnumSet.of(Right.SHARE, Right.DELETE))),
    /** Decides about the calendar itself, too. */
    MANAGE(EnumSet.allOf(Right.class));

    private final Rights rights;

    Role(Set<Right> granted) {
        this.rights = new Rights(granted);
    }

    public Rights rights() {
        return rights;
    }

    /**
     * What somebody with {@code mine} can give of this role: nobody gives what they do not have.
     */
    public Rights givenBy(Rights mine) {
        EnumSet<Right> given = EnumSet.noneOf(Right.class);
        given.addAll(rights.granted());
        given.retainAll(mine.granted());
        return new Rights(given);
    }

    /** Whether somebody with {@code mine} can make another one have this role. */
    public boolean canBeGivenBy(Rights mine) {
        return of(givenBy(mine)).filter(this::equals).isPresent();
    }

    /**
     * The role that comes nearest, judged by the right that tells it from the one before, since
     * other programs give rights in other mixtures; empty for no rights at all.
     */
    public static Optional<Role> of(Rights rights) {
        if (rights.may(Right.SHARE)) {
            return Optional.of(MANAGE);
        }
        if (rights.may(Right.WRITE_ALL)) {
            return Optional.of(EDIT);
        }
        if (rights.may(Right.WRITE_OWN)) {
            return Optional.of(OWN);
        }
        if (rights.may(Right.READ_ITEMS)) {
            return Optional.of(READ);
        }
        return rights.may(Right.READ_FREE_BUSY) ? Optional.of(BUSY) : Optional.empty();
    }
}
