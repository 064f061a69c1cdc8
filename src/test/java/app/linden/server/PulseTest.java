package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class PulseTest {
    @TempDir Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(TestServer server, String path, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.server().address().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everybodyMayAskWhetherItIsWell() throws Exception {
        try (TestServer server = new TestServer(data)) {
            HttpResponse<String> answer = get(server, "/health");
            assertEquals(200, answer.statusCode());
            assertEquals("{\"status\":\"ok\"}", answer.body());
        }
    }

    @Test
    void countsWhatItDidWithoutAWordAboutAnybody() throws Exception {
        try (TestServer server = new TestServer(data, "anna")) {
            TestClient anna = server.client("anna");
            anna.call("Calendar/get", "{}");
            anna.call("Calendar/get", "{}");
            anna.in(anna.account, "No/such", app.linden.model.Json.object());
            get(server, "/invite/something-secret");
            String text = get(server, "/metrics").body();
            assertTrue(
                    text.contains("linden_calls_total{method=\"Calendar/get\",outcome=\"ok\"} 2\n"),
                    text);
            assertTrue(
                    text.contains(
                            "linden_calls_total{method=\"unknown\",outcome=\"unknownMethod\"}"
                                    + " 1\n"),
                    text);
            assertTrue(
                    text.contains("linden_requests_total{place=\"/invite/\",status=\"404\"} 1\n"),
                    text);
            assertTrue(text.contains("linden_listeners 0\n"), text);
            assertFalse(text.contains("anna") || text.contains("secret"), text);
        }
    }

    @Test
    void figuresAreForThisMachineAlone() throws Exception {
        try (TestServer server = new TestServer(data)) {
            assertEquals(200, get(server, "/metrics").statusCode());
            // As a proxy on this machine tells where a request came from.
            assertEquals(401, get(server, "/metrics", "X-Forwarded-For", "192.0.2.7").statusCode());
        }
    }

    @Test
    void onePersonCannotHoldAllConnections() throws Exception {
        try (TestServer server = new TestServer(data, "anna", "ben");
                Streams streams = new Streams()) {
            TestClient anna = server.client("anna");
            for (int i = 0; i < Limits.LISTENERS; i++) {
                assertEquals(200, streams.open(server, anna));
            }
            assertEquals(429, streams.open(server, anna));
            assertEquals(200, streams.open(server, server.client("ben")));
            assertTrue(
                    get(server, "/metrics")
                            .body()
                            .contains("linden_listeners " + (Limits.LISTENERS + 1) + "\n"));
        }
    }

    /** Event sources that stay open until the end. */
    private static final class Streams implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final List<java.io.InputStream> open = new ArrayList<>();

        int open(TestServer server, TestClient who) throws Exception {
            HttpResponse<java.io.InputStream> answer =
                    http.send(
                            HttpRequest.newBuilder(
                                            server.server()
                                                    .address()
                                                    .resolve(
                                                            "/jmap/events?types=*&closeafter=no&ping=0"))
                                    .header("Authorization", who.authorization)
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            open.add(answer.body());
            return answer.statusCode();
        }

        @Override
        public void close() throws java.io.IOException {
            for (java.io.InputStream stream : open) {
                stream.close();
            }
            http.shutdownNow();
            http.close();
        }
    }
}
