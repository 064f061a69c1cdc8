package app.linden.server;

import app.linden.model.Json;

import org.eclipse.jetty.http.HttpHeader;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;

/**
 * The doors to accounts: signing in, and what somebody does with their own devices and password.
 * Runs on the thread of the request and blocks there.
 */
final class Welcome {
    static final String ABOUT = "/.well-known/linden";
    static final String HEAD = "/account/";
    private static final String SIGN_IN = "/account/sign-in";
    private static final String REFRESH = "/account/refresh";
    private static final String SIGN_OUT = "/account/sign-out";
    private static final String DEVICES = "/account/devices";
    private static final String REGISTER = "/account/register";
    private static final String DELETE = "/account/delete";
    private static final String EXPORT = "/account/export";
    private static final String PASSWORD = "/account/password";
    private static final String RESET = "/account/reset";
    private static final String EMAIL = "/account/email";

    /** Messages that somebody wants sent, from one address. */
    private static final int FORGETFUL = 5;

    private static final Duration FORGETFUL_EACH = Duration.ofMinutes(5);

    /** From one address: so many at once, then one more each few minutes. */
    private static final int NEWCOMERS = 20;

    private static final Duration NEWCOMER_EACH = Duration.ofMinutes(3);

    private final SignIn signIn;
    private final Devices devices;
    private final People people;
    private final Attempts attempts;
    private final Export export;
    private final MailLinks links;

    Welcome(
            SignIn signIn,
            Devices devices,
            People people,
            Attempts attempts,
            Export export,
            MailLinks links) {
        this.links = links;
        this.attempts = attempts;
        this.export = export;
        this.signIn = signIn;
        this.devices = devices;
        this.people = people;
    }

    /** Answers what needs no sign-in; false when the address is not one of those. */
    boolean answer(Http http) {
        switch (http.path()) {
            case ABOUT -> {
                if (http.allows("GET")) {
                    http.json(about(http.base()));
                }
            }
            case SIGN_IN -> {
                if (http.allows("POST")) {
                    signIn(http);
                }
            }
            case REFRESH -> {
                if (http.allows("POST")) {
                    http.json(
                            devices.refresh(Http.text(http.object(), "refreshToken"))
                                    .orElseThrow(() ->
                                            Refused.own(
                                                    401,
                                                    "signedOut",
                                                    "This device is signed out; sign in again."))
                                    .toJson());
                }
            }
            case REGISTER -> {
                if (http.allows("POST")) {
                    register(http);
                }
            }
            case RESET -> {
                if (http.allows("POST")) {
                    ObjectNode sent = http.object();
                    attempts.count("reset", http.address(), FORGETFUL, FORGETFUL_EACH);
                    links.forgot(Http.text(sent, "login").strip(), language(http));
                    http.done();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static MailText language(Http http) {
        return MailText.of(http.request().getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    }

    private void register(Http http) {
        ObjectNode sent = http.object();
        attempts.count("register", http.address(), NEWCOMERS, NEWCOMER_EACH);
        http.json(
                people.register(
                                new People.Wish(
                                        Http.text(sent, "login"),
                                        Http.text(sent, "displayName"),
                                        Http.text(sent, "password"),
                                        Http.text(sent, "device"),
                                        Http.text(sent, "invitation")),
                                http.address())
                        .toJson());
    }

    /** Where to do what, as the session tells it. */
    static ObjectNode addresses(String base) {
        return Json.object()
                .put("signInUrl", base + SIGN_IN)
                .put("refreshUrl", base + REFRESH)
                .put("signOutUrl", base + SIGN_OUT)
                .put("devicesUrl", base + DEVICES)
                .put("passwordUrl", base + PASSWORD)
                .put("registerUrl", base + REGISTER)
                .put("deleteUrl", base + DELETE)
                .put("exportUrl", base + EXPORT)
                .put("emailUrl", base + EMAIL);
    }

    private ObjectNode about(String base) {
        ObjectNode json = addresses(base);
        if (links.isOffered()) {
            json.put("resetUrl", base + RESET);
        }
        return json.put("sessionUrl", base + Sessions.SESSION)
                .put("registration", people.registration().word());
    }

    private void signIn(Http http) {
        ObjectNode sent = http.object();
        Principal principal =
                signIn.byPassword(
                                Http.text(sent, "login"),
                                Http.text(sent, "password"),
                                http.address())
                        .orElseThrow(Welcome::wrong);
        http.json(devices.add(principal.id(), Http.text(sent, "device")).toJson());
    }

    /** What cannot be taken back wants the password again, whoever holds the device. */
    private void check(Caller caller, ObjectNode sent, Http http) {
        String login = caller.principal().login();
        if (signIn.byPassword(login, Http.text(sent, "password"), http.address()).isEmpty()) {
            throw wrong();
        }
    }

    private static Refused wrong() {
        return Refused.own(401, "wrongCredentials", "The name or the password is not right.");
    }

    /** Answers what somebody does who is signed in; false when the address is not one of those. */
    boolean answer(Http http, Caller caller) {
        String path = http.path();
        switch (path) {
            case SIGN_OUT -> {
                if (http.allows("POST")) {
                    String deviceId = caller.deviceId();
                    if (deviceId != null) {
                        devices.revoke(caller.principal(), deviceId);
                    }
                    http.done();
                }
            }
            case DEVICES -> {
                if (http.allows("GET")) {
                    http.json(list(caller));
                }
            }
            case PASSWORD -> {
                if (http.allows("POST")) {
                    ObjectNode sent = http.object();
                    check(caller, sent, http);
                    people.changePassword(caller, Http.text(sent, "newPassword"));
                    http.done();
                }
            }
            case EMAIL -> email(http, caller);
            case DELETE -> {
                if (http.allows("POST")) {
                    ObjectNode sent = http.object();
                    check(caller, sent, http);
                    people.delete(caller.principal(), sent.path("giveUpShared").asBoolean(false));
                    http.done();
                }
            }
            case EXPORT -> {
                if (http.allows("GET")) {
                    http.download(
                            "linden-export.zip",
                            "application/zip",
                            out -> export.write(caller.principal(), out));
                }
            }
            default -> {
                if (!path.startsWith(DEVICES + "/")) {
                    return false;
                }
                if (http.allows("DELETE")) {
                    if (devices.revoke(caller.principal(), path.substring(DEVICES.length() + 1))) {
                        http.done();
                    } else {
                        http.status(404, "You have no such device.");
                    }
                }
            }
        }
        return true;
    }

    private void email(Http http, Caller caller) {
        if (http.request().getMethod().equals("POST")) {
            ObjectNode sent = http.object();
            check(caller, sent, http);
            attempts.count("email", http.address(), FORGETFUL, FORGETFUL_EACH);
            links.setEmail(caller.principal(), Http.text(sent, "email").strip(), language(http));
            http.done();
        } else if (http.allows("GET")) {
            var known = links.email(caller.principal());
            http.json(
                    Json.object()
                            .put("email", known.map(MailAddresses.Stored::email).orElse(null))
                            .put(
                                    "isConfirmed",
                                    known.map(MailAddresses.Stored::confirmed).orElse(false))
                            .put("isOffered", links.isOffered()));
        }
    }

    private ObjectNode list(Caller caller) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("list");
        for (DeviceRows.Device device : devices.of(caller.principal())) {
            list.addObject()
                    .put("id", device.id())
                    .put("name", device.name())
                    .put("createdAt", Instant.ofEpochSecond(device.createdAt()).toString())
                    .put("usedAt", Instant.ofEpochSecond(device.usedAt()).toString())
                    .put("isCurrent", device.id().equals(caller.deviceId()));
        }
        return json;
    }

    /** Says how to sign in. */
    static void challenge(Http http) {
        http.response()
                .getHeaders()
                .add(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Linden\", charset=\"UTF-8\"");
        http.response().getHeaders().add(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"Linden\"");
        http.status(401, "The name or the password is not right.");
    }
}
