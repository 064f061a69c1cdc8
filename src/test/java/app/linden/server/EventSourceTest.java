package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Push by an event source (RFC 8620, 7.3). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventSourceTest {
    private TestServer server;
    private TestClient anna;
    private TestClient ben;

    /** An open event source whose lines can be waited for. */
    private static final class Stream implements Flow.Subscriber<String>, AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        final CompletableFuture<HttpResponse<Void>> done;

        Stream(TestClient who, String query, String... headers) {
            HttpRequest.Builder request = who.request("/jmap/events?" + query).GET();
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            done =
                    http.sendAsync(
                            request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(this));
            assertEquals(": welcome", line());
            assertEquals("", line());
        }

        String line() {
            try {
                String line = lines.poll(10, TimeUnit.SECONDS);
                assertNotNull(line, "nothing came");
                return line;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        /** The next state event; pings are left out. */
        JsonNode state() {
            String line = line();
            assertTrue(line.startsWith("id: "), line);
            String id = line.substring(4);
            assertEquals("event: state", line());
            JsonNode data = Json.parse(line().substring("data: ".length()));
            assertEquals("", line());
            assertEquals("StateChange", data.path("@type").asString());
            assertEquals(id, data.path("pushState").asString());
            return data;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable error) {
            lines.add("error " + error);
        }

        @Override
        public void onComplete() {
            lines.add("end");
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, "anna", "ben");
        anna = server.client("anna");
        ben = server.client("ben");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theSessionsTemplateLeadsThere() {
        assertEquals(
                server.server().address()
                        + "/jmap/events?types={types}&closeafter={closeafter}&ping={ping}",
                anna.session().path("eventSourceUrl").asString());
    }

    @Test
    void changesAreToldToThoseWhoSeeThem() {
        String shared = anna.calendar("Shared");
        anna.share(shared, ben.account, "{'mayReadItems':true}");
        try (Stream all = new Stream(anna, "types=*&closeafter=no&ping=0");
                Stream bens = new Stream(ben, "types=CalendarEvent&closeafter=no&ping=0")) {
            anna.event(anna.account, anna.calendar(), ",'title':'Ben does not see it'");
            JsonNode first = all.state();
            assertEquals(
                    anna.state(anna.account, "CalendarEvent"),
                    first.path("changed").path(anna.account).path("CalendarEvent").asString());
            anna.event(anna.account, shared, ",'title':'He sees this'");
            JsonNode his = bens.state();
            assertEquals(
                    anna.state(anna.account, "CalendarEvent"),
                    his.path("changed").path(anna.account).path("CalendarEvent").asString());
            assertEquals(1, his.path("changed").path(anna.account).size(), "no other type");
            all.state();
            ben.calendar("Only his");
            anna.event(anna.account, shared, "");
            assertTrue(bens.state().path("changed").has(anna.account), "nothing of calendars");
        }
    }

    @Test
    void closeAfterStateEndsWithTheFirst() throws Exception {
        try (Stream once = new Stream(anna, "types=*&closeafter=state&ping=0")) {
            anna.calendar("One");
            once.state();
            assertEquals("end", once.line());
            assertEquals(200, once.done.get(10, TimeUnit.SECONDS).statusCode());
            assertEquals(
                    "text/event-stream",
                    once.done.join().headers().firstValue("Content-Type").orElse(""));
        }
    }

    @Test
    void whoComesBackWithTheLastIdMissesNothing() {
        String last;
        try (Stream stream = new Stream(anna, "types=*&closeafter=no&ping=0")) {
            anna.calendar("Before");
            last = stream.state().path("pushState").asString();
        }
        anna.event(anna.account, anna.calendar(), ",'title':'Meanwhile'");
        try (Stream again =
                new Stream(anna, "types=*&closeafter=no&ping=0", "Last-Event-ID", last)) {
            assertTrue(again.state().path("changed").path(anna.account).has("CalendarEvent"));
        }
    }

    @Test
    void pingsComeWithTheirInterval() {
        try (Stream stream = new Stream(anna, "types=*&closeafter=no&ping=1")) {
            for (int i = 0; i < 2; i++) {
                assertEquals("event: ping", stream.line());
                assertEquals("data: {\"interval\":1}", stream.line());
                assertEquals("", stream.line());
            }
        }
    }

    /** RFC 8620, 7.3: when the time has passed since the event before, which any event is. */
    @Test
    void noPingComesWhileThereAreEvents() {
        try (Stream stream = new Stream(anna, "types=*&closeafter=no&ping=1")) {
            long until = System.nanoTime() + Duration.ofMillis(1_500).toNanos();
            while (System.nanoTime() < until) {
                anna.calendar("Again");
                stream.state();
            }
            assertEquals("event: ping", stream.line());
        }
    }

    /** RFC 8620, 7.3: the least interval is at most 30 s, the longest at least 300 s. */
    @ParameterizedTest
    @ValueSource(longs = {0, 30, 300})
    void intervalsThatEveryServerHas(long seconds) {
        assertEquals(seconds, EventStream.interval(seconds));
    }

    /** RFC 8620, 7.3: a ping sets no id, so that the one of the last change stays. */
    @Test
    void pingsHaveNoId() {
        try (Stream stream = new Stream(anna, "types=*&closeafter=no&ping=1")) {
            for (int i = 0; i < 3; i++) {
                assertFalse(stream.line().startsWith("id"));
            }
        }
    }

    @Test
    void aDeviceThatIsSignedOutHearsNoMore() {
        JsonNode grant =
                Json.parse(
                        TestClient.open(
                                        anna.server,
                                        "/account/sign-in",
                                        "{'login':'anna','password':'" + TestServer.PASSWORD + "'}")
                                .body());
        TestClient device =
                TestClient.bearing(anna.server, grant.path("accessToken").asString(), anna.account);
        try (Stream stream = new Stream(device, "types=*&closeafter=no&ping=0")) {
            anna.delete("/account/devices/" + grant.path("deviceId").asString());
            assertEquals("end", stream.line());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "types=*",
                "types=*&closeafter=never&ping=0",
                "types=*&closeafter=no&ping=soon",
                "closeafter=no&ping=0"
            })
    void whatIsNotAskedForProperlyIsRefused(String query) {
        assertEquals(400, anna.get("/jmap/events?" + query).statusCode());
    }

    @Test
    void aServerThatStopsEndsTheStreams(@TempDir Path other) {
        TestServer stopping = new TestServer(other, "anna");
        try (Stream stream = new Stream(stopping.client("anna"), "types=*&closeafter=no&ping=0")) {
            stopping.close();
            assertEquals("end", stream.line());
        }
    }
}
