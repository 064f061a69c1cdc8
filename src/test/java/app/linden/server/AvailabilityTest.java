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

/** When somebody is busy (jmap-calendars 2.2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AvailabilityTest {
    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private String work;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben", "carl");
        anna = server.client("anna");
        ben = server.client("ben");
    }

    @BeforeEach
    void begin() {
        server.reset("anna");
        work = anna.calendar("Work");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void add(String calendar, String start, String duration, String more) {
        String id = anna.event(anna.account, calendar, "");
        JsonNode done =
                anna.call(
                        "CalendarEvent/set",
                        "{'update':{'"
                                + id
                                + "':{'timeZone':'Etc/UTC','start':'"
                                + start
                                + "','duration':'"
                                + duration
                                + "'"
                                + more
                                + "}}}");
        assertTrue(done.path("updated").has(id), done.toString());
    }

    private JsonNode ask(TestClient who, String more) {
        return who.call(
                "Principal/getAvailability",
                "{'id':'"
                        + anna.account
                        + "','utcStart':'2026-03-02T00:00:00Z','utcEnd':'2026-03-03T00:00:00Z'"
                        + more
                        + "}");
    }

    private static List<String> told(JsonNode answer) {
        List<String> told = new ArrayList<>();
        for (JsonNode p : answer.path("list")) {
            told.add(
                    p.path("utcStart").asString("").substring(11, 16)
                            + "-"
                            + p.path("utcEnd").asString("").substring(11, 16)
                            + " "
                            + p.path("busyStatus").asString()
                            + (p.path("event").isNull()
                                    ? ""
                                    : " " + p.path("event").path("title").asString("?")));
        }
        return told;
    }

    private String participant(String answer) {
        return ",'participants':{'a':{'@type':'Participant','calendarAddress':'urn:uuid:"
                + anna.account
                + "','roles':{'attendee':true},'participationStatus':'"
                + answer
                + "'}}";
    }

    @Test
    void whoeverMayKnowIsToldWhenAndNotWhat() {
        anna.share(work, ben.account, "{'mayReadFreeBusy':true}");
        add(work, "2026-03-02T09:00:00", "PT1H", ",'title':'A'");
        add(work, "2026-03-02T10:00:00", "PT1H", ",'title':'Next to it','privacy':'private'");
        add(work, "2026-03-02T10:30:00", "PT1H", ",'title':'Maybe','status':'tentative'");
        add(work, "2026-03-02T14:00:00", "PT2H", ",'title':'Yes'" + participant("accepted"));
        add(work, "2026-03-02T15:00:00", "PT2H", ",'title':'Under it','status':'tentative'");
        add(work, "2026-03-02T20:00:00", "PT1H", ",'title':'Free','freeBusyStatus':'free'");
        add(work, "2026-03-02T21:00:00", "PT1H", ",'title':'Off','status':'cancelled'");
        add(work, "2026-03-02T22:00:00", "PT1H", ",'title':'Gift','privacy':'secret'");
        add(work, "2026-03-05T09:00:00", "PT1H", ",'title':'Another day'");
        add(anna.calendar(), "2026-03-02T18:00:00", "PT1H", ",'title':'Not shared'");
        List<String> busy =
                List.of(
                        "09:00-11:00 unavailable",
                        "11:00-11:30 tentative",
                        "14:00-16:00 confirmed",
                        "16:00-17:00 tentative");
        assertEquals(busy, told(ask(ben, "")));
        assertEquals(busy, told(ask(ben, ",'showDetails':true")), "he may not read");
        assertEquals(
                "accountNotFound",
                ben.in(anna.account, "CalendarEvent/get", "{}").path("type").asString());
        assertEquals(5, told(ask(anna, "")).size(), "she herself");
    }

    @Test
    void whoeverMayReadIsToldWhatToo() {
        anna.share(work, ben.account, "{'mayReadFreeBusy':true,'mayReadItems':true}");
        add(work, "2026-03-02T09:00:00", "PT1H", ",'title':'A','description':'x'");
        add(work, "2026-03-02T12:00:00", "PT1H", ",'title':'B','privacy':'private'");
        add(
                work,
                "2026-02-02T15:00:00",
                "PT1H",
                ",'title':'Weekly','recurrenceRule':{'frequency':'weekly'}");
        JsonNode answer = ask(ben, ",'showDetails':true,'eventProperties':['title','start','id']");
        assertEquals(
                List.of(
                        "09:00-10:00 unavailable A",
                        "12:00-13:00 unavailable",
                        "15:00-16:00 unavailable Weekly"),
                told(answer).stream().sorted().toList());
        for (JsonNode p : answer.path("list")) {
            if (!p.path("event").isNull()) {
                assertEquals(anna.account, p.path("accountId").asString());
                assertFalse(p.path("event").has("description"));
            }
        }
    }

    @Test
    void whatCountsIsAsTheCalendarSays() {
        anna.share(work, ben.account, "{'mayReadFreeBusy':true}");
        add(work, "2026-03-02T09:00:00", "PT1H", "");
        add(work, "2026-03-02T14:00:00", "PT1H", participant("accepted"));
        set("'includeInAvailability':'attending'");
        assertEquals(List.of("14:00-15:00 confirmed"), told(ask(ben, "")));
        set("'includeInAvailability':'none'");
        assertEquals(List.of(), told(ask(ben, "")));
        set("'includeInAvailability':'all','isSubscribed':false");
        assertEquals(List.of(), told(ask(ben, "")));
    }

    private void set(String patch) {
        JsonNode done = anna.call("Calendar/set", "{'update':{'" + work + "':{" + patch + "}}}");
        assertTrue(done.path("updated").has(work), done.toString());
    }

    @Test
    void floatingEventsAreInTheZoneOfTheirCalendar() {
        anna.share(work, ben.account, "{'mayReadFreeBusy':true}");
        set("'timeZone':'Asia/Tokyo'");
        add(work, "2026-03-02T09:00:00", "PT1H", "");
        JsonNode events = anna.call("CalendarEvent/query", "{}").path("ids");
        anna.call(
                "CalendarEvent/set",
                "{'update':{'" + events.path(0).asString() + "':{'timeZone':null}}}");
        assertEquals(List.of("00:00-01:00 unavailable"), told(ask(ben, "")));
    }

    @Test
    void othersAreRefused() {
        TestClient carl = server.client("carl");
        assertEquals("forbidden", ask(carl, "").path("type").asString());
        JsonNode principal =
                carl.call("Principal/get", "{'ids':['" + anna.account + "']}")
                        .path("list")
                        .path(0)
                        .path("capabilities")
                        .path("urn:ietf:params:jmap:calendars");
        assertFalse(principal.path("mayGetAvailability").asBoolean(true));
        String never = "{'id':'nobody','utcStart':'2026-03-02T00:00:00Z','utcEnd':";
        assertEquals(
                "notFound",
                carl.call("Principal/getAvailability", never + "'2026-03-03T00:00:00Z'}")
                        .path("type")
                        .asString());
        assertEquals(
                "tooLarge",
                carl.call("Principal/getAvailability", never + "'2028-03-03T00:00:00Z'}")
                        .path("type")
                        .asString());
        assertEquals(
                "invalidArguments",
                carl.call("Principal/getAvailability", never + "'soon'}").path("type").asString());
    }

    @Test
    void whoIsBusyEverySecondIsBusyAllTheTime() {
        anna.share(work, ben.account, "{'mayReadFreeBusy':true}");
        add(work, "2026-03-02T09:00:00", "PT1S", ",'recurrenceRule':{'frequency':'secondly'}");
        assertEquals(List.of("00:00-00:00 unavailable"), told(ask(ben, "")));
    }
}
