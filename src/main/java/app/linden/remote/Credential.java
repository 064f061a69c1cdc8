package app.linden.remote;

import okhttp3.Credentials;

import java.nio.charset.StandardCharsets;

/** What shows a server who is asking. Thread-safe; calls may block on the network. */
public interface Credential {
    /**
     * The value of the header Authorization for a request that is sent now.
     *
     * @throws app.linden.base.Problem SIGN_IN when only the person can give a new one, TRY_LATER
     *     when the server was to renew it and did not answer
     */
    String authorization();

    /**
     * The server answered 401.
     *
     * @param refused what it was shown
     * @return whether {@link #authorization} gives another one now, worth one more try
     * @throws app.linden.base.Problem as {@link #authorization}
     */
    default boolean renew(String refused) {
        return false;
    }

    /** A name and a password (RFC 7617). */
    static Credential password(String username, String password) {
        String basic = Credentials.basic(username, password, StandardCharsets.UTF_8);
        return () -> basic;
    }
}
