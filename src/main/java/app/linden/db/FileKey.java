package app.linden.db;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

/**
 * Knows the key of an encrypted file. Asked once at each opening, while the file is locked against
 * a second opener, so a key may be made and kept then.
 */
@FunctionalInterface
public interface FileKey {
    /** Files stay plain. */
    FileKey NONE =
            encrypted -> {
                if (encrypted) {
                    throw new Problem(
                            Problem.Kind.SIGN_IN,
                            "This data is encrypted, and its key is not here. Nothing was"
                                    + " changed.");
                }
                return null;
            };

    /**
     * The key of the file; the caller overwrites it.
     *
     * @param encrypted whether the file is encrypted already, so that no new key opens it; a plain
     *     one is encrypted with the key before it is opened
     * @return 64 or so letters and digits of true chance, since the file format hardly stretches
     *     it; null to leave a plain file plain
     * @throws Problem SIGN_IN when the file is encrypted and there is no key
     */
    char @Nullable [] of(boolean encrypted);
}
