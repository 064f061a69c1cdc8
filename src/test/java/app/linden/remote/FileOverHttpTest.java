package app.linden.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

/** Files from a real server on the loopback. */
final class FileOverHttpTest {
    @TempDir private Path folder;
    private final FileOverHttp files = new FileOverHttp(100_000, Duration.ofSeconds(1));
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String base;
    private Path to;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(r -> Thread.ofVirtual().start(r));
        base = "http://localhost:" + server.getAddress().getPort();
        to = folder.resolve("file");
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        files.close();
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Problem refused(String path) {
        return assertThrows(Problem.class, () -> files.fetch(base + path, null, null, to));
    }

    @Test
    void aPackedFileIsUnpackedAndNotFetchedTwice() throws IOException {
        server.createContext(
                "/a",
                e -> {
                    if ("\"1\"".equals(e.getRequestHeaders().getFirst("If-None-Match"))) {
                        answer(e, 304, "");
                        return;
                    }
                    ByteArrayOutputStream packed = new ByteArrayOutputStream();
                    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                        gzip.write("hello".getBytes(StandardCharsets.UTF_8));
                    }
                    e.getResponseHeaders().set("Content-Encoding", "gzip");
                    e.getResponseHeaders().set("ETag", "\"1\"");
                    e.sendResponseHeaders(200, packed.size());
                    e.getResponseBody().write(packed.toByteArray());
                    e.close();
                });
        var first = files.fetch(base + "/a", null, null, to);
        assertTrue(first.changed());
        assertEquals("\"1\"", first.etag());
        assertEquals("hello", Files.readString(to));
        assertFalse(files.fetch(base + "/a", first.etag(), null, to).changed());
    }

    @Test
    void anEtagThatNoRequestMayHoldIsForgotten() {
        server.createContext(
                "/odd",
                e -> {
                    e.getResponseHeaders().set("ETag", "\"caf\u00e9\"");
                    e.getResponseHeaders().set("Last-Modified", "Montag, 3. M\u00e4rz 2026");
                    answer(e, 200, "hi");
                });
        var first = files.fetch(base + "/odd", null, null, to);
        assertNull(first.etag());
        assertTrue(files.fetch(base + "/odd", first.etag(), first.lastModified(), to).changed());
    }

    @Test
    void redirectsAreFollowedWithoutWhatTheySmuggle() throws IOException {
        server.createContext(
                "/from",
                e -> {
                    e.getResponseHeaders()
                            .set("Location", base.replace("//", "//me:secret@") + "/there");
                    e.getResponseHeaders().set("Set-Cookie", "a=b");
                    answer(e, 302, "");
                });
        server.createContext(
                "/there",
                e -> {
                    asked.addAll(e.getRequestHeaders().keySet());
                    answer(e, 200, "hi");
                });
        server.createContext(
                "/circle",
                e -> {
                    e.getResponseHeaders().set("Location", "/circle");
                    answer(e, 301, "");
                });
        files.fetch(base + "/from", null, null, to);
        assertEquals("hi", Files.readString(to));
        assertFalse(asked.contains("Authorization"), asked.toString());
        assertFalse(asked.contains("Cookie"), asked.toString());
        assertEquals(Problem.Kind.REFUSED, refused("/circle").kind());
    }

    @ParameterizedTest
    @CsvSource({"401,REFUSED", "404,REFUSED", "410,REFUSED", "500,TRY_LATER", "302,TRY_LATER"})
    void whatIsNoFileIsSaidInASentence(int code, Problem.Kind kind) {
        server.createContext("/no", e -> answer(e, code, "<html>no</html>"));
        assertEquals(kind, refused("/no").kind());
        assertFalse(Files.exists(to));
    }

    @Test
    void aBombIsStoppedAtTheLimit() {
        server.createContext(
                "/bomb",
                e -> {
                    ByteArrayOutputStream packed = new ByteArrayOutputStream();
                    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                        gzip.write(new byte[20_000_000]);
                    }
                    e.getResponseHeaders().set("Content-Encoding", "gzip");
                    e.sendResponseHeaders(200, packed.size());
                    e.getResponseBody().write(packed.toByteArray());
                    e.close();
                });
        assertEquals(Problem.Kind.BAD_INPUT, refused("/bomb").kind());
    }

    @Test
    void aFileThatBreaksOffOrNeverComesIsAFailure() {
        server.createContext(
                "/half",
                e -> {
                    e.sendResponseHeaders(200, 1000);
                    e.getResponseBody().write(new byte[10]);
                    e.close();
                });
        server.createContext(
                "/silent",
                e -> {
                    try {
                        over.await();
                    } catch (InterruptedException i) {
                        Thread.currentThread().interrupt();
                    }
                    e.close();
                });
        assertEquals(Problem.Kind.TRY_LATER, refused("/half").kind());
        assertEquals("The server takes too long to answer.", refused("/silent").getMessage());
    }

    @Test
    void addressesAreReadAsPeopleTypeThem() {
        assertEquals("https://example.org/a.ics", files.address(" webcal://example.org/a.ics "));
        assertEquals("https://example.org/a.ics", files.address("example.org/a.ics#top"));
        assertEquals("http://example.org/a.ics?b=c", files.address("HTTP://example.org/a.ics?b=c"));
        for (String bad :
                List.of("", "ftp://example.org/a", "http://", "https://u:p@example.org/")) {
            assertEquals(
                    Problem.Kind.BAD_INPUT,
                    assertThrows(Problem.class, () -> files.address(bad)).kind());
        }
    }
}
