package app.linden.remote;

import app.linden.model.Type;
import app.linden.wire.Capability;
import app.linden.wire.Session;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/**
 * How a server says what Linden keeps in the words of jmap-calendars-27 and JSCalendar 2.0. Chosen
 * by looking at what the server shows, never by its name. Pure functions; objects that are given
 * stay as they are.
 */
public interface Dialect {
    /** The words of Linden itself. */
    Dialect NEWEST = new Newest();

    /**
     * The dialect of an account. Drafts of jmap-calendars before JSCalendar 2.0 say in the account
     * capability whom sharees act as; -27 does not have that any more.
     */
    static Dialect of(Session.@Nullable Account account) {
        ObjectNode calendars =
                account == null ? null : account.accountCapabilities().get(Capability.CALENDARS);
        return calendars != null && calendars.has("shareesActAs") ? new Older() : NEWEST;
    }

    /** An object, or what of it an answer holds, in Linden's words. */
    ObjectNode fromServer(Type type, ObjectNode object);

    /** Somebody whom the server knows (RFC 9670, 2), in Linden's words. */
    ObjectNode principal(ObjectNode principal);

    /** A whole new object in the server's words, without what the server cannot keep. */
    ObjectNode toServer(Type type, ObjectNode object);

    /**
     * An update in the server's words; empty when it changes only what the server cannot keep.
     *
     * @param before what is changed, as far as it is known
     * @param patch pointer to new value (RFC 8620, 5.3)
     */
    ObjectNode patch(Type type, ObjectNode before, ObjectNode patch);

    /**
     * What the server says, together with what only this device keeps, and in the spelling that is
     * known where both mean the same.
     *
     * @param known the object as it was known before
     * @param object the answer of {@link #fromServer}
     */
    ObjectNode completed(Type type, ObjectNode known, ObjectNode object);

    /**
     * Whether the server changes what it takes without telling in its answer, so that it has to be
     * fetched.
     */
    boolean rewrites();

    /**
     * Whether what others share is told of like one's own: by the live channel, and the events of a
     * calendar as changes when it appears or goes.
     */
    boolean tellsOfShares();

    /** Whether one counter makes the states of all types, so that a hint at one means each. */
    boolean countsTogether();
}
