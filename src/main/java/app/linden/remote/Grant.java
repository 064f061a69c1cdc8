package app.linden.remote;

import app.linden.base.Problem;
import app.linden.model.Json;

import okhttp3.HttpUrl;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/**
 * What a Linden server gives a device that signed in.
 *
 * @param accessToken shown with each request
 * @param lasts how long the server takes the access token
 * @param refreshToken for the next grant, once
 * @param server the server's origin, where both go and nowhere else
 */
public record Grant(String accessToken, Duration lasts, String refreshToken, String server) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * @throws Problem TRY_LATER when this is no grant
     */
    static Grant of(JsonNode json, HttpUrl server) {
        String access = json.path("accessToken").asString("");
        String refresh = json.path("refreshToken").asString("");
        Duration lasts = Duration.ofSeconds(json.path("expiresIn").asLong(0));
        if (!isToken(access) || !isToken(refresh)) {
            throw new Problem(Problem.Kind.TRY_LATER, "The server’s answer is no sign-in.");
        }
        return new Grant(
                access,
                lasts.compareTo(LONGEST) > 0 ? LONGEST : lasts,
                refresh,
                Door.origin(server).toString());
    }

    /** What is kept on this device; never the access token. */
    public String kept() {
        return Json.write(Json.object().put("server", server).put("refreshToken", refreshToken));
    }

    /** From {@link #kept}: its access token is to be fetched. */
    static Grant ofKept(String kept) {
        JsonNode json = Json.parse(kept);
        return new Grant(
                "",
                Duration.ZERO,
                json.path("refreshToken").asString(""),
                json.path("server").asString(""));
    }

    /** RFC 6750, 2.1; anything else would not fit a header. */
    private static boolean isToken(String text) {
        return text.length() <= 4000 && text.matches("[A-Za-z0-9._~+/-]+=*");
    }

    /** Without the tokens: this may end in a log. */
    @Override
    public String toString() {
        return "Grant[" + server + ", " + lasts + "]";
    }
}
