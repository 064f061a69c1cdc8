package app.linden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A profile's protection from the command line: none, by a passphrase, with its key lost. */
final class SecretsWordTest {
    private static final String TITLE = "Dinner with the spies";

    @TempDir private Path folder;
    private final Typed typed = new Typed();

    private int run(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--profile";
        all[words.length + 1] = folder.resolve("profile").toString();
        return typed.run(all);
    }

    private boolean onDisk(String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(words)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void withoutAPlaceForSecretsItIsSaidThatNothingIsEncrypted() throws Exception {
        assertEquals(0, run("add", "--title", TITLE, "--start", "2026-11-24T18:00"), typed.err());
        assertEquals(0, run("secrets"), typed.err());
        assertEquals(
                "Passwords are not kept. The copy of the calendars on this computer is not"
                        + " encrypted; a passphrase (linden secrets --seal) or a keychain would"
                        + " change that.\n",
                typed.out());
        assertTrue(onDisk(TITLE));
    }

    @Test
    void sealingEncryptsWhatIsThere() throws Exception {
        run("add", "--title", TITLE, "--start", "2026-11-24T18:00");
        typed.answers("open sesame");
        assertEquals(0, run("secrets", "--seal"), typed.err());
        assertFalse(onDisk(TITLE));
        assertFalse(onDisk("open sesame"));

        assertEquals(1, run("agenda"));
        assertTrue(typed.err().contains("LINDEN_PASSPHRASE"), typed.err());
        typed.set("LINDEN_PASSPHRASE", "wrong");
        assertEquals(1, run("agenda"));
        assertEquals("linden: This is not the passphrase of these secrets.\n", typed.err());
        typed.set("LINDEN_PASSPHRASE", "open sesame");
        assertEquals(0, run("agenda", "--from", "2026-11-24"), typed.err());
        assertTrue(typed.out().contains(TITLE), typed.out());
        assertEquals(0, run("secrets"));
        assertEquals(
                "Passwords are sealed by a passphrase. The copy of the calendars on this computer"
                        + " is encrypted.\n",
                typed.out());
    }

    @Test
    void aCopyWhoseKeyIsLostIsSetAsideOnlyWhenThePersonSaysSo() throws Exception {
        typed.set("LINDEN_PASSPHRASE", "open sesame");
        run("add", "--title", TITLE, "--start", "2026-11-24T18:00");
        Path profile = folder.resolve("profile");
        Path sealed = profile.resolve("secrets.sealed");
        Path elsewhere = folder.resolve("secrets.elsewhere");
        Files.move(sealed, elsewhere);

        assertEquals(1, run("agenda"));
        assertTrue(typed.err().contains("Nothing was changed."), typed.err());
        assertEquals(0, run("secrets", "--start-anew"), typed.err());
        assertTrue(typed.out().contains("linden-set-aside-"), typed.out());
        assertEquals(0, run("agenda", "--from", "2026-11-24"), typed.err());
        assertFalse(typed.out().contains(TITLE));
        typed.set("LINDEN_PASSPHRASE", "open sesame");
        assertEquals(0, run("secrets"), typed.err());

        // With the key found again the old copy opens as it was.
        try (Stream<Path> files = Files.list(profile)) {
            Path aside =
                    files.filter(f -> f.toString().contains("set-aside")).findFirst().orElseThrow();
            Files.move(
                    aside,
                    profile.resolve("linden.mv.db"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(elsewhere, sealed, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals(0, run("agenda", "--from", "2026-11-24"), typed.err());
        assertTrue(typed.out().contains(TITLE), typed.out());
        assertEquals(1, run("secrets", "--start-anew") + run("secrets", "--start-anew"));
    }
}
