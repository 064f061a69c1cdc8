package app.linden.remote;

import app.linden.base.Problem;
import app.linden.calendar.port.OwnDevice;
import app.linden.calendar.port.OwnEmail;
import app.linden.model.Json;
import app.linden.wire.Capability;
import app.linden.wire.Session;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import okio.BufferedSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody does with their own account at a Linden server (docs/server/accounts.md). Calls
 * block; they fail with a {@link Problem} as {@link app.linden.calendar.port.OwnAccount} says.
 */
public final class OwnAccountOverHttp {
    private static final long MOST_BYTES = 1_000_000;
    private static final String LAST_MANAGER = "urn:linden:params:error:lastManager";

    private final OkHttpClient http =
            new OkHttpClient.Builder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .readTimeout(Duration.ofMinutes(1))
                    .build();
    private final HttpUrl server;
    private final ObjectNode addresses;
    private final Credential credential;

    /**
     * An account as its session shows it.
     *
     * @param typed what the person typed as the server's address
     * @throws Problem REFUSED where the server offers nothing of this
     */
    public OwnAccountOverHttp(String typed, Session session, Credential credential) {
        this.server = Addresses.session(typed);
        this.credential = credential;
        ObjectNode named = session.capabilities().get(Capability.ACCOUNTS);
        if (named == null || !named.path("devicesUrl").isString()) {
            throw new Problem(
                    Problem.Kind.REFUSED, "This server manages accounts in a way of its own.");
        }
        this.addresses = named;
    }

    private HttpUrl address(String name) {
        return Addresses.resolve(server, addresses.path(name).asString(""));
    }

    private interface Reader<T> {
        T read(Response answer) throws IOException;
    }

    private <T> T ask(Request.Builder request, Reader<T> reader) {
        String shown = credential.authorization();
        for (boolean again = false; ; again = true) {
            Request complete =
                    request.header("Authorization", shown)
                            .header("Accept", "application/json")
                            .build();
            try (Response answer = http.newCall(complete).execute()) {
                boolean refused = answer.code() == 401 && !Door.isOurs(answer);
                if (!refused || again || !credential.renew(shown)) {
                    return reader.read(answer);
                }
            } catch (IOException e) {
                throw Unreachable.because(e);
            }
            shown = credential.authorization();
        }
    }

    private static JsonNode well(Response answer) throws IOException {
        String type = answer.header("Content-Type", "");
        boolean json = type != null && type.contains("json");
        JsonNode body = json ? Json.parse(answer.peekBody(MOST_BYTES).string()) : Json.object();
        if (!answer.isSuccessful()) {
            throw Door.refusal(
                    answer.code(),
                    body,
                    RetryAfter.of(answer.header("Retry-After"), answer.header("Date")));
        }
        return body;
    }

    private static Request.Builder post(HttpUrl address, ObjectNode body) {
        return new Request.Builder().url(address).post(new SentOnce(Json.write(body)));
    }

    /** The devices that are signed in. */
    public List<OwnDevice> devices() {
        JsonNode json =
                ask(new Request.Builder().url(address("devicesUrl")), OwnAccountOverHttp::well);
        List<OwnDevice> devices = new ArrayList<>();
        for (JsonNode one : json.path("list")) {
            devices.add(
                    new OwnDevice(
                            one.path("id").asString(""),
                            one.path("name").asString(""),
                            instant(one.path("usedAt").asString("")),
                            one.path("isCurrent").asBoolean(false)));
        }
        return devices;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            return Instant.EPOCH;
        }
    }

    /** Signs a device out. */
    public void endDevice(String deviceId) {
        HttpUrl device = address("devicesUrl").newBuilder().addPathSegment(deviceId).build();
        ask(new Request.Builder().url(device).delete(), OwnAccountOverHttp::well);
    }

    /** The address by which a forgotten password is helped. */
    public OwnEmail email() {
        if (!addresses.path("emailUrl").isString()) {
            return new OwnEmail("", false, false);
        }
        JsonNode json =
                ask(new Request.Builder().url(address("emailUrl")), OwnAccountOverHttp::well);
        return new OwnEmail(
                json.path("email").asString(""),
                json.path("isConfirmed").asBoolean(false),
                json.path("isOffered").asBoolean(false));
    }

    /** Another address; empty for none. */
    public void setEmail(String password, String email) {
        ask(
                post(
                                address("emailUrl"),
                                Json.object().put("password", password).put("email", email))
                        .header("Accept-Language", Locale.getDefault().toLanguageTag()),
                OwnAccountOverHttp::well);
    }

    /** Another password. */
    public void changePassword(String password, String newPassword) {
        ask(
                post(
                        address("passwordUrl"),
                        Json.object().put("password", password).put("newPassword", newPassword)),
                OwnAccountOverHttp::well);
    }

    /**
     * Deletes the account.
     *
     * @return the names of the calendars that only this person manages and others share, when there
     *     are some and nothing was deleted
     */
    public List<String> delete(String password, boolean giveUpShared) {
        ObjectNode body = Json.object().put("password", password).put("giveUpShared", giveUpShared);
        return ask(
                post(address("deleteUrl"), body),
                answer -> {
                    List<String> names = new ArrayList<>();
                    if (answer.code() == 409 && Door.isOurs(answer)) {
                        JsonNode why = Json.parse(answer.peekBody(MOST_BYTES).string());
                        if (why.path("type").asString("").equals(LAST_MANAGER)) {
                            why.path("calendars")
                                    .forEach(c -> names.add(c.path("name").asString("")));
                            return names;
                        }
                    }
                    well(answer);
                    return names;
                });
    }

    /** Writes the zip of everything into a file, whole or not at all. */
    public void export(Path file) {
        ask(
                new Request.Builder().url(address("exportUrl")),
                answer -> {
                    if (!answer.isSuccessful()) {
                        well(answer);
                    }
                    save(answer.body().source(), file);
                    return file;
                });
    }

    private static void save(BufferedSource from, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        byte[] buffer = new byte[1 << 16];
        try {
            try (var out = Files.newOutputStream(part)) {
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                    out.write(buffer, 0, n);
                }
            } catch (java.nio.file.FileSystemException e) {
                throw new Problem(Problem.Kind.STORAGE, "The file cannot be written.", e);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
