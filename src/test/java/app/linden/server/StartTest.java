package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

import javax.net.ssl.SSLHandshakeException;

class StartTest {
    @TempDir Path data;

    private Problem refused(LindenServer.Options options) {
        return assertThrows(Problem.class, () -> LindenServer.start(options).close());
    }

    @Test
    void dataInUseIsToldInOneSentence() {
        try (LindenServer first = LindenServer.start(LindenServer.Options.loopback(data))) {
            assertTrue(first.address().getPort() > 0);
            assertEquals(Problem.Kind.STORAGE, refused(LindenServer.Options.loopback(data)).kind());
            assertEquals(
                    Problem.Kind.STORAGE,
                    assertThrows(Problem.class, () -> Accounts.open(data).close()).kind());
        }
    }

    @Test
    void aPortThatIsTakenIsToldAndTheDataIsFreeAgain() throws Exception {
        try (ServerSocket taken =
                new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Problem problem =
                    refused(
                            new LindenServer.Options(
                                    data, "127.0.0.1", taken.getLocalPort(), null, null));
            assertEquals(Problem.Kind.TRY_LATER, problem.kind());
        }
        LindenServer.start(LindenServer.Options.loopback(data)).close();
    }

    @Test
    void withoutTlsOnlyLoopbackIsServed() {
        for (String host : new String[] {"0.0.0.0", "192.0.2.1", "no-such-host.invalid"}) {
            assertEquals(
                    Problem.Kind.BAD_INPUT,
                    refused(new LindenServer.Options(data, host, 0, null, null)).kind(),
                    host);
        }
    }

    @Test
    void accountsCanBeAddedWhileNoServerRuns() {
        String id;
        try (Accounts accounts = Accounts.open(data)) {
            id = accounts.add("anna", "Anna", TestServer.PASSWORD);
        }
        try (LindenServer server = LindenServer.start(LindenServer.Options.loopback(data))) {
            TestClient anna = new TestClient(server.address(), "anna", TestServer.PASSWORD, id);
            assertEquals(1, anna.call("Calendar/get", "{}").path("list").size());
        }
    }

    @Test
    void speaksTlsAndHttp2() throws Exception {
        TestCertificate made = TestCertificate.make(data);
        Path cert = made.certificate();
        Path key = made.key();
        assertEquals(
                Problem.Kind.BAD_INPUT,
                refused(new LindenServer.Options(data, "127.0.0.1", 0, cert, cert)).kind());
        assertEquals(
                Problem.Kind.BAD_INPUT,
                refused(new LindenServer.Options(data, "127.0.0.1", 0, key, key)).kind());
        assertEquals(
                Problem.Kind.BAD_INPUT,
                refused(new LindenServer.Options(data, "127.0.0.1", 0, cert, null)).kind());
        try (LindenServer server =
                        LindenServer.start(
                                new LindenServer.Options(data, "localhost", 0, cert, key));
                HttpClient http = HttpClient.newBuilder().sslContext(made.trusted()).build()) {
            assertEquals("https", server.address().getScheme());
            String id = server.accounts().add("anna", "Anna", TestServer.PASSWORD);
            TestClient anna = new TestClient(server.address(), "anna", TestServer.PASSWORD, id);
            for (Map.Entry<HttpClient.Version, URI> c :
                    Map.of(
                                    HttpClient.Version.HTTP_1_1,
                                    server.address(),
                                    HttpClient.Version.HTTP_2,
                                    server.address())
                            .entrySet()) {
                HttpResponse<String> answer =
                        http.send(
                                HttpRequest.newBuilder(c.getValue().resolve("/jmap/session"))
                                        .version(c.getKey())
                                        .header("Authorization", anna.authorization)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertEquals(200, answer.statusCode());
                assertEquals(c.getKey(), answer.version());
                assertTrue(answer.body().contains("wss://localhost:"), answer.body());
            }
        }
    }

    @Test
    void aNewCertificateIsTakenIntoUse() throws Exception {
        TestCertificate first = TestCertificate.make(data);
        try (LindenServer server =
                LindenServer.start(
                        new LindenServer.Options(
                                data, "localhost", 0, first.certificate(), first.key()))) {
            assertTrue(isTrusted(first, server));
            // Half of the pair: the old one stays.
            byte[] old = Files.readAllBytes(first.key());
            TestCertificate second = TestCertificate.make(data);
            Files.write(first.key(), old);
            later(first, 5);
            server.renewCertificate();
            assertTrue(isTrusted(first, server));
            TestCertificate third = TestCertificate.make(data);
            later(third, 10);
            server.renewCertificate();
            assertTrue(isTrusted(third, server));
            assertFalse(isTrusted(first, server));
            assertFalse(isTrusted(second, server));
        }
    }

    /** Clocks of file systems are coarse. */
    private static void later(TestCertificate of, long seconds) throws IOException {
        Files.setLastModifiedTime(
                of.certificate(), FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    private static boolean isTrusted(TestCertificate certificate, LindenServer server)
            throws Exception {
        // A client of its own: an old one keeps its connection and its session.
        try (HttpClient http = HttpClient.newBuilder().sslContext(certificate.trusted()).build()) {
            http.send(
                    HttpRequest.newBuilder(server.address().resolve("/health")).build(),
                    HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (SSLHandshakeException e) {
            return false;
        }
    }
}
