package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarsTest {
    private TestServer server;
    private TestClient anna;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben");
        anna = server.client("anna");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonNode calendar(String id) {
        return anna.call("Calendar/get", "{'ids':['" + id + "']}").path("list").path(0);
    }

    @Test
    void aNewAccountHasOneDefaultCalendar() {
        JsonNode list = server.client("ben").call("Calendar/get", "{}").path("list");
        assertEquals(1, list.size());
        assertTrue(list.path(0).path("isDefault").asBoolean());
        assertTrue(list.path(0).path("myRights").path("mayDelete").asBoolean());
    }

    @Test
    void createTellsWhatTheServerSetAndNoMore() {
        JsonNode created =
                anna.call(
                                "Calendar/set",
                                "{'create':{'k':{'name':'Work','color':'#00ff00','sortOrder':3,"
                                        + "'description':null}}}")
                        .path("created")
                        .path("k");
        assertTrue(created.has("id") && created.has("myRights") && created.has("isVisible"));
        assertFalse(created.has("name") || created.has("color") || created.has("sortOrder"));
        JsonNode got = calendar(created.path("id").asString());
        assertEquals("Work", got.path("name").asString());
        assertEquals(3, got.path("sortOrder").asInt());
        assertFalse(got.path("isDefault").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name | {}",
                "name | {'name':''}",
                "name | {'name':7}",
                "color | {'name':'x','color':'reddish'}",
                "color | {'name':'x','color':'#12345'}",
                "sortOrder | {'name':'x','sortOrder':-1}",
                "sortOrder | {'name':'x','sortOrder':2147483648}",
                "isVisible | {'name':'x','isVisible':'yes'}",
                "timeZone | {'name':'x','timeZone':'Mars/Olympus'}",
                "includeInAvailability | {'name':'x','includeInAvailability':'some'}",
                "id | {'name':'x','id':'mine'}",
                "myRights | {'name':'x','myRights':{}}",
                "isDefault | {'name':'x','isDefault':true}",
                "unheardOf | {'name':'x','unheardOf':1}",
                "shareWith | {'name':'x','shareWith':{'nobody':{'mayReadItems':true}}}",
                "shareWith | {'name':'x','shareWith':{'nobody':{'mayReadItems':'yes'}}}",
            })
    void valuesThatCannotBe(String property, String calendar) {
        JsonNode error =
                anna.call("Calendar/set", "{'create':{'k':" + calendar + "}}")
                        .path("notCreated")
                        .path("k");
        assertEquals("invalidProperties", error.path("type").asString(), error.toString());
        assertEquals(property, error.path("properties").path(0).asString());
    }

    @Test
    void updateByPatchAndWholeObject() {
        String id = anna.calendar("Old");
        JsonNode done =
                anna.call(
                        "Calendar/set",
                        "{'update':{'" + id + "':{'name':'New','color':'red','isVisible':false}}}");
        assertTrue(done.path("updated").has(id), done.toString());
        assertTrue(done.path("updated").path(id).isNull());
        JsonNode got = calendar(id);
        assertEquals("New", got.path("name").asString());
        assertFalse(got.path("isVisible").asBoolean());
        // The whole object is a patch as well.
        assertTrue(
                anna.call("Calendar/set", "{'update':{'" + id + "':" + got + "}}")
                        .path("updated")
                        .has(id));
        assertEquals(
                "invalidProperties",
                anna.call("Calendar/set", "{'update':{'" + id + "':{'isDefault':true}}}")
                        .path("notUpdated")
                        .path(id)
                        .path("type")
                        .asString());
        assertEquals(
                "invalidPatch",
                anna.call("Calendar/set", "{'update':{'" + id + "':{'color/x':1}}}")
                        .path("notUpdated")
                        .path(id)
                        .path("type")
                        .asString());
        assertEquals(
                "notFound",
                anna.call("Calendar/set", "{'update':{'nothing':{'name':'x'}}}")
                        .path("notUpdated")
                        .path("nothing")
                        .path("type")
                        .asString());
    }

    @Test
    void aCalendarWithEventsGoesOnlyWithThem() {
        String id = anna.calendar("Full");
        String other = anna.calendar("Other");
        String only = anna.event(anna.account, id, "");
        String both = anna.event(anna.account, id, ",'title':'both'");
        anna.call(
                "CalendarEvent/set",
                "{'update':{'" + both + "':{'calendarIds/" + other + "':true}}}");
        assertEquals(
                "calendarHasEvent",
                anna.call("Calendar/set", "{'destroy':['" + id + "']}")
                        .path("notDestroyed")
                        .path(id)
                        .path("type")
                        .asString());
        String since = anna.state(anna.account, "CalendarEvent");
        JsonNode done =
                anna.call(
                        "Calendar/set", "{'onDestroyRemoveEvents':true,'destroy':['" + id + "']}");
        assertEquals(id, done.path("destroyed").path(0).asString(), done.toString());
        JsonNode changes = anna.call("CalendarEvent/changes", "{'sinceState':'" + since + "'}");
        assertEquals(only, changes.path("destroyed").path(0).asString(), changes.toString());
        assertEquals(both, changes.path("updated").path(0).asString());
        assertEquals(
                "{\"" + other + "\":true}",
                anna.event(anna.account, both).path("calendarIds").toString());
    }

    @Test
    void theDefaultIsMovedOnlyWhenAllSucceeds() {
        String old = "";
        for (JsonNode c : anna.call("Calendar/get", "{}").path("list")) {
            old = c.path("isDefault").asBoolean() ? c.path("id").asString() : old;
        }
        anna.call(
                "Calendar/set",
                "{'create':{'k':{'name':'N'},'bad':{}},'onSuccessSetIsDefault':'#k'}");
        assertTrue(calendar(old).path("isDefault").asBoolean());
        JsonNode done =
                anna.call(
                        "Calendar/set",
                        "{'create':{'k':{'name':'N'}},'onSuccessSetIsDefault':'#k'}");
        assertTrue(done.path("created").path("k").path("isDefault").asBoolean(), done.toString());
        assertFalse(done.path("updated").path(old).path("isDefault").asBoolean(true));
        assertFalse(calendar(old).path("isDefault").asBoolean());
    }
}
