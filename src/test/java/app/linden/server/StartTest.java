package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

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
        Path store = data.resolve("store.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                "changeit")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertEquals(0, keytool.waitFor(), said);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        Certificate certificate = keys.getCertificate("a");
        Path cert = pem("CERTIFICATE", certificate.getEncoded(), "cert.pem");
        Path key =
                pem(
                        "PRIVATE KEY",
                        keys.getKey("a", "changeit".toCharArray()).getEncoded(),
                        "key.pem");
        assertEquals(
                Problem.Kind.BAD_INPUT,
                refused(new LindenServer.Options(data, "127.0.0.1", 0, cert, cert)).kind());
        assertEquals(
                Problem.Kind.BAD_INPUT,
                refused(new LindenServer.Options(data, "127.0.0.1", 0, key, key)).kind());
        assertEquals(
                Problem.Kind.BAD_INPUT,
                refused(new LindenServer.Options(data, "127.0.0.1", 0, cert, null)).kind());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", certificate);
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext ssl = SSLContext.getInstance("TLS");
        ssl.init(null, trust.getTrustManagers(), null);
        try (LindenServer server =
                        LindenServer.start(
                                new LindenServer.Options(data, "localhost", 0, cert, key));
                HttpClient http = HttpClient.newBuilder().sslContext(ssl).build()) {
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

    private Path pem(String what, byte[] der, String name) throws Exception {
        String text =
                "-----BEGIN "
                        + what
                        + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END "
                        + what
                        + "-----\n";
        return Files.writeString(data.resolve(name), text);
    }
}
