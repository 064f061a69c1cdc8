package app.linden.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

final class DatabaseTest {
    private static final String SCHEMA =
            "CREATE TABLE note (id INT PRIMARY KEY, text VARCHAR(10) NOT NULL)";

    @TempDir private Path folder;

    private Database open(String... scripts) {
        return Database.open(folder, "test", List.of(scripts));
    }

    private static List<String> notes(Database database) {
        return database.read(sql -> sql.list("SELECT text FROM note ORDER BY id", r -> r.text(1)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFailingTransactionTakesNobodyWithIt() {
        try (Database database = open(SCHEMA)) {
            List<CompletableFuture<Integer>> futures = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int n = i;
                futures.add(
                        database.write(sql -> {
                            sql.update("INSERT INTO note VALUES (?, ?)", n, "n" + n);
                            return sql.update(
                                    "INSERT INTO note VALUES (?, ?)", n + 100, n == 7 ? null : "m");
                        }));
            }
            for (int i = 0; i < 20; i++) {
                CompletableFuture<Integer> future = futures.get(i);
                if (i == 7) {
                    CompletionException e = assertThrows(CompletionException.class, future::join);
                    assertEquals(Problem.Kind.STORAGE, Problem.kind(e));
                } else {
                    assertEquals(1, future.join());
                }
            }
            assertEquals(38, notes(database).size());
        }
    }

    @Test
    void whatIsTooLongIsRefusedInASentence() {
        try (Database database = open(SCHEMA)) {
            CompletionException e =
                    assertThrows(
                            CompletionException.class,
                            () ->
                                    database.write(sql ->
                                                    sql.update(
                                                            "INSERT INTO note VALUES (1, ?)",
                                                            "x".repeat(99)))
                                            .join());
            assertEquals("This is too large to be stored.", Problem.sentence(e));
        }
    }

    /** An export or import may still look when the window closes. */
    @Test
    void whoStillReadsWhenItIsClosedDoesNotKeepTheFile() throws Exception {
        Database database = open(SCHEMA);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<List<String>> read =
                CompletableFuture.supplyAsync(() ->
                        database.read(sql -> {
                            reading.countDown();
                            await(closed);
                            return sql.list("SELECT text FROM note", r -> r.text(1));
                        }));
        reading.await();
        database.close();
        closed.countDown();
        assertEquals(List.of(), read.join());
        try (FileChannel file =
                        FileChannel.open(folder.resolve("test.mv.db"), StandardOpenOption.WRITE);
                java.nio.channels.FileLock lock = file.tryLock()) {
            assertTrue(lock.isValid());
        }
    }

    @Test
    void everyMigrationRunsOnceAndANewerFileIsRefusedPolitely() {
        open(SCHEMA).close();
        try (Database database = open(SCHEMA, "INSERT INTO note VALUES (1, 'one')")) {
            assertEquals(List.of("one"), notes(database));
        }
        Problem problem = assertThrows(Problem.class, () -> open(SCHEMA));
        assertTrue(problem.getMessage().contains("newer Linden"), problem.getMessage());
        try (Database database = open(SCHEMA, "INSERT INTO note VALUES (1, 'one')")) {
            assertEquals(List.of("one"), notes(database));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsAProblemAndIsLeftAsItIs() throws Exception {
        Path file = folder.resolve("test.mv.db");
        byte[] garbage = "this is no database, but somebody's text".repeat(500).getBytes("UTF-8");
        java.nio.file.Files.write(file, garbage);

        assertEquals(Problem.Kind.STORAGE, assertThrows(Problem.class, () -> open(SCHEMA)).kind());
        assertEquals(garbage.length, java.nio.file.Files.size(file));
    }

    @Test
    void aFullDiskIsSaidInWordsAndNotInTheDatabases() {
        String full = sentence("IO Exception: java.io.IOException: No space left on device");
        String closed =
                sentence("General error: MVStoreException: This store is closed [2.4.240/4]");

        assertEquals("The disk is full; the change was not saved.", full);
        assertTrue(closed.contains("Is it full?"), closed);
    }

    private static String sentence(String h2) {
        return Problem.sentence(Problems.of(new java.sql.SQLException(h2, "HY000", 50_000)));
    }
}
