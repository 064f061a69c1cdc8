package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Repetitions that the server expands, for clients that cannot (jmap-calendars 5.7, 5.9, 5.11). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OccurrencesTest {
    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private String series;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben");
    }

    /** Mondays at nine in Berlin, one moved to Tuesday, one called off, one besides. */
    @BeforeEach
    void begin() {
        server.reset("anna");
        anna = server.client("anna");
        ben = server.client("ben");
        series =
                anna.event(
                        anna.account,
                        anna.calendar(),
                        ",'title':'Choir','recurrenceRule':{'frequency':'weekly'},"
                                + "'recurrenceOverrides':{"
                                + "'2026-03-16T09:00:00':{'start':'2026-03-17T19:00:00',"
                                + "'title':'Concert'},"
                                + "'2026-03-23T09:00:00':{'excluded':true},"
                                + "'2026-03-28T10:00:00':{'title':'Rehearsal'}}");
        add("{'title':'Once','start':'2026-03-10T08:00:00'}");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** An event like others, but for some properties. */
    private String add(String other) {
        String id = anna.event(anna.account, anna.calendar(), "");
        set(anna, "{'update':{'" + id + "':" + other + "}}");
        return id;
    }

    private JsonNode query(TestClient who, String filter, String more) {
        return who.in(
                anna.account,
                "CalendarEvent/query",
                "{'expandRecurrences':true,'sort':[{'property':'start'}],'filter':"
                        + filter
                        + more
                        + "}");
    }

    private JsonNode march(String more) {
        return query(
                anna,
                "{'after':'2026-03-01T00:00:00','before':'2026-04-01T00:00:00'" + more + "}",
                "");
    }

    private List<String> told(TestClient who, JsonNode ids, String... properties) {
        JsonNode list =
                who.in(
                                anna.account,
                                "CalendarEvent/get",
                                "{'ids':"
                                        + ids
                                        + ",'properties':['"
                                        + String.join("','", properties)
                                        + "']}")
                        .path("list");
        List<String> told = new ArrayList<>();
        for (JsonNode event : list) {
            List<String> values = new ArrayList<>();
            for (String property : properties) {
                values.add(event.path(property).asString("-"));
            }
            told.add(String.join(" ", values));
        }
        return told;
    }

    private JsonNode set(TestClient who, String arguments) {
        return who.in(anna.account, "CalendarEvent/set", arguments);
    }

    @Test
    void eachOccurrenceHasAnIdAndItsOwnTimes() {
        JsonNode ids = march("").path("ids");
        assertEquals(
                List.of(
                        "2026-03-02T09:00:00 Choir 2026-03-02T08:00:00Z 2026-03-02T09:00:00Z",
                        "2026-03-09T09:00:00 Choir 2026-03-09T08:00:00Z 2026-03-09T09:00:00Z",
                        "2026-03-10T08:00:00 Once 2026-03-10T07:00:00Z 2026-03-10T08:00:00Z",
                        "2026-03-17T19:00:00 Concert 2026-03-17T18:00:00Z 2026-03-17T19:00:00Z",
                        "2026-03-28T10:00:00 Rehearsal 2026-03-28T09:00:00Z 2026-03-28T10:00:00Z",
                        "2026-03-30T09:00:00 Choir 2026-03-30T07:00:00Z 2026-03-30T08:00:00Z"),
                told(anna, ids, "start", "title", "utcStart", "utcEnd"),
                "summer time began on the 29th");
        assertEquals(
                series + " 2026-03-16T09:00:00 Europe/Berlin - -",
                told(
                                anna,
                                ids,
                                "baseEventId",
                                "recurrenceId",
                                "recurrenceIdTimeZone",
                                "recurrenceRule",
                                "recurrenceOverrides")
                        .get(3));
        assertEquals(6, march("").path("ids").size());
        assertTrue(march("").toString().matches(".*\"ids\":\\[\"[A-Za-z0-9_-]+\".*"));
    }

    @Test
    void pagesAndZonesAndWords() {
        JsonNode page =
                query(
                        anna,
                        "{'after':'2026-03-01T00:00:00','before':'2026-04-01T00:00:00'}",
                        ",'position':1,'limit':2,'calculateTotal':true");
        assertEquals(2, page.path("ids").size());
        assertEquals(6, page.path("total").asInt());
        assertEquals(
                List.of("Concert"),
                told(anna, march(",'title':'concert'").path("ids"), "title"),
                "the one that has the word, not the series");
        String evening = "{'after':'2026-03-17T18:30:00','before':'2026-03-17T19:00:00'}";
        assertEquals(1, query(anna, evening, "").path("ids").size(), "in UTC");
        assertEquals(0, query(anna, evening, ",'timeZone':'Europe/Berlin'").path("ids").size());
    }

    @Test
    void floatingEventsAreInTheZoneThatIsAskedFor() {
        String id = add("{'start':'2026-07-01T12:00:00','timeZone':null}");
        JsonNode got =
                anna.call(
                        "CalendarEvent/get",
                        "{'ids':['" + id + "'],'properties':['utcStart'],'timeZone':'Asia/Tokyo'}");
        assertEquals("2026-07-01T03:00:00Z", got.path("list").path(0).path("utcStart").asString());
        assertEquals(
                "invalidArguments",
                anna.call(
                                "CalendarEvent/get",
                                "{'ids':[],'properties':['utcStart','recurrenceOverrides']}")
                        .path("type")
                        .asString());
        assertFalse(anna.event(anna.account, id).has("utcStart"), "not unless asked for");
    }

    @Test
    void anUpdateOfOneBecomesItsOverride() {
        String second = march("").path("ids").path(1).asString();
        JsonNode done =
                set(anna, "{'update':{'" + second + "':{'title':'Auction','color':'red'}}}");
        assertTrue(done.path("updated").has(second), done.toString());
        JsonNode override =
                anna.event(anna.account, series)
                        .path("recurrenceOverrides")
                        .path("2026-03-09T09:00:00");
        assertEquals(TestServer.json("{'title':'Auction','color':'red'}"), override);
        assertEquals(
                "Auction red 2026-03-09T09:00:00",
                told(anna, TestServer.value("['" + second + "']"), "title", "color", "start")
                        .getFirst());
        set(anna, "{'update':{'" + second + "':{'start':'2026-03-11T09:00:00','title':'Choir'}}}");
        assertEquals(
                "{\"start\":\"2026-03-11T09:00:00\",\"color\":\"red\"}",
                sorted(
                        anna.event(anna.account, series)
                                .path("recurrenceOverrides")
                                .path("2026-03-09T09:00:00")));
        for (String patch :
                List.of(
                        "{'uid':'x'}",
                        "{'calendarIds':{}}",
                        "{'recurrenceRule':{'frequency':'daily'}}",
                        "{'id':'x'}",
                        "{'start':'never'}")) {
            assertEquals(
                    "invalidProperties",
                    set(anna, "{'update':{'" + second + "':" + patch + "}}")
                            .path("notUpdated")
                            .path(second)
                            .path("type")
                            .asString(),
                    patch);
        }
    }

    private static String sorted(JsonNode override) {
        assertEquals(2, override.size(), override.toString());
        return "{\"start\":"
                + override.path("start")
                + ",\"color\":"
                + override.path("color")
                + "}";
    }

    @Test
    void aDestroyOfOneLeavesItOut() {
        JsonNode ids = march("").path("ids");
        String second = ids.path(1).asString();
        String moved = ids.path(3).asString();
        JsonNode done = set(anna, "{'destroy':['" + second + "','" + moved + "']}");
        assertEquals(2, done.path("destroyed").size(), done.toString());
        assertEquals(4, march("").path("ids").size());
        JsonNode again = set(anna, "{'destroy':['" + second + "']}");
        assertEquals("notFound", again.path("notDestroyed").path(second).path("type").asString());
        assertEquals(
                1,
                anna.call("CalendarEvent/get", "{'ids':['" + second + "']}")
                        .path("notFound")
                        .size());
        JsonNode changes =
                anna.call(
                        "CalendarEvent/changes",
                        "{'sinceState':'" + done.path("oldState").asString() + "'}");
        assertEquals(series, changes.path("updated").path(0).asString(), "no synthetic ids");
    }

    @Test
    void othersSeeAndChangeAsMuchAsOfTheSeries() {
        String first = march("").path("ids").path(0).asString();
        JsonNode refused = ben.in(anna.account, "CalendarEvent/get", "{'ids':['" + first + "']}");
        assertEquals("accountNotFound", refused.path("type").asString());
        anna.share(anna.calendar(), ben.account, "{'mayReadItems':true,'mayUpdatePrivate':true}");
        assertEquals(
                6,
                query(ben, "{'after':'2026-03-01T00:00:00','before':'2026-04-01T00:00:00'}", "")
                        .path("ids")
                        .size());
        assertTrue(
                set(ben, "{'update':{'" + first + "':{'color':'blue'}}}")
                        .path("updated")
                        .has(first));
        assertEquals("blue", told(ben, TestServer.value("['" + first + "']"), "color").getFirst());
        assertEquals("-", told(anna, TestServer.value("['" + first + "']"), "color").getFirst());
        for (String change :
                List.of(
                        "'update':{'" + first + "':{'title':'x'}}",
                        "'destroy':['" + first + "']")) {
            JsonNode no = set(ben, "{" + change + "}");
            assertTrue(no.toString().contains("\"type\":\"forbidden\""), no.toString());
        }
        set(anna, "{'update':{'" + series + "':{'privacy':'private'}}}");
        assertEquals("-", told(ben, TestServer.value("['" + first + "']"), "title").getFirst());
        set(anna, "{'update':{'" + series + "':{'privacy':'secret'}}}");
        assertEquals(List.of(), told(ben, TestServer.value("['" + first + "']"), "title"));
        assertEquals(
                1,
                query(ben, "{'after':'2026-03-01T00:00:00','before':'2026-04-01T00:00:00'}", "")
                        .path("ids")
                        .size());
    }

    @Test
    void whatCannotBeExpandedIsRefused() {
        assertEquals(
                "expandDurationTooLarge",
                query(anna, "{'after':'2026-01-01T00:00:00','before':'2027-02-01T00:00:00'}", "")
                        .path("type")
                        .asString());
        for (String filter :
                List.of(
                        "{'after':'2026-01-01T00:00:00'}",
                        "{'operator':'AND','conditions':[]}",
                        "{'after':'x','before':'y'}")) {
            assertEquals("invalidArguments", query(anna, filter, "").path("type").asString());
        }
        for (String id : List.of(series + "_20260303T090000", series + "_20269999T090000")) {
            assertEquals(
                    1,
                    anna.call("CalendarEvent/get", "{'ids':['" + id + "']}")
                            .path("notFound")
                            .size());
        }
        anna.event(anna.account, anna.calendar(), ",'recurrenceRule':{'frequency':'secondly'}");
        assertEquals("cannotCalculateOccurrences", march("").path("type").asString());
    }

    @Test
    void timesInUtcBecomeLocalOnes() {
        String calendar = anna.calendar();
        JsonNode made =
                set(
                                anna,
                                "{'create':{'e':{'calendarIds':{'"
                                        + calendar
                                        + "':true},'utcStart':'2026-07-01T10:00:00Z',"
                                        + "'utcEnd':'2026-07-01T11:30:00Z'}}}")
                        .path("created")
                        .path("e");
        assertEquals("Etc/UTC", made.path("timeZone").asString(), made.toString());
        assertFalse(made.has("utcStart"), made.toString());
        anna.call("Calendar/set", "{'update':{'" + calendar + "':{'timeZone':'Europe/Berlin'}}}");
        made =
                set(
                                anna,
                                "{'create':{'e':{'calendarIds':{'"
                                        + calendar
                                        + "':true},'utcStart':'2026-07-01T10:00:00Z',"
                                        + "'utcEnd':'2026-07-01T11:30:00Z'}}}")
                        .path("created")
                        .path("e");
        String id = made.path("id").asString();
        assertEquals(
                List.of("2026-07-01T12:00:00 Europe/Berlin PT1H30M"),
                told(anna, TestServer.value("['" + id + "']"), "start", "timeZone", "duration"));
        set(
                anna,
                "{'update':{'"
                        + id
                        + "':{'timeZone':'Asia/Tokyo','utcStart':'2026-07-02T01:00:00Z'}}}");
        set(anna, "{'update':{'" + id + "':{'utcEnd':'2026-07-02T01:15:00Z'}}}");
        assertEquals(
                List.of("2026-07-02T10:00:00 Asia/Tokyo PT15M"),
                told(anna, TestServer.value("['" + id + "']"), "start", "timeZone", "duration"));
        for (String patch :
                List.of(
                        "{'utcStart':'2026-07-02T01:00:00Z','start':'2026-07-02T01:00:00'}",
                        "{'utcEnd':'2026-07-02T03:00:00Z','duration':'PT1H'}",
                        "{'utcStart':'tomorrow'}",
                        "{'utcEnd':'2020-01-01T00:00:00Z'}")) {
            assertEquals(
                    "invalidProperties",
                    set(anna, "{'update':{'" + id + "':" + patch + "}}")
                            .path("notUpdated")
                            .path(id)
                            .path("type")
                            .asString(),
                    patch);
        }
    }
}
