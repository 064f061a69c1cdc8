package app.linden.calendar.port;

import app.linden.base.Cell;
import app.linden.base.Problem;
import app.linden.model.Role;
import app.linden.model.SyncState;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The person's sign-ins and how it stands between this device and their servers. */
public interface Accounts {
    /** How it stands, over all sign-ins together; {@link SyncState#LOCAL} without any. */
    Cell<SyncState> state();

    /** Asks every server now instead of at the next signal. */
    void syncNow();

    /** Whether a password that is given now is still known after a restart. */
    default boolean keepsPasswords() {
        return protection().place() != Protection.Place.THIS_RUN;
    }

    /** How passwords and calendars are protected on this computer. */
    Protection protection();

    /**
     * Signs in and begins to sync. Signing in again as the same person at the same server gives a
     * new password to the sign-in that is there.
     *
     * @param address a server's or an e-mail address as a person types it
     * @return completes when the server accepted the sign-in and its calendars are here; fails with
     *     a {@link Problem}: TRY_LATER, SIGN_IN or BAD_INPUT
     */
    CompletableFuture<Void> signIn(String address, String username, String password);

    /**
     * Has the server send a link for another password to the e-mail address of an account, if it
     * has one that is confirmed; it does not tell.
     *
     * @param address as {@link #signIn}
     * @param username a name, or the e-mail address
     * @return fails with a {@link Problem}: REFUSED where the server sends no mail, TRY_LATER
     */
    CompletableFuture<Void> forgotPassword(String address, String username);

    /** Every sign-in of this device. */
    List<SignedIn> signIns();

    /**
     * Makes an account on a Linden server, accepts the invitation where there is one, and signs in.
     *
     * @return as {@link #signIn}; REFUSED when the server makes no account
     */
    CompletableFuture<Void> register(NewAccount wish);

    /**
     * What the link of an invitation offers; nothing is accepted yet.
     *
     * @return fails with a {@link Problem}: BAD_INPUT, REFUSED or TRY_LATER
     */
    CompletableFuture<Invitation> invitation(String link);

    /**
     * Accepts an invitation as somebody who is signed in there; completes when its calendar is on
     * the way here.
     *
     * @param signInId of {@link #signIns}
     */
    CompletableFuture<Void> accept(String signInId, String link);

    /**
     * A link by which one person can come into a calendar within a week. Needs the server.
     *
     * @return fails with a {@link Problem}: REFUSED or TRY_LATER
     */
    CompletableFuture<String> invite(String calendarId, Role role);

    /**
     * The account behind a sign-in, as its server keeps it.
     *
     * @param signInId of {@link #signIns}
     */
    OwnAccount own(String signInId);

    /**
     * Signs out: its calendars leave this device. What the server does not have is in the trash
     * then, so nothing is lost.
     */
    CompletableFuture<Void> signOut(String signInId);
}
