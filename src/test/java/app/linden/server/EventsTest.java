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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsTest {
    private TestServer server;
    private TestClient anna;
    private String home;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna");
        anna = server.client("anna");
        home = anna.calendar();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonNode update(String id, String patch) {
        return anna.call("CalendarEvent/set", "{'update':{'" + id + "':" + patch + "}}");
    }

    private JsonNode get(String id) {
        return anna.event(anna.account, id);
    }

    @Test
    void createSetsWhatIsLeftOutAndKeepsWhatIsUnknown() {
        JsonNode created =
                anna.call(
                                "CalendarEvent/set",
                                "{'create':{'k':"
                                        + TestClient.eventJson(
                                                home,
                                                ",'title':'Tea','description':null,"
                                                    + "'example.com:mood':{'deep':[1,{'a':null}]}")
                                        + "}}")
                        .path("created")
                        .path("k");
        for (String name :
                new String[] {"id", "uid", "@type", "created", "updated", "isDraft", "isOrigin"}) {
            assertTrue(created.has(name), name + " in " + created);
        }
        assertEquals(7, created.size(), created.toString());
        JsonNode got = get(created.path("id").asString());
        assertEquals("{\"deep\":[1,{\"a\":null}]}", got.path("example.com:mood").toString());
        assertFalse(got.has("description"));
        assertTrue(got.path("isOrigin").asBoolean());
        assertFalse(got.path("isDraft").asBoolean(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "start | 'start':null",
                "start | 'start':'2026-02-30T10:00:00'",
                "start | 'start':'2026-03-02T10:00:00Z'",
                "start | 'start':'2026-03-02T10:00'",
                "start | 'start':'12026-03-02T10:00:00'",
                "start | 'start':17",
                "duration | 'duration':'-PT1H'",
                "duration | 'duration':'an hour'",
                "timeZone | 'timeZone':'Mars/Olympus'",
                "endTimeZone | 'endTimeZone':'x'",
                "@type | '@type':'Task'",
                "uid | 'uid':''",
                "uid | 'uid':5",
                "method | 'method':'request'",
                "utcStart | 'utcStart':'2026-03-02T10:00:00Z'",
                "sequence | 'sequence':-1",
                "created | 'created':'yesterday'",
                "title | 'title':5",
                "locations | 'locations':[]",
                "id | 'id':'mine'",
                "isOrigin | 'isOrigin':true",
                "calendarIds | 'calendarIds':{}",
                "calendarIds | 'calendarIds':{'nowhere':true}",
                "calendarIds | 'calendarIds':null",
                "calendarIds | 'calendarIds':{'HOME':false}",
                "recurrenceRule | 'recurrenceRule':{'frequency':'now and then'}",
                "recurrenceRule | 'recurrenceRule':{'frequency':'daily','count':0}",
                "recurrenceRule | 'recurrenceRule':{'frequency':'daily','until':'x'}",
                "recurrenceRule | 'recurrenceRule':{'frequency':'weekly','byDay':[{'day':'xx'}]}",
                "recurrenceRule | 'recurrenceRule':{'frequency':'daily','rscale':'chinese'}",
                "recurrenceRules | 'recurrenceRules':[{'frequency':'daily'}]",
                "recurrenceOverrides | 'recurrenceOverrides':{'some day':{}}",
                "recurrenceOverrides/2026-03-03T09:00:00/start |"
                        + " 'recurrenceOverrides':{'2026-03-03T09:00:00':{'start':'x'}}",
            })
    void eventsThatCannotBe(String property, String sent) {
        ObjectNode event = TestServer.json(TestClient.eventJson(home, ""));
        event.setAll(TestServer.json("{" + sent.replace("HOME", home) + "}"));
        JsonNode error =
                anna.call("CalendarEvent/set", "{'create':{'k':" + event + "}}")
                        .path("notCreated")
                        .path("k");
        assertEquals("invalidProperties", error.path("type").asString(), error.toString());
        assertEquals(property, error.path("properties").path(0).asString(), error.toString());
    }

    @Test
    void rulesThatWouldTakeForEverAreAnsweredAtOnce() {
        StringBuilder sixty = new StringBuilder("0");
        for (int i = 1; i < 60; i++) {
            sixty.append(",").append(i);
        }
        String every =
                "{'frequency':'yearly','byHour':[0,1,2,3,4,5,6,7,8,9,10,11,12],'byMinute':["
                        + sixty
                        + "],'bySecond':["
                        + sixty
                        + "]}";
        JsonNode result =
                anna.call(
                        "CalendarEvent/set",
                        "{'create':{'bomb':"
                                + TestClient.eventJson(home, ",'recurrenceRule':" + every)
                                + ",'never':"
                                + TestClient.eventJson(
                                        home,
                                        ",'recurrenceRule':{'frequency':'yearly','byMonth':['2'],"
                                                + "'byMonthDay':[30]}")
                                + ",'many':"
                                + TestClient.eventJson(
                                        home,
                                        ",'recurrenceRule':{'frequency':'daily','count':1000000000}")
                                + ",'secondly':"
                                + TestClient.eventJson(
                                        home, ",'recurrenceRule':{'frequency':'secondly'}")
                                + "}}");
        assertTrue(result.path("notCreated").has("bomb"), result.toString());
        assertTrue(result.path("created").has("many"), result.toString());
        assertTrue(result.path("created").has("secondly"), result.toString());
        assertTrue(result.path("created").has("never") || result.path("notCreated").has("never"));
    }

    @Test
    void anEventThatIsTooLargeIsRefused() {
        String big = "x".repeat(Limits.LARGEST_EVENT);
        assertEquals(
                "tooLarge",
                anna.call(
                                "CalendarEvent/set",
                                "{'create':{'k':"
                                        + TestClient.eventJson(home, ",'description':'" + big + "'")
                                        + "}}")
                        .path("notCreated")
                        .path("k")
                        .path("type")
                        .asString());
    }

    @Test
    void aUidIsThereOnce() {
        anna.event(anna.account, home, ",'uid':'only-once'");
        JsonNode result =
                anna.call(
                        "CalendarEvent/set",
                        "{'create':{'again':"
                                + TestClient.eventJson(home, ",'uid':'only-once'")
                                + ",'twin1':"
                                + TestClient.eventJson(home, ",'uid':'twin'")
                                + ",'twin2':"
                                + TestClient.eventJson(home, ",'uid':'twin'")
                                + "}}");
        assertEquals(
                "uid",
                result.path("notCreated").path("again").path("properties").path(0).asString());
        assertTrue(result.path("created").has("twin1"));
        assertTrue(result.path("notCreated").has("twin2"));
    }

    @Test
    void instancesOfOneUidMakeRoomForTheSeriesInOneCall() {
        String one =
                anna.event(
                        anna.account, home, ",'uid':'inst','recurrenceId':'2026-03-02T09:00:00'");
        String two =
                anna.event(
                        anna.account, home, ",'uid':'inst','recurrenceId':'2026-03-09T09:00:00'");
        JsonNode result =
                anna.call(
                        "CalendarEvent/set",
                        "{'destroy':['"
                                + one
                                + "','"
                                + two
                                + "'],'create':{'base':"
                                + TestClient.eventJson(home, ",'uid':'inst'")
                                + "}}");
        assertEquals(2, result.path("destroyed").size(), result.toString());
        assertTrue(result.path("created").has("base"), result.toString());
    }

    @Test
    void patchesReachIntoOverrides() {
        String id =
                anna.event(
                        anna.account,
                        home,
                        ",'recurrenceRule':{'frequency':'weekly'},"
                                + "'recurrenceOverrides':{'2026-03-09T09:00:00':{'title':'odd'}}");
        JsonNode done =
                update(
                        id,
                        "{'recurrenceOverrides/2026-03-09T09:00:00/locations~1a~1name':'Hall',"
                                + "'recurrenceOverrides/2026-03-16T09:00:00':{'excluded':true}}");
        assertTrue(done.path("updated").has(id), done.toString());
        JsonNode overrides = get(id).path("recurrenceOverrides");
        assertEquals(
                "Hall", overrides.path("2026-03-09T09:00:00").path("locations/a/name").asString());
        assertTrue(overrides.path("2026-03-16T09:00:00").path("excluded").asBoolean());
        update(id, "{'recurrenceOverrides/2026-03-09T09:00:00/locations~1a~1name':null}");
        assertEquals(
                "{\"title\":\"odd\"}",
                get(id).path("recurrenceOverrides").path("2026-03-09T09:00:00").toString());
        for (String bad :
                new String[] {
                    "{'recurrenceOverrides/2026-04-06T09:00:00/title':'x'}",
                    "{'title':'a','title/b':'c'}",
                    "{'title/b':'c'}",
                    "{'':'c'}"
                }) {
            assertEquals(
                    "invalidPatch",
                    update(id, bad).path("notUpdated").path(id).path("type").asString(),
                    bad);
        }
    }

    @Test
    void theServerCountsAndStamps() {
        String id = anna.event(anna.account, home, ",'title':'a'");
        JsonNode updated = update(id, "{'title':'b'}").path("updated").path(id);
        assertEquals(1, updated.path("sequence").asInt(), updated.toString());
        assertEquals(1, get(id).path("sequence").asInt());
        update(id, "{'title':'c','sequence':9}");
        assertEquals(9, get(id).path("sequence").asInt());
        update(id, "{'title':'d','sequence':3}");
        assertEquals(10, get(id).path("sequence").asInt());
        String other = anna.calendar("Elsewhere");
        update(id, "{'calendarIds':{'" + other + "':true}}");
        assertEquals(10, get(id).path("sequence").asInt());
        update(id, "{'color':'red'}");
        assertEquals(10, get(id).path("sequence").asInt());
        assertEquals("red", get(id).path("color").asString());
    }

    @Test
    void whatTheServerSetsCannotBeChanged() {
        String id = anna.event(anna.account, home, "");
        for (String patch :
                new String[] {
                    "{'id':'x'}",
                    "{'uid':'x'}",
                    "{'isOrigin':false}",
                    "{'isDraft':true}",
                    "{'uid':null}"
                }) {
            assertEquals(
                    "invalidProperties",
                    update(id, patch).path("notUpdated").path(id).path("type").asString(),
                    patch);
        }
        JsonNode same = get(id);
        assertTrue(update(id, same.toString()).path("updated").has(id), "whole object");
    }

    @Test
    void anEventFromElsewhereKeepsItsTimes() {
        String id =
                anna.event(
                        anna.account,
                        home,
                        ",'organizerCalendarAddress':'mailto:boss@example.com',"
                                + "'updated':'2020-01-01T00:00:00Z'");
        assertFalse(get(id).path("isOrigin").asBoolean(true));
        update(id, "{'title':'x'}");
        assertEquals("2020-01-01T00:00:00Z", get(id).path("updated").asString());
        assertFalse(get(id).has("sequence"));
    }

    @Test
    void referencesToCreationsWorkAcrossCalls() {
        JsonNode responses =
                anna.calls(
                        ("[['Calendar/set',{'accountId':'A','create':{'c':{'name':'New'}}},'0'],"
                                        + "['CalendarEvent/set',{'accountId':'A','create':{'e':"
                                        + TestClient.eventJson("#c", "")
                                        + "}},'1'],"
                                        + "['CalendarEvent/set',{'accountId':'A','update':{'#e':{'title':'T'}}},'2'],"
                                        + "['CalendarEvent/set',{'accountId':'A','update':{'#e':{'calendarIds/#c':true}}},'3'],"
                                        + "['CalendarEvent/query',{'accountId':'A','sort':[{'property':'created','isAscending':false}],'limit':1},'4'],"
                                        + "['CalendarEvent/get',{'accountId':'A','#ids':{'resultOf':'1','name':'CalendarEvent/set','path':'/created/e/id'}},'5'],"
                                        + "['CalendarEvent/set',{'accountId':'A','destroy':['#e','#x']},'6']]")
                                .replace("'A'", "'" + anna.account + "'"));
        String event = responses.path(1).path(1).path("created").path("e").path("id").asString();
        assertTrue(responses.path(2).path(1).path("updated").has(event), responses.toString());
        assertTrue(responses.path(3).path(1).path("updated").has(event));
        // A reference to a single id is no list of ids.
        assertEquals("invalidArguments", responses.path(5).path(1).path("type").asString());
        assertEquals(event, responses.path(6).path(1).path("destroyed").path(0).asString());
        assertEquals(
                "notFound",
                responses.path(6).path(1).path("notDestroyed").path("#x").path("type").asString());
    }

    @Test
    void createdIdsComeBackWhenGiven() {
        ArrayNode calls =
                (ArrayNode)
                        TestServer.value(
                                ("[['CalendarEvent/set',{'accountId':'A','create':{'e':"
                                                + TestClient.eventJson("#home", "")
                                                + "}},'0']]")
                                        .replace("'A'", "'" + anna.account + "'"));
        ObjectNode request = Json.object();
        request.putArray("using")
                .add("urn:ietf:params:jmap:core")
                .add("urn:ietf:params:jmap:calendars");
        request.set("methodCalls", calls);
        request.putObject("createdIds").put("home", home);
        JsonNode answer = Json.parse(anna.post(Json.write(request)).body());
        assertEquals(home, answer.path("createdIds").path("home").asString());
        assertTrue(answer.path("createdIds").has("e"), answer.toString());
    }

    @Test
    void getHonoursPropertiesAndTellsWhatIsMissing() {
        String id = anna.event(anna.account, home, ",'title':'T'");
        JsonNode got =
                anna.call(
                        "CalendarEvent/get",
                        "{'ids':['"
                                + id
                                + "','none','"
                                + id
                                + "'],'properties':['title','nothing']}");
        assertEquals(1, got.path("list").size());
        assertEquals(
                "{\"id\":\"" + id + "\",\"title\":\"T\"}", got.path("list").path(0).toString());
        assertEquals("none", got.path("notFound").path(0).asString());
    }

    @Test
    void updateAndDestroyOfTheSameIsADestroy() {
        String id = anna.event(anna.account, home, "");
        JsonNode result =
                anna.call(
                        "CalendarEvent/set",
                        "{'update':{'" + id + "':{'title':'x'}},'destroy':['" + id + "']}");
        assertEquals(
                "willDestroy",
                result.path("notUpdated").path(id).path("type").asString(),
                result.toString());
        assertEquals(id, result.path("destroyed").path(0).asString());
        assertTrue(get(id).isMissingNode());
    }
}
