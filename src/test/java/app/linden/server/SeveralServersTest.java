package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.db.PostgresForTests;
import app.linden.model.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Two servers with pools of their own on one PostgreSQL database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SeveralServersTest {
    private static final String ENABLE =
            "{'@type':'WebSocketPushEnable','dataTypes':['Calendar','CalendarEvent']}";

    private final Map<String, String> ids = new HashMap<>();
    private LindenServer one;
    private LindenServer two;

    @BeforeAll
    void start(@TempDir Path folder) {
        PostgresForTests.assumeThere();
        String database = PostgresForTests.database();
        one = serve(folder.resolve("one"), database);
        for (String name : List.of("anna", "ben", "carla", "dora", "emil", "fritz")) {
            ids.put(name, one.accounts().add(name, "Person " + name, TestServer.PASSWORD));
        }
        two = serve(folder.resolve("two"), database);
    }

    private static LindenServer serve(Path folder, String database) {
        return LindenServer.start(
                OnPostgres.with(LindenServer.Options.loopback(folder), database),
                InstantSource.system());
    }

    @AfterAll
    void stop() {
        if (one != null) {
            one.close();
        }
        if (two != null) {
            two.close();
        }
    }

    private TestClient at(LindenServer server, String name) {
        return new TestClient(server.address(), name, TestServer.PASSWORD, ids.get(name));
    }

    private static JsonNode post(LindenServer server, String path, String json) {
        HttpResponse<String> answer = TestClient.open(server.address(), path, json);
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.parse(answer.body());
    }

    private JsonNode signIn(LindenServer server, String name) {
        return post(
                server,
                "/account/sign-in",
                "{'login':'"
                        + name
                        + "','password':'"
                        + TestServer.PASSWORD
                        + "','device':'Laptop'}");
    }

    private TestClient bearing(LindenServer server, JsonNode grant) {
        return TestClient.bearing(
                server.address(),
                grant.path("accessToken").asString(),
                grant.path("principalId").asString());
    }

    private static String state(JsonNode change, String account, String type) {
        assertEquals("StateChange", change.path("@type").asString(), change.toString());
        return change.path("changed").path(account).path(type).asString();
    }

    @Test
    void whatIsWrittenAtOneIsHeardAtTheOtherAtOnce() {
        TestClient here = at(one, "anna");
        TestClient there = at(two, "anna");
        try (Ear ear = new Ear(there)) {
            ear.send(ENABLE);
            ear.echo();
            String before = there.state(there.account, "CalendarEvent");
            String id = here.event(here.account, here.calendar(), ",'title':'Lunch'");
            String told = state(ear.next(), here.account, "CalendarEvent");
            assertEquals(here.state(here.account, "CalendarEvent"), told);
            JsonNode changes =
                    there.call("CalendarEvent/changes", "{'sinceState':'" + before + "'}");
            assertEquals(1, changes.path("created").size(), changes.toString());
            assertEquals(id, changes.path("created").path(0).asString());
            assertEquals(told, changes.path("newState").asString());
            assertEquals("Lunch", there.event(there.account, id).path("title").asString());
        }
    }

    @Test
    void aShareAtOneIsASessionAtTheOther() {
        TestClient owner = at(one, "anna");
        TestClient member = at(two, "ben");
        try (Ear ear = new Ear(member)) {
            ear.send(ENABLE);
            ear.echo();
            String calendar = owner.calendar("Shared");
            owner.share(calendar, ids.get("ben"), "{'mayReadItems':true,'mayWriteAll':true}");
            assertTrue(state(ear.next(), owner.account, "Calendar").length() > 0);
            assertTrue(member.session().path("accounts").has(owner.account));
            // And back, by who may write.
            String id = member.event(owner.account, calendar, ",'title':'From there'");
            assertEquals("From there", owner.event(owner.account, id).path("title").asString());
        }
    }

    @Test
    void aDeviceIsSignedInAtBothAndOutAtBoth() throws Exception {
        JsonNode grant = signIn(one, "carla");
        TestClient there = bearing(two, grant);
        assertEquals(1, there.call("Calendar/get", "{}").path("list").size());
        try (Ear ear = new Ear(there)) {
            ear.echo();
            bearing(one, grant).post(URI.create("/account/sign-out"), "{}");
            assertEquals(4401, ear.closed.get(20, TimeUnit.SECONDS));
        }
        assertEquals(401, there.get("/jmap/session").statusCode());
    }

    @Test
    void theSameSuccessorComesFromBoth() {
        JsonNode grant = signIn(one, "carla");
        String ask = "{'refreshToken':'" + grant.path("refreshToken").asString() + "'}";
        JsonNode first = post(one, "/account/refresh", ask);
        JsonNode again = post(two, "/account/refresh", ask);
        assertEquals(first.path("refreshToken"), again.path("refreshToken"));
        assertEquals(first.path("accessToken"), again.path("accessToken"));
        assertEquals(1, bearing(two, again).call("Calendar/get", "{}").path("list").size());
    }

    @Test
    void anotherPasswordEndsWhoeverIsConnectedAtTheOther() throws Exception {
        TestClient there = at(two, "dora");
        assertEquals(200, there.get("/jmap/session").statusCode());
        try (Ear ear = new Ear(there)) {
            ear.echo();
            HttpResponse<String> changed =
                    at(one, "dora")
                            .post(
                                    URI.create("/account/password"),
                                    "{'password':'"
                                            + TestServer.PASSWORD
                                            + "','newPassword':'fresh horse'}");
            assertEquals(200, changed.statusCode(), changed.body());
            assertEquals(4401, ear.closed.get(20, TimeUnit.SECONDS));
        }
        assertEquals(401, there.get("/jmap/session").statusCode(), "not even remembered");
    }

    @Test
    void anUploadIsThereForBoth() {
        TestClient here = at(one, "anna");
        HttpResponse<String> made =
                TestClient.send(
                        here.request("/jmap/upload/" + here.account + "/")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("grüß dich")));
        String blob = Json.parse(made.body()).path("blobId").asString();
        HttpResponse<String> got =
                at(two, "anna")
                        .get("/jmap/download/" + here.account + "/" + blob + "/x?type=text/plain");
        assertEquals("grüß dich", got.body());
    }

    @Test
    void whoGuessesAtBothIsCountedOnce() {
        int refused = 0;
        int tried = 0;
        for (int i = 0; i < 24; i++) {
            HttpResponse<String> answer =
                    TestClient.open(
                            (i % 2 == 0 ? one : two).address(),
                            "/account/sign-in",
                            "{'login':'emil','password':'wrong " + i + "','device':'x'}");
            tried += answer.statusCode() == 401 ? 1 : 0;
            refused += answer.statusCode() == 429 ? 1 : 0;
        }
        assertEquals(24, tried + refused);
        // A word may be on its way while the next one is tried; alone, each would allow ten.
        assertTrue(tried <= 12, tried + " were tried");
    }

    @Test
    void whatWasSaidWhileTheConnectionWasBrokenIsMadeUpFor() {
        JsonNode grant = signIn(two, "fritz");
        TestClient here = at(one, "fritz");
        try (Ear ear = new Ear(bearing(two, grant))) {
            ear.send(ENABLE);
            ear.echo();
            for (int i = 0; i < 3; i++) {
                // Each session that listens ends, and with luck the word falls into the gap.
                PostgresForTests.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE"
                                + " 'LISTEN%' OR query = 'SELECT 1'");
                here.event(here.account, here.calendar(), "");
                String wanted = here.state(here.account, "CalendarEvent");
                String heard = "";
                while (!heard.equals(wanted)) {
                    heard = state(ear.next(), here.account, "CalendarEvent");
                }
            }
        }
    }

    @Test
    void whatWasAnsweredIsThereOnceThoughConnectionsBreak() throws Exception {
        TestClient anna = at(one, "anna");
        String calendar = anna.calendar("Broken");
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> cuts =
                CompletableFuture.supplyAsync(() -> {
                    int n = 0;
                    for (; end.getCount() > 0; n++) {
                        try {
                            end.await(100, TimeUnit.MILLISECONDS);
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                        PostgresForTests.execute(
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state"
                                        + " IN ('active', 'idle in transaction') AND query NOT LIKE"
                                        + " 'LISTEN%' AND pid <> pg_backend_pid()");
                    }
                    return n;
                });
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            JsonNode result =
                    anna.in(
                            anna.account,
                            "CalendarEvent/set",
                            "{'create':{'a':"
                                    + TestClient.eventJson(calendar, ",'uid':'broken-a" + i + "'")
                                    + ",'b':"
                                    + TestClient.eventJson(calendar, ",'uid':'broken-b" + i + "'")
                                    + "}}");
            for (String key : List.of("a", "b")) {
                String id = result.path("created").path(key).path("id").asString("");
                assertTrue(id.isEmpty() || answered.add(id), result.toString());
                assertFalse(result.path("notCreated").has(key), result.toString());
            }
        }
        end.countDown();
        JsonNode list =
                anna.call(
                        "CalendarEvent/query",
                        "{'filter':{'inCalendar':'" + calendar + "'},'limit':500}");
        Set<String> there = new HashSet<>();
        list.path("ids").forEach(id -> assertTrue(there.add(id.asString())));
        System.out.println(
                cuts.join() + " cuts, answered " + answered.size() + ", there " + there.size());
        assertTrue(there.containsAll(answered));
        assertTrue(answered.size() > 0);
    }

    /** Thousand members are more than fit into one word of the database. */
    @Test
    void newsForManyAreSeveralWords() {
        Map<String, String> states = new TreeMap<>(Map.of("CalendarEvent", "12.0123abcd"));
        List<News> news =
                IntStream.range(0, 1_000)
                        .<News>mapToObj(i ->
                                new Notice(
                                        "01234567-89ab-cdef-0123-" + (100_000_000_000L + i),
                                        "a".repeat(36),
                                        states,
                                        7))
                        .toList();
        List<String> words = Telegrams.write(news);
        assertEquals(7, words.size());
        assertEquals(news, words.stream().flatMap(w -> Telegrams.read(w).stream()).toList());
        List<News> others =
                List.of(
                        new News.DeviceEnded("d"),
                        new News.OthersEnded("p", null),
                        new News.OthersEnded("p", "d"),
                        new News.Tried(Map.of("n anna", 10_000L)));
        assertEquals(
                others,
                Telegrams.write(others).stream().flatMap(w -> Telegrams.read(w).stream()).toList());
        assertEquals(List.of(), Telegrams.read("{\"later\":1}"));
    }
}
