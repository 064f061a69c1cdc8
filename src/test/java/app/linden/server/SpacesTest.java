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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpacesTest {
    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private String space;
    private String calendar;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben");
    }

    @BeforeEach
    void begin() {
        anna = server.client("anna");
        ben = server.client("ben");
        JsonNode made =
                anna.call("Space/set", "{'create':{'k':{'name':'Choir','color':'teal'}}}")
                        .path("created")
                        .path("k");
        space = made.path("accountId").asString();
        calendar = made.path("calendarId").asString();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aSpaceIsAnAccountWithACalendarThatItsMakerHosts() {
        JsonNode account = anna.session().path("accounts").path(space);
        assertEquals("Choir", account.path("name").asString());
        assertFalse(account.path("isPersonal").asBoolean(true));
        JsonNode got = anna.in(space, "Calendar/get", "{}").path("list").path(0);
        assertEquals(calendar, got.path("id").asString());
        assertEquals("teal", got.path("color").asString());
        assertTrue(got.path("myRights").path("mayDelete").asBoolean());
        assertTrue(got.path("shareWith").path(anna.account).path("mayShare").asBoolean());
        anna.event(space, calendar, ",'title':'Rehearsal'");
        assertEquals(
                "accountNotFound",
                ben.in(space, "CalendarEvent/query", "{}").path("type").asString());
    }

    @Test
    void membersWriteAndHostsDescribe() {
        JsonNode done =
                anna.in(
                        space,
                        "Calendar/set",
                        "{'update':{'"
                                + calendar
                                + "':{'shareWith/"
                                + ben.account
                                + "':{'mayReadItems':true,'mayWriteAll':true}}}}");
        assertTrue(done.path("updated").has(calendar), done.toString());
        String id = ben.event(space, calendar, ",'title':'Concert'");
        assertEquals("Concert", anna.event(space, id).path("title").asString());
        ben.in(space, "Calendar/set", "{'update':{'" + calendar + "':{'name':'Mine'}}}");
        anna.in(space, "Calendar/set", "{'update':{'" + calendar + "':{'color':'navy'}}}");
        JsonNode annas = anna.in(space, "Calendar/get", "{}").path("list").path(0);
        JsonNode bens = ben.in(space, "Calendar/get", "{}").path("list").path(0);
        assertEquals("Choir", annas.path("name").asString());
        assertEquals("Mine", bens.path("name").asString());
        assertEquals("navy", bens.path("color").asString());
        assertEquals(
                "forbidden",
                ben.call("Space/set", "{'destroy':['" + space + "']}")
                        .path("notDestroyed")
                        .path(space)
                        .path("type")
                        .asString());
    }

    @Test
    void somebodyWhoMaySharedHasToStay() {
        JsonNode done =
                anna.in(
                        space,
                        "Calendar/set",
                        "{'update':{'" + calendar + "':{'shareWith':null}}}");
        assertEquals(
                "invalidProperties",
                done.path("notUpdated").path(calendar).path("type").asString(),
                done.toString());
    }

    @Test
    void aSpaceGoesWithAllThatIsInIt() {
        anna.event(space, calendar, "");
        JsonNode done = anna.call("Space/set", "{'destroy':['" + space + "','nothing']}");
        assertEquals(space, done.path("destroyed").path(0).asString(), done.toString());
        assertEquals("notFound", done.path("notDestroyed").path("nothing").path("type").asString());
        assertFalse(anna.session().path("accounts").has(space));
        assertEquals(
                "accountNotFound", anna.in(space, "Calendar/get", "{}").path("type").asString());
    }

    @Test
    void destroyingItsCalendarEndsTheSpaceToo() {
        JsonNode done = anna.in(space, "Calendar/set", "{'destroy':['" + calendar + "']}");
        assertEquals(calendar, done.path("destroyed").path(0).asString(), done.toString());
        assertFalse(anna.session().path("accounts").has(space));
    }

    @Test
    void whatASpaceCannotBe() {
        JsonNode done =
                anna.call(
                        "Space/set",
                        "{'create':{'a':{},'b':{'name':''},'c':{'name':'x','shareWith':null,'id':'1'}},"
                            + "'update':{'"
                                + space
                                + "':{'name':'x'}}}");
        assertEquals(3, done.path("notCreated").size(), done.toString());
        assertEquals("forbidden", done.path("notUpdated").path(space).path("type").asString());
    }
}
