package app.linden.server;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashes passwords with argon2id (19 MiB, 2 passes), at most two at a time, so that a storm of
 * sign-ins takes neither all the memory nor all the cores. A bounded number waits, few of them from
 * one address, so that a flood from one place holds nobody else up for long. Blocks the calling
 * thread.
 */
final class Passwords {
    private static final Argon2Function ARGON =
            Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final int MOST_WAITING = 128;
    private static final int MOST_WAITING_FROM_ONE = 32;
    private static final int SOON_SECONDS = 2;

    private static final Semaphore TWO = new Semaphore(2, true);
    private static final Semaphore PLACES = new Semaphore(MOST_WAITING);
    private static final ConcurrentHashMap<String, Integer> FROM = new ConcurrentHashMap<>();

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

    /**
     * Runs work that hashes for somebody at an address.
     *
     * @throws Refused 503 when too many wait already, there or everywhere
     */
    static <T> T queued(String address, Supplier<T> work) {
        String from = Addresses.network(address);
        if (!PLACES.tryAcquire()) {
            throw busy();
        }
        try {
            if (FROM.merge(from, 1, Integer::sum) > MOST_WAITING_FROM_ONE) {
                throw busy();
            }
            return work.get();
        } finally {
            FROM.computeIfPresent(from, (f, n) -> n == 1 ? null : n - 1);
            PLACES.release();
        }
    }

    private static Refused busy() {
        return Refused.later(
                503, "busy", "Too many sign in at this moment; try again.", SOON_SECONDS);
    }
}
