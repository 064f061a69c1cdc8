package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;
import app.linden.wire.Capability;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** RFC 8887: what binds a server of JMAP over WebSocket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Rfc8887Test {
    private static final String ECHO =
            "'using':['urn:ietf:params:jmap:core'],'methodCalls':[['Core/echo',{},'0']]";

    private TestServer server;
    private TestClient anna;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna");
        anna = server.client("anna");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static void assertError(JsonNode error, String type, String id) {
        assertEquals("RequestError", error.path("@type").asString(), error.toString());
        assertEquals("urn:ietf:params:jmap:error:" + type, error.path("type").asString());
        assertEquals(id, error.path("requestId").asString(null));
    }

    /** 3: the session says where, and that there is push. */
    @Test
    void theSessionSaysWhere() {
        JsonNode capability = anna.session().path("capabilities").path(Capability.WEBSOCKET);
        assertTrue(capability.path("url").asString().matches("wss?://[^/]+/jmap/ws"));
        assertTrue(capability.path("supportsPush").asBoolean());
    }

    /** 4.2: jmap is chosen among several, and the answer says so. */
    @Test
    void jmapIsChosenAmongSeveral() throws Exception {
        for (String offered : new String[] {"jmap", "chat, jmap", "jmap, chat"}) {
            String answer = handshake(offered);
            assertTrue(answer.startsWith("HTTP/1.1 101"), answer);
            assertTrue(
                    answer.toLowerCase(Locale.ROOT).contains("sec-websocket-protocol: jmap\r\n"),
                    answer);
        }
        for (String offered : new String[] {"chat", "jmap2", ""}) {
            assertTrue(handshake(offered).startsWith("HTTP/1.1 400"), offered);
        }
    }

    /** 4.2: an upgrade that is none is the client's fault. */
    @Test
    void anUpgradeThatIsNoneIsRefused() throws Exception {
        String answer = handshake("jmap\r\nSec-WebSocket-Extensions: permessage-deflate; x=\"");
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    }

    private String handshake(String protocols) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.server().address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            ("GET /jmap/ws HTTP/1.1\r\nHost: a\r\nAuthorization: "
                                            + anna.authorization
                                            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key:"
                                            + " dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                            + (protocols.isEmpty()
                                                    ? ""
                                                    : "Sec-WebSocket-Protocol: "
                                                            + protocols
                                                            + "\r\n")
                                            + "\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            while (!answer.toString().endsWith("\r\n\r\n")) {
                int c = socket.getInputStream().read();
                if (c < 0) {
                    break;
                }
                answer.append((char) c);
            }
            return answer.toString();
        }
    }

    /** 4.3: a message in many frames is one message. */
    @Test
    void fragmentsAreOneMessage() {
        String request = ("{'@type':'Request','id':'ü'," + ECHO + "}").replace('\'', '"');
        try (Ear ear = new Ear(anna)) {
            for (int i = 0; i < request.length(); i++) {
                ear.socket.sendText(request.substring(i, i + 1), i == request.length() - 1).join();
                if (i % 40 == 0) {
                    ear.socket.sendPing(ByteBuffer.allocate(0)).join();
                }
            }
            assertEquals("ü", ear.next().path("requestId").asString());
        }
    }

    /** 4.3.1: a binary frame ends it, with 1003. */
    @Test
    void binaryFramesAreNotTaken() throws Exception {
        try (Ear ear = new Ear(anna)) {
            ear.socket.sendBinary(ByteBuffer.allocate(3), true).join();
            assertEquals(1003, ear.closed.get(10, TimeUnit.SECONDS));
        }
    }

    /** 4.3.1, 4.3.4: every error of a request is a problem of its own, with the request's id. */
    @Test
    void everyErrorOfARequestIsTold() {
        try (Ear ear = new Ear(anna)) {
            ear.send("");
            assertError(ear.next(), "notJSON", null);
            ear.send("[]");
            assertError(ear.next(), "notRequest", null);
            ear.send("7");
            assertError(ear.next(), "notRequest", null);
            ear.send("{" + ECHO + "}");
            assertError(ear.next(), "notRequest", null);
            ear.send("{'@type':7," + ECHO + "}");
            assertError(ear.next(), "notRequest", null);
            ear.send("{'@type':'Request','id':7," + ECHO + "}");
            assertError(ear.next(), "notRequest", null);
            ear.send("{'@type':'Request','id':'a','using':7,'methodCalls':[]}");
            assertError(ear.next(), "notRequest", "a");
            ear.send("{'@type':'Request','id':'b','using':['urn:x'],'methodCalls':[]}");
            assertError(ear.next(), "unknownCapability", "b");
            String calls = "['Core/echo',{},'0']" + ",['Core/echo',{},'0']".repeat(32);
            ear.send("{'@type':'Request','id':'c','using':[],'methodCalls':[" + calls + "]}");
            JsonNode limit = ear.next();
            assertError(limit, "limit", "c");
            assertEquals("maxCallsInRequest", limit.path("limit").asString());
            ear.send("{'@type':'Request','id':'" + "ü".repeat(5_000_001) + "'}");
            JsonNode large = ear.next();
            assertError(large, "limit", null);
            assertEquals("maxSizeRequest", large.path("limit").asString());
            assertEquals("Response", ear.echo().path("@type").asString());
        }
    }

    /** 4.3.3: the id comes back where there was one, and no id where there was none. */
    @Test
    void theIdComesBackWhereThereWasOne() {
        try (Ear ear = new Ear(anna)) {
            ear.send("{'@type':'Request'," + ECHO + "}");
            JsonNode none = ear.next();
            assertEquals("Response", none.path("@type").asString());
            assertFalse(none.path("requestId").isString(), none.toString());
            for (String id : new String[] {"", "x", "#/\\u0000"}) {
                ear.send("{'@type':'Request','id':'" + id + "'," + ECHO + "}");
                assertEquals(
                        Json.parse("\"" + id + "\""), ear.next().path("requestId"), "as it was");
            }
        }
    }

    /** 4.3.2: requests may overtake each other, and each is answered once. */
    @Test
    void everyRequestIsAnsweredOnce() {
        try (Ear ear = new Ear(anna)) {
            Set<String> waiting = new HashSet<>();
            for (int round = 0; round < 20; round++) {
                for (int i = 0; i < 8; i++) {
                    String id = round + "-" + i;
                    waiting.add(id);
                    ear.send("{'@type':'Request','id':'" + id + "'," + ECHO + "}");
                }
                for (int i = 0; i < 8; i++) {
                    JsonNode answer = ear.next();
                    assertTrue(
                            waiting.remove(answer.path("requestId").asString()), answer.toString());
                }
            }
            assertTrue(waiting.isEmpty());
        }
    }

    /** 4.3.5.2: without a list of types all are pushed; the last message decides. */
    @Test
    void allTypesArePushedUnlessSomeAreNamed() {
        for (String types : new String[] {"", ",'dataTypes':null"}) {
            try (Ear ear = new Ear(anna)) {
                ear.send("{'@type':'WebSocketPushEnable'" + types + "}");
                ear.echo();
                anna.calendar("New");
                JsonNode change = ear.next();
                assertEquals("StateChange", change.path("@type").asString());
                assertTrue(change.path("changed").path(anna.account).has("Calendar"));
                anna.event(anna.account, anna.calendar(), "");
                assertTrue(ear.next().path("changed").path(anna.account).has("CalendarEvent"));
                ear.send("{'@type':'WebSocketPushEnable','dataTypes':[]}");
                ear.echo();
                anna.calendar("Silent");
                assertEquals("Response", ear.echo().path("@type").asString());
            }
        }
    }

    /** 4.3.5.2: what is no such object is told, and changes nothing. */
    @Test
    void wrongPushMessagesAreToldSo() {
        try (Ear ear = new Ear(anna)) {
            for (String wrong :
                    new String[] {"'dataTypes':7", "'dataTypes':[7]", "'pushState':7"}) {
                ear.send("{'@type':'WebSocketPushEnable'," + wrong + "}");
                assertError(ear.next(), "notRequest", null);
            }
            anna.calendar("Silent");
            assertEquals("Response", ear.echo().path("@type").asString());
        }
    }

    /** 4.3.5.3: nothing is pushed before it is enabled, and nothing after it is disabled. */
    @Test
    void nothingIsPushedThatIsNotAskedFor() {
        try (Ear ear = new Ear(anna)) {
            anna.calendar("Before");
            assertEquals("Response", ear.echo().path("@type").asString());
            ear.send("{'@type':'WebSocketPushEnable','dataTypes':null}");
            ear.echo();
            ear.send("{'@type':'WebSocketPushDisable'}");
            ear.echo();
            anna.calendar("After");
            assertEquals("Response", ear.echo().path("@type").asString());
        }
    }
}
