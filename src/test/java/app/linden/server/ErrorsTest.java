package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Whatever one sends, a typed error comes back: never a stack trace, never a 500. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsTest {
    private static final String CORE =
            "'using':['urn:ietf:params:jmap:core'," + "'urn:ietf:params:jmap:calendars']";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "notJSON | `` ",
                "notJSON | <html>",
                "notJSON | {",
                "notJSON | {'a':1,'a':2}",
                "notJSON | {} {}",
                "notJSON | {'a':'\\ud800'}",
                "notJSON | {'a':'\\udc00\\ud800'}",
                "notJSON | [1e99999999999999999999999999999999999999999999]",
                "notRequest | []",
                "notRequest | null",
                "notRequest | 'text'",
                "notRequest | {}",
                "notRequest | {'using':'core','methodCalls':[]}",
                "notRequest | {'using':[1],'methodCalls':[]}",
                "notRequest | {'using':[],'methodCalls':{}}",
                "notRequest | {'using':[],'methodCalls':[['Core/echo',{}]]}",
                "notRequest | {'using':[],'methodCalls':[['Core/echo',[],'0']]}",
                "notRequest | {'using':[],'methodCalls':[[1,{},'0']]}",
                "notRequest | {'using':[],'methodCalls':[],'createdIds':[]}",
                "unknownCapability | {'using':['urn:x'],'methodCalls':[]}",
            })
    void requestsThatAreNone(String type, String body) {
        HttpResponse<String> answer = anna.post(body.strip().replace('\'', '"'));
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(
                "urn:ietf:params:jmap:error:" + type,
                Json.parse(answer.body()).path("type").asString(),
                answer.body());
        assertFalse(answer.body().contains("Exception"), answer.body());
    }

    @Test
    void deepNestingIsNotJson() {
        HttpResponse<String> answer = anna.post("[".repeat(100_000));
        assertEquals(
                "urn:ietf:params:jmap:error:notJSON",
                Json.parse(answer.body()).path("type").asString());
    }

    @Test
    void otherTypesAndBrokenUtf8AreNotJson() {
        assertTrue(anna.post("{}", "text/plain").body().contains("error:notJSON"));
        byte[] broken = {'{', '"', (byte) 0xc3, '"', ':', '1', '}'};
        HttpResponse<String> answer =
                TestClient.send(
                        anna.request("/jmap/api")
                                .header("Content-Type", "application/json; charset=utf-8")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(broken)));
        assertTrue(answer.body().contains("error:notJSON"), answer.body());
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16);
        answer =
                TestClient.send(
                        anna.request("/jmap/api")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(utf16)));
        assertTrue(answer.body().contains("error:notJSON"), answer.body());
    }

    /** A stands for the account id. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unknownMethod | Nothing/get | {}",
                "unknownMethod | Space/set | {'accountId':'A'}",
                "unknownMethod | error | {}",
                "invalidArguments | Calendar/get | {}",
                "invalidArguments | Calendar/get | {'accountId':1}",
                "accountNotFound | Calendar/get | {'accountId':'nobody'}",
                "accountNotFound | CalendarEvent/set | {'accountId':'nobody'}",
                "invalidArguments | Calendar/get | {'accountId':'A','ids':'x'}",
                "invalidArguments | Calendar/get | {'accountId':'A','ids':[1]}",
                "invalidArguments | Calendar/get | {'accountId':'A','properties':['x']}",
                "invalidArguments | CalendarEvent/get | {'accountId':'A','properties':'x'}",
                "invalidArguments | Calendar/changes | {'accountId':'A'}",
                "invalidArguments | Calendar/changes | {'accountId':'A','sinceState':0}",
                "invalidArguments | Calendar/changes |"
                        + " {'accountId':'A','sinceState':'0','maxChanges':0}",
                "invalidArguments | Calendar/changes |"
                        + " {'accountId':'A','sinceState':'0','maxChanges':'5'}",
                "cannotCalculateChanges | Calendar/changes | {'accountId':'A','sinceState':'x'}",
                "cannotCalculateChanges | Calendar/changes |"
                        + " {'accountId':'A','sinceState':'99999'}",
                "cannotCalculateChanges | Calendar/changes | {'accountId':'A','sinceState':'-1'}",
                "cannotCalculateChanges | CalendarEvent/changes |"
                        + " {'accountId':'A','sinceState':'99999999999999999999'}",
                "invalidArguments | CalendarEvent/queryChanges | {'accountId':'A'}",
                "cannotCalculateChanges | CalendarEvent/queryChanges |"
                        + " {'accountId':'A','sinceQueryState':'0'}",
                "invalidArguments | Calendar/set | {'accountId':'A','create':[]}",
                "invalidArguments | Calendar/set | {'accountId':'A','create':{'a':1}}",
                "invalidArguments | Calendar/set | {'accountId':'A','update':{'a':'x'}}",
                "invalidArguments | Calendar/set | {'accountId':'A','destroy':'x'}",
                "invalidArguments | Calendar/set | {'accountId':'A','onDestroyRemoveEvents':1}",
                "stateMismatch | Calendar/set | {'accountId':'A','ifInState':'x'}",
                "stateMismatch | CalendarEvent/set | {'accountId':'A','ifInState':'7'}",
                "invalidArguments | CalendarEvent/query | {'accountId':'A','limit':-1}",
                "invalidArguments | CalendarEvent/query | {'accountId':'A','limit':1.5}",
                "invalidArguments | CalendarEvent/query | {'accountId':'A','position':1e30}",
                "invalidArguments | CalendarEvent/query | {'accountId':'A','filter':[]}",
                "invalidArguments | CalendarEvent/query | {'accountId':'A','filter':{'uid':1}}",
                "invalidArguments | CalendarEvent/query |"
                        + " {'accountId':'A','filter':{'after':'2026-02-30T00:00:00'}}",
                "invalidArguments | CalendarEvent/query |"
                        + " {'accountId':'A','filter':{'operator':'XOR','conditions':[]}}",
                "invalidArguments | CalendarEvent/query |"
                        + " {'accountId':'A','filter':{'operator':'AND'}}",
                "unsupportedFilter | CalendarEvent/query |"
                        + " {'accountId':'A','filter':{'moonPhase':'full'}}",
                "invalidArguments | CalendarEvent/query | {'accountId':'A','sort':{}}",
                "invalidArguments | CalendarEvent/query | {'accountId':'A','sort':[{}]}",
                "unsupportedSort | CalendarEvent/query |"
                        + " {'accountId':'A','sort':[{'property':'title'}]}",
                "unsupportedSort | CalendarEvent/query |"
                        + " {'accountId':'A','sort':[{'property':'uid','collation':'x'}]}",
                "invalidArguments | CalendarEvent/query |"
                        + " {'accountId':'A','sort':[{'property':'uid','collation':7}]}",
                "invalidArguments | CalendarEventNotification/query |"
                        + " {'accountId':'A','sort':[{'property':'created','isAscending':7}]}",
                "invalidArguments | CalendarEventNotification/query |"
                        + " {'accountId':'A','filter':{'after':7}}",
                "invalidArguments | CalendarEventNotification/query |"
                        + " {'accountId':'A','filter':{'type':7}}",
                "invalidArguments | CalendarEventNotification/query |"
                        + " {'accountId':'A','filter':{'calendarEventIds':'x'}}",
                "anchorNotFound | CalendarEvent/query | {'accountId':'A','anchor':'x'}",
                "anchorNotFound | CalendarEvent/query |"
                        + " {'accountId':'A','anchor':'x','anchorOffset':1}",
                "invalidArguments | CalendarEvent/query |"
                        + " {'accountId':'A','timeZone':'Mars/Olympus'}",
                "expandDurationTooLarge | CalendarEvent/query |"
                        + " {'accountId':'A','expandRecurrences':true,'filter':{'after':"
                        + "'2026-01-01T00:00:00','before':'2027-01-03T00:00:00'}}",
                "invalidArguments | CalendarEvent/query |"
                        + " {'accountId':'A','expandRecurrences':true}",
                "invalidResultReference | Calendar/get |"
                        + " {'accountId':'A','#ids':{'resultOf':'x','name':'y','path':'/z'}}",
                "invalidResultReference | Calendar/get | {'accountId':'A','#ids':7}",
                "invalidArguments | Calendar/get |"
                    + " {'accountId':'A','ids':[],'#ids':{'resultOf':'x','name':'y','path':'/z'}}",
            })
    void callsThatFail(String type, String method, String arguments) {
        HttpResponse<String> answer =
                anna.post(
                        ("{"
                                        + CORE
                                        + ",'methodCalls':[['"
                                        + method
                                        + "',"
                                        + arguments
                                        + ",'c1'],['Core/echo',{'still':'here'},'c2']]}")
                                .replace("'A'", "'" + anna.account + "'")
                                .replace('\'', '"'));
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode responses = Json.parse(answer.body()).path("methodResponses");
        assertEquals("error", responses.path(0).path(0).asString(), answer.body());
        assertEquals(type, responses.path(0).path(1).path("type").asString(), answer.body());
        assertEquals("c1", responses.path(0).path(2).asString());
        assertEquals("here", responses.path(1).path(1).path("still").asString());
    }

    @Test
    void tooManyCallsOrObjectsAreRefused() {
        StringBuilder calls = new StringBuilder();
        StringBuilder ids = new StringBuilder("'x'");
        for (int i = 0; i < 33; i++) {
            calls.append(i == 0 ? "" : ",").append("['Core/echo',{},'c']");
        }
        for (int i = 0; i < 500; i++) {
            ids.append(",'x").append(i).append("'");
        }
        HttpResponse<String> answer =
                anna.post(("{" + CORE + ",'methodCalls':[" + calls + "]}").replace('\'', '"'));
        assertEquals(400, answer.statusCode());
        assertEquals("maxCallsInRequest", Json.parse(answer.body()).path("limit").asString());
        assertEquals(
                "requestTooLarge",
                anna.call("CalendarEvent/get", "{'ids':[" + ids + "]}").path("type").asString());
        assertEquals(
                "requestTooLarge",
                anna.call("CalendarEvent/set", "{'destroy':[" + ids + "]}")
                        .path("type")
                        .asString());
    }

    @Test
    void aBodyThatIsMuchTooLargeIsRefusedBeforeItIsRead() throws Exception {
        String head =
                "POST /jmap/api HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                        + anna.authorization
                        + "\r\nContent-Type: application/json\r\nContent-Length: 12000000\r\n\r\n";
        String answer = raw(head);
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("\"limit\":\"maxSizeRequest\""), answer);
    }

    @Test
    void aBodyWithoutALengthIsCountedAsItComes() {
        byte[] spaces = new byte[10_000_001];
        java.util.Arrays.fill(spaces, (byte) ' ');
        HttpResponse<String> answer =
                TestClient.send(
                        anna.request("/jmap/api")
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(
                                                () -> new java.io.ByteArrayInputStream(spaces))));
        assertEquals(413, answer.statusCode());
    }

    @Test
    void brokenHttpIsAnsweredWithoutAStackTrace() throws Exception {
        for (String bytes :
                new String[] {
                    "\u0000\u0001\r\n\r\n",
                    "GET /jmap/session HTTP/9.9\r\n\r\n",
                    "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"
                }) {
            String answer = raw(bytes);
            assertTrue(
                    answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 505"), answer);
            assertFalse(answer.contains("at org."), answer);
            assertFalse(answer.contains("Jetty"), answer);
        }
    }

    /** Otherwise the next request on the connection would meet a closed door. */
    @Test
    void whoIsRefusedBeforeTheBodyCameIsToldThatTheConnectionEnds() throws Exception {
        String answer =
                raw(
                        "POST /jmap/api HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n"
                                + "Content-Type: application/json\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 401"), answer);
        assertTrue(answer.contains("Connection: close"), answer);
    }

    @Test
    void addressesThatCannotBeDecodedAreTheClientsFault() throws Exception {
        for (String path :
                new String[] {
                    "/jmap/events?types=%ff&closeafter=no&ping=0",
                    "/jmap/events?types=*&closeafter=no&ping=%zz",
                    "/jmap/download/" + anna.account + "/x/y?type=%c3",
                    "/jmap/download/" + anna.account + "/x/%ff",
                    "/jmap/upload/%c3%28/"
                }) {
            String answer =
                    raw(
                            "GET "
                                    + path
                                    + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: "
                                    + anna.authorization
                                    + "\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 4"), path + " " + answer);
        }
    }

    @Test
    void oddHostsStillGetASession() throws Exception {
        String answer =
                raw(
                        "GET /jmap/session HTTP/1.1\r\nHost: a\r\nX-Forwarded-Host: <\"x y\r\n"
                                + "Authorization: "
                                + anna.authorization
                                + "\r\n\r\n");
        assertFalse(answer.startsWith("HTTP/1.1 5"), answer);
    }

    private String raw(String bytes) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.server().address().getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[4096];
            while (!answer.toString().contains("}")) {
                int n = in.read(buffer);
                if (n < 0) {
                    break;
                }
                answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
            return answer.toString();
        }
    }
}
