package app.linden.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.calendar.port.Secrets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class SealedSecretsTest {
    private static final String PASSWORD = "tr0ub4dor-äöü-\uD83C\uDF33";

    @TempDir private Path profile;

    @Test
    void whatWasKeptIsThereAfterARestart() {
        Secrets before = SealedSecrets.open(profile, "open sesame");
        assertEquals(Optional.empty(), before.find("anna"));
        before.keep("anna", "first");
        before.keep("anna", PASSWORD);
        before.keep("ben", "other");
        before.forget("ben");

        Secrets after = SealedSecrets.open(profile, "open sesame");
        assertEquals(Optional.of(PASSWORD), after.find("anna"));
        assertEquals(Optional.empty(), after.find("ben"));
        assertTrue(after.lasting());
    }

    @Test
    void anotherPassphraseOpensNothing() {
        SealedSecrets.open(profile, "open sesame").keep("anna", PASSWORD);
        Problem problem =
                assertThrows(Problem.class, () -> SealedSecrets.open(profile, "open Sesame"));
        assertEquals(Problem.Kind.SIGN_IN, problem.kind());
        assertEquals("This is not the passphrase of these secrets.", problem.getMessage());
    }

    @Test
    void noFileOfTheProfileHoldsThePassword() throws Exception {
        Secrets secrets = SealedSecrets.open(profile, "open sesame");
        secrets.keep("anna", PASSWORD);
        secrets.keep("ben", "second");
        try (Stream<Path> files = Files.walk(profile)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertEquals(1, all.size());
            for (Path file : all) {
                byte[] bytes = Files.readAllBytes(file);
                for (String planted : List.of(PASSWORD, "second", "open sesame", "anna")) {
                    assertFalse(contains(bytes, planted), planted);
                }
            }
        }
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws Exception {
        SealedSecrets.open(profile, "open sesame").keep("anna", PASSWORD);
        Path file = profile.resolve("secrets.sealed");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aByteThatWasChangedIsNoticed() throws Exception {
        SealedSecrets.open(profile, "open sesame").keep("anna", PASSWORD);
        Path file = profile.resolve("secrets.sealed");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 20] ^= 1;
        Files.write(file, bytes);
        assertThrows(Problem.class, () -> SealedSecrets.open(profile, "open sesame"));
        Files.write(file, "something else".getBytes(StandardCharsets.UTF_8));
        Problem problem =
                assertThrows(Problem.class, () -> SealedSecrets.open(profile, "open sesame"));
        assertEquals("The file of sealed secrets is damaged.", problem.getMessage());
    }

    @Test
    void equalSecretsGiveOtherBytesEachTime() throws Exception {
        Secrets secrets = SealedSecrets.open(profile, "open sesame");
        secrets.keep("anna", PASSWORD);
        byte[] first = Files.readAllBytes(profile.resolve("secrets.sealed"));
        secrets.keep("anna", PASSWORD);
        byte[] second = Files.readAllBytes(profile.resolve("secrets.sealed"));
        assertNotEquals(Arrays.toString(first), Arrays.toString(second));
    }

    private static boolean contains(byte[] bytes, String text) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        String wanted =
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return latin.contains(wanted);
    }
}
