package app.linden.server;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out who sends a request, by a device's token (RFC 6750) or by HTTP Basic (RFC 7617). A
 * verified password is remembered for minutes under a keyed hash, since argon2 on every request
 * would be the bottleneck. Thread-safe; may block for a hash.
 */
final class SignIn {
    private static final Pattern BASIC = Pattern.compile("(?i)basic +([A-Za-z0-9+/=_-]+) *");
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([A-Za-z0-9._~+/=-]+) *");
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST = 2_000;

    /** A person and what the database says of their password. */
    private record Stored(Principal principal, String hash) {}

    private record Verified(Stored stored, long until) {}

    private final ServerData data;
    private final Devices devices;
    private final Attempts attempts;
    private final byte[] key = new byte[32];
    private final ConcurrentHashMap<String, Verified> verified = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, CompletableFuture<Optional<Stored>>> underWay =
            new ConcurrentHashMap<>();

    SignIn(ServerData data, Devices devices, Attempts attempts) {
        this.data = data;
        this.devices = devices;
        this.attempts = attempts;
        new SecureRandom().nextBytes(key);
    }

    /**
     * The sender of an Authorization header; empty when it is missing or not right.
     *
     * @param address from where it came
     * @throws Refused 429 or 503 when passwords are tried too often
     */
    Optional<Caller> of(@Nullable String header, String address) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher bearer = BEARER.matcher(header);
        if (bearer.matches()) {
            return devices.holder(bearer.group(1));
        }
        Matcher basic = BASIC.matcher(header);
        if (!basic.matches()) {
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
        return byPassword(pair.substring(0, colon), pair.substring(colon + 1), address)
                .map(p -> new Caller(p, null));
    }

    /**
     * Who signs in with a name and a password; empty when one of them is not right.
     *
     * @throws Refused 429 or 503 when passwords are tried too often
     */
    Optional<Principal> byPassword(String login, String password, String address) {
        String print = Base64.getEncoder().encodeToString(Tokens.mac(key, login + ":" + password));
        Verified known = verified.get(print);
        if (known != null && known.until - System.nanoTime() > 0) {
            // The password may have changed since, or the person be gone.
            Optional<Stored> now = stored(login).filter(s -> s.hash.equals(known.stored.hash));
            if (now.isPresent()) {
                return now.map(Stored::principal);
            }
            verified.remove(print);
        }
        return once(print, login, password, address).map(Stored::principal);
    }

    /** The same credential is checked once, however many requests come with it at a time. */
    private Optional<Stored> once(String print, String login, String password, String address) {
        CompletableFuture<Optional<Stored>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Stored>> other = underWay.putIfAbsent(print, mine);
        if (other != null) {
            try {
                return other.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
        try {
            Optional<Stored> found = check(login, password, address);
            found.ifPresent(s -> remember(print, s));
            mine.complete(found);
            return found;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(print);
        }
    }

    private Optional<Stored> check(String login, String password, String address) {
        Attempts.Attempt attempt = attempts.begin(address, Principal.keyOf(login));
        Optional<Stored> stored = stored(login);
        boolean right =
                Passwords.queued(
                        address,
                        () -> {
                            if (stored.isEmpty()) {
                                Passwords.matchNobody(password);
                                return false;
                            }
                            return Passwords.matches(password, stored.get().hash);
                        });
        if (!right) {
            attempt.failed();
            return Optional.empty();
        }
        attempt.succeeded();
        return stored;
    }

    private Optional<Stored> stored(String login) {
        return data.database()
                .read(sql ->
                        sql.one(
                                "SELECT id, login, address, name, password FROM principal WHERE"
                                        + " login_key = ?",
                                r ->
                                        new Stored(
                                                new Principal(
                                                        r.text(1), r.text(2), r.text(3), r.text(4)),
                                                r.text(5)),
                                Principal.keyOf(login)));
    }

    private void remember(String print, Stored stored) {
        if (verified.size() >= MOST_REMEMBERED) {
            verified.clear();
        }
        verified.put(print, new Verified(stored, System.nanoTime() + REMEMBERED.toNanos()));
    }
}
