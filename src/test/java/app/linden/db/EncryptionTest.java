package app.linden.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** A file with a key, without one, with another one; and from plain to encrypted, killed midway. */
final class EncryptionTest {
    private static final String SCHEMA = "CREATE TABLE note (text VARCHAR(40) NOT NULL)";
    private static final String TITLE = "Dinner with the spies";
    private static final String KEY = "0123456789abcdef".repeat(4);

    @TempDir private Path folder;

    private Database open(@Nullable String key) {
        return Database.open(
                folder,
                "test",
                List.of(SCHEMA),
                encrypted -> key == null ? FileKey.NONE.of(encrypted) : key.toCharArray());
    }

    private static void note(Database database, String text) {
        database.write(sql -> sql.update("INSERT INTO note VALUES (?)", text)).join();
    }

    private static List<String> notes(Database database) {
        return database.read(sql -> sql.list("SELECT text FROM note", r -> r.text(1)));
    }

    /** Whether some file in the folder, or below it, has the words in plain text. */
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
    void aFileWithAKeyShowsNothingAndOpensWithThatKeyAlone() throws IOException {
        try (Database database = open(KEY)) {
            note(database, TITLE);
            assertTrue(database.encrypted());
            // H2 would note the statement that failed, with its values, in a file beside.
            var failing =
                    database.write(
                            sql -> sql.update("INSERT INTO note VALUES ('" + TITLE + "', 1)"));
            assertThrows(CompletionException.class, failing::join);
            assertFalse(onDisk(TITLE));
        }
        assertFalse(onDisk(TITLE));
        assertTrue(Database.isEncrypted(folder, "test"));

        Problem without = assertThrows(Problem.class, () -> open(null));
        assertEquals(Problem.Kind.SIGN_IN, without.kind());
        Problem other = assertThrows(Problem.class, () -> open(KEY.replace('0', '1')));
        assertEquals(Problem.Kind.SIGN_IN, other.kind());
        assertFalse(chain(other).contains(KEY.replace('0', '1')));
        try (Database database = open(KEY)) {
            assertEquals(List.of(TITLE), notes(database));
        }
    }

    private static String chain(Throwable e) {
        var text = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    @Test
    void aPlainFileIsEncryptedWhenThereIsAKey() throws IOException {
        try (Database database = open(null)) {
            note(database, TITLE);
            assertFalse(database.encrypted());
        }
        assertTrue(onDisk(TITLE));
        try (Database database = open(KEY)) {
            assertTrue(database.encrypted());
            assertEquals(List.of(TITLE), notes(database));
            note(database, "Second");
        }
        assertFalse(onDisk(TITLE));
        try (Database database = open(KEY)) {
            assertEquals(List.of(TITLE, "Second"), notes(database));
        }
    }

    @ParameterizedTest
    @EnumSource(Encryption.Step.class)
    void killedAfterAnyStepNothingIsLostAndNothingPlainStays(Encryption.Step step)
            throws Exception {
        try (Database database = open(null)) {
            note(database, TITLE);
        }
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HaltedEncryption.class.getName(),
                                folder.toString(),
                                "test",
                                KEY,
                                step.name())
                        .inheritIO()
                        .start();
        assertEquals(HaltedEncryption.DIED, process.waitFor());

        boolean moved = step.compareTo(Encryption.Step.MOVED) >= 0;
        assertEquals(moved, Database.isEncrypted(folder, "test"));
        assertEquals(!moved, onDisk(TITLE));
        try (Database database = open(KEY)) {
            assertEquals(List.of(TITLE), notes(database));
            assertTrue(database.encrypted());
        }
        assertFalse(onDisk(TITLE));
        assertFalse(Files.exists(folder.resolve("test.encrypting")));
    }

    @Test
    void withoutRoomForACopyItIsOpenedAsItIs() throws IOException {
        try (Database database = open(null)) {
            note(database, TITLE);
        }
        // A file stands where the side folder would be made.
        Files.writeString(folder.resolve("test.encrypting"), "in the way");
        try (Database database = open(KEY)) {
            assertFalse(database.encrypted());
            assertEquals(List.of(TITLE), notes(database));
        }
    }

    @Test
    void aFileThatWasCutShortWhenItWasMadeIsMadeAnew() throws IOException {
        Files.writeString(folder.resolve("test.mv.db"), "H2encr");
        try (Database database = open(KEY)) {
            note(database, TITLE);
        }
        try (Database database = open(KEY)) {
            assertEquals(List.of(TITLE), notes(database));
        }
    }

    @Test
    void aFileWhoseKeyIsLostIsSetAsideAndKept() {
        try (Database database = open(KEY)) {
            note(database, TITLE);
            assertThrows(Problem.class, () -> Database.setAside(folder, "test", "today"));
        }
        Path first = Database.setAside(folder, "test", "today");
        open(null).close();
        Path second = Database.setAside(folder, "test", "today");

        assertEquals("test-set-aside-today.mv.db", first.getFileName().toString());
        assertEquals("test-set-aside-today-2.mv.db", second.getFileName().toString());
        assertTrue(Database.isEncrypted(folder, "test-set-aside-today"));
    }
}
