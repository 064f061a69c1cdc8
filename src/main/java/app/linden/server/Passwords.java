package app.linden.server;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

import java.util.concurrent.Semaphore;

/**
 * Hashes passwords with argon2id (19 MiB, 2 passes), at most two at a time, so that a storm of
 * sign-ins takes neither all the memory nor all the cores. Blocks the calling thread.
 */
final class Passwords {
    private static final Argon2Function ARGON =
            Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final Semaphore TWO = new Semaphore(2, true);

    /** What an unknown name is checked against: it must cost as much as a known one. */
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    static String hash(String password) {
        TWO.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt(16).with(ARGON).getResult();
        } finally {
            TWO.release();
        }
    }

    static boolean matches(String password, String hash) {
        TWO.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            TWO.release();
        }
    }

    /** Takes as long as {@link #matches} and matches nothing. */
    static void matchNobody(String password) {
        matches(password, NOBODY);
    }
}
