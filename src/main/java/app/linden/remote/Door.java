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

/**
 * What a Linden server lets somebody do who has not signed in: look at an invitation, make an
 * account. Thread-safe; calls block.
 */
public final class Door {
    private static final String INVITE = "/invite/";
    private static final long MOST_BYTES = 100_000;

    private final OkHttpClient http =
            new OkHttpClient.Builder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .callTimeout(Duration.ofMinutes(1))
                    .build();

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
     * @throws Problem BAD_INPUT or REFUSED with the server's reason, TRY_LATER when it does not
     *     answer
     */
    public void register(NewAccount wish) {
        HttpUrl server = Addresses.session(wish.server());
        ObjectNode body =
                Json.object()
                        .put("login", wish.login())
                        .put("displayName", wish.name())
                        .put("password", wish.password())
                        .put("device", "Linden")
                        .put("invitation", wish.invitation());
        JsonNode made = ask(post(server, "/account/register", body).build());
        // The device signs in by password right after; what this one was given is given back.
        ask(
                post(server, "/account/sign-out", Json.object())
                        .header("Authorization", "Bearer " + made.path("accessToken").asString(""))
                        .build());
    }

    private static Request.Builder post(HttpUrl server, String path, ObjectNode body) {
        return new Request.Builder()
                .url(server.newBuilder().encodedPath(path).query(null).build())
                .header("Accept", "application/json")
                .post(new SentOnce(Json.write(body)));
    }

    private JsonNode ask(Request request) {
        try (Response answer = http.newCall(request).execute()) {
            String type = answer.header("Content-Type", "");
            boolean json = type != null && type.contains("json");
            String text = json ? answer.peekBody(MOST_BYTES).string() : "";
            if (answer.isSuccessful()) {
                return json ? Json.parse(text) : Json.object();
            }
            throw refusal(answer.code(), text);
        } catch (IOException e) {
            throw Unreachable.because(e);
        }
    }

    private static Problem refusal(int status, String json) {
        String why = json.isEmpty() ? "" : Json.parse(json).path("detail").asString("");
        if (status >= 500 || status == 429) {
            return new Problem(
                    Problem.Kind.TRY_LATER,
                    why.isEmpty() ? "The server has a problem; please try again later." : why);
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
