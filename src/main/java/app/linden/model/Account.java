package app.linden.model;

import org.jspecify.annotations.Nullable;

/**
 * Where calendars live: an account on a server, or the local one that never leaves this computer.
 *
 * @param id local id
 * @param loginId which sign-in this account came with; several accounts (one's own, shared spaces)
 *     share one
 * @param serverId the JMAP account id, null for the local account
 * @param personal whether it is the person's own and not one shared with them
 * @param takesCalendars whether new calendars can be made in it
 */
public record Account(
        String id,
        @Nullable String loginId,
        @Nullable String serverId,
        String name,
        boolean personal,
        boolean readOnly,
        boolean takesCalendars) {
    /** One that takes calendars when one may write there and it is one's own. */
    public Account(
            String id,
            @Nullable String loginId,
            @Nullable String serverId,
            String name,
            boolean personal,
            boolean readOnly) {
        this(id, loginId, serverId, name, personal, readOnly, personal && !readOnly);
    }

    public boolean isLocal() {
        return serverId == null;
    }
}
