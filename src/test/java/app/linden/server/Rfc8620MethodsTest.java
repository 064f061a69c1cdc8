package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** RFC 8620, section 5: what binds a server in /get, /changes, /set, /copy and /query. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Rfc8620MethodsTest {
    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private String calendar;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben");
    }

    @BeforeEach
    void begin() {
        server.reset("anna");
        server.reset("ben");
        anna = server.client("anna");
        ben = server.client("ben");
        calendar = anna.calendar();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String type(JsonNode answer) {
        return answer.path("type").asString("");
    }

    private List<String> query(String arguments) {
        JsonNode answer = anna.call("CalendarEvent/query", arguments);
        assertTrue(answer.has("ids"), answer.toString());
        List<String> ids = new ArrayList<>();
        answer.path("ids").forEach(id -> ids.add(id.asString()));
        return ids;
    }

    /** Events with the uids u0, u1 …, which is their order too. */
    private List<String> events(int count) {
        List<String> ids = new ArrayList<>();
        for (int at = 0; at < count; at += 400) {
            ObjectNode set = Json.object();
            ObjectNode create = set.putObject("create");
            for (int i = at; i < Math.min(count, at + 400); i++) {
                create.set(
                        "e" + i,
                        TestServer.json(TestClient.eventJson(calendar, ""))
                                .put("uid", "u%04d".formatted(i)));
            }
            JsonNode made = anna.in(anna.account, "CalendarEvent/set", set).path("created");
            create.propertyNames().forEach(k -> ids.add(made.path(k).path("id").asString()));
        }
        return ids;
    }

    /** 5.1: the id comes although nobody asked for it; what nobody knows is refused. */
    @Test
    void getTellsTheIdAlwaysAndUnknownPropertiesNever() {
        String id = anna.event(anna.account, calendar, "");
        JsonNode got =
                anna.call("CalendarEvent/get", "{'ids':['" + id + "'],'properties':['title']}");
        assertEquals("{\"id\":\"" + id + "\"}", got.path("list").path(0).toString());
        for (String method :
                List.of(
                        "Calendar/get",
                        "CalendarEventNotification/get",
                        "Principal/get",
                        "Invitation/get")) {
            JsonNode refused = anna.call(method, "{'properties':['id','nonsense']}");
            assertEquals("invalidArguments", type(refused), method);
            JsonNode bare = anna.call(method, "{'properties':[]}");
            bare.path("list").forEach(o -> assertEquals(1, o.size(), method));
        }
    }

    /** 5.1: an id that comes twice is answered once, whether it is there or not. */
    @Test
    void idsThatComeTwiceAreAnsweredOnce() {
        String id = anna.event(anna.account, calendar, "");
        String[][] all = {
            {"CalendarEvent/get", id},
            {"Calendar/get", calendar},
            {"Principal/get", ben.account}
        };
        for (String[] one : all) {
            JsonNode got =
                    anna.call(
                            one[0], "{'ids':['%s','no','%s','no','no']}".formatted(one[1], one[1]));
            assertEquals(1, got.path("list").size(), one[0]);
            assertEquals("[\"no\"]", got.path("notFound").toString(), one[0]);
            assertEquals(0, anna.call(one[0], "{'ids':[]}").path("list").size(), one[0]);
        }
    }

    /** 5.1: another state when the data is another; also when rights change what one sees. */
    @Test
    void theStateChangesWithWhatOneSees() {
        Set<String> states = new HashSet<>();
        anna.share(calendar, ben.account, "{'mayReadItems':true}");
        states.add(ben.state(anna.account, "CalendarEvent"));
        String id = anna.event(anna.account, calendar, "");
        states.add(ben.state(anna.account, "CalendarEvent"));
        anna.call("CalendarEvent/set", "{'update':{'" + id + "':{'title':'x'}}}");
        states.add(ben.state(anna.account, "CalendarEvent"));
        String second = anna.calendar("Second");
        anna.event(anna.account, second, "");
        states.add(ben.state(anna.account, "CalendarEvent"));
        JsonNode before = ben.in(anna.account, "CalendarEvent/query", "{}");
        anna.share(second, ben.account, "{'mayReadItems':true}");
        states.add(ben.state(anna.account, "CalendarEvent"));
        JsonNode after = ben.in(anna.account, "CalendarEvent/query", "{}");
        assertEquals(5, states.size(), states.toString());
        assertEquals(1, before.path("ids").size());
        assertEquals(2, after.path("ids").size());
        // 5.5 of the query's.
        assertNotEquals(before.path("queryState"), after.path("queryState"));
    }

    /** 5.1, 5.2, 5.5: never more than is asked for or declared. */
    @Test
    void nothingAnswersMoreThanItsLimit() {
        String state = anna.state(anna.account, "CalendarEvent");
        events(501);
        assertEquals("requestTooLarge", type(anna.call("CalendarEvent/get", "{'ids':null}")));
        assertEquals(500, query("{}").size());
        assertEquals(500, anna.call("CalendarEvent/query", "{'limit':9000}").path("limit").asInt());
        assertFalse(anna.call("CalendarEvent/query", "{'limit':5}").has("limit"));
        assertEquals(List.of(), query("{'limit':0}"));
        for (String max : new String[] {"1", "7", "9007199254740991"}) {
            JsonNode changes =
                    anna.call(
                            "CalendarEvent/changes",
                            "{'sinceState':'" + state + "','maxChanges':" + max + "}");
            int told =
                    changes.path("created").size()
                            + changes.path("updated").size()
                            + changes.path("destroyed").size();
            assertTrue(told <= Long.parseLong(max) && told <= 500, changes.toString());
            assertTrue(changes.path("hasMoreChanges").asBoolean());
        }
    }

    /** 5.3: what only the server sets may come back as it is, and not otherwise. */
    @Test
    void serverSetPropertiesMayBeRepeatedAndNotChanged() {
        String id = anna.event(anna.account, calendar, "");
        JsonNode now = anna.event(anna.account, id);
        ObjectNode same = Json.object();
        same.set("id", now.path("id"));
        same.set("isOrigin", now.path("isOrigin"));
        same.put("title", "Same");
        ObjectNode update = Json.object();
        update.putObject("update").set(id, same);
        assertTrue(
                anna.in(anna.account, "CalendarEvent/set", update).path("updated").has(id), "same");
        for (String patch : List.of("{'id':'x'}", "{'isOrigin':false}", "{'id':null}")) {
            JsonNode refused =
                    anna.call("CalendarEvent/set", "{'update':{'" + id + "':" + patch + "}}")
                            .path("notUpdated")
                            .path(id);
            assertEquals("invalidProperties", type(refused), patch);
            assertEquals(1, refused.path("properties").size(), refused.toString());
        }
        for (String patch : List.of("{'isDefault':true}", "{'myRights/mayDelete':false}")) {
            JsonNode refused =
                    anna.call("Calendar/set", "{'update':{'" + calendar + "':" + patch + "}}")
                            .path("notUpdated")
                            .path(calendar);
            assertTrue(Set.of("invalidProperties", "").contains(type(refused)), refused.toString());
        }
        JsonNode mine =
                anna.call("Calendar/get", "{'ids':['" + calendar + "']}").path("list").path(0);
        assertTrue(mine.path("myRights").path("mayDelete").asBoolean());
        assertEquals(
                "invalidProperties",
                type(
                        anna.call(
                                        "CalendarEvent/set",
                                        "{'create':{'e':"
                                                + TestClient.eventJson(calendar, ",'id':'x'")
                                                + "}}")
                                .path("notCreated")
                                .path("e")));
    }

    /** 5.3: of one object all or nothing; of many objects, each for itself. */
    @Test
    void objectsAreSetWholeAndEachForItself() {
        List<String> ids = events(3);
        JsonNode result =
                anna.call(
                        "CalendarEvent/set",
                        ("{'create':{'a':{'title':'no"
                             + " start'},'b':%s},'update':{'%s':{'title':'half',"
                             + "'start':'never'},'%s':{'title':'whole'},'gone':{}},'destroy':"
                             + "['none','%s']}")
                                .formatted(
                                        TestClient.eventJson(calendar, ",'title':'b'"),
                                        ids.get(0),
                                        ids.get(1),
                                        ids.get(2)));
        assertEquals("invalidProperties", type(result.path("notCreated").path("a")));
        assertTrue(result.path("created").has("b"), result.toString());
        assertEquals("invalidProperties", type(result.path("notUpdated").path(ids.get(0))));
        assertTrue(result.path("updated").has(ids.get(1)), result.toString());
        assertEquals("notFound", type(result.path("notUpdated").path("gone")));
        assertEquals("notFound", type(result.path("notDestroyed").path("none")));
        assertEquals("[\"" + ids.get(2) + "\"]", result.path("destroyed").toString());
        assertFalse(anna.event(anna.account, ids.get(0)).has("title"));
        assertEquals("whole", anna.event(anna.account, ids.get(1)).path("title").asString());
    }

    /** 5.3: a creation id stands for what was created last, of whichever type. */
    @Test
    void aCreationIdThatComesAgainIsTheNewest() {
        String calls =
                "[['Calendar/set',{'accountId':'A','create':{'k':{'name':'One'}}},'0'],"
                        + "['Calendar/set',{'accountId':'A','create':{'k':{'name':'Two'}}},'1'],"
                        + "['CalendarEvent/set',{'accountId':'A','create':{'k':"
                        + TestClient.eventJson("#k", "")
                        + "}},'2'],['CalendarEvent/set',{'accountId':'A','update':{'#k':"
                        + "{'title':'Found'}}},'3']]";
        JsonNode responses = anna.calls(calls.replace("'A'", "'" + anna.account + "'"));
        String two = responses.path(1).path(1).path("created").path("k").path("id").asString();
        JsonNode event = responses.path(2).path(1).path("created").path("k");
        String id = event.path("id").asString();
        JsonNode stored = anna.event(anna.account, id);
        assertTrue(stored.path("calendarIds").has(two), stored.toString());
        assertEquals("Found", stored.path("title").asString(), responses.toString());
    }

    /** 5.3: within one call creates come before their ids are used. */
    @Test
    void whatIsCreatedCanBeUsedInTheSameCall() {
        JsonNode events =
                anna.call(
                        "CalendarEvent/set",
                        "{'create':{'a':"
                                + TestClient.eventJson(calendar, "")
                                + ",'b':"
                                + TestClient.eventJson(calendar, "")
                                + "},'update':{'#a':{'title':'later'}},'destroy':['#b']}");
        String a = events.path("created").path("a").path("id").asString();
        assertEquals("later", anna.event(anna.account, a).path("title").asString());
        assertEquals(1, query("{}").size(), events.toString());
        JsonNode calendars =
                anna.call(
                        "Calendar/set",
                        "{'create':{'a':{'name':'A'},'b':{'name':'B'}},'update':{'#a':"
                                + "{'description':'later'}},'destroy':['#b']}");
        assertEquals(1, calendars.path("updated").size(), calendars.toString());
        assertEquals(1, calendars.path("destroyed").size(), calendars.toString());
        JsonNode unknown = anna.call("CalendarEvent/set", "{'update':{'#z':{}},'destroy':['#z']}");
        assertEquals("notFound", type(unknown.path("notUpdated").path("#z")));
        assertEquals("notFound", type(unknown.path("notDestroyed").path("#z")));
    }

    /** 5.3: a pointer must have its parents, enter no array, and be no other's beginning. */
    @Test
    void patchesThatAreNoneAreInvalidPatch() {
        String id =
                anna.event(
                        anna.account,
                        calendar,
                        ",'keywords':{'a':true},'links':{'l':{'@type':'Link','href':'https://a.b/'}},"
                            + "'recurrenceRule':{'@type':'RecurrenceRule','frequency':'weekly',"
                            + "'byDay':[{'@type':'NDay','day':'mo'}]}");
        for (String patch :
                List.of(
                        "{'alerts/none/trigger':{}}",
                        "{'recurrenceRule/byDay/0':{}}",
                        "{'recurrenceRule/byDay/0/day':'tu'}",
                        "{'keywords':{},'keywords/a':null}",
                        "{'links/l/title':'x','links':null}",
                        "{'title/x':1}")) {
            JsonNode refused =
                    anna.call("CalendarEvent/set", "{'update':{'" + id + "':" + patch + "}}");
            assertEquals("invalidPatch", type(refused.path("notUpdated").path(id)), patch);
        }
        for (String patch : List.of("{'shareWith/a/b/c':true}", "{'name':'x','name/y':1}")) {
            JsonNode refused =
                    anna.call("Calendar/set", "{'update':{'" + calendar + "':" + patch + "}}");
            assertEquals("invalidPatch", type(refused.path("notUpdated").path(calendar)), patch);
        }
    }

    private String space() {
        return anna.call("Space/set", "{'create':{'k':{'name':'Choir'}}}")
                .path("created")
                .path("k")
                .path("accountId")
                .asString();
    }

    private String only(String account) {
        return anna.in(account, "Calendar/get", "{}").path("list").path(0).path("id").asString();
    }

    /** 5.4: never within one account; both states are looked at; originals go in one more call. */
    @Test
    void copiesLookAtBothStates() {
        String space = space();
        List<String> ids = events(2);
        String create =
                "'create':{'c':{'id':'%s','calendarIds':{'%s':true}}}"
                        .formatted(ids.get(0), only(space));
        assertEquals(
                "invalidArguments",
                type(
                        anna.call(
                                "CalendarEvent/copy",
                                "{'fromAccountId':'" + anna.account + "'," + create + "}")));
        String from = "{'fromAccountId':'" + anna.account + "',";
        assertEquals(
                "stateMismatch",
                type(
                        anna.in(
                                space,
                                "CalendarEvent/copy",
                                from + "'ifFromInState':'x'," + create + "}")));
        assertEquals(
                "stateMismatch",
                type(
                        anna.in(
                                space,
                                "CalendarEvent/copy",
                                from + "'ifInState':'x'," + create + "}")));
        JsonNode copied =
                anna.calls(
                        "[['CalendarEvent/copy',"
                                + from
                                + "'accountId':'"
                                + space
                                + "',"
                                + create
                                + ",'onSuccessDestroyOriginal':true,'destroyFromIfInState':'x'},'0'],"
                                + "['Core/echo',{},'1']]");
        assertEquals("CalendarEvent/copy", copied.path(0).path(0).asString());
        assertEquals(1, copied.path(0).path(1).path("created").size(), copied.toString());
        assertEquals("stateMismatch", type(copied.path(1).path(1)), copied.toString());
        assertEquals("0", copied.path(1).path(2).asString());
        assertEquals("1", copied.path(2).path(2).asString());
        assertTrue(anna.event(anna.account, ids.get(0)).has("uid"), "the original stays");
    }

    /** 3.7, 5.4: the originals go also where the arguments of the copy were references. */
    @Test
    void originalsGoWhenTheArgumentsWereReferences() {
        String space = space();
        String id = events(1).get(0);
        JsonNode copied =
                anna.calls(
                        ("[['Core/echo',{'f':'%s','c':{'c':{'id':'%s','calendarIds':{'%s':true}}}},'0'],"
                             + "['CalendarEvent/copy',{'accountId':'%s',"
                             + "'#fromAccountId':{'resultOf':'0','name':'Core/echo','path':'/f'},"
                             + "'#create':{'resultOf':'0','name':'Core/echo','path':'/c'},"
                             + "'onSuccessDestroyOriginal':true},'1']]")
                                .formatted(anna.account, id, only(space), space));
        assertEquals(1, copied.path(1).path(1).path("created").size(), copied.toString());
        assertEquals("[\"" + id + "\"]", copied.path(2).path(1).path("destroyed").toString());
    }

    /** 5.5: an anchor beats a position, an offset without an anchor counts for nothing. */
    @Test
    void positionsAndAnchors() {
        List<String> ids = events(5);
        String second = ids.get(1);
        assertEquals(ids.subList(1, 5), query("{'anchor':'" + second + "','position':4}"));
        assertEquals(ids.subList(2, 5), query("{'position':2,'anchorOffset':1}"));
        assertEquals(ids.subList(3, 5), query("{'position':-2}"));
        assertEquals(ids, query("{'position':-99}"));
        assertEquals(List.of(), query("{'position':5}"));
        assertEquals(List.of(), query("{'position':9007199254740991}"));
        assertEquals(ids, query("{'anchor':'" + second + "','anchorOffset':-9}"));
        assertEquals(List.of(), query("{'anchor':'" + second + "','anchorOffset':9}"));
        assertEquals(
                "anchorNotFound", type(anna.call("CalendarEvent/query", "{'anchor':'nobody'}")));
        assertEquals(
                3, anna.call("CalendarEvent/query", "{'position':-2}").path("position").asInt());
    }

    /** 5.5: the total is told to whoever asks for it, and to nobody else. */
    @Test
    void theTotalIsToldWhenAskedFor() {
        events(3);
        for (String no : List.of("{}", "{'calculateTotal':false}", "{'calculateTotal':null}")) {
            for (String method :
                    List.of(
                            "CalendarEvent/query",
                            "Principal/query",
                            "CalendarEventNotification/query")) {
                assertFalse(anna.call(method, no).has("total"), method);
            }
        }
        JsonNode told =
                anna.call("CalendarEvent/query", "{'calculateTotal':true,'position':7,'limit':1}");
        assertEquals(3, told.path("total").asInt());
    }

    /** 5.5: what compares as equal keeps its order from call to call. */
    @Test
    void theOrderIsStable() {
        events(40);
        for (String sort :
                List.of(
                        "[]",
                        "null",
                        "[{'property':'start'}]",
                        "[{'property':'start','isAscending':false}]",
                        "[{'property':'recurrenceId'},{'property':'start'}]")) {
            List<String> whole = query("{'sort':" + sort + "}");
            List<String> pages = new ArrayList<>();
            for (int i = 0; i < 40; i += 7) {
                pages.addAll(query("{'sort':" + sort + ",'position':" + i + ",'limit':7}"));
            }
            assertEquals(whole, pages, sort);
        }
    }

    /** 5.5: isAscending is true unless it is said. */
    @Test
    void sortingGoesUpUnlessItIsSaid() {
        List<String> ids = events(3);
        assertEquals(ids, query("{'sort':[{'property':'uid'}]}"));
        assertEquals(ids, query("{'sort':[{'property':'uid','isAscending':null}]}"));
        assertEquals(ids.reversed(), query("{'sort':[{'property':'uid','isAscending':false}]}"));
    }

    /** 5.5: a filter of nothing but operators costs no more than any other. */
    @Test
    void filtersOfManyConditionsAreRefused() {
        String many = "{}" + ",{}".repeat(2_000);
        for (String method : List.of("CalendarEvent/query", "Principal/query")) {
            JsonNode refused =
                    anna.call(method, "{'filter':{'operator':'OR','conditions':[" + many + "]}}");
            assertEquals("unsupportedFilter", type(refused), method);
        }
    }
}
