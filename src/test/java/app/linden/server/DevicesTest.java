package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Signing in with a device, renewing its tokens, and ending it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevicesTest {
    private static final String CARINA =
            "'login':'carina','password':'" + TestServer.PASSWORD + "'";

    private final TestClock clock = new TestClock();
    private Path data;
    private TestServer server;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder;
        server = new TestServer(folder, clock, "anna", "ben", "carina", "dora");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private URI at() {
        return server.server().address();
    }

    private JsonNode signIn(String name, String device) {
        HttpResponse<String> answer =
                TestClient.open(
                        at(),
                        "/account/sign-in",
                        "{'login':'"
                                + name
                                + "','password':'"
                                + TestServer.PASSWORD
                                + "','device':'"
                                + device
                                + "'}");
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.parse(answer.body());
    }

    private HttpResponse<String> refresh(JsonNode grant) {
        return TestClient.open(
                at(),
                "/account/refresh",
                "{'refreshToken':'" + grant.path("refreshToken").asString() + "'}");
    }

    private JsonNode refreshed(JsonNode grant) {
        HttpResponse<String> answer = refresh(grant);
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.parse(answer.body());
    }

    private TestClient bearer(JsonNode grant) {
        return TestClient.bearing(
                at(), grant.path("accessToken").asString(), grant.path("principalId").asString());
    }

    private int status(JsonNode grant) {
        return bearer(grant).get("/jmap/session").statusCode();
    }

    @Test
    void aTokenIsTakenOverHttpAndWebSocket() {
        JsonNode grant = signIn("Anna", "Laptop");
        assertEquals(server.id("anna"), grant.path("principalId").asString());
        assertEquals(900, grant.path("expiresIn").asInt());
        TestClient anna = bearer(grant);
        assertEquals("anna", anna.session().path("username").asString());
        assertEquals(1, anna.call("Calendar/get", "{}").path("list").size());
        try (Ear ear = new Ear(anna)) {
            assertEquals("Response", ear.echo().path("@type").asString());
        }
    }

    @Test
    void whereToSignInIsToldWithoutSigningIn() {
        JsonNode about =
                Json.parse(
                        TestClient.send(
                                        java.net.http.HttpRequest.newBuilder(
                                                at().resolve("/.well-known/linden")))
                                .body());
        assertEquals(at() + "/account/sign-in", about.path("signInUrl").asString());
        assertEquals(
                about.path("devicesUrl"),
                server.client("dora")
                        .session()
                        .path("capabilities")
                        .path("urn:linden:params:jmap:accounts")
                        .path("devicesUrl"));
        assertEquals(at() + "/account/refresh", about.path("refreshUrl").asString());
    }

    @Test
    void anAccessTokenLastsMinutes() {
        JsonNode grant = signIn("anna", "Laptop");
        clock.pass(Duration.ofMinutes(14));
        assertEquals(200, status(grant));
        clock.pass(Duration.ofMinutes(2));
        assertEquals(401, status(grant));
        assertEquals(200, status(refreshed(grant)));
    }

    @Test
    void aLostAnswerIsGivenAgainForAMinute() {
        JsonNode grant = signIn("anna", "Laptop");
        JsonNode first = refreshed(grant);
        clock.pass(Duration.ofSeconds(59));
        JsonNode again = refreshed(grant);
        assertEquals(first.path("refreshToken"), again.path("refreshToken"));
        assertEquals(first.path("accessToken"), again.path("accessToken"));
        assertEquals(900 - 59, again.path("expiresIn").asInt());
        assertNotEquals(grant.path("refreshToken"), again.path("refreshToken"));
        assertEquals(200, status(again));
        server.restart();
        assertEquals(first.path("refreshToken"), refreshed(grant).path("refreshToken"));
    }

    @Test
    void aCopyThatComesLateEndsTheDevice() throws Exception {
        JsonNode grant = signIn("anna", "Laptop");
        JsonNode next = refreshed(grant);
        try (Ear ear = new Ear(bearer(next))) {
            ear.echo();
            clock.pass(Duration.ofSeconds(61));
            assertEquals(401, refresh(grant).statusCode());
            assertEquals(4401, ear.closed.get(10, TimeUnit.SECONDS));
        }
        assertEquals(401, status(next));
        HttpResponse<String> ended = refresh(next);
        assertEquals(401, ended.statusCode());
        assertEquals(
                "urn:linden:params:error:signedOut",
                Json.parse(ended.body()).path("type").asString());
    }

    @Test
    void aDeviceThatWasSilentForHalfAYearSignsInAgain() {
        JsonNode grant = signIn("anna", "Attic");
        clock.pass(Duration.ofDays(181));
        assertEquals(401, refresh(grant).statusCode());
    }

    @Test
    void devicesAreListedAndEnded() throws Exception {
        JsonNode phone = signIn("ben", "Phone\\u202e\\n of Ben");
        JsonNode laptop = signIn("ben", "");
        JsonNode list = Json.parse(bearer(laptop).get("/account/devices").body()).path("list");
        assertEquals(2, list.size(), list.toString());
        for (JsonNode device : list) {
            boolean isLaptop = device.path("id").equals(laptop.path("deviceId"));
            assertEquals(isLaptop, device.path("isCurrent").asBoolean());
            assertEquals(isLaptop ? "Device" : "Phone   of Ben", device.path("name").asString());
        }
        String path = "/account/devices/" + phone.path("deviceId").asString();
        assertEquals(404, server.client("anna").delete(path).statusCode(), "not Anna's");
        try (Ear ear = new Ear(bearer(phone))) {
            ear.echo();
            assertEquals(200, bearer(laptop).delete(path).statusCode());
            assertEquals(4401, ear.closed.get(10, TimeUnit.SECONDS));
        }
        assertEquals(401, status(phone));
        assertEquals(401, refresh(phone).statusCode());
        assertEquals(200, status(laptop));
        assertEquals(200, bearer(laptop).post(URI.create("/account/sign-out"), "{}").statusCode());
        assertEquals(401, status(laptop));
    }

    @Test
    void anotherPasswordSignsOutAllOtherDevices() throws Exception {
        JsonNode old = signIn("carina", "Old");
        JsonNode current = signIn("carina", "Current");
        TestClient basic = server.client("carina");
        assertEquals(200, basic.get("/jmap/session").statusCode());
        TestClient me = bearer(current);
        URI path = URI.create("/account/password");
        assertEquals(
                401,
                me.post(path, "{'password':'not it at all','newPassword':'long enough'}")
                        .statusCode());
        assertEquals(400, me.post(path, "{" + CARINA + ",'newPassword':'short'}").statusCode());
        try (Ear ear = new Ear(bearer(old));
                Ear plain = new Ear(basic);
                Ear mine = new Ear(me)) {
            ear.echo();
            plain.echo();
            assertEquals(
                    200,
                    me.post(path, "{" + CARINA + ",'newPassword':'fresh horse'}").statusCode());
            assertEquals(4401, ear.closed.get(10, TimeUnit.SECONDS));
            assertEquals(4401, plain.closed.get(10, TimeUnit.SECONDS));
            assertEquals("Response", mine.echo().path("@type").asString());
        }
        assertEquals(401, status(old));
        assertEquals(200, status(current));
        assertEquals(401, basic.get("/jmap/session").statusCode(), "not even remembered");
        assertEquals(
                200,
                new TestClient(at(), "carina", "fresh horse", "")
                        .get("/jmap/session")
                        .statusCode());
    }

    @Test
    void noTokenStandsInTheDatabase() {
        JsonNode grant = signIn("anna", "Laptop");
        JsonNode next = refreshed(grant);
        String file = OnPostgres.content(data);
        for (JsonNode g : new JsonNode[] {grant, next}) {
            assertFalse(file.contains(g.path("refreshToken").asString().substring(3)));
            assertFalse(file.contains(g.path("accessToken").asString().substring(3)));
        }
        assertTrue(file.contains(grant.path("deviceId").asString()), "the file was read");
    }

    @Test
    void whatIsNoRequestToSignInIsTold() {
        assertEquals(400, TestClient.open(at(), "/account/sign-in", "[]").statusCode());
        assertEquals(400, TestClient.open(at(), "/account/sign-in", "{").statusCode());
        assertEquals(401, TestClient.open(at(), "/account/sign-in", "{}").statusCode());
        assertEquals(401, TestClient.open(at(), "/account/refresh", "{}").statusCode());
        assertEquals(405, server.client("dora").get("/account/sign-in").statusCode());
        assertEquals(
                413,
                TestClient.open(at(), "/account/sign-in", "{'login':'" + "x".repeat(200_000) + "'}")
                        .statusCode());
    }
}
