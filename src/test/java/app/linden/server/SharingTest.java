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
class SharingTest {
    private static final String READ = "{'mayReadItems':true}";
    private static final String WRITE = "{'mayReadItems':true,'mayWriteAll':true}";

    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private String shared;
    private String hidden;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben", "carol");
    }

    @BeforeEach
    void begin() {
        server.reset("anna");
        anna = server.client("anna");
        ben = server.client("ben");
        hidden = anna.calendar();
        shared = anna.calendar("Shared");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void give(String rights) {
        JsonNode done = anna.share(shared, ben.account, rights);
        assertTrue(done.path("updated").has(shared), done.toString());
    }

    private JsonNode benGets(String method, String arguments) {
        return ben.in(anna.account, method, arguments);
    }

    private String type(JsonNode errors, String id) {
        return errors.path(id).path("type").asString("");
    }

    @Test
    void nothingIsSeenBeforeItIsShared() {
        assertEquals("accountNotFound", benGets("Calendar/get", "{}").path("type").asString());
        assertEquals(1, ben.session().path("accounts").size());
    }

    @Test
    void whoWasGivenACalendarMayLeaveItAndDecidesNothingElse() {
        JsonNode done = anna.share(shared, server.client("carol").account, WRITE);
        assertTrue(done.path("updated").has(shared), done.toString());
        give(READ);
        String out = "'shareWith/" + ben.account + "':null";
        JsonNode result =
                benGets(
                        "Calendar/set",
                        "{'update':{'"
                                + shared
                                + "':{"
                                + out
                                + ",'shareWith/"
                                + server.client("carol").account
                                + "':null}}}");
        assertEquals("forbidden", type(result.path("notUpdated"), shared), result.toString());

        result =
                benGets(
                        "Calendar/set",
                        "{'update':{'" + shared + "':{" + out + ",'isSubscribed':false}}}");
        assertTrue(result.path("updated").has(shared), result.toString());
        assertEquals(1, ben.session().path("accounts").size());
        assertEquals(2, server.client("carol").session().path("accounts").size());
    }

    @Test
    void aReaderSeesWhatIsSharedAndNothingElse() {
        String open = anna.event(anna.account, shared, ",'title':'open'");
        String closed = anna.event(anna.account, hidden, ",'title':'closed'");
        String secret = anna.event(anna.account, shared, ",'privacy':'secret'");
        String private1 = anna.event(anna.account, shared, ",'privacy':'private','title':'doctor'");
        give(READ);
        JsonNode account = ben.session().path("accounts").path(anna.account);
        assertEquals("Person anna", account.path("name").asString());
        assertFalse(account.path("isPersonal").asBoolean(true));

        JsonNode calendars = benGets("Calendar/get", "{}").path("list");
        assertEquals(1, calendars.size());
        assertEquals(shared, calendars.path(0).path("id").asString());
        assertTrue(calendars.path(0).path("myRights").path("mayReadItems").asBoolean());
        assertFalse(calendars.path(0).path("myRights").path("mayWriteAll").asBoolean(true));

        JsonNode got =
                benGets(
                        "CalendarEvent/get",
                        "{'ids':['" + open + "','" + closed + "','" + secret + "']}");
        assertEquals(1, got.path("list").size());
        assertEquals(2, got.path("notFound").size());
        JsonNode blurred = ben.event(anna.account, private1);
        assertFalse(blurred.has("title"), blurred.toString());
        assertTrue(blurred.has("start"));

        JsonNode query = benGets("CalendarEvent/query", "{'calculateTotal':true}");
        assertEquals(2, query.path("total").asInt(), query.toString());
        assertEquals(
                0,
                benGets("CalendarEvent/query", "{'filter':{'inCalendar':'" + hidden + "'}}")
                        .path("ids")
                        .size());
        assertEquals(
                0,
                benGets("CalendarEvent/query", "{'filter':{'text':'doctor'}}").path("ids").size());
        assertEquals(
                "anchorNotFound",
                benGets("CalendarEvent/query", "{'anchor':'" + closed + "','anchorOffset':1}")
                        .path("type")
                        .asString());
    }

    @Test
    void aReaderWritesNothing() {
        String open = anna.event(anna.account, shared, "");
        String closed = anna.event(anna.account, hidden, "");
        give(READ);
        JsonNode result =
                benGets(
                        "CalendarEvent/set",
                        "{'create':{'k':"
                                + TestClient.eventJson(shared, "")
                                + ",'h':"
                                + TestClient.eventJson(hidden, "")
                                + "},'update':{'"
                                + open
                                + "':{'title':'x'},'"
                                + closed
                                + "':{'title':'x'}},'destroy':['"
                                + open
                                + "x','"
                                + closed
                                + "x']}");
        assertEquals("forbidden", type(result.path("notCreated"), "k"), result.toString());
        assertEquals("invalidProperties", type(result.path("notCreated"), "h"));
        assertEquals("forbidden", type(result.path("notUpdated"), open));
        assertEquals("notFound", type(result.path("notUpdated"), closed));
        result = benGets("CalendarEvent/set", "{'destroy':['" + open + "','" + closed + "']}");
        assertEquals("forbidden", type(result.path("notDestroyed"), open));
        assertEquals("notFound", type(result.path("notDestroyed"), closed));
        result =
                benGets(
                        "Calendar/set",
                        "{'create':{'k':{'name':'x'}},'destroy':['"
                                + shared
                                + "','"
                                + hidden
                                + "'],'update':{'"
                                + hidden
                                + "':{'color':'red'}}}");
        assertEquals("forbidden", type(result.path("notCreated"), "k"));
        assertEquals("forbidden", type(result.path("notDestroyed"), shared));
        assertEquals("notFound", type(result.path("notDestroyed"), hidden));
        assertEquals("notFound", type(result.path("notUpdated"), hidden));
        result = benGets("Calendar/set", "{'update':{'" + shared + "':{'description':'x'}}}");
        assertEquals("forbidden", type(result.path("notUpdated"), shared));
    }

    @Test
    void aWriterWritesThereAndOnlyThere() {
        give(WRITE);
        String mine = ben.event(anna.account, shared, ",'title':'from Ben'");
        assertEquals("from Ben", anna.event(anna.account, mine).path("title").asString());
        JsonNode result =
                benGets(
                        "CalendarEvent/set",
                        "{'update':{'" + mine + "':{'calendarIds':{'" + hidden + "':true}}}}");
        assertEquals("invalidProperties", type(result.path("notUpdated"), mine));
        result = benGets("CalendarEvent/set", "{'update':{'" + mine + "':{'privacy':'secret'}}}");
        assertEquals(
                "privacy",
                result.path("notUpdated").path(mine).path("properties").path(0).asString());
        // An event that is also in a calendar that Ben does not see.
        anna.call(
                "CalendarEvent/set",
                "{'update':{'" + mine + "':{'calendarIds/" + hidden + "':true}}}");
        assertEquals(
                "{\"" + shared + "\":true}",
                ben.event(anna.account, mine).path("calendarIds").toString());
        result = benGets("CalendarEvent/set", "{'update':{'" + mine + "':{'title':'y'}}}");
        assertEquals("forbidden", type(result.path("notUpdated"), mine), result.toString());
    }

    @Test
    void whoMayWriteTheirOwnLeavesOthersEventsAlone() {
        give("{'mayReadItems':true,'mayWriteOwn':true}");
        String address = "urn:uuid:" + anna.account;
        String annas =
                anna.event(
                        anna.account,
                        shared,
                        ",'participants':{'1':{'@type':'Participant','calendarAddress':'"
                                + address
                                + "','roles':{'owner':true}}}");
        String nobodys = anna.event(anna.account, shared, "");
        JsonNode result =
                benGets(
                        "CalendarEvent/set",
                        "{'update':{'"
                                + annas
                                + "':{'title':'x'},'"
                                + nobodys
                                + "':{'title':'x'}}}");
        assertEquals("forbidden", type(result.path("notUpdated"), annas), result.toString());
        assertTrue(result.path("updated").has(nobodys));
    }

    @Test
    void privateEventsAreTheOwnersAlone() {
        give(WRITE);
        String id = anna.event(anna.account, shared, ",'privacy':'private'");
        JsonNode result =
                benGets(
                        "CalendarEvent/set",
                        "{'update':{'" + id + "':{'color':'red'}},'destroy':['" + id + "x']}");
        assertEquals("forbidden", type(result.path("notUpdated"), id), result.toString());
    }

    @Test
    void oneGivesOnlyWhatOneHas() {
        String carol = server.id("carol");
        give("{'mayReadItems':true,'mayShare':true}");
        JsonNode result =
                benGets(
                        "Calendar/set",
                        "{'update':{'" + shared + "':{'shareWith/" + carol + "':" + WRITE + "}}}");
        assertEquals("forbidden", type(result.path("notUpdated"), shared), result.toString());
        result =
                benGets(
                        "Calendar/set",
                        "{'update':{'" + shared + "':{'shareWith/" + carol + "':" + READ + "}}}");
        assertTrue(result.path("updated").has(shared), result.toString());
        assertEquals(2, server.client("carol").session().path("accounts").size());
        result =
                benGets(
                        "Calendar/set",
                        "{'update':{'"
                                + shared
                                + "':{'shareWith/"
                                + anna.account
                                + "':"
                                + READ
                                + "}}}");
        assertEquals("invalidProperties", type(result.path("notUpdated"), shared));
        give(READ);
        result = benGets("Calendar/set", "{'update':{'" + shared + "':{'shareWith':null}}}");
        assertEquals("forbidden", type(result.path("notUpdated"), shared));
    }

    @Test
    void theRightToWriteAllBringsTheLesserOnes() {
        give(WRITE);
        JsonNode rights =
                anna.call("Calendar/get", "{'ids':['" + shared + "']}")
                        .path("list")
                        .path(0)
                        .path("shareWith")
                        .path(ben.account);
        assertTrue(rights.path("mayWriteOwn").asBoolean() && rights.path("mayRSVP").asBoolean());
        assertFalse(rights.path("mayShare").asBoolean(true));
    }

    @Test
    void everybodyHasTheirOwnLookOfACalendar() {
        anna.call("Calendar/set", "{'update':{'" + shared + "':{'color':'blue','sortOrder':4}}}");
        give(READ);
        JsonNode seen = benGets("Calendar/get", "{}").path("list").path(0);
        assertEquals("blue", seen.path("color").asString());
        assertEquals(0, seen.path("sortOrder").asInt());
        assertEquals("none", seen.path("includeInAvailability").asString());
        String annasState = anna.state(anna.account, "Calendar");
        JsonNode done =
                benGets(
                        "Calendar/set",
                        "{'update':{'"
                                + shared
                                + "':{'color':'red','isVisible':false,'isSubscribed':false,"
                                + "'sortOrder':1,'name':'Annas'}}}");
        assertTrue(done.path("updated").has(shared), done.toString());
        JsonNode annas =
                anna.call("Calendar/get", "{'ids':['" + shared + "']}").path("list").path(0);
        assertEquals("blue", annas.path("color").asString());
        assertEquals("Shared", annas.path("name").asString());
        assertTrue(annas.path("isVisible").asBoolean());
        assertEquals(
                0,
                anna.call("Calendar/changes", "{'sinceState':'" + annasState + "'}")
                        .path("updated")
                        .size());
        JsonNode bens = benGets("Calendar/get", "{}").path("list").path(0);
        assertEquals("red", bens.path("color").asString());
        assertFalse(bens.path("isVisible").asBoolean(true));
        // Once one's own, the owner's colour is no longer inherited; without it, it is again.
        anna.call("Calendar/set", "{'update':{'" + shared + "':{'color':'green'}}}");
        assertEquals(
                "red", benGets("Calendar/get", "{}").path("list").path(0).path("color").asString());
        benGets("Calendar/set", "{'update':{'" + shared + "':{'color':null}}}");
        assertEquals(
                "green",
                benGets("Calendar/get", "{}").path("list").path(0).path("color").asString());
    }

    @Test
    void aColourOfOnesOwnBringsNoLostOccurrenceBack() {
        give(WRITE);
        String id =
                anna.event(
                        anna.account, shared, ",'recurrenceRule':{'frequency':'weekly','count':4}");
        String start = anna.event(anna.account, id).path("start").asString();
        anna.call(
                "CalendarEvent/set",
                "{'update':{'"
                        + id
                        + "':{'recurrenceOverrides':{'"
                        + start
                        + "':{'color':'red'}}}}}");
        assertTrue(anna.event(anna.account, id).path("recurrenceOverrides").has(start));

        benGets("CalendarEvent/set", "{'update':{'" + id + "':{'start':'2026-03-05T11:30:00'}}}");

        assertEquals(
                0, anna.event(anna.account, id).path("recurrenceOverrides").size(), "no ghost");
    }

    @Test
    void alertsAndColoursOfEventsAreOnesOwn() {
        String id =
                anna.event(
                        anna.account,
                        shared,
                        ",'color':'blue','recurrenceRule':{'frequency':'daily'},"
                            + "'recurrenceOverrides':{'2026-03-03T09:00:00':{'color':'pink','title':'t'}}");
        give("{'mayReadItems':true,'mayUpdatePrivate':true}");
        JsonNode seen = ben.event(anna.account, id);
        assertFalse(seen.has("color"));
        assertEquals(
                "{\"title\":\"t\"}",
                seen.path("recurrenceOverrides").path("2026-03-03T09:00:00").toString());
        String annasState = anna.state(anna.account, "CalendarEvent");
        JsonNode done =
                benGets(
                        "CalendarEvent/set",
                        "{'update':{'"
                                + id
                                + "':{'color':'red','recurrenceOverrides/2026-03-03T09:00:00/color':'gold',"
                                + "'recurrenceOverrides/2026-03-05T09:00:00':{'color':'gray'}}}}");
        assertTrue(done.path("updated").has(id), done.toString());
        assertEquals("red", ben.event(anna.account, id).path("color").asString());
        assertEquals(
                "gray",
                ben.event(anna.account, id)
                        .path("recurrenceOverrides")
                        .path("2026-03-05T09:00:00")
                        .path("color")
                        .asString());
        JsonNode annas = anna.event(anna.account, id);
        assertEquals("blue", annas.path("color").asString());
        assertEquals(1, annas.path("recurrenceOverrides").size());
        assertEquals(
                0,
                anna.call("CalendarEvent/changes", "{'sinceState':'" + annasState + "'}")
                        .path("updated")
                        .size());
        assertEquals(
                1,
                benGets("CalendarEvent/changes", "{'sinceState':'" + annasState + "'}")
                        .path("updated")
                        .size());
        JsonNode both =
                benGets(
                        "CalendarEvent/set",
                        "{'update':{'" + id + "':{'title':'x','color':'tan'}}}");
        assertEquals("forbidden", type(both.path("notUpdated"), id));
    }

    @Test
    void changesTellOnlyWhatOneSees() {
        give(READ);
        String since = ben.state(anna.account, "CalendarEvent");
        String open = anna.event(anna.account, shared, "");
        String closed = anna.event(anna.account, hidden, "");
        String secret = anna.event(anna.account, shared, ",'privacy':'secret'");
        JsonNode changes = benGets("CalendarEvent/changes", "{'sinceState':'" + since + "'}");
        assertEquals("[\"" + open + "\"]", changes.path("created").toString());
        assertFalse(changes.toString().contains(closed) || changes.toString().contains(secret));
        since = changes.path("newState").asString();
        // Moving out of sight looks like a deletion, moving in like a creation.
        anna.call(
                "CalendarEvent/set",
                "{'update':{'"
                        + open
                        + "':{'calendarIds':{'"
                        + hidden
                        + "':true}},'"
                        + closed
                        + "':{'calendarIds':{'"
                        + shared
                        + "':true}},'"
                        + secret
                        + "':{'privacy':'public'}}}");
        changes = benGets("CalendarEvent/changes", "{'sinceState':'" + since + "'}");
        assertEquals("[\"" + open + "\"]", changes.path("destroyed").toString());
        assertEquals("[\"" + closed + "\",\"" + secret + "\"]", changes.path("created").toString());
        assertEquals(0, changes.path("updated").size());
    }

    @Test
    void whenRightsChangeWhatOneSeesOneStartsAnew() {
        give(READ);
        String state = ben.state(anna.account, "CalendarEvent");
        String session = ben.session().path("state").asString();
        anna.event(anna.account, hidden, "");
        anna.share(hidden, ben.account, READ);
        assertFalse(session.equals(ben.session().path("state").asString()));
        assertEquals(
                "cannotCalculateChanges",
                benGets("CalendarEvent/changes", "{'sinceState':'" + state + "'}")
                        .path("type")
                        .asString());
        state = ben.state(anna.account, "CalendarEvent");
        assertTrue(
                benGets("CalendarEvent/changes", "{'sinceState':'" + state + "'}").has("newState"));
        // More rights on what one sees already is an ordinary change of the calendar.
        String calendars = ben.state(anna.account, "Calendar");
        give(WRITE);
        assertEquals(
                "[\"" + shared + "\"]",
                benGets("Calendar/changes", "{'sinceState':'" + calendars + "'}")
                        .path("updated")
                        .toString());
        // The owner's own states stay good throughout.
        assertTrue(anna.call("CalendarEvent/changes", "{'sinceState':'0'}").has("newState"));
        anna.call(
                "Calendar/set",
                "{'update':{'"
                        + shared
                        + "':{'shareWith':null},'"
                        + hidden
                        + "':{'shareWith':null}}}");
        assertEquals(
                "accountNotFound",
                benGets("CalendarEvent/changes", "{'sinceState':'" + state + "'}")
                        .path("type")
                        .asString());
        assertEquals(1, ben.session().path("accounts").size());
    }

    @Test
    void freeBusyAloneShowsNothing() {
        give("{'mayReadFreeBusy':true}");
        assertEquals("accountNotFound", benGets("Calendar/get", "{}").path("type").asString());
    }

    @Test
    void principalsAreFoundByEverybody() {
        give(READ);
        JsonNode found =
                ben.call("Principal/query", "{'filter':{'name':'ANNA'},'calculateTotal':true}");
        assertEquals("[\"" + anna.account + "\"]", found.path("ids").toString());
        JsonNode principal = ben.call("Principal/get", "{'ids':['" + anna.account + "','x']}");
        assertTrue(
                principal.path("list").path(0).path("accounts").has(anna.account),
                principal.toString());
        assertEquals("x", principal.path("notFound").path(0).asString());
        assertEquals(
                "accountNotSupportedByMethod",
                benGets("Principal/get", "{}").path("type").asString());
        assertEquals(3, ben.call("Principal/get", "{'properties':['name']}").path("list").size());
    }
}
