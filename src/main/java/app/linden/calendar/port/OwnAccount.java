package app.linden.calendar.port;

import app.linden.base.Problem;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What somebody does with their own account at a Linden server. Needs the server. All fail with a
 * {@link Problem}: REFUSED where the server offers nothing of this, SIGN_IN for a wrong password,
 * TRY_LATER.
 */
public interface OwnAccount {
    /** The devices that are signed in, the last used first. */
    CompletableFuture<List<OwnDevice>> devices();

    /** Signs another device out. */
    CompletableFuture<Void> endDevice(String deviceId);

    /**
     * Another password; all other devices are signed out, this one stays.
     *
     * @return fails with BAD_INPUT for a new one that cannot be taken
     */
    CompletableFuture<Void> changePassword(String password, String newPassword);

    /** The address by which a forgotten password is helped. */
    CompletableFuture<OwnEmail> email();

    /**
     * Another address; the server sends a link there that confirms it.
     *
     * @param address empty for none
     */
    CompletableFuture<Void> setEmail(String password, String address);

    /** Writes a zip of everything that the server has of this person. */
    CompletableFuture<Void> export(Path file);

    /**
     * Deletes the account with all that is theirs alone, and signs out here.
     *
     * @param giveUpShared whether calendars go too that others share and nobody else manages
     * @return the names of such calendars, when there are some and nothing was deleted; empty when
     *     the account is gone
     */
    CompletableFuture<List<String>> delete(String password, boolean giveUpShared);
}
