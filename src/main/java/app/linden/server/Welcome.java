package app.linden.server;

import app.linden.model.Json;

import org.eclipse.jetty.http.HttpHeader;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
    private static final String PASSWORD = "/account/password";

    private final SignIn signIn;
    private final Devices devices;
    private final People people;

    Welcome(SignIn signIn, Devices devices, People people) {
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
            default -> {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode about(String base) {
        return Json.object()
                .put("sessionUrl", base + Sessions.SESSION)
                .put("signInUrl", base + SIGN_IN)
                .put("refreshUrl", base + REFRESH);
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

    private ObjectNode list(Caller caller) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("list");
        for (DeviceRows.Device device : devices.of(caller.principal())) {
            list.addObject()
                    .put("id", device.id())
                    .put("name", device.name())
                    .put(
                            "createdAt",
                            java.time.Instant.ofEpochSecond(device.createdAt()).toString())
                    .put("usedAt", java.time.Instant.ofEpochSecond(device.usedAt()).toString())
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
