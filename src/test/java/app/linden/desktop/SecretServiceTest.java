package app.linden.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

/** Against GNOME Keyring on a bus of its own; skipped where it is not installed. */
final class SecretServiceTest {
    @TempDir private Path folder;

    private static SecretService service(GnomeKeyring keyring, String profile) {
        return new SecretService(keyring.address, new Labels(profile));
    }

    @Test
    void whatIsKeptIsFoundReplacedAndForgotten() throws Exception {
        try (GnomeKeyring keyring = GnomeKeyring.start(folder.resolve("home"))) {
            SecretService one = service(keyring, "one");
            SecretService two = service(keyring, "two");
            assertTrue(one.answers(SecretService.PATIENCE));
            assertEquals(Optional.empty(), one.find("anna"));
            one.keep("anna", "pässword 1");
            two.keep("anna", "of another profile");
            one.keep("anna", "pässword 2");
            one.keep("ben", "");

            assertEquals(Optional.of("pässword 2"), one.find("anna"));
            assertEquals(Optional.of("of another profile"), two.find("anna"));
            assertEquals(Optional.of(""), one.find("ben"));
            // What others on the bus find: the same secret, under the name that a person reads.
            assertEquals(
                    "pässword 2",
                    keyring.run("secret-tool", "lookup", "profile", "one", "name", "anna"));
            assertTrue(
                    keyring.run("secret-tool", "search", "profile", "one", "name", "anna")
                            .contains("label = Linden: anna"));

            one.forget("anna");
            assertEquals(Optional.empty(), one.find("anna"));
            assertEquals(Optional.of("of another profile"), two.find("anna"));
        }
    }

    @Test
    void secretsTravelEncrypted() throws Exception {
        try (GnomeKeyring keyring = GnomeKeyring.start(folder.resolve("home"));
                SecretSession session = SecretSession.open(keyring.address, () -> {})) {
            assertEquals(SecretCipher.ALGORITHM, session.cipher().toString());
        }
    }

    @Test
    void aLockedKeychainThatNobodyUnlocksIsSaid() throws Exception {
        try (GnomeKeyring keyring = GnomeKeyring.start(folder.resolve("home"))) {
            SecretService secrets = service(keyring, "one");
            secrets.keep("anna", "secret");
            keyring.run("secret-tool", "lock");
            // Without a display the system's question is closed at once.
            Problem problem = assertThrows(Problem.class, () -> secrets.find("anna"));
            assertEquals("The system's keychain stays locked.", problem.getMessage());
        }
    }

    @Test
    void aBusWithoutAKeychainDoesNotAnswer() throws Exception {
        try (GnomeKeyring keyring = GnomeKeyring.onlyTheBus(folder.resolve("home"))) {
            assertFalse(service(keyring, "one").answers(SecretService.ANSWER));
        }
        SecretService none =
                new SecretService("unix:path=" + folder.resolve("none"), new Labels("one"));
        assertFalse(none.answers(SecretService.PATIENCE));
        assertEquals(
                "The system's keychain does not answer.",
                assertThrows(Problem.class, () -> none.find("anna")).getMessage());
    }

    @Test
    void aBusThatStandsStillIsGivenUp() throws Exception {
        try (GnomeKeyring keyring = GnomeKeyring.start(folder.resolve("home"))) {
            new ProcessBuilder("kill", "-STOP", String.valueOf(keyring.bus().pid()))
                    .start()
                    .waitFor();
            assertFalse(service(keyring, "one").answers(SecretService.ANSWER));
        }
    }
}
