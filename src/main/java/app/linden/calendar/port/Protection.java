package app.linden.calendar.port;

import app.linden.base.Problem;

import java.util.concurrent.CompletableFuture;

/** How what is on this computer is protected from others who get hold of it. Thread-safe. */
public interface Protection {
    /** Where passwords are kept, and the key of the calendars' copy. */
    enum Place {
        /** In the system's keychain. */
        KEYCHAIN,
        /** In a file that a passphrase seals. */
        PASSPHRASE,
        /** In memory, until Linden ends. */
        THIS_RUN
    }

    Place place();

    /** Whether the copy of the calendars is encrypted on disk. */
    boolean encrypted();

    /**
     * Seals passwords by a passphrase from now on, or by another one than before; from the next
     * start on the copy of the calendars is encrypted too.
     *
     * @return fails with a {@link Problem}: BAD_INPUT when they are in the keychain, STORAGE
     */
    CompletableFuture<Void> seal(String passphrase);
}
