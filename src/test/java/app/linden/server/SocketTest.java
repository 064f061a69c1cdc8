package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketTest {
    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private String shared;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben");
    }

    @BeforeEach
    void begin() {
        server.reset("anna");
        anna = server.client("anna");
        ben = server.client("ben");
        shared = anna.calendar("Shared");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static final String ENABLE =
            "{'@type':'WebSocketPushEnable','dataTypes':['Calendar','CalendarEvent']}";

    @Test
    void theSubprotocolIsNeededAndSpoken() {
        try (Ear ear = new Ear(anna)) {
            assertEquals("jmap", ear.socket.getSubprotocol());
        }
        assertThrows(CompletionException.class, () -> new Ear(anna, "chat"));
        assertThrows(
                CompletionException.class,
                () -> new Ear(new TestClient(anna.server, "anna", "wrong password", "")));
    }

    @Test
    void requestsAreAnsweredWithTheirIds() {
        try (Ear ear = new Ear(anna)) {
            ear.send(
                    "{'@type':'Request','id':'R1','using':['urn:ietf:params:jmap:core',"
                            + "'urn:ietf:params:jmap:calendars'],'methodCalls':[['Calendar/get',"
                            + "{'accountId':'"
                            + anna.account
                            + "'},'0']]}");
            JsonNode answer = ear.next();
            assertEquals("Response", answer.path("@type").asString());
            assertEquals("R1", answer.path("requestId").asString());
            assertEquals(
                    2,
                    answer.path("methodResponses").path(0).path(1).path("list").size(),
                    answer.toString());
            assertTrue(answer.has("sessionState"));
        }
    }

    @Test
    void whatIsNoRequestIsToldSo() {
        try (Ear ear = new Ear(anna)) {
            ear.send("The quick brown fox");
            assertError(ear.next(), "notJSON", null);
            ear.send("{'@type':'Request','id':'x','using':[]}");
            assertError(ear.next(), "notRequest", "x");
            ear.send("{'@type':'Nonsense'}");
            assertError(ear.next(), "notRequest", null);
            ear.send("{'@type':'Request','id':'y','using':['urn:x'],'methodCalls':[]}");
            assertError(ear.next(), "unknownCapability", "y");
            ear.send("{'@type':'WebSocketPushEnable','dataTypes':'all'}");
            assertError(ear.next(), "notRequest", null);
            assertEquals("Response", ear.echo().path("@type").asString());
        }
    }

    private static void assertError(JsonNode error, String type, String id) {
        assertEquals("RequestError", error.path("@type").asString(), error.toString());
        assertEquals("urn:ietf:params:jmap:error:" + type, error.path("type").asString());
        assertEquals(id, error.path("requestId").asString(null));
    }

    @Test
    void aShareeHearsOfChangesAndOfGainAndLossOfAccess() {
        try (Ear ear = new Ear(ben);
                Ear own = new Ear(anna)) {
            ear.send(ENABLE);
            own.send(ENABLE);
            ear.echo();
            own.echo();
            anna.share(shared, ben.account, "{'mayReadItems':true}");
            JsonNode gained = ear.next();
            assertEquals("StateChange", gained.path("@type").asString());
            assertTrue(gained.path("changed").has(anna.account), gained.toString());
            own.next();

            anna.event(anna.account, shared, "");
            JsonNode change = ear.next();
            assertEquals(
                    "{\"CalendarEvent\":\"" + ben.state(anna.account, "CalendarEvent") + "\"}",
                    change.path("changed").path(anna.account).toString());
            assertTrue(change.path("pushState").isString());
            assertEquals(change.path("changed"), own.next().path("changed"));

            // What Ben cannot see he does not hear of, and what is Ben's own Anna does not.
            anna.event(anna.account, anna.calendar(), "");
            own.next();
            ben.in(
                    anna.account,
                    "Calendar/set",
                    "{'update':{'" + shared + "':{'isVisible':false}}}");
            assertTrue(ear.next().path("changed").path(anna.account).has("Calendar"));
            anna.call("Calendar/set", "{'update':{'" + shared + "':{'shareWith':null}}}");
            JsonNode lost = ear.next();
            assertTrue(lost.path("changed").has(anna.account), lost.toString());
            assertTrue(own.next().path("changed").path(anna.account).has("Calendar"));
            assertEquals("Response", ear.echo().path("@type").asString());
            assertTrue(own.heard.isEmpty());
        }
    }

    @Test
    void onlyTheTypesThatWereAskedForAreTold() {
        try (Ear ear = new Ear(anna)) {
            ear.send("{'@type':'WebSocketPushEnable','dataTypes':['Calendar','Email']}");
            ear.echo();
            anna.event(anna.account, shared, "");
            anna.calendar("Another");
            JsonNode change = ear.next().path("changed").path(anna.account);
            assertFalse(change.has("CalendarEvent"), change.toString());
            assertTrue(change.has("Calendar"));
            ear.send("{'@type':'WebSocketPushDisable'}");
            ear.echo();
            anna.calendar("Third");
            assertEquals("Response", ear.echo().path("@type").asString());
        }
    }

    @Test
    void whatWasMissedIsToldAtOnce() {
        String pushState;
        try (Ear ear = new Ear(anna)) {
            ear.send(ENABLE);
            ear.echo();
            anna.event(anna.account, shared, "");
            pushState = ear.next().path("pushState").asString();
        }
        server.restart();
        try (Ear ear = new Ear(anna)) {
            ear.send(ENABLE.replace("}", ",'pushState':'" + pushState + "'}"));
            assertEquals("Response", ear.echo().path("@type").asString());
        }
        anna.event(anna.account, shared, "");
        for (String since : new String[] {pushState, "not a number", "99999999"}) {
            try (Ear ear = new Ear(anna)) {
                ear.send(ENABLE.replace("}", ",'pushState':'" + since + "'}"));
                JsonNode missed = ear.next();
                assertEquals(
                        anna.state(anna.account, "CalendarEvent"),
                        missed.path("changed").path(anna.account).path("CalendarEvent").asString(),
                        missed.toString());
            }
        }
    }

    @Test
    void pingsAreAnsweredAndGoodbyesSaid() throws Exception {
        try (Ear ear = new Ear(anna)) {
            ear.socket.sendPing(ByteBuffer.allocate(0)).join();
            assertTrue(ear.ponged.await(10, TimeUnit.SECONDS));
            ear.socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
            assertEquals(1000, ear.closed.get(10, TimeUnit.SECONDS));
        }
        try (Ear ear = new Ear(anna)) {
            ear.socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
            assertEquals(1003, ear.closed.get(10, TimeUnit.SECONDS));
        }
        try (Ear ear = new Ear(anna)) {
            ear.echo();
            server.restart();
            assertEquals(1001, ear.closed.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aReaderWhoDoesNotReadStallsNobody() {
        anna.share(shared, ben.account, "{'mayReadItems':true}");
        try (Ear deaf = new Ear(ben);
                Ear ear = new Ear(anna)) {
            ear.send(ENABLE);
            ear.echo();
            deaf.send(ENABLE);
            String big = "x".repeat(900_000);
            for (int i = 0; i < 20; i++) {
                deaf.socket.sendText(
                        "{\"@type\":\"Request\",\"using\":[\"urn:ietf:params:jmap:core\"],"
                                + "\"methodCalls\":[[\"Core/echo\",{\"a\":\""
                                + big
                                + "\"},\"0\"]]}",
                        true);
            }
            anna.event(anna.account, shared, "");
            assertTrue(ear.next().path("changed").has(anna.account));
        }
    }
}
