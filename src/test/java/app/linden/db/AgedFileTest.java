package app.linden.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Saved means saved also in a file that was closed long ago. Then H2 may write into space that it
 * kept for a while, and H2 2.5.252 forgot to say so in the file's header: a process that was killed
 * lost all that it had saved since the start.
 */
class AgedFileTest {
    @TempDir private Path folder;

    @Test
    void whatIsSavedInAnOldFileIsThereAfterAKill() throws IOException {
        List<String> schema = List.of("CREATE TABLE t (n INT PRIMARY KEY, text VARCHAR)");
        try (Database database = Database.open(folder, "test", schema)) {
            for (int i = 0; i < 40; i++) {
                add(database, i);
            }
        }
        makeOlder(folder.resolve("test.mv.db"), 600_000);
        try (Database database = Database.open(folder, "test", schema)) {
            for (int i = 40; i < 70; i++) {
                add(database, i);
                Path killed = Files.createDirectory(folder.resolve("killed" + i));
                Files.copy(folder.resolve("test.mv.db"), killed.resolve("test.mv.db"));
                try (Database copy = Database.open(killed, "test", schema)) {
                    assertEquals(
                            i + 1L, copy.<Long>read(sql -> sql.number("SELECT COUNT(*) FROM t")));
                }
            }
        }
    }

    private static void add(Database database, int n) {
        database.write(sql -> sql.update("INSERT INTO t VALUES (?, ?)", n, "x".repeat(300))).join();
    }

    /** As if the file had been made so much earlier; both copies of the header say when. */
    private static void makeOlder(Path file, long millis) throws IOException {
        try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] headers = new byte[HeaderAge.HEADERS];
            f.readFully(headers);
            f.seek(0);
            f.write(HeaderAge.older(headers, millis));
        }
    }
}
