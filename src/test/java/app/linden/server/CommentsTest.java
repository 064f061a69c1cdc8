package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What people say about events, and files that belong to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommentsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String WRITE = "{'mayReadItems':true,'mayWriteAll':true}";
    private static final String READ = "{'mayReadItems':true}";

    private final TestClock clock = new TestClock();
    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private TestClient carol;
    private String shared;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, clock, "anna", "ben", "carol");
    }

    @BeforeEach
    void begin() {
        server.reset("anna");
        anna = server.client("anna");
        ben = server.client("ben");
        carol = server.client("carol");
        shared = anna.calendar("Shared");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonNode set(TestClient who, String account, String arguments) {
        return who.in(account, "Comment/set", arguments);
    }

    private JsonNode tell(TestClient who, String event, String more) {
        return set(
                who,
                anna.account,
                "{'create':{'c':{'calendarEventId':'" + event + "','text':'Hello'" + more + "}}}");
    }

    private String said(TestClient who, String event, String more) {
        JsonNode result = tell(who, event, more);
        assertEquals(1, result.path("created").size(), result.toString());
        return result.path("created").path("c").path("id").asString();
    }

    private JsonNode read(TestClient who, String account, String id) {
        return who.in(account, "Comment/get", "{'ids':['" + id + "']}").path("list").path(0);
    }

    private boolean reads(TestClient who, String id) {
        return !read(who, anna.account, id).isMissingNode();
    }

    private JsonNode changes(TestClient who, String since) {
        return who.in(anna.account, "Comment/changes", "{'sinceState':'" + since + "'}");
    }

    private static String error(JsonNode result, String which, String id) {
        return result.path(which).path(id).path("type").asString("done");
    }

    @Test
    void aCommentIsWrittenReadChangedAndDeleted() {
        anna.share(shared, ben.account, WRITE);
        String event = anna.event(anna.account, shared, "");
        String state = anna.state(anna.account, "Comment");
        String id = said(ben, event, ",'created':'2026-02-27T10:00:00Z'");
        JsonNode comment = read(anna, anna.account, id);
        assertEquals("Hello", comment.path("text").asString());
        assertEquals("Person ben", comment.path("author").path("name").asString());
        assertEquals(ben.account, comment.path("author").path("principalId").asString());
        assertEquals("2026-02-27T10:00:00Z", comment.path("created").asString(), "offline");
        assertEquals(event, comment.path("calendarEventId").asString());
        JsonNode told = changes(anna, state);
        assertEquals("[\"" + id + "\"]", told.path("created").toString());

        JsonNode changed =
                set(ben, anna.account, "{'update':{'" + id + "':{'text':'Hello again'}}}");
        assertTrue(changed.path("updated").has(id), changed.toString());
        assertEquals("Hello again", read(anna, anna.account, id).path("text").asString());
        told = changes(anna, told.path("newState").asString());
        assertEquals("[\"" + id + "\"]", told.path("updated").toString());

        set(ben, anna.account, "{'destroy':['" + id + "']}");
        assertFalse(reads(anna, id));
        told = changes(anna, told.path("newState").asString());
        assertEquals("[\"" + id + "\"]", told.path("destroyed").toString());
        assertEquals(
                "cannotCalculateChanges",
                anna.call("Comment/queryChanges", "{'sinceQueryState':'0'}")
                        .path("type")
                        .asString());
    }

    @Test
    void oneThatWasNotYetIsNotSaidLaterThanNow() {
        String event = anna.event(anna.account, shared, "");
        String id = said(anna, event, ",'created':'2100-01-01T00:00:00Z'");
        assertEquals(
                clock.instant().toString(),
                read(anna, anna.account, id).path("created").asString());
    }

    @Test
    void aCommentOnAnEventOfTheSameRequest() {
        JsonNode answers =
                anna.calls(
                        "[['CalendarEvent/set',{'accountId':'"
                                + anna.account
                                + "','create':{'e':"
                                + TestClient.eventJson(shared, "")
                                + "}},'0'],['Comment/set',{'accountId':'"
                                + anna.account
                                + "','create':{'c':{'calendarEventId':'#e','text':'x'}}},'1']]");
        assertEquals(1, answers.path(1).path(1).path("created").size(), answers.toString());
    }

    @Test
    void whoMaySayWhat() {
        String participant =
                ",'participants':{'p':{'@type':'Participant','calendarAddress':'urn:uuid:"
                        + server.id("ben")
                        + "','roles':{'attendee':true}}}";
        record Cell(String rights, boolean takesPart, boolean reads, boolean writes, boolean all) {}
        List<Cell> cells = new ArrayList<>();
        for (boolean part : new boolean[] {false, true}) {
            cells.add(new Cell("{'mayReadFreeBusy':true}", part, false, false, false));
            cells.add(new Cell(READ, part, true, part, false));
            cells.add(new Cell("{'mayReadItems':true,'mayRSVP':true}", part, true, true, false));
            // An event without an owner is written by who may write their own.
            cells.add(
                    new Cell("{'mayReadItems':true,'mayWriteOwn':true}", part, true, true, false));
            cells.add(
                    new Cell(
                            "{'mayReadItems':true,'mayUpdatePrivate':true}",
                            part,
                            true,
                            part,
                            false));
            cells.add(new Cell(WRITE, part, true, true, false));
            cells.add(
                    new Cell(
                            "{'mayReadItems':true,'mayWriteAll':true,'mayShare':true}",
                            part,
                            true,
                            true,
                            true));
        }
        int checked = 0;
        for (Cell cell : cells) {
            for (String privacy : List.of("public", "private", "secret")) {
                anna.share(shared, ben.account, "null");
                anna.share(shared, carol.account, WRITE);
                String event = anna.event(anna.account, shared, cell.takesPart ? participant : "");
                String hers = said(anna, event, "");
                String carols = said(carol, event, "");
                if (!privacy.equals("public")) {
                    anna.call(
                            "CalendarEvent/set",
                            "{'update':{'" + event + "':{'privacy':'" + privacy + "'}}}");
                }
                anna.share(shared, ben.account, cell.rights);
                boolean open = privacy.equals("public");
                String at = cell + " " + privacy;
                // Another share keeps the account in sight where this one does not.
                anna.share(anna.calendar(), ben.account, READ);
                assertEquals(cell.reads && open, reads(ben, hers), at);
                assertEquals(
                        cell.reads && open,
                        ben.in(anna.account, "Comment/query", "{}")
                                .path("ids")
                                .toString()
                                .contains(hers),
                        at);
                JsonNode told = tell(ben, event, "");
                String expected =
                        !(cell.reads && open)
                                ? "invalidProperties"
                                : cell.writes ? "done" : "forbidden";
                assertEquals(expected, error(told, "notCreated", "c"), at);
                JsonNode changed =
                        set(ben, anna.account, "{'update':{'" + carols + "':{'text':'not hers'}}}");
                assertEquals(
                        cell.reads && open ? "forbidden" : "notFound",
                        error(changed, "notUpdated", carols),
                        at);
                JsonNode gone = set(ben, anna.account, "{'destroy':['" + carols + "']}");
                assertEquals(
                        !(cell.reads && open) ? "notFound" : cell.all ? "done" : "forbidden",
                        error(gone, "notDestroyed", carols),
                        at);
                checked += 5;
            }
        }
        System.out.println(checked + " cells of who may comment are as they should be.");
    }

    @Test
    void theOwnerDeletesWhatOthersSaidAndChangesNothingOfIt() {
        anna.share(shared, ben.account, WRITE);
        String event = anna.event(anna.account, shared, "");
        String id = said(ben, event, "");
        assertEquals(
                "forbidden",
                error(
                        set(anna, anna.account, "{'update':{'" + id + "':{'text':'x'}}}"),
                        "notUpdated",
                        id));
        set(anna, anna.account, "{'destroy':['" + id + "']}");
        assertFalse(reads(ben, id));
    }

    @Test
    void whatCannotBe() {
        String event = anna.event(anna.account, shared, "");
        String id = said(anna, event, ",'uid':'one'");
        for (String more :
                List.of(
                        ",'uid':'one'",
                        ",'uid':7",
                        ",'author':{'name':'Ben'}",
                        ",'updated':'2026-01-01T00:00:00Z'",
                        ",'attachments':{'a':{'blobId':'unknown'}}",
                        ",'attachments':[]",
                        ",'attachments':{'a':{'href':'https://example.org'}}")) {
            assertEquals(
                    "invalidProperties", error(tell(anna, event, more), "notCreated", "c"), more);
        }
        for (String text : List.of("''", "'  '", "7", "'" + "x".repeat(10_001) + "'")) {
            JsonNode result =
                    set(
                            anna,
                            anna.account,
                            "{'create':{'c':{'calendarEventId':'"
                                    + event
                                    + "','text':"
                                    + text
                                    + "}}}");
            assertEquals("invalidProperties", error(result, "notCreated", "c"), text);
        }
        for (String patch :
                List.of("'uid':'two'", "'created':'2026-01-01T00:00:00Z'", "'author/name':'x'")) {
            JsonNode result = set(anna, anna.account, "{'update':{'" + id + "':{" + patch + "}}}");
            assertFalse(result.path("notUpdated").isEmpty(), patch);
        }
        JsonNode filter = anna.call("Comment/query", "{'filter':{'colour':'x'}}");
        assertEquals("unsupportedFilter", filter.path("type").asString());
        JsonNode sort = anna.call("Comment/query", "{'sort':[{'property':'text'}]}");
        assertEquals("unsupportedSort", sort.path("type").asString());
        JsonNode found =
                anna.call(
                        "Comment/query",
                        "{'filter':{'calendarEventIds':['"
                                + event
                                + "'],'before':'2100-01-01T00:00:00Z'},"
                                + "'sort':[{'property':'uid'}],'calculateTotal':true}");
        assertEquals("[\"" + id + "\"]", found.path("ids").toString());
        assertEquals(1, found.path("total").asInt());
    }

    @Test
    void commentsComeAndGoAndMoveWithTheirEvent() {
        anna.share(shared, ben.account, WRITE);
        anna.share(anna.calendar("Other"), ben.account, READ);
        String event = anna.event(anna.account, shared, "");
        String id = said(ben, event, "");
        String state = ben.state(anna.account, "Comment");
        anna.call("CalendarEvent/set", "{'update':{'" + event + "':{'privacy':'private'}}}");
        JsonNode told = changes(ben, state);
        assertEquals("[\"" + id + "\"]", told.path("destroyed").toString(), "private");
        assertFalse(reads(ben, id));
        anna.call("CalendarEvent/set", "{'update':{'" + event + "':{'privacy':'public'}}}");
        told = changes(ben, told.path("newState").asString());
        assertEquals("[\"" + id + "\"]", told.path("created").toString(), "public");
        anna.call(
                "CalendarEvent/set",
                "{'update':{'" + event + "':{'calendarIds':{'" + anna.calendar() + "':true}}}}");
        told = changes(ben, told.path("newState").asString());
        assertEquals("[\"" + id + "\"]", told.path("destroyed").toString(), "out of sight");
        assertTrue(reads(anna, id));
        anna.call("CalendarEvent/set", "{'destroy':['" + event + "']}");
        assertFalse(reads(anna, id));
        assertEquals("[]", anna.call("Comment/query", "{}").path("ids").toString());

        String second = said(anna, anna.event(anna.account, shared, ""), "");
        anna.call("Calendar/set", "{'destroy':['" + shared + "'],'onDestroyRemoveEvents':true}");
        assertFalse(reads(anna, second), "gone with the calendar");
    }

    @Test
    void commentsAndFilesGoAlongWhenACalendarIsHandedOver() throws Exception {
        anna.share(shared, ben.account, WRITE);
        String file = upload(anna, "text");
        String event = anna.event(anna.account, shared, links(file));
        String both = anna.event(anna.account, shared, "");
        anna.call(
                "CalendarEvent/set",
                "{'update':{'" + both + "':{'calendarIds/" + anna.calendar() + "':true}}}");
        String id = said(ben, event, "");
        String copied = said(ben, both, "");
        JsonNode space =
                anna.call("Space/set", "{'create':{'k':{'calendarId':'" + shared + "'}}}")
                        .path("created")
                        .path("k");
        String there = space.path("id").asString();
        assertEquals("Hello", read(ben, there, id).path("text").asString());
        assertFalse(reads(anna, id), "moved");
        assertTrue(reads(anna, copied), "one in both calendars stays too");
        assertEquals(2, ben.in(there, "Comment/query", "{}").path("ids").size());
        assertEquals("text", text(ben, there, file));
        assertEquals(404, download(ben, anna.account, file).statusCode());
    }

    @Test
    void whoeverReadsTheEventHearsOfIt() throws Exception {
        anna.share(shared, ben.account, READ);
        String event = anna.event(anna.account, shared, "");
        try (Ear ear = new Ear(ben);
                Ear outside = new Ear(carol)) {
            for (Ear one : List.of(ear, outside)) {
                one.send("{'@type':'WebSocketPushEnable','dataTypes':['Comment']}");
                one.echo();
            }
            said(anna, event, "");
            JsonNode heard = ear.next();
            assertTrue(heard.path("changed").path(anna.account).has("Comment"), heard.toString());
            assertEquals("Response", outside.echo().path("@type").asString());
        }
    }

    @Test
    void whatSomebodySaidStaysWhenTheyGo() {
        String id = server.server().accounts().add("dora", "Dora", TestServer.PASSWORD);
        TestClient dora = new TestClient(anna.server, "dora", TestServer.PASSWORD, id);
        anna.share(shared, id, WRITE);
        String event = anna.event(anna.account, shared, "");
        String file = upload(dora, "of Dora");
        String said =
                said(dora, event, ",'attachments':{'a':{'blobId':'" + file + "','title':'a.txt'}}");
        assertEquals(
                200,
                dora.post(
                                URI.create("/account/delete"),
                                "{'password':'" + TestServer.PASSWORD + "'}")
                        .statusCode());
        JsonNode left = read(anna, anna.account, said);
        assertEquals("Hello", left.path("text").asString());
        assertEquals("", left.path("author").path("name").asString("?"));
        assertTrue(left.path("author").path("principalId").isNull());
        assertEquals("of Dora", text(anna, anna.account, file));
    }

    private static String links(String blob) {
        return ",'links':{'l':{'@type':'Link','rel':'enclosure','title':'plan.txt','blobId':'"
                + blob
                + "'}}";
    }

    private static String upload(TestClient who, String text) {
        return upload(who, who.account, text);
    }

    private static String upload(TestClient who, String account, String text) {
        HttpResponse<String> answer =
                TestClient.send(
                        who.request("/jmap/upload/" + account + "/")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString(text)));
        assertEquals(201, answer.statusCode(), answer.body());
        return Json.parse(answer.body()).path("blobId").asString();
    }

    private static HttpResponse<byte[]> download(TestClient who, String account, String blob) {
        try {
            return HTTP.send(
                    who.request("/jmap/download/" + account + "/" + blob + "/x").GET().build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String text(TestClient who, String account, String blob) {
        HttpResponse<byte[]> answer = download(who, account, blob);
        assertEquals(200, answer.statusCode());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void filesOfAnEventLiveAsLongAsItAndAreReadByWhoReadsIt() {
        anna.share(shared, ben.account, READ);
        anna.share(anna.calendar(), carol.account, READ);
        String file = upload(anna, "a plan");
        assertEquals(404, download(ben, anna.account, file).statusCode());
        String event = anna.event(anna.account, shared, links(file));
        assertEquals("a plan", text(ben, anna.account, file));
        assertEquals(404, download(carol, anna.account, file).statusCode());
        clock.pass(Duration.ofDays(400));
        upload(anna, "another, which prunes");
        assertArrayEquals(
                "a plan".getBytes(StandardCharsets.UTF_8),
                download(ben, anna.account, file).body());

        anna.call("CalendarEvent/set", "{'update':{'" + event + "':{'privacy':'private'}}}");
        assertEquals(404, download(ben, anna.account, file).statusCode(), "private");
        anna.call("CalendarEvent/set", "{'update':{'" + event + "':{'privacy':null}}}");
        anna.share(shared, ben.account, "null");
        assertEquals(404, download(ben, anna.account, file).statusCode(), "shared no more");

        anna.call("CalendarEvent/set", "{'update':{'" + event + "':{'links':null}}}");
        clock.pass(Duration.ofDays(30));
        upload(anna, "prunes");
        assertEquals("a plan", text(anna, anna.account, file), "to be brought back");
        anna.call(
                "CalendarEvent/set",
                "{'update':{'" + event + "':{" + links(file).substring(1) + "}}}");
        anna.call("CalendarEvent/set", "{'destroy':['" + event + "']}");
        clock.pass(Duration.ofDays(32));
        upload(anna, "prunes");
        assertEquals(404, download(anna, anna.account, file).statusCode(), "gone");
    }

    @Test
    void whatSomebodyElseDeletedIsBroughtBackWithItsFile() {
        anna.share(shared, ben.account, WRITE);
        anna.share(shared, carol.account, WRITE);
        String file = upload(anna, "a plan");
        String event = anna.event(anna.account, shared, links(file));
        ben.in(anna.account, "CalendarEvent/set", "{'destroy':['" + event + "']}");
        clock.pass(Duration.ofDays(20));
        String again = carol.event(anna.account, shared, links(file));
        assertEquals("a plan", text(ben, anna.account, file));
        ben.in(anna.account, "CalendarEvent/set", "{'destroy':['" + again + "']}");
        // In one call too, as a series that replaces single ones.
        String first = anna.event(anna.account, shared, links(file));
        JsonNode swapped =
                carol.in(
                        anna.account,
                        "CalendarEvent/set",
                        "{'destroy':['"
                                + first
                                + "'],'create':{'e':"
                                + TestClient.eventJson(shared, links(file))
                                + "}}");
        assertEquals(1, swapped.path("created").size(), swapped.toString());
    }

    @Test
    void nobodyReadsAFileByNamingIt() {
        anna.share(shared, ben.account, WRITE);
        String secret = upload(anna, "secret");
        anna.event(anna.account, anna.calendar(), links(secret));
        String event = anna.event(anna.account, shared, "");
        for (String property : List.of(links(secret), links("00000000-unknown"))) {
            JsonNode result =
                    ben.in(
                            anna.account,
                            "CalendarEvent/set",
                            "{'create':{'e':"
                                    + TestClient.eventJson(shared, property)
                                    + "},'update':{'"
                                    + event
                                    + "':{"
                                    + property.substring(1)
                                    + "}}}");
            assertEquals("invalidProperties", error(result, "notCreated", "e"));
            assertEquals("invalidProperties", error(result, "notUpdated", event));
        }
        String inOne =
                ",'recurrenceRule':{'frequency':'daily'},'recurrenceOverrides':"
                        + "{'2026-03-03T09:00:00':{'links':{'l':{'@type':'Link','blobId':'"
                        + secret
                        + "'}}}}";
        JsonNode hidden =
                ben.in(
                        anna.account,
                        "CalendarEvent/set",
                        "{'create':{'e':" + TestClient.eventJson(shared, inOne) + "}}");
        assertEquals("invalidProperties", error(hidden, "notCreated", "e"), hidden.toString());
        JsonNode said =
                tell(ben, event, ",'attachments':{'a':{'blobId':'" + secret + "','title':'x'}}");
        assertEquals("invalidProperties", error(said, "notCreated", "c"));
        assertEquals(404, download(ben, anna.account, secret).statusCode());
        // One's own upload to the account of the calendar is what clients name.
        String own = upload(ben, anna.account, "of Ben");
        assertEquals(404, download(anna, anna.account, own).statusCode());
        String id = said(ben, event, ",'attachments':{'a':{'blobId':'" + own + "'}}");
        assertEquals("of Ben", text(anna, anna.account, own));
        set(ben, anna.account, "{'destroy':['" + id + "']}");
        clock.pass(Duration.ofDays(33));
        upload(ben, "prunes");
        assertEquals(404, download(anna, anna.account, own).statusCode(), "gone with the comment");
    }
}
