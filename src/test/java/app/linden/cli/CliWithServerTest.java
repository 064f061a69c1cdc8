package app.linden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.server.LindenServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The words that speak with a server. */
final class CliWithServerTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String TITLE = "Dinner with the spies";

    @TempDir private Path folder;
    private final Typed typed = new Typed();
    private LindenServer server;
    private String url;

    @BeforeEach
    void start() {
        typed.answers(PASSWORD);
        assertEquals(
                0,
                run("account", "add", "anna", "--data=" + folder.resolve("server")),
                typed.err());
        server = LindenServer.start(LindenServer.Options.loopback(folder.resolve("server")));
        url = server.address().toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int run(String... words) {
        return typed.run(words);
    }

    private String profile(String name) {
        return "--profile=" + folder.resolve(name);
    }

    private void connect(String profile) {
        typed.answers(PASSWORD);
        assertEquals(0, run("connect", url, "anna", profile(profile)), typed.err());
    }

    @Test
    void whatOneDeviceAddsTheOtherHasAfterBothSynced() {
        typed.set("LINDEN_PASSPHRASE", "open sesame");
        connect("one");
        assertEquals("Signed in as anna; 1 calendar here.\n", typed.out());
        connect("two");
        run("add", "--title", "Dinner", "--start", "2026-11-24T18:00", profile("one"));
        assertEquals("Added “Dinner” to Calendar.\n", typed.out());
        assertEquals(0, run("sync", profile("one")), typed.err());
        assertEquals("All saved on the server.\n", typed.out());
        assertEquals(0, run("sync", profile("two")), typed.err());
        run("agenda", "--from", "2026-11-24", "--to", "2026-11-24", profile("two"));
        assertTrue(typed.out().contains("18:00 - 19:00  Dinner  [Calendar]"), typed.out());
        assertEquals(0, run("sync", "--json", profile("two")));
        assertEquals("{\"waiting\":[],\"conflicts\":[]}\n", typed.out());
    }

    @Test
    void withoutAPassphraseThePasswordIsAskedForEachTime() {
        connect("one");
        assertTrue(typed.out().contains("The password is not kept"), typed.out());
        assertEquals(1, run("sync", profile("one")));
        assertEquals(
                "linden: The password of anna is expected as one line on standard input.\n",
                typed.err());
        typed.answers(PASSWORD);
        assertEquals(0, run("sync", profile("one")));
        typed.answers("wrong");
        assertEquals(1, run("sync", profile("one")));
        assertEquals("linden: The server does not accept this name and password.\n", typed.err());
    }

    @Test
    void noFileOfAnyProfileHoldsThePassword() throws Exception {
        typed.set("LINDEN_PASSPHRASE", "open sesame");
        connect("one");
        run("add", "--title", TITLE, "--start", "2026-11-24T18:00", profile("one"));
        run("sync", profile("one"));
        typed.set("LINDEN_PASSPHRASE", "");
        connect("two");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertTrue(all.size() > 4);
            for (Path file : all) {
                if (!file.startsWith(folder.resolve("server"))) {
                    String bytes =
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    assertFalse(bytes.contains(PASSWORD), file.toString());
                    if (!file.startsWith(folder.resolve("two"))) {
                        assertFalse(bytes.contains(TITLE), file.toString());
                        assertFalse(bytes.contains("anna"), file.toString());
                    }
                }
            }
        }
    }

    @Test
    void aWrongPasswordAtTheFirstSignInLeavesNoSignIn() {
        typed.answers("wrong password");
        assertEquals(1, run("connect", url, "anna", profile("one")));
        assertEquals("linden: The server does not accept this name and password.\n", typed.err());
        assertEquals(1, run("sync", profile("one")));
        assertEquals(
                "linden: This profile is signed in nowhere yet; say linden connect first.\n",
                typed.err());
    }

    @Test
    void theServersDataInUseIsOneSentence() {
        assertEquals(1, run("server", "--port=0", "--data=" + folder.resolve("server")));
        assertEquals(1, typed.err().lines().count(), typed.err());
        assertEquals(2, run("account"));
    }

    @Test
    void accountsAndInvitationsAreMadeWhileTheServerRuns() {
        String data = "--data=" + folder.resolve("server");
        typed.answers(PASSWORD);
        assertEquals(0, run("account", "add", "ben", data), typed.err());
        assertEquals("Added the account “ben”.\n", typed.out());
        typed.answers(PASSWORD);
        assertEquals(1, run("account", "add", "ben", data));
        assertTrue(typed.err().contains("already an account"), typed.err());
        typed.set("LINDEN_PASSPHRASE", "open sesame");
        typed.answers(PASSWORD);
        assertEquals(0, run("connect", url, "ben", profile("ben")), typed.err());
        assertEquals(0, run("account", "invite", data), typed.err());
        assertTrue(typed.out().startsWith(url + "/invite/"), typed.out());
        assertEquals(1, run("account", "invite", "--days=0", data));
        String copy = folder.resolve("copy.linden").toString();
        assertEquals(0, run("server", "backup", copy, data), typed.err());
        assertEquals(1, run("server", "backup", copy, data), "it stays");
        server.close();
        assertEquals(0, run("account", "invite", data), typed.err());
        assertTrue(typed.out().startsWith(url + "/invite/"), typed.out());
        String restored = "--data=" + folder.resolve("restored");
        assertEquals(0, run("server", "restore", copy, restored), typed.err());
        typed.answers(PASSWORD);
        assertEquals(1, run("account", "add", "ben", restored));
        assertTrue(typed.err().contains("already an account"), typed.err());
        assertEquals(1, run("server", "restore", copy, restored));
        assertEquals(2, run("server", data), "without a port");
        assertEquals(
                1, run("server", "--port=0", data, "--database=jdbc:postgresql://127.0.0.1:1/x"));
        assertTrue(typed.err().contains("server backup"), typed.err());
    }
}
