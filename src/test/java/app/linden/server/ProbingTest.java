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

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Somebody who knows all the ids of others learns from no method that they are there: each answer
 * is, letter for letter, the one for ids that nobody has.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProbingTest {
    /**
     * Arguments for each method; the words in braces stand for ids of others. {me}, {mine} and
     * {event} are Carl's own.
     */
    private static final Map<String, List<String>> PROBES = new LinkedHashMap<>();

    static {
        probe("Calendar/get", "{'accountId':'{A}'}", "{'accountId':'{me}','ids':['{C}']}");
        probe("Calendar/changes", "{'accountId':'{A}','sinceState':'0'}");
        probe(
                "Calendar/set",
                "{'accountId':'{A}','create':{'k':{'name':'x'}}}",
                "{'accountId':'{A}','update':{'{C}':{'name':'x'}}}",
                "{'accountId':'{A}','destroy':['{C}']}",
                "{'accountId':'{me}','update':{'{C}':{'name':'x'}}}",
                "{'accountId':'{me}','update':{'{C}':{'shareWith/{me}':{'mayReadItems':true}}}}",
                "{'accountId':'{me}','destroy':['{C}'],'onDestroyRemoveEvents':true}",
                "{'accountId':'{me}','update':{'{mine}':{'sortOrder':1}},"
                        + "'onSuccessSetIsDefault':'{C}'}");
        probe(
                "CalendarEvent/get",
                "{'accountId':'{A}'}",
                "{'accountId':'{me}','ids':['{E}','{E}_20260302T090000']}");
        probe("CalendarEvent/changes", "{'accountId':'{A}','sinceState':'0'}");
        probe(
                "CalendarEvent/set",
                "{'accountId':'{A}','create':{'e':{'calendarIds':{'{C}':true},"
                        + "'start':'2026-03-02T09:00:00'}}}",
                "{'accountId':'{me}','create':{'e':{'calendarIds':{'{C}':true},"
                        + "'start':'2026-03-02T09:00:00'}}}",
                "{'accountId':'{me}','create':{'e':{'calendarIds':{'{mine}':true,'{C}':true},"
                        + "'start':'2026-03-02T09:00:00'}}}",
                "{'accountId':'{me}','update':{'{E}':{'title':'x'}}}",
                "{'accountId':'{me}','update':{'{E}':{'color':'red'}}}",
                "{'accountId':'{me}','update':{'{event}':{'calendarIds/{C}':true}}}",
                "{'accountId':'{me}','update':{'{event}':{'calendarIds':{'{C}':true}}}}",
                "{'accountId':'{me}','update':{'{event}':{'links':{'l':{'@type':'Link',"
                        + "'blobId':'{F}'}}}}}",
                "{'accountId':'{me}','update':{'{E}_20260302T090000':{'title':'x'}}}",
                "{'accountId':'{me}','destroy':['{E}','{E}_20260302T090000']}");
        probe(
                "CalendarEvent/query",
                "{'accountId':'{A}'}",
                "{'accountId':'{me}','filter':{'inCalendar':'{C}'}}",
                "{'accountId':'{me}','filter':{'uid':'{U}'}}",
                "{'accountId':'{me}','anchor':'{E}'}",
                "{'accountId':'{me}','filter':{'operator':'NOT','conditions':"
                        + "[{'inCalendar':'{C}'}]}}");
        probe("CalendarEvent/queryChanges", "{'accountId':'{A}','sinceQueryState':'0'}");
        String told = "CalendarEventNotification";
        probe(told + "/get", "{'accountId':'{A}'}", "{'accountId':'{me}','ids':['{N}']}");
        probe(told + "/changes", "{'accountId':'{A}','sinceState':'0'}");
        probe(told + "/set", "{'accountId':'{A}'}", "{'accountId':'{me}','destroy':['{N}']}");
        probe(
                told + "/query",
                "{'accountId':'{A}'}",
                "{'accountId':'{me}','anchor':'{N}'}",
                "{'accountId':'{me}','filter':{'calendarEventIds':['{E}']}}");
        probe(told + "/queryChanges", "{'accountId':'{A}','sinceQueryState':'0'}");
        probe("Comment/get", "{'accountId':'{A}'}", "{'accountId':'{me}','ids':['{K}']}");
        probe("Comment/changes", "{'accountId':'{A}','sinceState':'0'}");
        probe(
                "Comment/set",
                "{'accountId':'{A}','create':{'c':{'calendarEventId':'{E}','text':'x'}}}",
                "{'accountId':'{me}','create':{'c':{'calendarEventId':'{E}','text':'x'}}}",
                "{'accountId':'{me}','create':{'c':{'calendarEventId':'{event}','text':'x',"
                        + "'attachments':{'a':{'blobId':'{F}'}}}}}",
                "{'accountId':'{me}','update':{'{K}':{'text':'y'}}}",
                "{'accountId':'{me}','destroy':['{K}']}");
        probe(
                "Comment/query",
                "{'accountId':'{A}'}",
                "{'accountId':'{me}','anchor':'{K}'}",
                "{'accountId':'{me}','filter':{'calendarEventIds':['{E}']}}");
        probe("Comment/queryChanges", "{'accountId':'{A}','sinceQueryState':'0'}");
        probe("Principal/get", "{'accountId':'{A}'}");
        probe("Principal/changes", "{'accountId':'{A}','sinceState':'0'}");
        probe("Principal/query", "{'accountId':'{A}'}");
        probe("Principal/queryChanges", "{'accountId':'{A}','sinceQueryState':'0'}");
        probe(
                "CalendarEvent/copy",
                "{'accountId':'{A}','fromAccountId':'{me}','create':{'c':{'id':'{event}',"
                        + "'calendarIds':{'{C}':true}}}}",
                "{'accountId':'{me}','fromAccountId':'{A}','create':{'c':{'id':'{E}',"
                        + "'calendarIds':{'{mine}':true}}}}",
                "{'accountId':'{S}','fromAccountId':'{me}','create':{'c':{'id':'{E}'}}}");
        probe(
                "CalendarEvent/parse",
                "{'accountId':'{A}','blobIds':['{B}']}",
                "{'accountId':'{me}','blobIds':['{B}','{F}']}");
        probe(
                "Blob/copy",
                "{'accountId':'{A}','fromAccountId':'{me}','blobIds':['{B}']}",
                "{'accountId':'{me}','fromAccountId':'{A}','blobIds':['{B}']}");
        probe(
                "Principal/getAvailability",
                "{'accountId':'{A}','id':'{me}','utcStart':'2026-03-02T00:00:00Z',"
                        + "'utcEnd':'2026-03-03T00:00:00Z'}");
        probe(
                "Space/set",
                "{'accountId':'{A}','create':{'k':{'name':'x'}}}",
                "{'accountId':'{me}','create':{'k':{'calendarId':'{C}'}}}",
                "{'accountId':'{me}','update':{'{S}':{'name':'x'}}}",
                "{'accountId':'{me}','destroy':['{S}','{A}']}");
        probe("Invitation/get", "{'accountId':'{A}'}", "{'accountId':'{me}','ids':['{I}']}");
        probe(
                "Invitation/set",
                "{'accountId':'{A}','destroy':['{I}']}",
                "{'accountId':'{me}','create':{'i':{'calendarId':'{C}','role':'read'}}}",
                "{'accountId':'{me}','destroy':['{I}']}");
        probe(
                "Invitation/accept",
                "{'accountId':'{A}','link':'{I}'}",
                "{'accountId':'{me}','link':'{I}'}");
    }

    private static void probe(String method, String... arguments) {
        PROBES.put(method, List.of(arguments));
    }

    private TestServer server;
    private TestClient anna;
    private TestClient carl;
    private final Map<String, String> theirs = new LinkedHashMap<>();
    private final Map<String, String> mine = new LinkedHashMap<>();

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben", "carl");
        anna = server.client("anna");
        carl = server.client("carl");
        String calendar = anna.calendar();
        TestClient ben = server.client("ben");
        anna.share(calendar, ben.account, "{'mayReadItems':true}");
        String event = anna.event(anna.account, calendar, "");
        theirs.put(
                "N",
                ben.in(anna.account, "CalendarEventNotification/query", "{}")
                        .path("ids")
                        .path(0)
                        .asString());
        theirs.put("A", anna.account);
        theirs.put("C", calendar);
        theirs.put("E", event);
        theirs.put("U", anna.event(anna.account, event).path("uid").asString());
        theirs.put(
                "S",
                anna.call("Space/set", "{'create':{'k':{'name':'Choir'}}}")
                        .path("created")
                        .path("k")
                        .path("id")
                        .asString());
        theirs.put(
                "I",
                anna.call(
                                "Invitation/set",
                                "{'create':{'i':{'calendarId':'" + calendar + "','role':'read'}}}")
                        .path("created")
                        .path("i")
                        .path("id")
                        .asString());
        theirs.put("B", upload("x"));
        theirs.put("F", upload("of an event"));
        anna.call(
                "CalendarEvent/set",
                "{'update':{'"
                        + event
                        + "':{'links':{'l':{'@type':'Link','blobId':'"
                        + theirs.get("F")
                        + "'}}}}}");
        theirs.put(
                "K",
                anna.call(
                                "Comment/set",
                                "{'create':{'c':{'calendarEventId':'"
                                        + event
                                        + "','text':'x','uid':'of a comment'}}}")
                        .path("created")
                        .path("c")
                        .path("id")
                        .asString());
        mine.put("me", carl.account);
        mine.put("mine", carl.calendar());
        mine.put("event", carl.event(carl.account, carl.calendar(), ""));
    }

    private String upload(String text) {
        return Json.parse(
                        TestClient.send(
                                        anna.request("/jmap/upload/" + anna.account + "/")
                                                .POST(BodyPublishers.ofString(text)))
                                .body())
                .path("blobId")
                .asString();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyMethodIsProbed(@TempDir Path folder) {
        try (ServerData data = ServerData.open(folder, InstantSource.system())) {
            Set<String> all =
                    new TreeSet<>(new MethodTable(data, new Commits(data, n -> {})).names());
            all.remove("Core/echo");
            assertEquals(all, new TreeSet<>(PROBES.keySet()));
        }
    }

    @Test
    void idsOfOthersAndIdsOfNobodyAreAnsweredAlike() {
        Map<String, String> nobodys = new LinkedHashMap<>();
        theirs.keySet().forEach(k -> nobodys.put(k, UUID.randomUUID().toString()));
        String before = state();
        List<String> wrong = new ArrayList<>();
        int probes = 0;
        for (Map.Entry<String, List<String>> method : PROBES.entrySet()) {
            for (String arguments : method.getValue()) {
                String known = answer(method.getKey(), arguments, theirs);
                String unknown = answer(method.getKey(), arguments, nobodys);
                probes++;
                if (!known.equals(unknown)) {
                    wrong.add(method.getKey() + arguments + "\n" + known + "\n" + unknown);
                }
                if (arguments.startsWith("{'accountId':'{A}'")) {
                    assertTrue(known.contains("accountNotFound"), known);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, state(), "nothing of Anna's changed");
        System.out.println(probes + " probes told nothing.");
    }

    /** With the ids put back into words, and without what differs from call to call. */
    private String answer(String method, String arguments, Map<String, String> ids) {
        String filled = arguments;
        for (Map<String, String> some : List.of(ids, mine)) {
            for (Map.Entry<String, String> id : some.entrySet()) {
                filled = filled.replace("{" + id.getKey() + "}", id.getValue());
            }
        }
        JsonNode all = TestServer.value("[['" + method + "'," + filled + ",'0']]");
        String told = Json.write(carl.request(all).path("methodResponses"));
        for (Map.Entry<String, String> id : ids.entrySet()) {
            told = told.replace(id.getValue(), "{" + id.getKey() + "}");
        }
        return told.replaceAll("\"(oldState|newState|updated)\":\"[^\"]*\"", "\"$1\":\"\"");
    }

    private String state() {
        return Json.write(anna.call("Calendar/get", "{}"))
                + Json.write(anna.call("CalendarEvent/get", "{}"))
                + Json.write(anna.call("Comment/get", "{}"))
                + Json.write(anna.call("Invitation/get", "{}"));
    }

    @Test
    void othersDevicesAreNotThere() {
        String id =
                Json.parse(
                                TestClient.open(
                                                anna.server,
                                                "/account/sign-in",
                                                "{'login':'anna','password':'"
                                                        + TestServer.PASSWORD
                                                        + "'}")
                                        .body())
                        .path("deviceId")
                        .asString();
        var known = carl.delete("/account/devices/" + id);
        var unknown = carl.delete("/account/devices/" + UUID.randomUUID());
        assertEquals(404, known.statusCode());
        assertEquals(unknown.body(), known.body());
        assertFalse(carl.get("/account/devices").body().contains(id));
        assertTrue(anna.get("/account/devices").body().contains(id));
    }
}
