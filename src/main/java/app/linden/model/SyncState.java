package app.linden.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What a person may know about sync, for one sign-in or for all together.
 *
 * @param heard when the server last answered, null before the first time
 * @param waiting local changes that are saved here and not yet on the server
 * @param parked changes that were refused and wait for the person
 * @param conflicts open conflicts
 * @param reason a sentence when something keeps sync from going on
 * @param progress how far a first sync is, null when there is none under way
 */
public record SyncState(
        Phase phase,
        @Nullable Instant heard,
        int waiting,
        int parked,
        int conflicts,
        @Nullable String reason,
        @Nullable Progress progress) {

    /**
     * How far everything that the server has is fetched.
     *
     * @param done events that are here
     * @param total events there are, 0 when the server does not say
     */
    public record Progress(int done, int total) {}

    /** With nothing to tell of a first sync. */
    public SyncState(
            Phase phase,
            @Nullable Instant heard,
            int waiting,
            int parked,
            int conflicts,
            @Nullable String reason) {
        this(phase, heard, waiting, parked, conflicts, reason, null);
    }

    /** Where the loop stands. */
    public enum Phase {
        /** No account but the local one: there is nothing to sync. */
        LOCAL_ONLY,
        /** Connected, all that was known is exchanged. */
        IDLE,
        /** Something is under way. */
        SYNCING,
        /** The server does not answer; the loop tries again by itself. */
        OFFLINE,
        /** The password is missing or no longer taken. */
        SIGNED_OUT
    }

    public SyncState with(@Nullable Progress next) {
        return new SyncState(phase, heard, waiting, parked, conflicts, reason, next);
    }

    public static final SyncState LOCAL = new SyncState(Phase.LOCAL_ONLY, null, 0, 0, 0, null);
}
