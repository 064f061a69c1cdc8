package app.linden.remote;

import app.linden.base.Problem;
import app.linden.calendar.port.Invitation;
import app.linden.calendar.port.NewAccount;
import app.linden.model.Json;
import app.linden.model.Role;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a Linden server lets somebody do who has not signed in: look at an invitation, make an
 * account. Thread-safe; calls block.
 */
public final class Door {
    private static final String INVITE = "/invite/";
    private static final String ABOUT = "/.well-known/linden";
    private static final String WRONG = "urn:linden:params:error:wrongCredentials";
    private static final String SIGNED_OUT = "urn:linden:params:error:signedOut";

    /** A device that cannot renew in this time is offline. */
    private static final Duration RENEWING = Duration.ofSeconds(20);

    private static final long MOST_BYTES = 100_000;

    private final OkHttpClient http =
            new OkHttpClient.Builder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .callTimeout(Duration.ofMinutes(1))
                    .build();

    private final OkHttpClient renewing = http.newBuilder().callTimeout(RENEWING).build();

    /**
     * What a link offers.
     *
     * @param pasted a link, perhaps with "linden:" before it
     * @throws Problem BAD_INPUT when it is none, REFUSED when it offers nothing any more, TRY_LATER
     *     when the server does not answer
     */
    public Invitation invitation(String pasted) {
        HttpUrl link = link(pasted);
        JsonNode json =
                ask(new Request.Builder().url(link).header("Accept", "application/json").build());
        JsonNode calendar = json.path("calendar");
        return new Invitation(
                link.toString(),
                server(link),
                text(json.path("from")),
                text(calendar.path("name")),
                role(calendar.path("role").asString("")),
                json.path("mayRegister").asBoolean(false));
    }

    /**
     * Makes an account, and accepts the invitation where there is one.
     *
     * @param device what the new device is called in the person's list
     * @throws Problem BAD_INPUT or REFUSED with the server's reason, TRY_LATER when it does not
     *     answer
     */
    public Grant register(NewAccount wish, String device) {
        HttpUrl server = Addresses.session(wish.server());
        ObjectNode body =
                Json.object()
                        .put("login", wish.login())
                        .put("displayName", wish.name())
                        .put("password", wish.password())
                        .put("device", device)
                        .put("invitation", wish.invitation());
        return Grant.of(ask(post(server, "/account/register", body).build()), server);
    }

    /**
     * Signs this device in.
     *
     * @param typed the server's address as the person typed it
     * @param device what it is called in the person's list
     * @return empty where the server gives no tokens to devices, so that the password goes with
     *     each request
     * @throws Problem SIGN_IN when the name or password is not right, BAD_INPUT when this is no
     *     address, TRY_LATER when the server does not answer or wants no more tries for a while
     */
    public Optional<Grant> signIn(String typed, String login, String password, String device) {
        HttpUrl signIn = named(origin(Addresses.session(typed)), "signInUrl");
        if (signIn == null) {
            return Optional.empty();
        }
        ObjectNode body =
                Json.object().put("login", login).put("password", password).put("device", device);
        return Optional.of(Grant.of(ask(post(signIn, signIn.encodedPath(), body).build()), signIn));
    }

    /**
     * Has a link for another password sent, where somebody has an address for that.
     *
     * @throws Problem REFUSED where the server sends no mail, else as {@link #signIn}
     */
    public void forgotPassword(String typed, String login) {
        HttpUrl reset = named(origin(Addresses.session(typed)), "resetUrl");
        if (reset == null) {
            throw new Problem(
                    Problem.Kind.REFUSED,
                    "This server cannot send mail; its host can help with another password.");
        }
        ask(
                post(reset, reset.encodedPath(), Json.object().put("login", login))
                        .header("Accept-Language", Locale.getDefault().toLanguageTag())
                        .build());
    }

    /** What the server at this origin names, on the origin that it led to. */
    private @Nullable HttpUrl named(HttpUrl server, String address) {
        Request request =
                new Request.Builder()
                        .url(server.newBuilder().encodedPath(ABOUT).build())
                        .header("Accept", "application/json")
                        .build();
        try (Response answer = http.newCall(request).execute()) {
            String type = answer.header("Content-Type", "");
            if (answer.code() != 200 || type == null || !type.startsWith("application/json")) {
                return null;
            }
            String named =
                    Json.parse(answer.peekBody(MOST_BYTES).string()).path(address).asString("");
            HttpUrl url = named.isEmpty() ? null : answer.request().url().resolve(named);
            // A password goes nowhere but to the server that answered; behind a proxy that server
            // may not know how it is called.
            return url == null
                    ? null
                    : origin(Addresses.session(answer.request().url().toString()))
                            .newBuilder()
                            .encodedPath(url.encodedPath())
                            .build();
        } catch (IOException e) {
            throw Unreachable.because(e);
        } catch (Problem e) {
            throw Answer.explained(e);
        }
    }

    /**
     * The next grant.
     *
     * @throws Problem SIGN_IN when the device is signed out, TRY_LATER when the server does not
     *     answer as one of Linden does
     */
    Grant refresh(Grant before) {
        HttpUrl server = Addresses.session(before.server());
        ObjectNode body = Json.object().put("refreshToken", before.refreshToken());
        try {
            return Grant.of(ask(post(server, "/account/refresh", body).build(), renewing), server);
        } catch (Problem e) {
            if (e.kind() == Problem.Kind.SIGN_IN || e.kind() == Problem.Kind.TRY_LATER) {
                throw e;
            }
            // A hotel's login page, say: only the server's own word signs a device out.
            throw new Problem(
                    Problem.Kind.TRY_LATER,
                    "What answers at this address is not a Linden server.",
                    e);
        }
    }

    /** Ends the device that shows this. */
    void signOut(String server, String authorization) {
        ask(
                post(Addresses.session(server), "/account/sign-out", Json.object())
                        .header("Authorization", authorization)
                        .build(),
                renewing);
    }

    static HttpUrl origin(HttpUrl url) {
        return url.newBuilder().encodedPath("/").query(null).fragment(null).build();
    }

    private static Request.Builder post(HttpUrl server, String path, ObjectNode body) {
        return new Request.Builder()
                .url(server.newBuilder().encodedPath(path).query(null).build())
                .header("Accept", "application/json")
                .post(new SentOnce(Json.write(body)));
    }

    private JsonNode ask(Request request) {
        return ask(request, http);
    }

    private static JsonNode ask(Request request, OkHttpClient http) {
        try (Response answer = http.newCall(request).execute()) {
            String type = answer.header("Content-Type", "");
            boolean json = type != null && type.contains("json");
            String text = json ? answer.peekBody(MOST_BYTES).string() : "";
            if (answer.isSuccessful()) {
                return json ? Json.parse(text) : Json.object();
            }
            Duration wait = RetryAfter.of(answer.header("Retry-After"), answer.header("Date"));
            throw refusal(answer.code(), json ? Json.parse(text) : Json.object(), wait);
        } catch (IOException e) {
            throw Unreachable.because(e);
        }
    }

    /** Whether a refusal is in a Linden server's own words. */
    static boolean isOurs(Response answer) throws IOException {
        String type = answer.header("Content-Type", "");
        return type != null
                && type.contains("problem+json")
                && answer.peekBody(MOST_BYTES).string().contains("urn:linden:params:error:");
    }

    static Problem refusal(int status, JsonNode json, Duration wait) {
        String why = json.path("detail").asString("");
        String type = json.path("type").asString("");
        if (type.equals(SIGNED_OUT)) {
            return new Problem(
                    Problem.Kind.SIGN_IN, "This device was signed out; please sign in again.");
        }
        if (type.equals(WRONG)) {
            return new Problem(
                    Problem.Kind.SIGN_IN, "The server does not accept this name and password.");
        }
        if (status >= 500 || status == 429) {
            return Problem.later(
                    why.isEmpty() ? "The server has a problem; please try again later." : why,
                    wait);
        }
        return new Problem(
                status == 400 || status == 409 ? Problem.Kind.BAD_INPUT : Problem.Kind.REFUSED,
                why.isEmpty() ? "What answers at this address makes no accounts for Linden." : why);
    }

    /** The link in what a person pasted. */
    static HttpUrl link(String pasted) {
        String text = pasted.strip();
        if (text.toLowerCase(Locale.ROOT).startsWith("linden:")) {
            text = text.substring("linden:".length());
        }
        HttpUrl url = text.contains(INVITE) ? HttpUrl.parse(text) : null;
        if (url == null) {
            throw new Problem(Problem.Kind.BAD_INPUT, "This is not the link of an invitation.");
        }
        // The link is a secret like a password, so it goes the same ways.
        Addresses.session(url.toString());
        return url;
    }

    private static String server(HttpUrl link) {
        String whole = link.toString();
        return whole.substring(0, whole.indexOf(INVITE));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() && !node.asString().isBlank() ? node.asString() : null;
    }

    private static Role role(String word) {
        return switch (word) {
            case "busy" -> Role.BUSY;
            case "add" -> Role.OWN;
            case "edit" -> Role.EDIT;
            case "manage" -> Role.MANAGE;
            default -> Role.READ;
        };
    }
}
