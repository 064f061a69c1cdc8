package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;
import app.linden.wire.Capability;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;

/** What binds a server in jmap-calendars-27, where no other test here says it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarsDraftTest {
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
        anna = server.client("anna");
        ben = server.client("ben");
        calendar = anna.calendar();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonNode create(String more) {
        JsonNode result =
                anna.call(
                        "CalendarEvent/set",
                        "{'create':{'e':" + TestClient.eventJson(calendar, more) + "}}");
        return result.path("created").has("e")
                ? result.path("created").path("e")
                : result.path("notCreated").path("e");
    }

    private JsonNode update(String type, String id, String patch) {
        JsonNode result = anna.call(type + "/set", "{'update':{'" + id + "':" + patch + "}}");
        return result.path("notUpdated").path(id);
    }

    /** 1.4.1, 1.4.2: each account says what there is of calendars in it. */
    @Test
    void accountsSayWhatTheyCan() {
        anna.share(calendar, ben.account, "{'mayReadItems':true}");
        JsonNode accounts = ben.session().path("accounts");
        assertEquals(2, accounts.size());
        for (JsonNode account : accounts) {
            JsonNode capabilities = account.path("accountCapabilities");
            JsonNode calendars = capabilities.path(Capability.CALENDARS);
            for (String name :
                    List.of(
                            "maxCalendarsPerEvent",
                            "minDateTime",
                            "maxDateTime",
                            "maxExpandedQueryDuration",
                            "maxParticipantsPerEvent",
                            "mayCreateCalendar")) {
                assertTrue(calendars.has(name), name);
            }
            if (capabilities.has(Capability.AVAILABILITY)) {
                assertTrue(capabilities.has(Capability.PRINCIPALS));
                assertTrue(
                        capabilities
                                .path(Capability.AVAILABILITY)
                                .path("maxAvailabilityDuration")
                                .isString());
            }
        }
    }

    /** 4: what a calendar may not be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':''}",
                "{'name':null}",
                "{'color':'no colour'}",
                "{'sortOrder':-1}",
                "{'sortOrder':2147483648}",
                "{'includeInAvailability':'some'}",
                "{'timeZone':'Mars/Olympus'}",
                "{'isDefault':true}",
                "{'defaultAlertsWithTime':{'a':{'@type':'Alert','trigger':{'@type':'AbsoluteTrigger',"
                    + "'when':'2026-01-01T00:00:00Z'}}}}",
                "{'defaultAlertsWithoutTime':{'a':{'@type':'Alert','trigger':{'@type':"
                        + "'AbsoluteTrigger','when':'2026-01-01T00:00:00Z'}}}}"
            })
    void calendarsThatCannotBe(String patch) {
        String other = anna.calendar("Other");
        JsonNode refused = update("Calendar", other, patch);
        assertEquals("invalidProperties", refused.path("type").asString(""), patch);
    }

    /** 4: a name has 255 octets at most, counted in UTF-8. */
    @Test
    void namesAreCountedInOctets() {
        String fits = "ü".repeat(127) + "x";
        assertTrue(update("Calendar", calendar, "{'name':'" + fits + "'}").isMissingNode());
        assertEquals(
                "invalidProperties",
                update("Calendar", calendar, "{'name':'" + fits + "x'}").path("type").asString(""));
    }

    /** 4: default alerts have ids of their own in the whole account. */
    @Test
    void idsOfDefaultAlertsAreThereOnce() {
        String alert = "{'@type':'Alert','trigger':{'@type':'OffsetTrigger','offset':'-PT5M'}}";
        String with = "{'defaultAlertsWithTime':{'one':" + alert + "}}";
        assertTrue(update("Calendar", calendar, with).isMissingNode());
        String other = anna.calendar("Other");
        assertEquals(
                "invalidProperties", update("Calendar", other, with).path("type").asString(""));
        assertEquals(
                "invalidProperties",
                update("Calendar", calendar, "{'defaultAlertsWithoutTime':{'one':" + alert + "}}")
                        .path("type")
                        .asString(""));
        assertTrue(update("Calendar", calendar, with).isMissingNode(), "one's own stays");
    }

    /** 4: the principal to whom a calendar belongs is not among those it is shared with. */
    @Test
    void nobodySharesWithThemselves() {
        JsonNode refused =
                update(
                        "Calendar",
                        calendar,
                        "{'shareWith':{'" + anna.account + "':{'mayReadItems':true}}}");
        assertEquals("invalidProperties", refused.path("type").asString(""), refused.toString());
    }

    /** 4.3: an unknown id for the default is passed over without an error. */
    @Test
    void anUnknownDefaultIsPassedOver() {
        for (String id : List.of("nothing", "#nothing", "")) {
            JsonNode result =
                    anna.call(
                            "Calendar/set",
                            "{'create':{'c':{'name':'x'}},'onSuccessSetIsDefault':'" + id + "'}");
            assertEquals(1, result.path("created").size(), result.toString());
        }
        assertEquals(calendar, defaultCalendar());
    }

    private String defaultCalendar() {
        String found = "";
        for (JsonNode c : anna.call("Calendar/get", "{}").path("list")) {
            if (c.path("isDefault").asBoolean()) {
                assertEquals("", found, "one default");
                found = c.path("id").asString();
            }
        }
        return found;
    }

    /** 5.7: some properties always come; what is computed comes when it is asked for. */
    @Test
    void someOfAnEventComesAlways() {
        String id = create(",'title':'x'").path("id").asString();
        JsonNode event = anna.event(anna.account, id);
        for (String name : List.of("id", "calendarIds", "isDraft", "isOrigin")) {
            assertTrue(event.has(name), name);
        }
        assertFalse(event.has("utcStart"));
        assertFalse(event.has("utcEnd"));
    }

    /** 5.9: null is as if it were left out, for whatever is optional. */
    @Test
    void nullOnCreateIsAsLeftOut() {
        JsonNode made =
                create(
                        ",'title':null,'uid':null,'created':null,'updated':null,'sequence':null,"
                                + "'recurrenceRule':null,'participants':null,'privacy':null,"
                                + "'@type':null,'example.com:x':null,'recurrenceOverrides':null");
        assertTrue(made.has("id"), made.toString());
        JsonNode event = anna.event(anna.account, made.path("id").asString());
        assertEquals("Event", event.path("@type").asString());
        for (String name : event.propertyNames()) {
            assertFalse(event.path(name).isNull(), name);
        }
        assertTrue(event.path("uid").isString());
        assertTrue(event.path("created").isString());
    }

    /** 5.9: an event that is stored has no method. */
    @Test
    void aMethodIsNotTaken() {
        JsonNode refused = create(",'method':'request'");
        assertEquals("invalidProperties", refused.path("type").asString(""), refused.toString());
        String id = create("").path("id").asString();
        refused = update("CalendarEvent", id, "{'method':'request'}");
        assertEquals("invalidProperties", refused.path("type").asString(""), refused.toString());
        refused =
                update(
                        "CalendarEvent",
                        id,
                        "{'recurrenceRule':{'@type':'RecurrenceRule',"
                            + "'frequency':'daily','count':3},'recurrenceOverrides':{'2026-03-03T09:00:00':"
                            + "{'method':'request'}}}");
        assertEquals("invalidProperties", refused.path("type").asString(""), refused.toString());
    }

    /** 5.9: UTC times stand alone, and not in overrides. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'utcStart':'2026-03-02T08:00:00Z'",
                ",'utcEnd':'2026-03-02T08:00:00Z'",
                ",'recurrenceRule':{'@type':'RecurrenceRule','frequency':'daily','count':3},"
                        + "'recurrenceOverrides':{'2026-03-03T09:00:00':{'utcStart':"
                        + "'2026-03-03T08:00:00Z'}}"
            })
    void utcTimesStandAlone(String more) {
        JsonNode refused = create(more);
        assertEquals("invalidProperties", refused.path("type").asString(""), refused.toString());
    }

    /** 5.2, 5.3: who may invite, and who is seen, is said of the series and not of a date. */
    @ParameterizedTest
    @ValueSource(strings = {"mayInviteSelf", "mayInviteOthers", "hideAttendees"})
    void someIsSaidOfTheSeriesAlone(String name) {
        assertTrue(create(",'" + name + "':true").has("id"));
        JsonNode refused =
                create(
                        ",'recurrenceRule':{'@type':'RecurrenceRule','frequency':'daily','count':3},"
                            + "'recurrenceOverrides':{'2026-03-03T09:00:00':{'"
                                + name
                                + "':true}}");
        assertEquals("invalidProperties", refused.path("type").asString(""), refused.toString());
    }

    /** 5.11: a condition of nothing is true; a filter of several wants all. */
    @Test
    void conditionsJoin() {
        create(",'title':'Bees','uid':'one'");
        create(",'title':'Bees','uid':'two'");
        for (String filter :
                List.of("{}", "null", "{'operator':'AND','conditions':[]}", "{'title':null}")) {
            assertEquals(2, found(filter), filter);
        }
        assertEquals(1, found("{'title':'bees','uid':'one'}"));
        assertEquals(0, found("{'title':'wasps','uid':'one'}"));
    }

    private int found(String filter) {
        return anna.call("CalendarEvent/query", "{'filter':" + filter + "}").path("ids").size();
    }

    /** 5.11, 7.7: what every server sorts by. */
    @Test
    void everyServerSortsByThese() {
        for (String property : List.of("start", "uid", "recurrenceId", "created", "updated")) {
            JsonNode answer =
                    anna.call("CalendarEvent/query", "{'sort':[{'property':'" + property + "'}]}");
            assertTrue(answer.has("ids"), property);
        }
        assertTrue(
                anna.call("CalendarEventNotification/query", "{'sort':[{'property':'created'}]}")
                        .has("ids"));
    }

    /** 5.13: what a stored event has alone is null when it is parsed. */
    @Test
    void whatIsParsedHasNoId() {
        assertEquals(
                Json.nil(),
                anna.call("CalendarEvent/parse", "{'blobIds':[]}").path("parsed"),
                "nothing was there to parse");
    }
}
