package app.linden.remote;

import app.linden.base.Problem;

import okhttp3.HttpUrl;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses are asked: from what a person types to the session, and from the session to its
 * services.
 */
final class Addresses {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private Addresses() {}

    /**
     * The address of the session for what a person typed: a server, with or without scheme and
     * path, or an e-mail address.
     *
     * @throws Problem BAD_INPUT when it is no address, or would send a password in the clear over a
     *     network
     */
    static HttpUrl session(String typed) {
        String text = typed.strip();
        if (text.contains("@") && !text.contains("/")) {
            text = text.substring(text.lastIndexOf('@') + 1);
        }
        if (!text.contains("://")) {
            text = "https://" + text;
        }
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "“" + typed + "” is not the address of a server.");
        }
        checkSafe(url);
        return url.encodedPath().equals("/")
                ? url.newBuilder().encodedPath("/.well-known/jmap").build()
                : url;
    }

    /** An address of the session, which some servers give relative to it. */
    static HttpUrl resolve(HttpUrl session, String given) {
        HttpUrl url = session.resolve(given);
        if (url == null) {
            throw new Problem(
                    Problem.Kind.TRY_LATER,
                    "The server names an address that cannot be used: " + given);
        }
        checkSafe(url);
        return url;
    }

    /**
     * The WebSocket's address. Some servers leave the host out or say wss on plain http; then path
     * comes from it, host and security from the session.
     */
    static URI webSocket(HttpUrl session, String given) {
        String lower = given.toLowerCase(Locale.ROOT);
        boolean complete = lower.startsWith("ws://") || lower.startsWith("wss://");
        HttpUrl asHttp = complete ? HttpUrl.parse("http" + given.substring(2)) : null;
        if (asHttp != null && session.isHttps() == asHttp.isHttps()) {
            checkSafe(asHttp);
            return toWs(asHttp);
        }
        String path = given.replaceFirst("(?i)^wss?:(//[^/]*)?", "");
        return toWs(resolve(session, path.isEmpty() ? "/" : path));
    }

    private static URI toWs(HttpUrl url) {
        return URI.create("ws" + url.toString().substring("http".length()));
    }

    private static void checkSafe(HttpUrl url) {
        if (!url.isHttps() && !LOOPBACK.contains(url.host())) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "Linden does not send a password unencrypted over a network; the address must"
                            + " begin with https.");
        }
    }
}
