package app.linden.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.linden.wire.StateChange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The event stream over a real socket. */
final class EventsTest {
    private final BlockingQueue<HttpExchange> streams = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<StateChange> changes = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private Events events;

    private final class Heard implements Remote.Listener {
        @Override
        public void opened() {
            heard.add("opened");
        }

        @Override
        public void changed(StateChange change) {
            changes.add(change);
        }

        @Override
        public void heard() {}

        @Override
        public void lost(String why) {
            heard.add("lost");
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", streams::add);
        server.setExecutor(threads);
        server.start();
        String template =
                "http://127.0.0.1:"
                        + server.getAddress().getPort()
                        + "/es?types={types}&closeafter={closeafter}&ping={ping}";
        events =
                new Events(
                        new OkHttpClient(),
                        HttpUrl.get(Events.address(template, "Calendar,CalendarEvent")),
                        () -> "Basic eA==",
                        new Heard());
        events.start();
    }

    @AfterEach
    void stop() {
        events.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpExchange stream() throws Exception {
        HttpExchange stream = streams.poll(15, TimeUnit.SECONDS);
        stream.getResponseHeaders().set("Content-Type", "text/event-stream;charset=utf-8");
        stream.sendResponseHeaders(200, 0);
        // This server sends its headers only with the first bytes.
        say(stream, ":\n\n");
        return stream;
    }

    private static void say(HttpExchange stream, String text) throws IOException {
        stream.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        stream.getResponseBody().flush();
    }

    private static String state(String value) {
        return "{\"@type\":\"StateChange\",\"changed\":{\"a\":{\"Calendar\":\"" + value + "\"}}}";
    }

    @Test
    void changesAreHeardAndTheNextConnectionGoesOnWhereTheLastOneEnded() throws Exception {
        HttpExchange first = stream();
        assertEquals(
                "types=Calendar,CalendarEvent&closeafter=no&ping=30",
                first.getRequestURI().getQuery());
        assertEquals("Basic eA==", first.getRequestHeaders().getFirst("Authorization"));
        assertNull(first.getRequestHeaders().getFirst("Last-Event-ID"));
        assertEquals("opened", heard.poll(15, TimeUnit.SECONDS));
        say(first, ": hello\r\n\r\nid: 7\r\nevent: state\r\ndata: " + state("s1") + "\r\n\r\n");
        assertEquals(
                Map.of("a", Map.of("Calendar", "s1")),
                changes.poll(15, TimeUnit.SECONDS).changed());
        say(first, "event: ping\ndata: {\"interval\":30}\n\nevent: state\ndata: no json\n\n");
        say(first, "event:state\ndata:{\"changed\":\ndata:{\"a\":{\"Calendar\":\"s2\"}}}\n\n");
        assertEquals(
                Map.of("a", Map.of("Calendar", "s2")),
                changes.poll(15, TimeUnit.SECONDS).changed());
        first.close();
        assertEquals("lost", heard.poll(15, TimeUnit.SECONDS));

        HttpExchange second = stream();
        assertEquals("7", second.getRequestHeaders().getFirst("Last-Event-ID"));
        assertEquals("opened", heard.poll(15, TimeUnit.SECONDS));
        assertEquals(List.of(), List.copyOf(changes));
        second.close();
    }

    @Test
    void whatIsNoEventStreamIsNotOpened() throws Exception {
        HttpExchange page = streams.poll(15, TimeUnit.SECONDS);
        page.getResponseHeaders().set("Content-Type", "text/html");
        page.sendResponseHeaders(200, -1);
        page.close();
        assertEquals("lost", heard.poll(15, TimeUnit.SECONDS));
        HttpExchange again = stream();
        assertEquals("opened", heard.poll(15, TimeUnit.SECONDS));
        again.close();
    }
}
