package app.linden.server;

import app.linden.base.Problem;
import app.linden.db.Sql;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the secrets that people and devices carry. The server keeps hashes alone: they are true
 * chance of 128 bits or more, so a plain hash hides them. Thread-safe.
 */
final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KEY = "token-key";

    private Tokens() {}

    /** A token of 256 bits. */
    static String fresh(String prefix) {
        return prefix + random(32);
    }

    /** The secret of an invitation: 128 bits, short enough to be typed. */
    static String invitation() {
        return random(16);
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return text(random);
    }

    static String hash(String token) {
        try {
            return text(
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new Problem(Problem.Kind.OUR_BUG, "SHA-256 is missing in this Java.", e);
        }
    }

    /**
     * What follows a token: always the same one, so that it can be told again to whoever lost the
     * answer, though nothing but its hash is kept. It cannot be told from the database alone.
     */
    static String successor(Sql sql, String prefix, String token) {
        byte[] key = Base64.getUrlDecoder().decode(Settings.get(sql, KEY).orElseThrow());
        return prefix + text(mac(key, prefix + token));
    }

    /** Makes the server's key where there is none. */
    static void makeKey(Sql sql) {
        if (Settings.get(sql, KEY).isEmpty()) {
            Settings.set(sql, KEY, random(32));
        }
    }

    static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new Problem(Problem.Kind.OUR_BUG, "HmacSHA256 is missing in this Java.", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
