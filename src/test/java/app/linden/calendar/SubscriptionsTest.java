package app.linden.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.model.Calendar;
import app.linden.model.Feed;
import app.linden.remote.FileOverHttp;
import app.linden.store.Store;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;

/** A subscribed calendar over a real database, fed by a real server on the loopback. */
final class SubscriptionsTest {
    @TempDir private Path folder;
    private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private volatile String text = "";
    private volatile int code = 200;
    private volatile int answers;
    private volatile int notModified;
    private HttpServer server;
    private Store store;
    private Subscriptions subscriptions;
    private String url;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/holidays.ics",
                e -> {
                    answers++;
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    String etag = "\"" + text.hashCode() + "\"";
                    e.getResponseHeaders().set("ETag", etag);
                    boolean known = etag.equals(e.getRequestHeaders().getFirst("If-None-Match"));
                    if (known && code == 200) {
                        notModified++;
                        e.sendResponseHeaders(304, -1);
                    } else {
                        e.sendResponseHeaders(code, bytes.length);
                        e.getResponseBody().write(bytes);
                    }
                    e.close();
                });
        server.start();
        url = "http://localhost:" + server.getAddress().getPort() + "/holidays.ics";
        Ids ids = new Ids(() -> now, new Random(1));
        store = Store.open(folder, () -> now, ids);
        subscriptions = new Subscriptions(store, ids, new FileOverHttp(), () -> now);
    }

    @AfterEach
    void close() {
        subscriptions.close();
        store.close();
        server.stop(0);
    }

    private static String event(String uid, String title) {
        return "BEGIN:VEVENT\r\nUID:"
                + uid
                + "\r\nDTSTAMP:20261123T120000Z\r\nDTSTART;VALUE=DATE:20261224\r\nSUMMARY:"
                + title
                + "\r\nEND:VEVENT\r\n";
    }

    private static String file(String... parts) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Holidays\r\n"
                + String.join("", parts)
                + "END:VCALENDAR\r\n";
    }

    private static String numbered(int from, int to) {
        StringBuilder all = new StringBuilder();
        for (int i = from; i < to; i++) {
            all.append(event("e" + i, "Event " + i));
        }
        return all.toString();
    }

    private String subscribe() {
        return subscriptions.subscribe(url, null, "#2f9e63").join();
    }

    private List<String> titles(String calendar) {
        List<String> titles = new ArrayList<>();
        store.eachEventIn(calendar).forEach(f -> titles.add(f.event().title()));
        return titles.stream().sorted().toList();
    }

    private Feed after(String calendar, Duration time) {
        now = now.plus(time);
        subscriptions.refreshDue().join();
        return subscriptions.of(calendar).orElseThrow();
    }

    private static Problem problem(Runnable act) {
        return (Problem) assertThrows(CompletionException.class, act::run).getCause();
    }

    @Test
    void aSubscribedCalendarIsReadOnlyAndFollowsItsSource() {
        text = file("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", event("a", "A"), event("b", "B"));
        String id = subscribe();

        Calendar calendar = store.calendars().getFirst();
        assertEquals("Holidays", calendar.name());
        assertFalse(calendar.rights().mayWrite());
        assertEquals(List.of("A", "B"), titles(id));
        assertEquals(Duration.ofHours(1), subscriptions.of(id).orElseThrow().every());

        int before = answers;
        after(id, Duration.ofMinutes(59));
        assertEquals(before, answers, "not due yet");
        Feed same = after(id, Duration.ofMinutes(1));
        assertEquals(1, notModified);
        assertEquals(now, same.fetched());
        assertEquals(now.plus(Duration.ofHours(1)), same.due());

        String kept = store.findByUid(calendar.accountId(), List.of("b")).get("b").getFirst().id();
        text = file(event("b", "B changed"), event("c", "C"));
        Feed changed = after(id, Duration.ofHours(1));
        assertEquals(List.of("B changed", "C"), titles(id));
        assertEquals(
                kept,
                store.findByUid(calendar.accountId(), List.of("b")).get("b").getFirst().id(),
                "an event stays the same one");
        assertNull(changed.problem());
        assertEquals(Duration.ofHours(12), changed.every());
    }

    @Test
    void aNewTimeStampAloneChangesNothing() {
        text = file(numbered(0, 3));
        String id = subscribe();
        List<String> changed = new ArrayList<>();
        try (var watch = store.watch(c -> changed.addAll(c.events()))) {
            text = file(numbered(0, 3)).replace("DTSTAMP:20261123", "DTSTAMP:20261124");
            subscriptions.refresh(id).join();
        }
        assertEquals(List.of(), changed);
    }

    @Test
    void whatGoesWrongKeepsTheOldAndIsTriedAgainSoonerThanUsual() {
        text = file(numbered(0, 6));
        String id = subscribe();
        Instant fetched = now;

        text = "<html>Please sign in to this hotel’s network</html>";
        Feed html = after(id, Duration.ofHours(12));
        assertEquals(6, titles(id).size());
        assertEquals(1, html.failures());
        assertNotNull(html.problem());
        assertEquals(fetched, html.fetched());
        assertEquals(now.plus(Duration.ofMinutes(5)), html.due());

        code = 410;
        Feed gone = after(id, Duration.ofMinutes(5));
        assertEquals(2, gone.failures());
        assertEquals("The file was taken away from this address for good.", gone.problem());
        assertEquals(now.plus(Duration.ofMinutes(10)), gone.due());
        assertEquals(6, titles(id).size());
        assertEquals(Problem.Kind.REFUSED, problem(() -> subscriptions.refresh(id).join()).kind());

        code = 200;
        text = file(numbered(0, 7));
        Feed well = after(id, Duration.ofMinutes(20));
        assertEquals(0, well.failures());
        assertNull(well.problem());
        assertEquals(7, titles(id).size());
    }

    @Test
    void mostEventsDoNotVanishUnlessAPersonSaysSo() {
        text = file(numbered(0, 10));
        String id = subscribe();

        text = file(numbered(8, 12));
        Feed warned = after(id, Duration.ofHours(12));
        assertEquals(12, titles(id).size(), "new ones come, old ones stay");
        assertTrue(String.valueOf(warned.problem()).startsWith("8 of 10 events"), warned.problem());
        Feed still = after(id, Duration.ofHours(12));
        assertEquals(0, notModified);
        assertNotNull(still.problem());

        subscriptions.refresh(id).join();
        assertEquals(4, titles(id).size());
        assertNull(subscriptions.of(id).orElseThrow().problem());
    }

    @Test
    void aFileThatBreaksOffAndAnEventThatCannotBeReadTakeNothingAway() {
        text = file(numbered(0, 10));
        String id = subscribe();

        text = "BEGIN:VCALENDAR\r\n" + numbered(0, 8);
        assertNotNull(after(id, Duration.ofHours(12)).problem());
        assertEquals(10, titles(id).size());

        text = file(numbered(0, 9), "BEGIN:VEVENT\r\nUID:e9\r\nDTSTART:soon\r\nEND:VEVENT\r\n");
        assertNull(after(id, Duration.ofHours(12)).problem());
        assertEquals(10, titles(id).size());
    }

    @Test
    void nothingIsAddedWhereThereIsNoCalendar() {
        text = "<html></html>";
        assertEquals(Problem.Kind.BAD_INPUT, problem(this::subscribe).kind());
        code = 404;
        assertEquals(Problem.Kind.REFUSED, problem(this::subscribe).kind());
        assertEquals(List.of(), store.calendars());
        assertEquals(List.of(), subscriptions.all());
    }

    @Test
    void unsubscribingTakesCalendarEventsAndSource() {
        text = file(numbered(0, 3));
        String id = subscribe();
        assertEquals(Problem.Kind.BAD_INPUT, problem(this::subscribe).kind());
        subscriptions.unsubscribe(id).join();
        assertEquals(List.of(), store.calendars());
        assertEquals(List.of(), subscriptions.all());
        assertTrue(store.findByUid(store.accounts().getFirst().id(), List.of("e1")).isEmpty());
        text = file(numbered(0, 2));
        assertEquals(2, titles(subscribe()).size());
    }

    @Test
    void aClockThatIsSetBackPutsNothingOff() {
        text = file(numbered(0, 3));
        String id = subscribe();
        text = file(numbered(0, 4));
        after(id, Duration.ofDays(-30));
        assertEquals(4, titles(id).size());
    }

    @Test
    void aFileThatBreaksOffIsFetchedAgainThoughItSaysItIsTheSame() {
        text = file(event("a", "A"));
        String id = subscribe();
        text = file(event("a", "A"), event("b", "B")).replace("END:VCALENDAR", "");

        Feed torn = after(id, Duration.ofHours(13));
        assertEquals(List.of("A", "B"), titles(id));
        assertNull(torn.etag());
        after(id, Duration.ofHours(13));

        assertEquals(0, notModified);
    }

    @Test
    void aCalendarWithoutANameIsCalledAsItsServer() throws IOException {
        text = file(event("a", "A")).replace("X-WR-CALNAME:Holidays\r\n", "");
        for (String query : List.of("?key={a}|b", "?q=[1]^`")) {
            try (PlainServer plain = new PlainServer(text)) {
                String id = subscriptions.subscribe(plain.url() + query, null, "#2f9e63").join();
                assertEquals("localhost", store.calendars().getFirst().name());
                subscriptions.unsubscribe(id).join();
            }
        }
    }

    /** Takes addresses as browsers do; that of the JDK refuses braces. */
    private record PlainServer(ServerSocket socket) implements AutoCloseable {
        PlainServer(String body) throws IOException {
            this(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual()
                    .start(() -> {
                        try (Socket client = socket.accept()) {
                            InputStream in = client.getInputStream();
                            StringBuilder head = new StringBuilder();
                            while (head.indexOf("\r\n\r\n") < 0) {
                                head.append((char) in.read());
                            }
                            String answer =
                                    "HTTP/1.1 200 OK\r\nContent-Length: "
                                            + body.length()
                                            + "\r\n\r\n"
                                            + body;
                            client.getOutputStream()
                                    .write(answer.getBytes(StandardCharsets.US_ASCII));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    });
        }

        String url() {
            return "http://localhost:" + socket.getLocalPort() + "/a.ics";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
