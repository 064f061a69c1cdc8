package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** Uploads and downloads (RFC 8620, 6), what is parsed from them, and copies of events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlobsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestClock clock = new TestClock();
    private TestServer server;
    private TestClient anna;
    private TestClient ben;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, clock, "anna", "ben");
        anna = server.client("anna");
        ben = server.client("ben");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static HttpResponse<String> upload(TestClient who, String account, byte[] bytes) {
        return TestClient.send(
                who.request("/jmap/upload/" + account + "/")
                        .header("Content-Type", "text/calendar; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private static String blob(TestClient who, byte[] bytes) {
        HttpResponse<String> answer = upload(who, who.account, bytes);
        assertEquals(201, answer.statusCode(), answer.body());
        return Json.parse(answer.body()).path("blobId").asString();
    }

    private static HttpResponse<byte[]> download(TestClient who, String rest) throws Exception {
        return HTTP.send(
                who.request("/jmap/download/" + rest).GET().build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void whatIsUploadedComesBackToItsOwner() throws Exception {
        byte[] bytes = new byte[1_234_567];
        new Random(7).nextBytes(bytes);
        JsonNode told = Json.parse(upload(anna, anna.account, bytes).body());
        assertEquals(anna.account, told.path("accountId").asString());
        assertEquals("text/calendar; charset=utf-8", told.path("type").asString());
        assertEquals(bytes.length, told.path("size").asInt());
        String at = anna.account + "/" + told.path("blobId").asString() + "/my%20%C3%BC.ics";
        HttpResponse<byte[]> back = download(anna, at + "?type=text/calendar");
        assertArrayEquals(bytes, back.body());
        assertEquals("text/calendar", back.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "attachment; filename*=UTF-8''my%20%C3%BC.ics",
                back.headers().firstValue("Content-Disposition").orElse(""));
        assertEquals(
                "application/octet-stream",
                download(anna, at + "?type=text/html%0D%0AX:y")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""));
        assertEquals(404, download(ben, at).statusCode());
        assertEquals(404, download(anna, anna.account + "/nothing/x").statusCode());
        assertEquals(404, upload(ben, anna.account, bytes).statusCode());
        assertEquals(404, upload(ben, "nobody", bytes).statusCode());
    }

    @Test
    void uploadsAreLimitedAndForgottenAfterADay() throws Exception {
        // A client that sends on while it is refused may meet a closed connection instead.
        HttpResponse<String> refused =
                TestClient.send(
                        ben.request("/jmap/upload/" + ben.account + "/")
                                .header("Content-Type", "text/calendar")
                                .expectContinue(true)
                                .POST(
                                        HttpRequest.BodyPublishers.ofByteArray(
                                                new byte[10_000_001])));
        assertEquals(413, refused.statusCode());
        String id = blob(ben, new byte[9_000_000]);
        clock.pass(Duration.ofHours(25));
        assertEquals(201, upload(ben, ben.account, new byte[9_000_000]).statusCode());
        assertEquals(404, download(ben, ben.account + "/" + id + "/x").statusCode());
    }

    @Test
    void calendarsAreParsed() {
        String ics =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:u1\r\n"
                        + "DTSTAMP:20260101T000000Z\r\nDTSTART:20260302T090000Z\r\nSUMMARY:Tülips"
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        String good = blob(anna, ics.getBytes(StandardCharsets.UTF_8));
        String bad = blob(anna, "no calendar".getBytes(StandardCharsets.UTF_8));
        String bens = blob(ben, ics.getBytes(StandardCharsets.UTF_8));
        JsonNode answer =
                anna.call(
                        "CalendarEvent/parse",
                        "{'blobIds':['"
                                + good
                                + "','"
                                + bad
                                + "','"
                                + bens
                                + "'],'properties':['uid','title','id']}");
        assertEquals(
                "[{\"uid\":\"u1\",\"title\":\"Tülips\",\"id\":null}]",
                answer.path("parsed").path(good).toString());
        assertEquals("[\"" + bad + "\"]", answer.path("notParsable").toString());
        assertEquals("[\"" + bens + "\"]", answer.path("notFound").toString());
        JsonNode whole = anna.call("CalendarEvent/parse", "{'blobIds':['" + good + "']}");
        assertEquals(
                "2026-03-02T09:00:00",
                whole.path("parsed").path(good).path(0).path("start").asString());
        assertTrue(whole.path("notFound").isNull());
    }

    @Test
    void blobsAreCopiedToAnotherAccount() throws Exception {
        String space = space();
        String id = blob(anna, new byte[] {1, 2, 3});
        JsonNode answer =
                anna.in(
                        space,
                        "Blob/copy",
                        "{'fromAccountId':'" + anna.account + "','blobIds':['" + id + "','no']}");
        String copy = answer.path("copied").path(id).asString();
        assertArrayEquals(new byte[] {1, 2, 3}, download(anna, space + "/" + copy + "/x").body());
        assertEquals("notFound", answer.path("notCopied").path("no").path("type").asString());
        assertEquals(
                "fromAccountNotFound",
                ben.call(
                                "Blob/copy",
                                "{'fromAccountId':'" + anna.account + "','blobIds':['" + id + "']}")
                        .path("type")
                        .asString());
    }

    private String space() {
        return anna.call("Space/set", "{'create':{'k':{'name':'Choir'}}}")
                .path("created")
                .path("k")
                .path("id")
                .asString();
    }

    @Test
    void eventsAreCopiedAndTheOriginalsGoWhereThatIsWanted() {
        String space = space();
        String there =
                anna.in(space, "Calendar/get", "{}").path("list").path(0).path("id").asString();
        String id = anna.event(anna.account, anna.calendar(), ",'title':'A','color':'red'");
        String copy =
                "['CalendarEvent/copy',{'fromAccountId':'"
                        + anna.account
                        + "','accountId':'"
                        + space
                        + "','create':{'c':{'id':'"
                        + id
                        + "','calendarIds':{'"
                        + there
                        + "':true}},'d':{'id':'nothing'}}";
        JsonNode first = anna.calls("[" + copy + "},'0']]");
        assertEquals(1, first.size(), first.toString());
        JsonNode made = first.path(0).path(1);
        String copied = made.path("created").path("c").path("id").asString();
        assertEquals("notFound", made.path("notCreated").path("d").path("type").asString());
        assertEquals("A", anna.event(space, copied).path("title").asString());
        assertEquals("red", anna.event(space, copied).path("color").asString());
        assertEquals(
                anna.event(anna.account, id).path("uid"), anna.event(space, copied).path("uid"));
        JsonNode again = anna.calls("[" + copy + "},'0']]").path(0).path(1);
        assertEquals("alreadyExists", again.path("notCreated").path("c").path("type").asString());
        assertEquals(copied, again.path("notCreated").path("c").path("existingId").asString());
        anna.in(space, "CalendarEvent/set", "{'destroy':['" + copied + "']}");
        JsonNode moved = anna.calls("[" + copy + ",'onSuccessDestroyOriginal':true},'0']]");
        assertEquals(2, moved.size());
        assertEquals("CalendarEvent/set", moved.path(1).path(0).asString());
        assertEquals(id, moved.path(1).path(1).path("destroyed").path(0).asString());
        assertEquals("0", moved.path(1).path(2).asString());
        assertFalse(anna.event(anna.account, id).has("title"));
        JsonNode refused =
                ben.in(
                        ben.account,
                        "CalendarEvent/copy",
                        "{'fromAccountId':'" + anna.account + "','create':{}}");
        assertEquals("fromAccountNotFound", refused.path("type").asString());
    }
}
