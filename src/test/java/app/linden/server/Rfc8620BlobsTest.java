package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;
import app.linden.wire.Capability;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** RFC 8620, section 6: what binds a server in uploads and downloads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Rfc8620BlobsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestClock clock = new TestClock();
    private TestServer server;
    private TestClient anna;
    private TestClient ben;

    @BeforeAll
    void start(@TempDir Path data) {
        server = new TestServer(data, clock, "anna", "ben");
        anna = server.client("anna");
        ben = server.client("ben");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static HttpResponse<String> upload(TestClient who, String account, byte[] bytes) {
        return TestClient.send(
                who.request("/jmap/upload/" + account + "/")
                        .header("Content-Type", "image/png")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private static String blob(TestClient who, String account, byte[] bytes) {
        HttpResponse<String> answer = upload(who, account, bytes);
        assertEquals(201, answer.statusCode(), answer.body());
        return Json.parse(answer.body()).path("blobId").asString();
    }

    private static HttpResponse<byte[]> download(TestClient who, String rest) throws Exception {
        return HTTP.send(
                who.request("/jmap/download/" + rest).GET().build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** 6: the oldest make room for the newest, and no more of them than must. */
    @Test
    void theOldestMakeRoomForTheNewest() throws Exception {
        byte[] ten = new byte[10_000_000];
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(blob(ben, ben.account, ten));
            clock.pass(Duration.ofSeconds(10));
        }
        for (int i = 0; i < 12; i++) {
            assertEquals(
                    i < 2 ? 404 : 200,
                    download(ben, ben.account + "/" + ids.get(i) + "/x").statusCode(),
                    "blob " + i);
        }
        JsonNode copied =
                ben.call(
                        "Blob/copy",
                        "{'fromAccountId':'%s','blobIds':['%s']}"
                                .formatted(ben.account, ids.get(11)));
        assertTrue(copied.path("copied").has(ids.get(11)), copied.toString());
        assertEquals(404, download(ben, ben.account + "/" + ids.get(2) + "/x").statusCode());
        assertEquals(200, download(ben, ben.account + "/" + ids.get(3) + "/x").statusCode());
    }

    /** 6: unless the room is needed, an upload is there for an hour at least. */
    @Test
    void anUploadStaysForAnHour() throws Exception {
        String id = blob(anna, anna.account, new byte[] {1, 2, 3});
        clock.pass(Duration.ofMinutes(61));
        blob(anna, anna.account, new byte[] {4});
        assertArrayEquals(
                new byte[] {1, 2, 3}, download(anna, anna.account + "/" + id + "/x").body());
    }

    /** 6.1: in a shared account too an upload is its uploader's alone. */
    @Test
    void inSharedAccountsUploadsAreTheirUploadersAlone() throws Exception {
        anna.share(anna.calendar(), ben.account, "{'mayReadItems':true,'mayWriteAll':true}");
        String bens = blob(ben, anna.account, new byte[] {7});
        assertEquals(200, download(ben, anna.account + "/" + bens + "/x").statusCode());
        assertEquals(404, download(anna, anna.account + "/" + bens + "/x").statusCode());
        for (String method : List.of("CalendarEvent/parse", "Blob/copy")) {
            JsonNode answer =
                    anna.call(
                            method,
                            "{"
                                    + (method.startsWith("Blob")
                                            ? "'fromAccountId':'" + anna.account + "',"
                                            : "")
                                    + "'blobIds':['"
                                    + bens
                                    + "']}");
            assertTrue(answer.toString().contains(bens), answer.toString());
            assertTrue(
                    answer.path("parsed").isNull() || answer.path("copied").isEmpty(),
                    answer.toString());
        }
    }

    /** 6.2: the name is the one that was asked for, the type too. */
    @Test
    void downloadsHaveTheNameAndTypeThatWereAskedFor() throws Exception {
        String at = anna.account + "/" + blob(anna, anna.account, new byte[] {1}) + "/";
        Map<String, String> names =
                Map.of(
                        "a+b.ics", "a%2Bb.ics",
                        "a%20b.ics", "a%20b.ics",
                        "100%25.ics", "100%25.ics",
                        "%2525", "%2525",
                        "%C3%BC.ics", "%C3%BC.ics",
                        "%22%3B.ics", "%22%3B.ics",
                        "a%2Fb.ics", "a%2Fb.ics",
                        "", "");
        for (var name : names.entrySet()) {
            HttpResponse<byte[]> answer = download(anna, at + name.getKey() + "?type=image/png");
            assertEquals(200, answer.statusCode(), name.getKey());
            assertEquals(
                    "attachment; filename*=UTF-8''" + name.getValue(),
                    answer.headers().firstValue("Content-Disposition").orElse(""));
            assertEquals("image/png", answer.headers().firstValue("Content-Type").orElse(""));
        }
        assertEquals(
                "image/svg+xml",
                download(anna, at + "x?type=image%2Fsvg%2Bxml")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""));
    }

    /** 3.6.1: whoever uploads too much is told which limit that is. */
    @Test
    void theLimitOfAnUploadIsNamed() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.server().address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            ("POST /jmap/upload/"
                                            + anna.account
                                            + "/ HTTP/1.1\r\nHost: a\r\nAuthorization: "
                                            + anna.authorization
                                            + "\r\nContent-Length: 20000000\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            byte[] buffer = new byte[4096];
            int n = socket.getInputStream().read(buffer);
            String answer = new String(buffer, 0, n, StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.contains("\"limit\":\"maxSizeUpload\""), answer);
        }
    }

    /** 2, 8.5: no more uploads of one person at once than declared; others are not in their way. */
    @Test
    void uploadsAtOnceAreLimited() throws Exception {
        int most =
                anna.session()
                        .path("capabilities")
                        .path(Capability.CORE)
                        .path("maxConcurrentUpload")
                        .asInt();
        String head =
                "POST /jmap/upload/"
                        + anna.account
                        + "/ HTTP/1.1\r\nHost: a\r\nAuthorization: "
                        + anna.authorization
                        + "\r\nContent-Length: 2\r\n\r\n.";
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i <= most; i++) {
                Socket socket = new Socket("127.0.0.1", server.server().address().getPort());
                socket.setSoTimeout(30_000);
                OutputStream out = socket.getOutputStream();
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                slow.add(socket);
            }
            blob(ben, ben.account, new byte[] {1});
            // All but one wait for the rest of their bodies.
            LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
            for (Socket socket : slow) {
                Thread.startVirtualThread(() -> {
                    byte[] buffer = new byte[4096];
                    try {
                        int n = socket.getInputStream().read(buffer);
                        told.add(new String(buffer, 0, Math.max(0, n), StandardCharsets.UTF_8));
                    } catch (IOException closedBelow) {
                        told.add("closed");
                    }
                });
            }
            String answer = told.poll(10, TimeUnit.SECONDS);
            assertTrue(answer != null && answer.contains("\"maxConcurrentUpload\""), "" + answer);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
