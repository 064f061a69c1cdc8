package app.linden.server;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds out who sends a request, by HTTP Basic (RFC 7617). A verified credential is remembered for
 * minutes under a keyed hash, since argon2 on every request would be the bottleneck. Thread-safe;
 * may block for a hash.
 */
final class SignIn {
    private static final Pattern BASIC = Pattern.compile("(?i)basic +([A-Za-z0-9+/=_-]+) *");
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST = 2_000;

    private record Verified(Principal principal, long until) {}

    private final ServerData data;
    private final SecretKeySpec key;
    private final ConcurrentHashMap<String, Verified> verified = new ConcurrentHashMap<>();

    SignIn(ServerData data) {
        this.data = data;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /** The principal of an Authorization header; empty when it is missing or not right. */
    Optional<Principal> of(@Nullable String header) {
        Matcher basic = BASIC.matcher(header == null ? "" : header);
        if (header == null || header.length() > LONGEST || !basic.matches()) {
            return Optional.empty();
        }
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(basic.group(1)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String fingerprint = fingerprint(pair);
        Verified known = verified.get(fingerprint);
        if (known != null && known.until - System.nanoTime() > 0) {
            return Optional.of(known.principal);
        }
        Optional<Principal> found = check(pair.substring(0, colon), pair.substring(colon + 1));
        found.ifPresent(p -> remember(fingerprint, p));
        return found;
    }

    private Optional<Principal> check(String login, String password) {
        Optional<Stored> stored =
                data.database()
                        .read(sql ->
                                sql.one(
                                        "SELECT id, login, address, name, password FROM principal"
                                                + " WHERE login_key = ?",
                                        r ->
                                                new Stored(
                                                        new Principal(
                                                                r.text(1), r.text(2), r.text(3),
                                                                r.text(4)),
                                                        r.text(5)),
                                        Principal.keyOf(login)));
        if (stored.isEmpty()) {
            Passwords.matchNobody(password);
            return Optional.empty();
        }
        return stored.filter(s -> Passwords.matches(password, s.hash)).map(Stored::principal);
    }

    private record Stored(Principal principal, String hash) {}

    private void remember(String fingerprint, Principal principal) {
        if (verified.size() >= MOST_REMEMBERED) {
            verified.clear();
        }
        verified.put(
                fingerprint, new Verified(principal, System.nanoTime() + REMEMBERED.toNanos()));
    }

    private String fingerprint(String pair) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(pair.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new Problem(Problem.Kind.OUR_BUG, "HmacSHA256 is missing in this Java.", e);
        }
    }
}
