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

/** CalendarEventNotification: what others did to events that one sees (jmap-calendars 7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationsTest {
    private static final String WRITE = "{'mayReadItems':true,'mayWriteAll':true}";
    private static final String TYPE = "CalendarEventNotification";

    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private String shared;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben", "carol");
    }

    @BeforeEach
    void begin() {
        server.reset("anna");
        anna = server.client("anna");
        ben = server.client("ben");
        shared = anna.calendar("Shared");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonNode of(TestClient who) {
        JsonNode ids =
                who.in(
                        anna.account,
                        TYPE + "/query",
                        "{'sort':[{'property':'created','isAscending':false}]}");
        return who.in(
                        anna.account,
                        TYPE + "/get",
                        "{'ids':" + ids.path("ids").toString().replace('"', '\'') + "}")
                .path("list");
    }

    @Test
    void theOthersHearWhoDidWhatAndTheDoerDoesNot() {
        anna.share(shared, ben.account, WRITE);
        int before = of(anna).size();
        String state = anna.state(anna.account, TYPE);
        String id = anna.event(anna.account, shared, ",'title':'Swim'");
        assertEquals(before, of(anna).size(), "she did it herself");
        JsonNode made = of(ben).path(0);
        assertEquals("created", made.path("type").asString());
        assertEquals("Swim", made.path("event").path("title").asString());
        assertTrue(made.path("event").path("calendarIds").has(shared));

        ben.in(anna.account, "CalendarEvent/set", "{'update':{'" + id + "':{'title':'Dive'}}}");
        JsonNode changed = of(anna).path(0);
        assertEquals("updated", changed.path("type").asString());
        assertEquals(id, changed.path("calendarEventId").asString());
        assertEquals("Person ben", changed.path("changedBy").path("name").asString());
        assertEquals(ben.account, changed.path("changedBy").path("principalId").asString());
        assertEquals("Swim", changed.path("event").path("title").asString());
        assertEquals("Dive", changed.path("eventPatch").path("title").asString());
        JsonNode changes = anna.call(TYPE + "/changes", "{'sinceState':'" + state + "'}");
        assertEquals(
                "[\"" + changed.path("id").asString() + "\"]", changes.path("created").toString());

        ben.in(anna.account, "CalendarEvent/set", "{'destroy':['" + id + "']}");
        JsonNode gone = of(anna).path(0);
        assertEquals("destroyed", gone.path("type").asString());
        assertEquals("Dive", gone.path("event").path("title").asString());
        assertFalse(gone.has("eventPatch"));
    }

    @Test
    void whatIsOnesOwnOrUnseenIsNotTold() {
        String alone = anna.event(anna.account, anna.calendar(), "");
        anna.share(shared, ben.account, WRITE);
        int before = of(ben).size();
        anna.call("CalendarEvent/set", "{'update':{'" + alone + "':{'title':'x'}}}");
        anna.event(anna.account, shared, ",'privacy':'private','title':'doctor'");
        String open = anna.event(anna.account, shared, "");
        assertEquals(before + 1, of(ben).size(), "the open one alone");
        anna.call("CalendarEvent/set", "{'update':{'" + open + "':{'color':'red'}}}");
        assertEquals(before + 1, of(ben).size(), "a colour of one's own");
        anna.share(shared, ben.account, "null");
        assertEquals(
                "accountNotFound",
                ben.in(anna.account, TYPE + "/get", "{}").path("type").asString());
    }

    @Test
    void aMoveOutOfSightIsToldAsADeletion() {
        anna.share(shared, ben.account, WRITE);
        String id = anna.event(anna.account, shared, ",'title':'Swim'");
        anna.call(
                "CalendarEvent/set",
                "{'update':{'" + id + "':{'calendarIds':{'" + anna.calendar() + "':true}}}}");
        JsonNode told = of(ben).path(0);
        assertEquals("destroyed", told.path("type").asString());
        assertTrue(told.path("event").path("calendarIds").has(shared));
    }

    @Test
    void oneIsDismissedForOneselfAndNothingElseIsPossible() {
        anna.share(shared, ben.account, WRITE);
        anna.share(shared, server.id("carol"), WRITE);
        anna.event(anna.account, shared, "");
        String id = of(ben).path(0).path("id").asString();
        int before = of(ben).size();
        JsonNode result =
                ben.in(
                        anna.account,
                        TYPE + "/set",
                        "{'create':{'a':{}},'update':{'"
                                + id
                                + "':{'comment':'x'}},'destroy':['x']}");
        assertEquals("forbidden", type(result, "notCreated", "a"));
        assertEquals("forbidden", type(result, "notUpdated", id));
        assertEquals("notFound", type(result, "notDestroyed", "x"));
        ben.in(anna.account, TYPE + "/set", "{'destroy':['" + id + "']}");
        assertEquals(before - 1, of(ben).size());
        assertEquals(id, of(server.client("carol")).path(0).path("id").asString());
    }

    private static String type(JsonNode result, String which, String id) {
        return result.path(which).path(id).path("type").asString("");
    }

    @Test
    void filtersAndTheirErrors() {
        anna.share(shared, ben.account, WRITE);
        String id = anna.event(anna.account, shared, "");
        assertEquals(1, count("{'calendarEventIds':['" + id + "']}"));
        assertEquals(0, count("{'calendarEventIds':['" + id + "'],'type':'destroyed'}"));
        assertEquals(0, count("{'after':'2100-01-01T00:00:00Z'}"));
        assertEquals(
                1, count("{'before':'2100-01-01T00:00:00Z','calendarEventIds':['" + id + "']}"));
        JsonNode wrong = ben.in(anna.account, TYPE + "/query", "{'filter':{'colour':'x'}}");
        assertEquals("unsupportedFilter", wrong.path("type").asString());
        wrong = ben.in(anna.account, TYPE + "/query", "{'filter':{'after':'yesterday'}}");
        assertEquals("invalidArguments", wrong.path("type").asString());
    }

    private int count(String filter) {
        return ben.in(anna.account, TYPE + "/query", "{'filter':" + filter + "}")
                .path("ids")
                .size();
    }
}
