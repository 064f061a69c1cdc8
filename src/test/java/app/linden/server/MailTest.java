package app.linden.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.remote.Door;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses are confirmed and forgotten passwords helped by mail, through a real SMTP server. */
class MailTest {
    private static final URI PUBLIC = URI.create("https://linden.example");
    private static final String EMAIL = "anna@example.org";

    @TempDir private Path data;
    private final TestClock clock = new TestClock();
    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private LindenServer server;
    private TestClient anna;

    @BeforeEach
    void start() {
        mail.start();
        server = LindenServer.start(options(PUBLIC), clock);
        String id = server.accounts().add("anna", "Anna", TestServer.PASSWORD);
        server.accounts().add("ben", "Ben", TestServer.PASSWORD);
        anna = new TestClient(server.address(), "anna", TestServer.PASSWORD, id);
    }

    private LindenServer.Options options(URI address) {
        return OnPostgres.applied(
                new LindenServer.Options(
                        data,
                        "127.0.0.1",
                        0,
                        null,
                        null,
                        Registration.CLOSED,
                        address,
                        null,
                        new MailSettings(
                                URI.create("smtp://127.0.0.1:" + mail.getSmtp().getPort()),
                                "linden@example.org",
                                null)));
    }

    @AfterEach
    void stop() {
        server.close();
        mail.stop();
    }

    private HttpResponse<String> give(String email) {
        return anna.post(
                URI.create("/account/email"),
                "{'password':'" + TestServer.PASSWORD + "','email':'" + email + "'}");
    }

    private HttpResponse<String> forgot(String login) {
        return TestClient.open(server.address(), "/account/reset", "{'login':'" + login + "'}");
    }

    private MimeMessage message(int number) {
        assertTrue(mail.waitForIncomingEmail(20_000, number), "message " + number);
        return mail.getReceivedMessages()[number - 1];
    }

    /** The path of the link in a message. */
    private static URI link(MimeMessage message) {
        String text = GreenMailUtil.getBody(message).replace("=\r\n", "").replace("=3D", "=");
        Matcher link = Pattern.compile(PUBLIC + "(/account/mail/\\S+)").matcher(text);
        assertTrue(link.find(), text);
        return URI.create(link.group(1));
    }

    private HttpResponse<String> page(URI link) {
        return TestClient.send(HttpRequest.newBuilder(server.address().resolve(link)));
    }

    private HttpResponse<String> send(URI link, String form) {
        return TestClient.send(
                HttpRequest.newBuilder(server.address().resolve(link))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private void confirmed() {
        assertEquals(200, give(EMAIL).statusCode());
        assertEquals(200, send(link(message(1)), "").statusCode());
    }

    private int session(String password) {
        return new TestClient(server.address(), "anna", password, "")
                .get("/jmap/session")
                .statusCode();
    }

    @Test
    void anAddressIsConfirmedByTheLinkThatWasSentThere() throws Exception {
        assertEquals(400, give("no address").statusCode());
        assertEquals(400, give("a@b.de\\r\\nBcc: c@d.de").statusCode());
        assertEquals(200, give(EMAIL).statusCode());
        MimeMessage message = message(1);
        assertEquals("Is this your e-mail address?", message.getSubject());
        assertEquals(EMAIL, message.getAllRecipients()[0].toString());
        assertEquals(1, message.getAllRecipients().length);
        assertNotNull(message.getSentDate());
        URI link = link(message);
        HttpResponse<String> page = page(link);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Is this the address of Anna?"), page.body());
        assertTrue(
                page.headers()
                        .firstValue("Content-Security-Policy")
                        .orElse("")
                        .contains("default-src 'none'"));
        assertFalse(Json.parse(anna.get("/account/email").body()).path("isConfirmed").asBoolean());
        assertEquals(200, send(link, "").statusCode());
        JsonNode now = Json.parse(anna.get("/account/email").body());
        assertTrue(now.path("isConfirmed").asBoolean());
        assertEquals(EMAIL, now.path("email").asString());
        assertEquals(404, send(link, "").statusCode(), "once");
        assertFalse(OnPostgres.content(data).contains(link.getPath().substring(17)));
    }

    @Test
    void aForgottenPasswordIsHelpedOnce() throws Exception {
        confirmed();
        assertEquals(
                200,
                TestClient.open(
                                server.address(),
                                "/account/sign-in",
                                "{'login':'anna','password':'"
                                        + TestServer.PASSWORD
                                        + "','device':'Lost'}")
                        .statusCode());
        new Door().forgotPassword(server.address().toString(), "Anna@Example.org");
        URI link = link(message(2));
        assertTrue(page(link).body().contains("Another password for Anna"));
        assertEquals(400, send(link, "password=short").statusCode());
        assertEquals(200, session(TestServer.PASSWORD), "not yet");
        assertEquals(200, send(link, "password=fresh+horse%21").statusCode());
        assertEquals(401, session(TestServer.PASSWORD));
        TestClient fresh = new TestClient(server.address(), "anna", "fresh horse!", "");
        assertEquals(0, Json.parse(fresh.get("/account/devices").body()).path("list").size());
        assertEquals(404, send(link, "password=another+horse").statusCode(), "once");
        assertEquals(401, session("another horse"));
    }

    @Test
    void aLinkEndsByTimeAndByANewerOne() {
        confirmed();
        assertEquals(200, forgot("anna").statusCode());
        URI first = link(message(2));
        clock.pass(Duration.ofMinutes(3));
        assertEquals(200, forgot("anna").statusCode());
        URI second = link(message(3));
        assertEquals(404, page(first).statusCode());
        assertEquals(200, page(second).statusCode());
        clock.pass(Duration.ofMinutes(61));
        assertEquals(404, page(second).statusCode());
        assertEquals(404, send(second, "password=fresh+horse").statusCode());
        assertEquals(200, session(TestServer.PASSWORD));
    }

    @Test
    void nobodyLearnsWhoIsThereAndNoMailboxIsFilled() {
        confirmed();
        HttpResponse<String> known = forgot("anna");
        for (String other : new String[] {"anna", "ben", "nobody", ""}) {
            HttpResponse<String> answer = forgot(other);
            assertEquals(known.statusCode(), answer.statusCode(), other);
            assertEquals(known.body(), answer.body(), other);
        }
        assertEquals(429, forgot("anna").statusCode());
        message(2);
        // The worker does one after the other: this message comes after all that were not sent.
        clock.pass(Duration.ofHours(1));
        assertEquals(200, give("other@example.org").statusCode());
        message(3);
        assertEquals(3, mail.getReceivedMessages().length);
    }

    @Test
    void whereMailGoesIsSaidByTheHostAlone() throws Exception {
        confirmed();
        HttpRequest.Builder poisoned =
                HttpRequest.newBuilder(server.address().resolve("/account/reset"))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "host=evil.example;proto=https")
                        .header("Accept-Language", "de-DE")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"login\":\"anna\"}"));
        assertEquals(200, TestClient.send(poisoned).statusCode());
        MimeMessage message = message(2);
        assertEquals("Ein anderes Passwort für Linden", message.getSubject());
        assertEquals(200, page(link(message)).statusCode());
        server.close();
        assertEquals(
                Problem.Kind.BAD_INPUT,
                assertThrows(Problem.class, () -> LindenServer.start(options(null), clock)).kind());
    }

    @Test
    void withoutMailNothingIsOffered(@TempDir Path other) {
        try (TestServer plain = new TestServer(other, clock, "carina")) {
            String about =
                    TestClient.send(
                                    HttpRequest.newBuilder(
                                            plain.server()
                                                    .address()
                                                    .resolve("/.well-known/linden")))
                            .body();
            assertFalse(Json.parse(about).has("resetUrl"));
            assertEquals(
                    Problem.Kind.REFUSED,
                    assertThrows(
                                    Problem.class,
                                    () ->
                                            new Door()
                                                    .forgotPassword(
                                                            plain.server().address().toString(),
                                                            "carina"))
                            .kind());
        }
    }
}
