package app.linden.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.calendar.port.Protection.Place;

import com.github.javakeyring.KeyringStorageType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where secrets of a profile are looked for, in which order, and what is asked. */
final class VaultTest {
    @TempDir private Path profile;

    private final Map<String, String> environment = new HashMap<>();
    private final Person person = new Person();

    /** Answers from lists; an empty list is a test that asked too often. */
    private static final class Person implements Vault.Asks {
        final Deque<String> passphrases = new ArrayDeque<>();
        final Deque<Vault.Choice> choices = new ArrayDeque<>();

        @Override
        public Optional<String> passphrase(boolean again) {
            return Optional.ofNullable(passphrases.poll());
        }

        @Override
        public Vault.Choice choose() {
            return choices.remove();
        }
    }

    private Vault open(boolean needed) {
        return Vault.open(profile, environment::get, needed, person);
    }

    @Test
    void theChoiceForThisRunIsRememberedAndCanBeChanged() {
        person.choices.add(new Vault.Choice(null, true));
        Vault first = open(false);
        assertEquals(Place.THIS_RUN, first.place());
        assertFalse(first.lasting());
        first.keep("anna", "secret");
        // Not asked again, and nothing is there.
        Vault second = open(false);
        assertEquals(Optional.empty(), second.find("anna"));

        second.keep("anna", "secret");
        second.seal("open sesame");
        assertEquals(Place.PASSPHRASE, second.place());
        assertTrue(second.lasting());
        second.keep("ben", "other");

        person.passphrases.add("open sesame");
        Vault third = open(true);
        assertEquals(Optional.of("secret"), third.find("anna"));
        assertEquals(Optional.of("other"), third.find("ben"));
    }

    @Test
    void aPanelThatWasClosedComesAgain() {
        person.choices.add(Vault.Choice.NONE);
        person.choices.add(new Vault.Choice("open sesame", true));
        assertEquals(Place.THIS_RUN, open(false).place());
        assertEquals(Place.PASSPHRASE, open(false).place());
        // Sealed at once, though there is no secret yet.
        assertTrue(SealedSecrets.isIn(profile));
        person.passphrases.addAll(List.of("wrong", "open sesame"));
        assertEquals(Place.PASSPHRASE, open(true).place());
    }

    @Test
    void thePassphraseOfTheEnvironmentNeedsNobody() {
        environment.put("LINDEN_PASSPHRASE", "open sesame");
        open(false).keep("anna", "secret");
        assertEquals(Optional.of("secret"), open(true).find("anna"));
        environment.put("LINDEN_PASSPHRASE", "other");
        assertEquals(Problem.Kind.SIGN_IN, assertThrows(Problem.class, () -> open(true)).kind());
        environment.put("LINDEN_PASSPHRASE", "");
        Problem problem = assertThrows(Problem.class, () -> open(true));
        assertTrue(problem.getMessage().contains("LINDEN_PASSPHRASE"), problem.getMessage());
    }

    @Test
    void anotherPassphraseOpensTheSameSecrets() {
        environment.put("LINDEN_PASSPHRASE", "one");
        Vault vault = open(false);
        vault.keep("anna", "secret");
        vault.seal("two");
        environment.put("LINDEN_PASSPHRASE", "two");
        assertEquals(Optional.of("secret"), open(true).find("anna"));
        environment.put("LINDEN_PASSPHRASE", "one");
        assertThrows(Problem.class, () -> open(true));
    }

    @Test
    void aKeychainThatHasTheKeyAndIsNotThereIsSaid() {
        Problem problem = assertThrows(Problem.class, () -> open(true));
        assertEquals(Problem.Kind.SIGN_IN, problem.kind());
        assertTrue(problem.getMessage().contains("keychain"), problem.getMessage());
        environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + profile.resolve("none"));
        assertThrows(Problem.class, () -> open(true));
        environment.put("LINDEN_PASSPHRASE", "another one");
        assertThrows(Problem.class, () -> open(true));
        assertFalse(SealedSecrets.isIn(profile));
    }

    @Test
    void theKeychainComesBeforeAnyQuestion() throws Exception {
        try (GnomeKeyring keyring = GnomeKeyring.start(profile.resolve("home"))) {
            environment.put("DBUS_SESSION_BUS_ADDRESS", keyring.address);
            Vault vault = open(false);
            assertEquals(Place.KEYCHAIN, vault.place());
            vault.keep("anna", "secret");
            assertEquals(Optional.of("secret"), open(true).find("anna"));
            assertThrows(Problem.class, () -> vault.seal("open sesame"));

            // Another profile does not see them.
            Path other = Files.createDirectory(profile.resolve("other"));
            Vault others = Vault.open(other, environment::get, false, person);
            assertEquals(Optional.empty(), others.find("anna"));

            // Locked with nobody to unlock it, it is none for a profile that has no key in it.
            keyring.run("secret-tool", "lock");
            person.choices.add(Vault.Choice.NONE);
            assertEquals(Place.THIS_RUN, open(false).place());
            assertEquals(
                    "The system's keychain stays locked.",
                    assertThrows(Problem.class, () -> open(true).find("anna")).getMessage());
        }
    }

    @Test
    void theLibraryForOtherSystemsLoadsWithoutItsLinuxPart() {
        for (KeyringStorageType type :
                List.of(
                        KeyringStorageType.WINDOWS_CREDENTIAL_STORE,
                        KeyringStorageType.OSX_KEYCHAIN)) {
            if (System.getProperty("os.name").contains("Linux")) {
                assertEquals(Optional.empty(), SystemKeyring.open(type, new Labels("one")));
            }
        }
    }
}
