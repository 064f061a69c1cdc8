package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.wire.Capability;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTest {
    private TestServer server;
    private TestClient anna;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "Müller@Example.org");
        anna = server.client("anna");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/jmap", "/jmap/session"})
    void theSessionNamesEverythingThatAClientNeeds(String path) {
        HttpResponse<String> answer = anna.get(path);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Server").isEmpty(), "no Server header");
        JsonNode session = Json.parse(answer.body());
        assertEquals("anna", session.path("username").asString());
        String base = server.server().address().toString();
        assertEquals(base + "/jmap/api", session.path("apiUrl").asString());
        JsonNode capabilities = session.path("capabilities");
        assertEquals(
                "ws" + base.substring(4) + "/jmap/ws",
                capabilities.path(Capability.WEBSOCKET).path("url").asString());
        assertTrue(capabilities.path(Capability.WEBSOCKET).path("supportsPush").asBoolean());
        for (String name :
                List.of(Capability.CALENDARS, Capability.PRINCIPALS, Capability.SPACES)) {
            assertTrue(capabilities.has(name), name);
            assertEquals(anna.account, session.path("primaryAccounts").path(name).asString());
        }
        JsonNode account = session.path("accounts").path(anna.account);
        assertTrue(account.path("isPersonal").asBoolean());
        assertFalse(account.path("isReadOnly").asBoolean());
        assertEquals(
                anna.account,
                account.path("accountCapabilities")
                        .path(Capability.PRINCIPALS_OWNER)
                        .path("principalId")
                        .asString());
    }

    @Test
    void theAnswersTellTheStateOfTheSession() {
        String told =
                anna.request(TestServer.value("[['Core/echo',{},'0']]"))
                        .path("sessionState")
                        .asString();
        assertEquals(anna.session().path("state").asString(), told);
    }

    @Test
    void wrongPasswordAndUnknownNameLookTheSame() {
        HttpResponse<String> wrong =
                new TestClient(server.server().address(), "anna", "wrong password", "")
                        .get("/jmap/session");
        HttpResponse<String> unknown =
                new TestClient(server.server().address(), "nobody", "wrong password", "")
                        .get("/jmap/session");
        HttpResponse<String> none =
                TestClient.send(
                        HttpRequest.newBuilder(server.server().address().resolve("/jmap/api"))
                                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        for (HttpResponse<String> answer : List.of(wrong, unknown, none)) {
            assertEquals(401, answer.statusCode());
            assertEquals(wrong.body(), answer.body());
            assertEquals(401, Json.parse(answer.body()).path("status").asInt());
            assertTrue(
                    answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Basic", "Basic !!!", "Basic YW5uYQ==", "Bearer abc", "basic \u00e4"})
    void otherCredentialsAreNotTaken(String header) {
        assertEquals(
                401,
                TestClient.send(
                                HttpRequest.newBuilder(
                                                server.server().address().resolve("/jmap/session"))
                                        .header("Authorization", header))
                        .statusCode());
    }

    @Test
    void namesAreTheSameInUpperAndLowerCase() {
        TestClient mueller =
                new TestClient(
                        server.server().address(),
                        "MÜLLER@example.ORG",
                        TestServer.PASSWORD,
                        server.id("Müller@Example.org"));
        assertEquals("Müller@Example.org", mueller.session().path("username").asString());
        assertEquals(
                "müller@example.org",
                mueller.call("Principal/get", "{'ids':['" + mueller.account + "']}")
                        .path("list")
                        .path(0)
                        .path("email")
                        .asString());
    }

    @Test
    void whatIsNotThereIsToldInJson() {
        HttpResponse<String> missing = anna.get("/jmap/nothing");
        assertEquals(404, missing.statusCode());
        assertEquals(404, Json.parse(missing.body()).path("status").asInt());
        HttpResponse<String> method = anna.get("/jmap/api");
        assertEquals(405, method.statusCode());
        assertEquals("POST", method.headers().firstValue("Allow").orElse(""));
        assertEquals(426, anna.get("/jmap/ws").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "ANNA", "a b", "a:b", "a\u0000b", "a\u00a0b", "\u202eevil"})
    void suchNamesAreRefused(String name) {
        Problem refused =
                assertThrows(
                        Problem.class,
                        () -> server.server().accounts().add(name, "Somebody", "long enough"));
        assertEquals(Problem.Kind.BAD_INPUT, refused.kind());
    }

    @Test
    void shortPasswordsAreRefused() {
        Problem refused =
                assertThrows(
                        Problem.class,
                        () -> server.server().accounts().add("carol", "Carol", "1234567"));
        assertEquals(Problem.Kind.BAD_INPUT, refused.kind());
    }
}
