package app.linden.calendar.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.calendar.JsonFile;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.port.Fetch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Notices of newer versions, signed with a key that each test makes. */
final class UpdatesTest {
    private static final String ADDRESS = "https://linden.example/update.json";

    @TempDir private Path folder;
    private final HandClock clock = new HandClock("2026-11-24T09:00:00Z");
    private final Web web = new Web();
    private KeyPair key;
    private SettingsFile settings;
    private Updates updates;

    @BeforeEach
    void open() throws GeneralSecurityException {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        settings = SettingsFile.ofThisRun();
        settings.change(s -> s.withUpdates(true));
        updates = begin("1.1.0");
    }

    @AfterEach
    void close() {
        updates.close();
        settings.close();
    }

    private Updates begin(String running) {
        return new Updates(
                new UpdatePlace(ADDRESS, key.getPublic()),
                running,
                () -> web,
                settings,
                new JsonFile(folder.resolve("updates.json")),
                clock);
    }

    private static String signed(KeyPair by, String notice) throws GeneralSecurityException {
        byte[] content = notice.getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(by.getPrivate());
        signature.update(content);
        Base64.Encoder base64 = Base64.getEncoder();
        return "{\"notice\":\""
                + base64.encodeToString(content)
                + "\",\"signature\":\""
                + base64.encodeToString(signature.sign())
                + "\"}";
    }

    private static String notice(String version) {
        return "{\"version\":\"" + version + "\",\"link\":\"https://linden.example/new\"}";
    }

    @Test
    void aNewerVersionIsToldAndAskedForOnceADay() throws GeneralSecurityException {
        web.body = signed(key, notice("1.2"));
        updates.lookNow().join();
        assertEquals(
                Optional.of(new UpdateNotice("1.2", "https://linden.example/new")),
                updates.newer().get());
        clock.turn(Duration.ofHours(23));
        updates.lookNow().join();
        assertEquals(List.of(ADDRESS), web.asked);
        clock.turn(Duration.ofHours(2));
        updates.lookNow().join();
        assertEquals(2, web.asked.size());
    }

    @Test
    void itIsToldAfterARestartTooWithoutAskingAgain() throws GeneralSecurityException {
        web.body = signed(key, notice("1.2"));
        updates.lookNow().join();
        updates.close();
        updates = begin("1.1.0");
        updates.start();
        updates.lookNow().join();
        assertTrue(updates.newer().get().isPresent());
        updates.close();
        updates = begin("1.2.0");
        updates.start();
        updates.lookNow().join();
        assertFalse(updates.newer().get().isPresent(), "it was installed meanwhile");
        assertEquals(1, web.asked.size());
    }

    @Test
    void nobodyIsAskedUnlessItIsAllowed() {
        settings.change(s -> s.withUpdates(false));
        updates.lookNow().join();
        assertTrue(web.asked.isEmpty());
        assertFalse(app.linden.calendar.Settings.USUAL.updates(), "off until the person says so");
    }

    @Test
    void whatIsWrongIsIgnored() throws GeneralSecurityException {
        KeyPair another = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String good = signed(key, notice("1.2"));
        String changed =
                good.replace(
                        Base64.getEncoder()
                                .encodeToString(notice("1.2").getBytes(StandardCharsets.UTF_8)),
                        Base64.getEncoder()
                                .encodeToString(notice("1.3").getBytes(StandardCharsets.UTF_8)));
        List<String> bodies =
                List.of(
                        signed(another, notice("1.2")),
                        changed,
                        signed(key, notice("1.0.9")),
                        signed(key, notice("1.1.0")),
                        signed(key, notice("1.1")),
                        signed(key, notice("two")),
                        signed(key, "{\"version\":\"1.2\",\"link\":\"https://evil.example/new\"}"),
                        signed(key, "{\"version\":\"1.2\",\"link\":\"http://linden.example/new\"}"),
                        signed(
                                key,
                                "{\"version\":\"1.2\",\"link\":\"https://linden.example@evil.example\"}"),
                        signed(key, "{\"version\":\"1.2\",\"link\":\"javascript:alert(1)\"}"),
                        signed(key, "no json"),
                        good + " ".repeat(UpdateNotice.LONGEST),
                        "{\"notice\":\"%%%\",\"signature\":\"\"}",
                        "{\"notice\":\"e30=\",\"signature\":\"\"}",
                        "<html>captive portal</html>",
                        "");
        for (String body : bodies) {
            web.body = body;
            clock.turn(Duration.ofDays(2));
            updates.lookNow().join();
            assertFalse(updates.newer().get().isPresent(), body);
        }
        assertEquals(bodies.size(), web.asked.size(), "each was looked at");
        web.body = null;
        clock.turn(Duration.ofDays(2));
        updates.lookNow().join();
        web.body = good;
        updates.lookNow().join();
        assertFalse(updates.newer().get().isPresent(), "who did not answer is left alone a day");
        clock.turn(Duration.ofDays(2));
        updates.lookNow().join();
        assertTrue(updates.newer().get().isPresent());
    }

    @Test
    void aClockThatWasAheadDoesNotSilenceIt() throws GeneralSecurityException {
        web.body = signed(key, notice("1.2"));
        clock.turn(Duration.ofDays(3650));
        updates.lookNow().join();
        clock.turn(Duration.ofDays(-3650));
        updates.lookNow().join();
        assertEquals(2, web.asked.size());
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        UpdateNotice ten = new UpdateNotice("1.10", "");
        assertTrue(ten.isNewerThan("1.9.9"));
        assertTrue(ten.isNewerThan("1.10-SNAPSHOT"));
        assertFalse(ten.isNewerThan("1.10.0"));
        assertFalse(ten.isNewerThan("1.11-SNAPSHOT"));
        assertFalse(ten.isNewerThan("(not packaged)"));
    }

    @Test
    void theToolThatSignsIsUnderstood() throws Exception {
        Path secret = folder.resolve("private.key");
        String printed = run("key", secret.toString());
        assertTrue(printed.startsWith("key="), printed);
        String file = run("sign", secret.toString(), "1.2", "https://linden.example/new");
        UpdateNotice read =
                UpdateNotice.read(
                        file.getBytes(StandardCharsets.UTF_8),
                        UpdatePlace.publicKey(printed.substring(4).strip()),
                        "linden.example");
        assertEquals("1.2", read.version());
        assertThrows(
                Problem.class,
                () ->
                        UpdateNotice.read(
                                file.getBytes(StandardCharsets.UTF_8),
                                key.getPublic(),
                                "linden.example"));
    }

    private static String run(String... words) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "src/build/SignUpdate.java"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aBuildWithoutAPlaceOffersNothing() {
        UpdatePlace place = UpdatePlace.ofThisBuild();
        if (place != null) {
            assertTrue(place.address().startsWith("https://"));
        } else {
            assertNull(place);
        }
    }

    /** The other side; null for one that does not answer. */
    private static final class Web implements Fetch {
        private final List<String> asked = new ArrayList<>();
        private @Nullable String body;

        @Override
        public String address(String typed) {
            return typed;
        }

        @Override
        public Answer fetch(
                String address, @Nullable String etag, @Nullable String lastModified, Path to) {
            asked.add(address);
            if (body == null) {
                throw new Problem(Problem.Kind.TRY_LATER, "Nobody answers.");
            }
            try {
                Files.writeString(to, body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Answer(true, null, null);
        }

        @Override
        public void close() {}
    }
}
