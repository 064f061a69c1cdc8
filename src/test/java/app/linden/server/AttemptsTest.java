package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Guessing passwords becomes slow, and nobody else is held up by it. */
class AttemptsTest {
    private final TestClock clock = new TestClock();
    private final Attempts attempts = new Attempts(clock);

    private int allowed(int tries, String address, String name) {
        int allowed = 0;
        for (int i = 0; i < tries; i++) {
            try {
                attempts.begin(address, name);
                allowed++;
            } catch (Refused e) {
                assertEquals(429, e.problem().status());
                assertTrue(e.retryAfter() > 0);
            }
        }
        return allowed;
    }

    @Test
    void oneNameFromOneAddress() {
        assertEquals(10, allowed(50, "1.2.3.4", "anna"));
        assertEquals(1, allowed(1, "1.2.3.4", "ben"), "others of the same house may");
        assertEquals(1, allowed(1, "1.2.3.5", "anna"), "she may from elsewhere");
        Refused refused = assertThrows(Refused.class, () -> attempts.begin("1.2.3.4", "anna"));
        clock.pass(Duration.ofSeconds(refused.retryAfter() - 1));
        assertEquals(0, allowed(1, "1.2.3.4", "anna"));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(1, allowed(5, "1.2.3.4", "anna"), "what Retry-After says is true");
    }

    @Test
    void oneAddressWithManyNames() {
        int allowed = 0;
        for (int i = 0; i < 200; i++) {
            allowed += allowed(1, "1.2.3.4", "name" + i);
        }
        assertEquals(40, allowed);
        assertEquals(0, allowed(1, "1.2.3.4", "anna"));
    }

    @Test
    void oneNameFromEverywhereDoesNotLockItsOwnerOut() {
        attempts.begin("9.9.9.9", "anna").succeeded();
        int allowed = 0;
        for (int i = 0; i < 1_000; i++) {
            allowed += allowed(1, "10.0." + i / 250 + "." + i % 250, "anna");
        }
        assertEquals(100, allowed);
        assertEquals(1, allowed(1, "9.9.9.9", "anna"));
    }

    @Test
    void whatSucceedsDoesNotCount() {
        for (int i = 0; i < 500; i++) {
            attempts.begin("1.2.3.4", "anna").succeeded();
        }
        assertEquals(10, allowed(50, "1.2.3.4", "anna"));
    }

    @Test
    void aHouseholdOfIpv6IsOnePlace() {
        assertEquals(5, allowed(5, "[2001:db8:0:7:1:2:3:4]", "anna"));
        assertEquals(5, allowed(50, "[2001:db8:0:7:5:6:7:8]", "anna"));
        assertEquals(1, allowed(1, "[2001:db8:0:8:5:6:7:8]", "anna"));
    }

    @Test
    void theServerSaysWhenToComeBack(@TempDir Path data) {
        try (TestServer server = new TestServer(data, clock, "anna", "ben")) {
            TestClient wrong = new TestClient(server.server().address(), "anna", "wrong one", "");
            TestClient known = server.client("ben");
            assertEquals(200, known.get("/jmap/session").statusCode());
            for (int i = 0; i < 10; i++) {
                assertEquals(401, wrong.get("/jmap/session").statusCode());
            }
            HttpResponse<String> refused = wrong.get("/jmap/session");
            assertEquals(429, refused.statusCode());
            assertTrue(refused.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
            assertEquals(
                    429,
                    TestClient.open(
                                    server.server().address(),
                                    "/account/sign-in",
                                    "{'login':'ANNA','password':'wrong one'}")
                            .statusCode());
            assertEquals(200, known.get("/jmap/session").statusCode());
        }
    }

    /**
     * Each flooder has a name of its own and wants a hash; the proxy tells where they come from.
     */
    @Test
    void aFloodFromOnePlaceHoldsNobodyElseUp(@TempDir Path data) {
        try (TestServer server = new TestServer(data, clock, "anna")) {
            var http = java.net.http.HttpClient.newHttpClient();
            var flood = new java.util.ArrayList<CompletableFuture<Integer>>();
            for (int i = 0; i < 300; i++) {
                flood.add(
                        http.sendAsync(
                                        signIn(server, "flooder" + i, "203.0.113.9"),
                                        HttpResponse.BodyHandlers.discarding())
                                .thenApply(HttpResponse::statusCode));
            }
            for (int i = 0; i < 5; i++) {
                assertEquals(
                        200,
                        http.sendAsync(
                                        signIn(server, "anna", "198.51.100.7"),
                                        HttpResponse.BodyHandlers.discarding())
                                .join()
                                .statusCode());
            }
            var ends = new java.util.TreeMap<Integer, Integer>();
            flood.forEach(f -> ends.merge(f.join(), 1, Integer::sum));
            assertTrue(ends.getOrDefault(401, 0) <= 40, ends.toString());
            assertTrue(ends.getOrDefault(429, 0) >= 200, ends.toString());
            assertEquals(300, ends.values().stream().mapToInt(n -> n).sum());
            assertTrue(java.util.Set.of(401, 429, 503).containsAll(ends.keySet()), ends.toString());
        }
    }

    private static HttpRequest signIn(TestServer server, String name, String from) {
        return HttpRequest.newBuilder(server.server().address().resolve("/account/sign-in"))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", from)
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                Json.write(
                                        Json.object()
                                                .put("login", name)
                                                .put("password", TestServer.PASSWORD))))
                .build();
    }
}
