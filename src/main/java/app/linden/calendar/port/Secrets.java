package app.linden.calendar.port;

import app.linden.base.Problem;

import java.util.Optional;

/**
 * Keeps passwords and tokens out of plain files. Thread-safe; calls may block on the system's
 * keychain or a slow hash.
 */
public interface Secrets {
    /** The secret of that name, empty when there is none. */
    Optional<String> find(String name);

    /**
     * Keeps a secret under a name, in place of the one before.
     *
     * @throws Problem STORAGE when it cannot be kept
     */
    void keep(String name, String secret);

    void forget(String name);

    /** Whether secrets are still here after a restart. */
    boolean lasting();
}
