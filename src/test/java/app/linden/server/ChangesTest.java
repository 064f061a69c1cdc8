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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesTest {
    private TestServer server;
    private TestClient anna;
    private String home;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna");
    }

    @BeforeEach
    void begin() {
        server.reset("anna");
        anna = server.client("anna");
        home = anna.calendar();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonNode changes(String since, String more) {
        return anna.call("CalendarEvent/changes", "{'sinceState':'" + since + "'" + more + "}");
    }

    @Test
    void changesComeInPagesAndAddUp() {
        String since = anna.state(anna.account, "CalendarEvent");
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            expected.add(anna.event(anna.account, home, ",'title':'e" + i + "'"));
        }
        Set<String> seen = new HashSet<>();
        String state = since;
        int pages = 0;
        boolean more = true;
        while (more) {
            JsonNode page = changes(state, ",'maxChanges':3");
            assertTrue(page.path("created").size() <= 3);
            page.path("created").forEach(id -> seen.add(id.asString()));
            state = page.path("newState").asString();
            more = page.path("hasMoreChanges").asBoolean();
            pages++;
        }
        assertEquals(expected, seen);
        assertEquals(3, pages);
        assertEquals(anna.state(anna.account, "CalendarEvent"), state);
        assertEquals(0, changes(state, "").path("created").size());
    }

    @Test
    void whatHappenedToOneObjectIsToldAsOneThing() {
        String kept = anna.event(anna.account, home, "");
        String since = anna.state(anna.account, "CalendarEvent");
        String brief = anna.event(anna.account, home, "");
        String edited = anna.event(anna.account, home, "");
        anna.call(
                "CalendarEvent/set",
                "{'update':{'"
                        + kept
                        + "':{'title':'x'},'"
                        + edited
                        + "':{'title':'x'}},'destroy':['"
                        + brief
                        + "']}");
        JsonNode changes = changes(since, "");
        assertEquals("[\"" + edited + "\"]", changes.path("created").toString());
        assertEquals("[\"" + kept + "\"]", changes.path("updated").toString());
        assertEquals(0, changes.path("destroyed").size());
        anna.call("CalendarEvent/set", "{'destroy':['" + kept + "']}");
        assertEquals("[\"" + kept + "\"]", changes(since, "").path("destroyed").toString());
    }

    @Test
    void nothingChangedMeansTheSameState() {
        String id = anna.event(anna.account, home, ",'title':'same'");
        String state = anna.state(anna.account, "CalendarEvent");
        JsonNode result =
                anna.call("CalendarEvent/set", "{'update':{'" + id + "':{'title':'same'}}}");
        assertEquals(state, result.path("oldState").asString());
        assertEquals(state, result.path("newState").asString());
    }

    @Test
    void statesAndDataSurviveARestart() {
        String id = anna.event(anna.account, home, ",'title':'durable','color':'red'");
        String state = anna.state(anna.account, "CalendarEvent");
        String session = anna.session().path("state").asString();
        server.restart();
        assertEquals(state, anna.state(anna.account, "CalendarEvent"));
        assertEquals(session, anna.session().path("state").asString());
        JsonNode got = anna.event(anna.account, id);
        assertEquals("durable", got.path("title").asString());
        assertEquals("red", got.path("color").asString());
        anna.event(anna.account, home, "");
        assertEquals(1, changes(state, "").path("created").size());
        server.restart();
        assertEquals(1, changes(state, "").path("created").size());
    }

    @Test
    void ofTwoWritersWithOneStateOnlyOneWins() {
        String id = anna.event(anna.account, home, ",'title':'start'");
        String state = anna.state(anna.account, "CalendarEvent");
        List<CompletableFuture<JsonNode>> racing = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String title = "racer " + i;
            racing.add(
                    CompletableFuture.supplyAsync(() ->
                            anna.call(
                                    "CalendarEvent/set",
                                    "{'ifInState':'"
                                            + state
                                            + "','update':{'"
                                            + id
                                            + "':{'title':'"
                                            + title
                                            + "'}}}")));
        }
        List<JsonNode> results = racing.stream().map(CompletableFuture::join).toList();
        assertEquals(1, results.stream().filter(r -> r.path("updated").has(id)).count());
        assertEquals(
                5,
                results.stream()
                        .filter(r -> r.path("type").asString("").equals("stateMismatch"))
                        .count());
    }

    @Test
    void racersWithoutAStateAllWriteAndLoseNothing() {
        String since = anna.state(anna.account, "CalendarEvent");
        List<CompletableFuture<JsonNode>> racing = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String uid = "race-" + i % 20;
            racing.add(
                    CompletableFuture.supplyAsync(() ->
                            anna.call(
                                    "CalendarEvent/set",
                                    "{'create':{'k':"
                                            + TestClient.eventJson(home, ",'uid':'" + uid + "'")
                                            + "}}")));
        }
        long created =
                racing.stream()
                        .map(CompletableFuture::join)
                        .filter(r -> r.path("created").has("k"))
                        .count();
        assertEquals(20, created);
        assertEquals(20, changes(since, "").path("created").size());
    }

    @Test
    void calendarsHaveChangesToo() {
        String since = anna.state(anna.account, "Calendar");
        String id = anna.calendar("New");
        JsonNode changes = anna.call("Calendar/changes", "{'sinceState':'" + since + "'}");
        assertEquals("[\"" + id + "\"]", changes.path("created").toString());
        since = changes.path("newState").asString();
        anna.call("Calendar/set", "{'destroy':['" + id + "']}");
        changes = anna.call("Calendar/changes", "{'sinceState':'" + since + "'}");
        assertEquals("[\"" + id + "\"]", changes.path("destroyed").toString());
        assertFalse(changes.path("hasMoreChanges").asBoolean());
    }
}
