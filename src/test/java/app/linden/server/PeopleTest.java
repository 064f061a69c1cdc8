package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.ical.CalendarFile;
import app.linden.model.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** People come to a server and leave it, and take along what is theirs. */
class PeopleTest {
    private static final URI DELETE = URI.create("/account/delete");
    private final TestClock clock = new TestClock();
    @TempDir private Path data;

    private TestServer server(Registration registration, String... names) {
        return new TestServer(
                new LindenServer.Options(data, "127.0.0.1", 0, null, null, registration, null),
                clock,
                names);
    }

    private static HttpResponse<String> register(TestServer server, String name, String link) {
        return TestClient.open(
                server.server().address(),
                "/account/register",
                "{'login':'"
                        + name
                        + "','displayName':'The "
                        + name
                        + "','password':'"
                        + TestServer.PASSWORD
                        + "','device':'Laptop','invitation':'"
                        + link
                        + "'}");
    }

    private static TestClient registered(TestServer server, String name, String link) {
        HttpResponse<String> answer = register(server, name, link);
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode json = Json.parse(answer.body());
        return TestClient.bearing(
                server.server().address(),
                json.path("accessToken").asString(),
                json.path("principalId").asString());
    }

    private static String problem(HttpResponse<String> answer, int status) {
        assertEquals(status, answer.statusCode(), answer.body());
        return Json.parse(answer.body()).path("type").asString().replaceAll(".*:", "");
    }

    private static String registration(TestServer server) {
        return Json.parse(
                        TestClient.send(
                                        java.net.http.HttpRequest.newBuilder(
                                                server.server()
                                                        .address()
                                                        .resolve("/.well-known/linden")))
                                .body())
                .path("registration")
                .asString();
    }

    private static HttpResponse<String> delete(TestClient who, String more) {
        return who.post(DELETE, "{'password':'" + TestServer.PASSWORD + "'" + more + "}");
    }

    @Test
    void onAnOpenServerEverybodyMayRegister() {
        try (TestServer server = server(Registration.OPEN, "anna")) {
            assertEquals("open", registration(server));
            TestClient zoe = registered(server, "zoe@example.org", "");
            assertEquals("zoe@example.org", zoe.session().path("username").asString());
            assertEquals(1, zoe.call("Calendar/get", "{}").path("list").size());
            assertEquals("nameTaken", problem(register(server, "ZOE@example.org", ""), 409));
            assertEquals("invalid", problem(register(server, "a b", ""), 400));
            assertEquals("invitationNotFound", problem(register(server, "yves", "x"), 404));
            int refused = 0;
            for (int i = 0; i < 40 && refused == 0; i++) {
                refused = register(server, "a b", "").statusCode() == 429 ? i : 0;
            }
            assertTrue(refused > 5, "registering without end is refused after a while");
        }
    }

    @Test
    void onAClosedServerNobodyRegisters() {
        try (TestServer server = server(Registration.CLOSED, "anna")) {
            assertEquals("closed", registration(server));
            String link = server.server().accounts().invite(7, 1);
            assertEquals("registrationClosed", problem(register(server, "zoe", link), 403));
        }
    }

    @Test
    void anInvitationOpensTheServerToAsManyAsItSays() {
        try (TestServer server = server(Registration.INVITATION, "anna")) {
            assertEquals("invitation", registration(server));
            assertEquals("invitationNeeded", problem(register(server, "zoe", ""), 403));
            String link = server.server().accounts().invite(7, 1);
            JsonNode about =
                    Json.parse(
                            TestClient.send(
                                            java.net.http.HttpRequest.newBuilder(URI.create(link))
                                                    .header("Accept", "application/json"))
                                    .body());
            assertTrue(about.path("mayRegister").asBoolean());
            assertTrue(about.path("calendar").isNull());
            TestClient zoe = registered(server, "zoe", link);
            assertEquals(
                    "notFound",
                    zoe.call("Invitation/accept", "{'link':'" + link + "'}")
                            .path("type")
                            .asString());
            assertEquals("invitationNotFound", problem(register(server, "yves", link), 404));
        }
    }

    @Test
    void whoRegistersByACalendarsLinkHasTheCalendar() {
        try (TestServer server = server(Registration.INVITATION, "anna")) {
            TestClient anna = server.client("anna");
            String calendar = anna.calendar("Garden");
            anna.event(anna.account, calendar, ",'title':'Tulips'");
            String link = link(anna, anna.account, calendar, "edit");
            JsonNode answer = Json.parse(register(server, "zoe", link).body());
            assertEquals(calendar, answer.path("accepted").path("calendarId").asString());
            TestClient zoe =
                    TestClient.bearing(
                            anna.server,
                            answer.path("accessToken").asString(),
                            answer.path("principalId").asString());
            JsonNode events = zoe.in(anna.account, "CalendarEvent/get", "{}").path("list");
            assertEquals("Tulips", events.path(0).path("title").asString());
        }
    }

    private static String link(TestClient who, String account, String calendar, String role) {
        return who.in(
                        account,
                        "Invitation/set",
                        "{'create':{'i':{'calendarId':'" + calendar + "','role':'" + role + "'}}}")
                .path("created")
                .path("i")
                .path("url")
                .asString();
    }

    @Test
    void whoIsDeletedIsGoneWithAllThatIsTheirsAlone() throws Exception {
        try (TestServer server = server(Registration.CLOSED, "anna", "ben")) {
            TestClient anna = server.client("anna");
            TestClient ben = server.client("ben");
            anna.event(anna.account, anna.calendar(), ",'title':'Mine alone'");
            String bens = ben.calendar("Bens");
            ben.share(bens, anna.account, "{'mayReadItems':true,'mayUpdatePrivate':true}");
            String event = ben.event(ben.account, bens, "");
            anna.in(
                    ben.account,
                    "CalendarEvent/set",
                    "{'update':{'" + event + "':{'color':'red'}}}");
            assertEquals(
                    "wrongCredentials",
                    problem(anna.post(DELETE, "{'password':'wrong one'}"), 401));
            try (Ear ear = new Ear(anna)) {
                ear.echo();
                assertEquals(200, delete(anna, "").statusCode());
                assertEquals(4401, ear.closed.get(10, TimeUnit.SECONDS));
            }
            assertEquals(401, anna.get("/jmap/session").statusCode());
            JsonNode found = ben.call("Principal/query", "{}").path("ids");
            assertEquals(1, found.size(), found.toString());
            assertTrue(
                    ben.call("Calendar/get", "{'ids':['" + bens + "']}")
                            .path("list")
                            .path(0)
                            .path("shareWith")
                            .isNull());
            assertEquals(server.id("ben"), ben.account);
            server.server().accounts().add("anna", "Another Anna", TestServer.PASSWORD);
            assertEquals(0, count(server.client("anna")));
        }
    }

    private static int count(TestClient who) {
        String own =
                who.session()
                        .path("primaryAccounts")
                        .path("urn:ietf:params:jmap:calendars")
                        .asString();
        return who.in(own, "CalendarEvent/get", "{}").path("list").size();
    }

    @Test
    void theLastManagerCannotVanishWithTheCalendar() {
        try (TestServer server = server(Registration.CLOSED, "anna", "ben", "carl")) {
            TestClient anna = server.client("anna");
            TestClient ben = server.client("ben");
            TestClient carl = server.client("carl");
            String read = anna.calendar("Read by Ben");
            String managed = anna.calendar("Managed by Ben");
            anna.event(anna.account, managed, ",'title':'Kept'");
            anna.event(anna.account, managed, ",'title':'Not told','privacy':'private'");
            anna.share(read, ben.account, "{'mayReadItems':true}");
            String space =
                    anna.call("Space/set", "{'create':{'k':{'name':'Choir'}}}")
                            .path("created")
                            .path("k")
                            .path("accountId")
                            .asString();
            String choir =
                    anna.in(space, "Calendar/get", "{}").path("list").path(0).path("id").asString();
            ben.call(
                    "Invitation/accept",
                    "{'link':'" + link(anna, anna.account, managed, "manage") + "'}");
            carl.call("Invitation/accept", "{'link':'" + link(anna, space, choir, "edit") + "'}");

            HttpResponse<String> refused = delete(anna, "");
            assertEquals("lastManager", problem(refused, 409));
            JsonNode named = Json.parse(refused.body()).path("calendars");
            assertEquals(2, named.size(), named.toString());
            assertEquals(200, anna.get("/jmap/session").statusCode(), "nothing was done");
            assertEquals(4, anna.call("Calendar/get", "{}").path("list").size() + 1);

            carl.call("Invitation/accept", "{'link':'" + link(anna, space, choir, "manage") + "'}");
            assertEquals(1, Json.parse(delete(anna, "").body()).path("calendars").size());
            assertEquals(200, delete(anna, ",'giveUpShared':true").statusCode());

            JsonNode accounts = ben.session().path("accounts");
            assertFalse(accounts.has(anna.account));
            assertEquals(2, accounts.size(), accounts.toString());
            String kept =
                    accounts.propertyNames().stream()
                            .filter(a -> !a.equals(ben.account))
                            .findFirst()
                            .orElseThrow();
            JsonNode events = ben.in(kept, "CalendarEvent/get", "{}").path("list");
            assertEquals(1, events.size(), events.toString());
            assertEquals("Kept", events.path(0).path("title").asString());
            assertTrue(
                    ben.in(kept, "Calendar/get", "{}")
                            .path("list")
                            .path(0)
                            .path("myRights")
                            .path("mayShare")
                            .asBoolean());
            assertEquals(
                    "Choir",
                    carl.in(space, "Calendar/get", "{}")
                            .path("list")
                            .path(0)
                            .path("name")
                            .asString());
        }
    }

    @Test
    void anExportHoldsEverythingAndReadsBack() throws Exception {
        try (TestServer server = server(Registration.CLOSED, "anna")) {
            TestClient anna = server.client("anna");
            String garden = anna.calendar("Garden: ünd/..");
            anna.event(anna.account, garden, ",'title':'Tulips','color':'red'");
            anna.event(anna.account, garden, ",'title':'Secret','privacy':'secret'");
            anna.event(anna.account, anna.calendar(), ",'title':'Dentist'");
            HttpResponse<byte[]> answer =
                    HttpClient.newHttpClient()
                            .send(
                                    anna.request("/account/export").GET().build(),
                                    HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            var files = new TreeMap<String, byte[]>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
                for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                    files.put(e.getName(), zip.readAllBytes());
                }
            }
            assertEquals(
                    "[Calendar.ics, Calendar.json, Garden_ ünd___.ics, Garden_ ünd___.json,"
                            + " person.json]",
                    files.keySet().toString());
            var read = CalendarFile.read(new ByteArrayInputStream(files.get("Garden_ ünd___.ics")));
            assertEquals(2, read.events().size());
            JsonNode group =
                    Json.parse(
                            new String(files.get("Garden_ ünd___.json"), StandardCharsets.UTF_8));
            assertEquals(2, group.path("entries").size());
            assertTrue(group.toString().contains("\"color\":\"red\""));
            assertTrue(
                    new String(files.get("person.json"), StandardCharsets.UTF_8)
                            .contains("\"login\":\"anna\""));
        }
    }
}
