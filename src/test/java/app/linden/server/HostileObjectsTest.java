package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Objects that mean harm, sent to a real server by real HTTP: each is refused by itself, with a
 * typed error, or kept; what was sent beside it is there, what was there before is as it was, and
 * the server answers on. Numbers are those of the table of faults (docs/faults.md).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileObjectsTest {
    private static final byte[] ZIP = {'P', 'K', 3, 4, 0, 0, 0, 0};

    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private String home;
    private String kept;
    private JsonNode before;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben");
        anna = server.client("anna");
        ben = server.client("ben");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void oneEventThatIsThere() {
        server.reset("anna");
        home = anna.calendar();
        kept = anna.event(anna.account, home, ",'title':'Kept'");
        before = anna.event(anna.account, kept);
    }

    @AfterEach
    void itIsAsItWasAndOthersAreServed() {
        assertEquals(before, anna.event(anna.account, kept));
        assertTrue(ben.session().has("apiUrl"));
    }

    private ObjectNode event(String more) {
        return TestServer.json(TestClient.eventJson(home, more));
    }

    /** Sends an object among good ones; answers what was said of it. */
    private JsonNode create(ObjectNode hostile) {
        ObjectNode set = Json.object();
        ObjectNode all = set.putObject("create");
        all.set("first", event(",'title':'First'"));
        all.set("hostile", hostile);
        all.set("last", event(",'title':'Last'"));
        JsonNode result = anna.in(anna.account, "CalendarEvent/set", set);
        for (String good : new String[] {"first", "last"}) {
            String id = result.path("created").path(good).path("id").asString("");
            assertFalse(id.isEmpty(), result.toString());
            assertTrue(anna.event(anna.account, id).path("title").isString());
        }
        JsonNode error = result.path("notCreated").path("hostile");
        return error.isMissingNode() ? result.path("created").path("hostile") : error;
    }

    private void refused(String type, ObjectNode hostile) {
        JsonNode error = create(hostile);
        assertEquals(type, error.path("type").asString(""), error.toString());
        assertFalse(error.path("description").asString("").contains("Exception"), error.toString());
    }

    /** What is kept is listed with all the others, and found by time. */
    private JsonNode keptAndListed(ObjectNode hostile) {
        JsonNode created = create(hostile);
        String id = created.path("id").asString("");
        assertFalse(id.isEmpty(), created.toString());
        JsonNode found =
                anna.call(
                        "CalendarEvent/query",
                        "{'filter':{'after':'2026-03-02T00:00:00','before':'2026-03-03T00:00:00'},"
                                + "'timeZone':'Etc/UTC'}");
        assertTrue(found.path("ids").toString().contains("\"" + id + "\""), found.toString());
        return anna.event(anna.account, id);
    }

    private HttpResponse<String> raw(byte[] body) {
        return TestClient.send(
                anna.request("/jmap/api")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    private static String numbers(int from, int to) {
        return String.join(",", IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList());
    }

    /** Faults 63, 64, 67 and 68. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'frequency':'daily','count':1000000000",
                "'frequency':'secondly'",
                "'frequency':'yearly','byMonth':['2'],'byMonthDay':[30]",
                "'frequency':'yearly','byWeekNo':[53]",
            })
    void rulesThatCostNothingUntilSomebodyLooks(String rule) {
        keptAndListed(event(",'recurrenceRule':{'@type':'RecurrenceRule'," + rule + "}"));
    }

    /** Fault 65. */
    @Test
    void aRuleOfThirtyOneMillionValuesIsRefused() {
        refused(
                "invalidProperties",
                event(
                        ",'recurrenceRule':{'frequency':'yearly','byHour':["
                                + numbers(0, 23)
                                + "],'byMinute':["
                                + numbers(0, 59)
                                + "],'bySecond':["
                                + numbers(0, 59)
                                + "]}"));
    }

    /** Fault 66. */
    @Test
    void aRuleThatIsWhollyExcluded() {
        JsonNode created =
                create(
                        event(
                                ",'recurrenceRule':{'frequency':'daily','count':2},"
                                        + "'recurrenceOverrides':{'2026-03-02T09:00:00':"
                                        + "{'excluded':true},'2026-03-03T09:00:00':"
                                        + "{'excluded':true}}"));
        assertTrue(created.has("id"), created.toString());
    }

    /** Faults 61, 63 and 77. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'timeZone':'Mars/Olympus'",
                "'start':'0000-01-01T00:00:00'",
                "'start':'10000-01-01T00:00:00'",
                "'start':'9999-12-31T23:59:59','duration':'P1D'",
                "'recurrenceRule':{'frequency':'daily','count':3,'until':'2027-01-01T00:00:00'}",
                "'duration':'-PT5H'",
                "'duration':'P999999999W'",
                "'duration':'P99999999999999999999D'",
                "'recurrenceRule':{'frequency':'daily','interval':99999999999}",
                "'recurrenceRule':{'frequency':'daily','byHour':[-1]}",
            })
    void timesThatCannotBe(String properties) {
        ObjectNode event = event("");
        event.setAll(TestServer.json("{" + properties + "}"));
        refused("invalidProperties", event);
    }

    /** Fault 62. */
    @Test
    void aStartThatSummerTimeSkipsIsKeptAsItIs() {
        ObjectNode event = event("");
        event.put("start", "2026-03-29T02:30:00");
        JsonNode created = create(event);
        assertEquals(
                "2026-03-29T02:30:00",
                anna.event(anna.account, created.path("id").asString()).path("start").asString());
    }

    /** Fault 69. */
    @Test
    void aRequestOfOneLineThatIsTooLong() {
        HttpResponse<String> answer =
                raw(("{\"using\":[\"" + "x".repeat(12_000_000)).getBytes(StandardCharsets.UTF_8));
        assertTrue(answer.statusCode() == 413 || answer.statusCode() == 400, answer.body());
        assertTrue(answer.body().contains("limit"), answer.body());
    }

    /** Fault 70. */
    @Test
    void charactersThatAreNoneAndThoseThatTurnTheLine() {
        String request = "{\"using\":[],\"methodCalls\":[[\"Core/echo\",{\"t\":\"%s\"},\"0\"]]}";
        for (byte[] body :
                new byte[][] {
                    request.formatted("\\ud800").getBytes(StandardCharsets.UTF_8),
                    request.formatted("é").getBytes(StandardCharsets.ISO_8859_1),
                    request.getBytes(StandardCharsets.UTF_16),
                }) {
            HttpResponse<String> answer = raw(body);
            assertEquals(400, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("error:notJSON"), answer.body());
        }
        ObjectNode event = event("");
        event.put("title", "a\u202Eb\u0000c\rd");
        JsonNode said = create(event);
        if (said.has("id")) {
            assertEquals(
                    "a\u202Eb\u0000c\rd",
                    anna.event(anna.account, said.path("id").asString()).path("title").asString());
        } else {
            assertEquals("invalidProperties", said.path("type").asString(), said.toString());
        }
    }

    /** Fault 71. */
    @Test
    void jsonThatIsTooDeepOrTooLongOrSaysThingsTwice() {
        for (String body :
                new String[] {
                    "{\"a\":".repeat(1_001) + "1" + "}".repeat(1_001),
                    "{\"a\":" + "9".repeat(100_000) + "}",
                    "{\"a\":1,\"a\":2}"
                }) {
            HttpResponse<String> answer = raw(body.getBytes(StandardCharsets.UTF_8));
            assertEquals(400, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("error:notJSON"), answer.body());
        }
        String deep = "{'a':".repeat(80) + "1" + "}".repeat(80);
        keptAndListed(event(",'example.com:deep':" + deep));
    }

    /** Fault 72. */
    @Test
    void oneUidTenTimes() {
        ObjectNode set = Json.object();
        ObjectNode all = set.putObject("create");
        for (int i = 0; i < 10; i++) {
            all.set("k" + i, event(",'uid':'the-same'"));
        }
        JsonNode result = anna.in(anna.account, "CalendarEvent/set", set);
        assertEquals(1, result.path("created").size(), result.toString());
        assertEquals(9, result.path("notCreated").size(), result.toString());
        result.path("notCreated").forEach(e -> assertTrue(e.path("type").isString(), e.toString()));
    }

    /** Fault 73: 2.0 knows IANA zones only; a definition of one's own is kept as unknown. */
    @Test
    void aHundredThousandRulesOfAZone() {
        StringBuilder rules = new StringBuilder();
        String rule = "{'start':'2000-01-01T00:00:00','offsetFrom':'+01:00','offsetTo':'+02:00'},";
        rules.append(rule.repeat(100_000));
        rules.setLength(rules.length() - 1);
        refused(
                "tooLarge",
                event(",'timeZones':{'/mine':{'@type':'TimeZone','standard':[" + rules + "]}}"));
    }

    /** Fault 74. */
    @Test
    void linksAreKeptAndNeverFollowedAndAttachmentsHaveALimit() {
        String links =
                ",'links':{'1':{'@type':'Link','href':'file:///etc/passwd'},"
                        + "'2':{'@type':'Link','href':'smb://host/share'},"
                        + "'3':{'@type':'Link','href':'javascript:alert(1)'}}";
        assertEquals(3, keptAndListed(event(links)).path("links").size());
        ObjectNode event = event("");
        event.putObject("links")
                .putObject("1")
                .put("@type", "Link")
                .put("href", "data:application/pdf;base64," + "QUJD".repeat(500_000));
        refused("tooLarge", event);
    }

    /** Fault 75. */
    @Test
    void endsOfLinesInNamesAndValuesAreJustCharacters() {
        String evil = "a\r\nBEGIN:VEVENT\r\nX-EVIL:1";
        ObjectNode event = event("");
        event.putObject("participants")
                .putObject("p")
                .put("@type", "Participant")
                .put("name", evil)
                .put("calendarAddress", "mailto:a@example.org");
        JsonNode got = keptAndListed(event);
        assertEquals(evil, got.path("participants").path("p").path("name").asString());
    }

    /** Fault 76. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "invalidPatch | {'title/x':'y'}",
                "invalidPatch | {'nowhere/deep/down':1}",
                "invalidPatch | {'keywords':{'a':true},'keywords/b':true}",
                "invalidPatch | {'recurrenceRule/byDay/0/day':'mo'}",
                "invalidProperties | {'uid':'other'}",
                "invalidProperties | {'id':'other'}",
                "invalidProperties | {'calendarIds/nowhere':true}",
                "invalidProperties | {'calendarIds/HOME':null}",
            })
    void pointersThatReachWhereTheyMayNot(String type, String patch) {
        JsonNode result =
                anna.call(
                        "CalendarEvent/set",
                        "{'update':{'" + kept + "':" + patch.replace("HOME", home) + "}}");
        JsonNode error = result.path("notUpdated").path(kept);
        assertEquals(type, error.path("type").asString(""), result.toString());
    }

    /** Fault 76: escapes mean the characters that they stand for. */
    @Test
    void tildesAndSlashesInNames() {
        String id = anna.event(anna.account, home, ",'keywords':{'x':true}");
        anna.call("CalendarEvent/set", "{'update':{'" + id + "':{'keywords/a~1b~0c':true}}}");
        assertTrue(anna.event(anna.account, id).path("keywords").has("a/b~c"));
    }

    /** Fault 78. */
    @Test
    void aZipInPlaceOfARequest() {
        HttpResponse<String> answer = raw(ZIP);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("error:notJSON"), answer.body());
    }

    /** Fault 79. */
    @Test
    void tenThousandParticipants() {
        ObjectNode event = event("");
        ObjectNode people = event.putObject("participants");
        for (int i = 0; i < 10_000; i++) {
            people.putObject("p" + i)
                    .put("@type", "Participant")
                    .put("calendarAddress", "mailto:p" + i + "@example.org");
        }
        refused("tooLarge", event);
        for (int i = 4_000; i < 10_000; i++) {
            people.remove("p" + i);
        }
        assertEquals(4_000, keptAndListed(event).path("participants").size());
    }

    /** Fault 80. */
    @Test
    void aTitleOfAMegabyte() {
        ObjectNode event = event("");
        event.put("title", "t".repeat(1_000_000));
        refused("tooLarge", event);
        event.put("title", "t".repeat(400_000));
        assertEquals(400_000, keptAndListed(event).path("title").asString().length());
    }
}
