package app.linden.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Saved means saved also in a file that was closed long ago. Then H2 may write into space that it
 * kept for a while, and H2 2.5.252 forgot to say so in the file's header: a process that was killed
 * lost all that it had saved since the start.
 */
class AgedFileTest {
    private static final int HEADER = 4096;
    private static final Pattern CREATED = Pattern.compile("created:([0-9a-f]+)");

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
            for (int at = 0; at <= HEADER; at += HEADER) {
                byte[] block = new byte[HEADER];
                f.seek(at);
                f.readFully(block);
                String text = new String(block, StandardCharsets.ISO_8859_1);
                String said = text.substring(0, text.indexOf(",fletcher:"));
                Matcher created = CREATED.matcher(said);
                created.find();
                long then = Long.parseLong(created.group(1), 16) - millis;
                String older = created.replaceFirst("created:" + Long.toHexString(then));
                byte[] bytes = older.getBytes(StandardCharsets.ISO_8859_1);
                int sum = DataUtils.getFletcher32(bytes, 0, bytes.length);
                byte[] whole =
                        (older + ",fletcher:" + Integer.toHexString(sum) + "\n")
                                .getBytes(StandardCharsets.ISO_8859_1);
                f.seek(at);
                f.write(whole);
                f.write(new byte[Math.max(0, text.indexOf('\n') + 1 - whole.length)]);
            }
        }
    }
}
