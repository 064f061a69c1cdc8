package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.model.Role;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Sharing by a link, and how calendars change hands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationsTest {
    private final TestClock clock = new TestClock();
    private Path data;
    private TestServer server;
    private TestClient anna;
    private TestClient ben;
    private TestClient carl;
    private String space;
    private String calendar;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder;
        server = new TestServer(folder, clock, "anna", "ben", "carl");
        anna = server.client("anna");
        ben = server.client("ben");
        carl = server.client("carl");
    }

    @BeforeEach
    void begin() {
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

    private JsonNode invite(TestClient who, String more) {
        JsonNode result =
                who.in(
                        space,
                        "Invitation/set",
                        "{'create':{'i':{'calendarId':'" + calendar + "'" + more + "}}}");
        return result.path("created").path("i").isObject()
                ? result.path("created").path("i")
                : result.path("notCreated").path("i");
    }

    private String link(String role) {
        JsonNode made = invite(anna, ",'role':'" + role + "','uses':5");
        assertTrue(made.has("url"), made.toString());
        return made.path("url").asString();
    }

    private static JsonNode accept(TestClient who, String link) {
        return who.call("Invitation/accept", "{'link':'" + link + "'}");
    }

    private JsonNode rights(TestClient who) {
        return who.in(space, "Calendar/get", "{}").path("list").path(0).path("myRights");
    }

    private JsonNode setRights(TestClient doer, TestClient whose, String rights) {
        return doer.in(
                space,
                "Calendar/set",
                "{'update':{'"
                        + calendar
                        + "':{'shareWith/"
                        + whose.account
                        + "':"
                        + rights
                        + "}}}");
    }

    private HttpResponse<String> page(String link, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(link));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return TestClient.send(request);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleGivesItsRights(Role role) {
        JsonNode accepted = accept(ben, link(Roles.word(role))).path("accepted");
        assertEquals(space, accepted.path("accountId").asString());
        assertEquals(calendar, accepted.path("calendarId").asString());
        assertEquals(Roles.word(role), accepted.path("role").asString());
        assertEquals(
                role.rights(),
                Rights.of(
                        anna.in(space, "Calendar/get", "{}")
                                .path("list")
                                .path(0)
                                .path("shareWith")
                                .path(ben.account)));
        if (role != Role.BUSY) {
            assertEquals(role.rights(), Rights.of(rights(ben)));
            assertTrue(ben.session().path("accounts").has(space));
        }
    }

    @Test
    void aLinkIsAcceptedInEveryFormInWhichItIsPasted() {
        String link = link("read");
        String secret = link.substring(link.lastIndexOf('/') + 1);
        assertEquals(22, secret.length(), "128 bits");
        assertEquals(server.server().address() + "/invite/" + secret, link);
        assertTrue(accept(ben, "linden:" + link).has("accepted"));
        assertTrue(accept(carl, " " + secret + " ").has("accepted"));
    }

    @Test
    void theOneWhoAcceptsHearsOfTheNewAccount() {
        try (Ear ear = new Ear(ben)) {
            ear.send("{'@type':'WebSocketPushEnable','dataTypes':['Calendar','CalendarEvent']}");
            ear.echo();
            accept(ben, link("read"));
            assertTrue(ear.next().path("changed").has(space));
        }
    }

    @Test
    void itIsForAsManyAsItSaysAndToAcceptTwiceIsToAcceptOnce() {
        String link = invite(anna, ",'role':'read'").path("url").asString();
        assertTrue(accept(ben, link).has("accepted"));
        assertTrue(accept(ben, link).has("accepted"), "the answer was lost, say");
        assertEquals("notFound", accept(carl, link).path("type").asString());
        assertEquals(0, anna.in(space, "Invitation/get", "{}").path("list").size());
        assertEquals(404, page(link).statusCode());
    }

    @Test
    void itEnds() {
        String link =
                invite(anna, ",'role':'read','expires':'" + clock.instant().plusSeconds(60) + "'")
                        .path("url")
                        .asString();
        assertEquals(200, page(link).statusCode());
        clock.pass(Duration.ofSeconds(60));
        assertEquals("notFound", accept(ben, link).path("type").asString());
        assertEquals(404, page(link).statusCode());
    }

    @Test
    void thoseWhoShareSeeWhatWaitsAndTakeItBack() {
        JsonNode made = invite(anna, ",'role':'edit','uses':3");
        String id = made.path("id").asString();
        accept(carl, link("edit"));
        JsonNode list = anna.in(space, "Invitation/get", "{'ids':['" + id + "']}").path("list");
        JsonNode waiting = list.path(0);
        assertEquals("edit", waiting.path("role").asString());
        assertEquals(3, waiting.path("usesLeft").asInt());
        assertEquals(anna.account, waiting.path("createdBy").asString());
        assertFalse(list.toString().contains("invite/"), "the link is told once");
        JsonNode carls = carl.in(space, "Invitation/get", "{'ids':['" + id + "']}");
        assertEquals(1, carls.path("notFound").size(), carls.toString());
        JsonNode refused = carl.in(space, "Invitation/set", "{'destroy':['" + id + "']}");
        assertEquals("notFound", refused.path("notDestroyed").path(id).path("type").asString());
        JsonNode done = anna.in(space, "Invitation/set", "{'destroy':['" + id + "']}");
        assertEquals(id, done.path("destroyed").path(0).asString());
        assertNotEquals(done.path("oldState"), done.path("newState"));
        assertEquals("notFound", accept(ben, made.path("url").asString()).path("type").asString());
    }

    @Test
    void nobodyGivesWhatTheyLack() {
        accept(ben, link("edit"));
        assertEquals("forbidden", invite(ben, ",'role':'read'").path("type").asString());
        setRights(anna, ben, "{'mayReadItems':true,'mayReadFreeBusy':true,'mayShare':true}");
        assertEquals("forbidden", invite(ben, ",'role':'edit'").path("type").asString());
        assertEquals(
                "accountNotFound",
                carl.in(space, "Invitation/set", "{'create':{}}").path("type").asString());
    }

    @Test
    void itGivesNoMoreThanItsMakerMayGiveInTheEnd() {
        accept(ben, link("manage"));
        String link = invite(ben, ",'role':'edit'").path("url").asString();
        assertEquals(200, page(link).statusCode());
        setRights(anna, ben, "{'mayReadItems':true}");
        assertEquals("notFound", accept(carl, link).path("type").asString());
        assertEquals(404, page(link).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'role':'king'",
                "",
                ",'role':'read','uses':0",
                ",'role':'read','uses':1001",
                ",'role':'read','uses':'one'",
                ",'role':'read','expires':'2020-01-01T00:00:00Z'",
                ",'role':'read','expires':'9999-01-01T00:00:00Z'",
                ",'role':'read','expires':'soon'",
                ",'role':'read','url':'x'"
            })
    void suchInvitationsAreNotMade(String more) {
        assertEquals("invalidProperties", invite(anna, more).path("type").asString());
    }

    @Test
    void thePageSaysWhatItIsAndFetchesNothing() {
        HttpResponse<String> page = page(link("read"));
        assertEquals(200, page.statusCode());
        String html = page.body();
        assertTrue(html.contains("Person anna invites you to a calendar"), html);
        assertTrue(html.contains("Choir") && html.contains("see all its events"));
        assertTrue(html.contains("href=\"linden:http"), "opens Linden");
        assertTrue(html.contains("<svg") && !html.contains("<script") && !html.contains("src="));
        assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElse(""));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(
                page.headers()
                        .firstValue("Content-Security-Policy")
                        .orElse("")
                        .startsWith("default-src 'none'"));
        String german = page(link("read"), "Accept-Language", "de-AT,de;q=0.9,en;q=0.5").body();
        assertTrue(german.contains("Person anna lädt dich zu einem Kalender ein"), german);
        HttpResponse<String> unknown = page(server.server().address() + "/invite/abc");
        assertEquals(404, unknown.statusCode());
        assertTrue(unknown.body().contains("not there any more"));
    }

    @Test
    void thePageShowsNamesAsTextAndTheSameAsJson() {
        anna.in(
                space,
                "Calendar/set",
                "{'update':{'" + calendar + "':{'name':'<script>alert(1)</script>\\u202e&'}}}");
        String link = link("own");
        String html = page(link).body();
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;"), html);
        JsonNode json = Json.parse(page(link, "Accept", "application/json").body());
        assertEquals("Person anna", json.path("from").asString());
        assertEquals("own", json.path("calendar").path("role").asString());
        assertEquals("teal", json.path("calendar").path("color").asString());
        assertFalse(json.path("mayRegister").asBoolean(true));
        assertEquals(
                404,
                page(server.server().address() + "/invite/x", "Accept", "application/json")
                        .statusCode());
    }

    @Test
    void theSecretOfALinkIsKeptNowhere() {
        JsonNode made = invite(anna, ",'role':'read'");
        String link = made.path("url").asString();
        accept(ben, link);
        String file = OnPostgres.content(data);
        assertTrue(file.contains(made.path("id").asString()), "the file was read");
        assertFalse(file.contains(link.substring(link.lastIndexOf('/') + 1)));
    }

    @Test
    void everybodyMayLeave() {
        accept(ben, link("read"));
        JsonNode more = setRights(ben, ben, "{'mayReadItems':true,'mayWriteAll':true}");
        assertEquals("forbidden", more.path("notUpdated").path(calendar).path("type").asString());
        JsonNode others = setRights(ben, anna, "null");
        assertEquals("forbidden", others.path("notUpdated").path(calendar).path("type").asString());
        JsonNode left =
                ben.in(
                        space,
                        "Calendar/set",
                        "{'update':{'"
                                + calendar
                                + "':{'isSubscribed':false,'shareWith/"
                                + ben.account
                                + "':null}}}");
        assertTrue(left.path("updated").has(calendar), left.toString());
        assertFalse(ben.session().path("accounts").has(space));
        assertEquals(
                "accountNotFound", ben.in(space, "Calendar/get", "{}").path("type").asString());
    }

    @Test
    void theLastManagerStaysUntilItIsHandedOver() {
        accept(ben, link("edit"));
        JsonNode stays = setRights(anna, anna, "null");
        assertEquals(
                "invalidProperties",
                stays.path("notUpdated").path(calendar).path("type").asString());
        accept(ben, link("manage"));
        JsonNode left = setRights(anna, anna, "null");
        assertTrue(left.path("updated").has(calendar), left.toString());
        assertTrue(rights(ben).path("mayDelete").asBoolean());
        assertFalse(anna.session().path("accounts").has(space));
    }

    @Test
    void aCalendarOfOnesOwnBecomesASpaceWithItsEventsAndMembers() {
        server.reset("anna");
        String own = anna.calendar("Family");
        String rest = anna.calendar();
        String open = anna.event(anna.account, own, ",'title':'Picnic'");
        String secret = anna.event(anna.account, own, ",'title':'Gift','privacy':'secret'");
        String both = anna.event(anna.account, own, ",'title':'Both'");
        anna.in(
                anna.account,
                "CalendarEvent/set",
                "{'update':{'" + both + "':{'calendarIds/" + rest + "':true}}}");
        anna.share(own, ben.account, "{'mayReadItems':true,'mayUpdatePrivate':true}");
        ben.in(anna.account, "CalendarEvent/set", "{'update':{'" + open + "':{'color':'red'}}}");
        String before = ben.state(anna.account, "CalendarEvent");
        JsonNode made =
                anna.call("Space/set", "{'create':{'k':{'calendarId':'" + own + "'}}}")
                        .path("created")
                        .path("k");
        String there = made.path("accountId").asString();
        assertEquals(own, made.path("calendarId").asString());
        assertEquals("Family", anna.session().path("accounts").path(there).path("name").asString());
        JsonNode events = ben.in(there, "CalendarEvent/get", "{}").path("list");
        assertEquals(2, events.size(), events.toString());
        assertEquals("red", ben.event(there, open).path("color").asString(), "stays his own");
        assertFalse(ben.session().path("accounts").has(anna.account));
        assertEquals(
                "accountNotFound",
                ben.in(anna.account, "CalendarEvent/changes", "{'sinceState':'" + before + "'}")
                        .path("type")
                        .asString());
        JsonNode stayed = anna.call("CalendarEvent/get", "{}").path("list");
        assertEquals(2, stayed.size(), stayed.toString());
        for (JsonNode event : stayed) {
            assertTrue(event.path("calendarIds").has(rest), event.toString());
        }
        assertEquals("Gift", anna.event(anna.account, secret).path("title").asString());
        assertTrue(rightsIn(anna, there).path("mayShare").asBoolean());
        assertTrue(rightsIn(ben, there).path("mayUpdatePrivate").asBoolean());
        assertEquals(
                "invalidProperties",
                ben.call("Space/set", "{'create':{'k':{'calendarId':'" + own + "'}}}")
                        .path("notCreated")
                        .path("k")
                        .path("type")
                        .asString());
    }

    private static JsonNode rightsIn(TestClient who, String account) {
        return who.in(account, "Calendar/get", "{}").path("list").path(0).path("myRights");
    }
}
