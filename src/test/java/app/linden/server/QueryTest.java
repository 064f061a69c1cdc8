package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryTest {
    private TestServer server;
    private TestClient anna;
    private String home;
    private String work;
    private final Map<String, String> names = new HashMap<>();

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben");
        anna = server.client("anna");
        home = anna.calendar();
        work = anna.calendar("Work");
        add("a", home, ",'start':'2026-03-01T09:00:00','title':'Breakfast at Zoë’s'");
        add(
                "b",
                work,
                ",'start':'2026-03-05T23:30:00','title':'100% night_shift','description':'bring"
                        + " !tea'");
        add(
                "c",
                home,
                ",'start':'2026-03-10T09:00:00','title':'Tea"
                        + " party','locations':{'1':{'@type':'Location','name':'Garden'}}");
        add(
                "d",
                work,
                ",'start':'2026-01-01T10:00:00','title':'Stand-up','recurrenceRule':{'frequency':'weekly'}");
        add(
                "e",
                work,
                ",'start':'2026-01-01T10:00:00','title':'Course','recurrenceRule':{'frequency':'daily','count':3},"
                    + "'recurrenceOverrides':{'2026-01-02T10:00:00':{'title':'Exam','start':'2026-02-02T10:00:00'}}");
        add(
                "f",
                home,
                ",'start':'2026-03-20T00:00:00','title':'Holiday','timeZone':null,'duration':'P2D','showWithoutTime':true");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void add(String uid, String calendar, String more) {
        ObjectNode event = TestServer.json(TestClient.eventJson(calendar, ""));
        event.setAll(TestServer.json("{'uid':'" + uid + "'" + more + "}"));
        event.properties().removeIf(p -> p.getValue().isNull());
        JsonNode created = anna.call("CalendarEvent/set", "{'create':{'k':" + event + "}}");
        names.put(created.path("created").path("k").path("id").asString(), uid);
        assertTrue(created.path("created").has("k"), created.toString());
    }

    private String found(String arguments) {
        JsonNode result =
                anna.call(
                        "CalendarEvent/query",
                        arguments.replace("WORK", work).replace("HOME", home));
        StringBuilder uids = new StringBuilder();
        assertTrue(result.has("ids"), result.toString());
        result.path("ids").forEach(id -> uids.append(names.get(id.asString())));
        return uids.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "abcdef | {}",
                "abcdef | {'filter':null}",
                "abcdef | {'filter':{}}",
                "bde | {'filter':{'inCalendar':'WORK'}}",
                "`` | {'filter':{'inCalendar':'nowhere'}}",
                "b | {'filter':{'uid':'b'}}",
                "c | {'filter':{'title':'TEA'}}",
                "bc | {'filter':{'text':'tea'}}",
                "c | {'filter':{'text':'party garden'}}",
                "c | {'filter':{'text':'\\\"tea party\\\"'}}",
                "`` | {'filter':{'text':'\\\"party tea\\\"'}}",
                "a | {'filter':{'text':'ZOË’S'}}",
                "b | {'filter':{'text':'100%'}}",
                "b | {'filter':{'title':'t_s'}}",
                "b | {'filter':{'text':'!tea'}}",
                "e | {'filter':{'title':'exam'}}",
                "abcdef | {'filter':{'text':''}}",
                "cdf | {'filter':{'after':'2026-03-06T00:00:00'}}",
                "de | {'filter':{'before':'2026-02-01T00:00:00'}}",
                "bd | {'filter':{'after':'2026-03-02T00:00:00','before':'2026-03-10T08:00:00'}}",
                "de | {'filter':{'after':'2026-02-02T09:30:00','before':'2026-02-02T09:45:00'}}",
                "df | {'filter':{'after':'2026-03-21T12:00:00','before':'2026-03-22T12:00:00'}}",
                "ab | {'filter':{'operator':'OR','conditions':[{'uid':'a'},{'uid':'b'}]}}",
                "cdef | {'filter':{'operator':'NOT','conditions':[{'uid':'a'},{'uid':'b'}]}}",
                "bd | {'filter':{'operator':'AND','conditions':[{'inCalendar':'WORK'},{'operator':'NOT','conditions':[{'uid':'e'}]}]}}",
                "abcdef | {'filter':{'operator':'AND','conditions':[]}}",
                "`` | {'filter':{'operator':'OR','conditions':[]}}",
                "fedcba | {'sort':[{'property':'uid','isAscending':false}]}",
                "deabcf | {'sort':[{'property':'start'},{'property':'uid'}]}",
                "fcbaed |"
                    + " {'sort':[{'property':'start','isAscending':false},{'property':'uid','isAscending':false}]}",
                "abcdef | {'sort':[{'property':'uid','collation':'i;unicode-casemap'}]}",
                "cd | {'position':2,'limit':2}",
                "ef | {'position':-2}",
                "abcdef | {'position':-20}",
                "`` | {'position':7}",
                "`` | {'limit':0}",
            })
    void finds(String uids, String arguments) {
        assertEquals(uids, found(arguments));
    }

    @Test
    void anchorsAreCountedFrom() {
        Map<String, String> ids = new HashMap<>();
        names.forEach((id, uid) -> ids.put(uid, id));
        record Case(String anchor, int offset, int limit, String found, int position) {}
        for (Case c :
                List.of(
                        new Case("c", 0, 2, "cd", 2),
                        new Case("c", 1, 2, "de", 3),
                        new Case("c", 2, 10, "ef", 4),
                        new Case("c", -1, 2, "bc", 1),
                        new Case("c", -9, 2, "ab", 0),
                        new Case("f", 1, 2, "", 6))) {
            JsonNode result =
                    anna.call(
                            "CalendarEvent/query",
                            "{'anchor':'"
                                    + ids.get(c.anchor)
                                    + "','anchorOffset':"
                                    + c.offset
                                    + ",'limit':"
                                    + c.limit
                                    + ",'sort':[{'property':'uid'}],'calculateTotal':true}");
            StringBuilder uids = new StringBuilder();
            result.path("ids").forEach(id -> uids.append(names.get(id.asString())));
            assertEquals(c.found, uids.toString(), c.toString());
            assertEquals(c.position, result.path("position").asInt(), c.toString());
            assertEquals(6, result.path("total").asInt());
        }
    }

    /** As the client goes through everything; and the figures are worth a look. */
    @Test
    void goesThroughManyEventsByAnchor() {
        TestClient ben = server.client("ben");
        String calendar = ben.calendar();
        List<Long> sets = new ArrayList<>();
        int count = 10_000;
        for (int batch = 0; batch < count / 200; batch++) {
            ObjectNode create = Json.object();
            for (int i = 0; i < 200; i++) {
                int n = batch * 200 + i;
                create.set(
                        "k" + n,
                        TestServer.json(
                                TestClient.eventJson(
                                        calendar,
                                        ",'title':'Event "
                                                + n
                                                + "','description':'"
                                                + "word ".repeat(20)
                                                + "'")));
            }
            ObjectNode arguments = Json.object();
            arguments.set("create", create);
            long began = System.nanoTime();
            JsonNode result = ben.in(ben.account, "CalendarEvent/set", arguments);
            sets.add((System.nanoTime() - began) / 1_000_000);
            assertEquals(200, result.path("created").size());
        }
        long created = System.nanoTime();
        TreeSet<String> seen = new TreeSet<>();
        List<String> order = new ArrayList<>();
        String anchor = "";
        while (true) {
            JsonNode page =
                    ben.call(
                            "CalendarEvent/query",
                            "{'limit':500,'sort':[{'property':'uid'}]"
                                    + (anchor.isEmpty()
                                            ? ""
                                            : ",'anchor':'" + anchor + "','anchorOffset':1")
                                    + "}");
            assertEquals(order.size(), page.path("position").asInt());
            page.path("ids").forEach(id -> order.add(id.asString()));
            if (page.path("ids").isEmpty()) {
                break;
            }
            anchor = order.getLast();
        }
        seen.addAll(order);
        long gone = System.nanoTime();
        assertEquals(count, seen.size());
        assertEquals(count, order.size());
        ben.call("CalendarEvent/set", "{'update':{'" + anchor + "':{'title':'x'}}}");
        long before = System.nanoTime();
        ben.call("CalendarEvent/changes", "{'sinceState':'" + count + "'}");
        System.out.printf(
                "%d events: 200 created in %d ms (median), all gone through in %d ms, one change in"
                        + " %d ms%n",
                count,
                sets.stream().sorted().toList().get(sets.size() / 2),
                (gone - created) / 1_000_000,
                (System.nanoTime() - before) / 1_000_000);
    }
}
