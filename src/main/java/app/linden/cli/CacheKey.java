package app.linden.cli;

import app.linden.base.Problem;
import app.linden.calendar.port.Secrets;
import app.linden.db.FileKey;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key of a device's cache, one secret among its secrets: 32 random bytes, made when the first
 * cache is opened with secrets that last. Called by whoever opens the cache; may block on the
 * system's keychain.
 */
record CacheKey(Secrets secrets) implements FileKey {
    /** No sign-in is called so: their ids have no blank. */
    static final String NAME = "key of the cache";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public char @Nullable [] of(boolean encrypted) {
        Optional<String> kept = secrets.find(NAME);
        if (kept.isPresent()) {
            return kept.get().toCharArray();
        }
        if (encrypted) {
            throw new Problem(
                    Problem.Kind.SIGN_IN,
                    "The copy of the calendars on this computer is encrypted, and its key is not"
                            + " where it was kept. Nothing was changed.");
        }
        return secrets.lasting() ? fresh() : null;
    }

    /** Only a key that was read again is one to encrypt with. */
    private char[] fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        secrets.keep(NAME, key);
        if (!secrets.find(NAME).equals(Optional.of(key))) {
            throw new Problem(
                    Problem.Kind.STORAGE, "What keeps the passwords did not keep a new key.");
        }
        return key.toCharArray();
    }

    @Override
    public String toString() {
        return "CacheKey";
    }
}
