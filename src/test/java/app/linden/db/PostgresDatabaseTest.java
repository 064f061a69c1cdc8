package app.linden.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

final class PostgresDatabaseTest {
    private static final String SCHEMA =
            "CREATE TABLE note (n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at BIGINT,"
                    + " text VARCHAR(10) NOT NULL)";
    private static final String ROW = "INSERT INTO note (at, text) VALUES (1, 'once')";

    @TempDir private Path folder;
    private String url;

    @BeforeAll
    static void assumeThere() {
        PostgresForTests.assumeThere();
    }

    @BeforeEach
    void make() {
        url = PostgresForTests.database();
    }

    private Database open(String name, String... scripts) {
        return Database.connect(url, folder, name, List.of(scripts));
    }

    private static void add(Sql sql, String text) {
        sql.update("INSERT INTO note (at, text) VALUES (0, ?)", text);
    }

    private static List<String> notes(Database database) {
        return database.read(
                sql -> sql.list("SELECT text FROM note ORDER BY text", r -> r.text(1)));
    }

    private static void endSessions(String query) {
        PostgresForTests.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '"
                        + query
                        + "' AND pid <> pg_backend_pid()");
    }

    @Test
    void aFailingTransactionTakesNobodyWithIt() {
        try (Database database = open("one", SCHEMA)) {
            List<CompletableFuture<Integer>> futures = new ArrayList<>();
            for (int i = 0; i < 90; i++) {
                int n = i;
                futures.add(
                        database.write(sql -> {
                            add(sql, "n" + n);
                            add(sql, n % 9 == 7 ? "x".repeat(99) : "m" + n);
                            return n;
                        }));
            }
            for (int i = 0; i < 90; i++) {
                CompletableFuture<Integer> future = futures.get(i);
                if (i % 9 == 7) {
                    CompletionException e = assertThrows(CompletionException.class, future::join);
                    assertEquals("This is too large to be stored.", Problem.sentence(e));
                } else {
                    assertEquals(i, future.join());
                }
            }
            assertEquals(160, notes(database).size());
        }
    }

    /** Failures are logged, and logs hold nothing of anybody's calendar. */
    @Test
    void aFailureRepeatsNothingOfTheRows() {
        try (Database database =
                open("one", SCHEMA + "; CREATE UNIQUE INDEX note_text ON note (text)")) {
            for (boolean batch : new boolean[] {false, true}) {
                CompletableFuture<Integer> written =
                        database.write(sql -> {
                            String insert = "INSERT INTO note (at, text) VALUES (?, ?)";
                            Object[] row = {1L, "private"};
                            if (batch) {
                                sql.batch(insert, List.of(row, row));
                            } else {
                                sql.update(insert, row);
                                sql.update(insert, row);
                            }
                            return 1;
                        });
                CompletionException e = assertThrows(CompletionException.class, written::join);
                StringWriter text = new StringWriter();
                e.printStackTrace(new PrintWriter(text));
                assertTrue(text.toString().contains("note_text"), text.toString());
                assertFalse(text.toString().contains("private\""), text.toString());
                assertFalse(text.toString().contains("(private"), text.toString());
                assertFalse(text.toString().contains("'private"), text.toString());
            }
        }
    }

    @Test
    void twoThatOpenItAtOnceMakeItsTablesOnce() {
        CompletableFuture<Database> other =
                CompletableFuture.supplyAsync(() -> open("two", SCHEMA, ROW));
        try (Database one = open("one", SCHEMA, ROW);
                Database two = other.join()) {
            assertEquals(List.of("once"), notes(one));
            assertEquals(List.of("once"), notes(two));
        }
        Problem problem = assertThrows(Problem.class, () -> open("one", SCHEMA));
        assertTrue(problem.getMessage().contains("newer Linden"), problem.getMessage());
    }

    /** Else a device that asks for what came after the last number it knows would miss some. */
    @Test
    void numbersAreGivenInTheOrderInWhichOthersSeeThem() {
        try (Database one = open("one", SCHEMA);
                Database two = open("two", SCHEMA)) {
            List<CompletableFuture<Long>> futures = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                futures.add(
                        (i % 2 == 0 ? one : two)
                                .write(sql -> {
                                    long before = sql.number("SELECT COUNT(*) FROM note");
                                    sql.update(
                                            "INSERT INTO note (at, text) VALUES (?, 'x')", before);
                                    return before;
                                }));
            }
            List<Long> seen = new ArrayList<>();
            for (var f : futures) {
                seen.add(f.join());
            }
            List<Long> all = LongStream.range(0, 200).boxed().toList();
            assertEquals(all, seen.stream().sorted().toList());
            assertEquals(
                    all,
                    one.read(sql -> sql.list("SELECT at FROM note ORDER BY n", r -> r.number(1))));
        }
    }

    @Test
    void aConnectionThatBreaksBeforeTheCommitIsMadeAnewAndTheWorkDoneOnce() {
        try (Database database = open("one", SCHEMA)) {
            List<String> tries = new ArrayList<>();
            String result =
                    database.write(
                                    sql -> {
                                        add(sql, "kept");
                                        tries.add("try");
                                        if (tries.size() == 1) {
                                            endSessions("INSERT INTO note%");
                                        }
                                        add(sql, "too");
                                        return "done";
                                    })
                            .join();
            assertEquals("done", result);
            assertEquals(2, tries.size());
            assertEquals(List.of("kept", "too"), notes(database));
        }
    }

    @Test
    void aCommitThatIsNotAnsweredIsAskedForAndTriedAFewTimesOnly() {
        try (Database database = open("one", SCHEMA)) {
            // The session ends within the commit, so that nothing is kept, and nothing said.
            PostgresForTests.execute(
                    url,
                    "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.text"
                        + " = 'cut' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;"
                        + " RETURN NULL; END $$; CREATE CONSTRAINT TRIGGER late AFTER INSERT ON"
                        + " note DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION"
                        + " cut()");
            List<String> tries = new ArrayList<>();
            CompletableFuture<Boolean> cut =
                    database.write(sql -> {
                        add(sql, "cut");
                        return tries.add("try");
                    });
            CompletionException e = assertThrows(CompletionException.class, cut::join);
            assertEquals(Problem.Kind.STORAGE, Problem.kind(e));
            assertEquals(4, tries.size());
            database.write(
                            sql -> {
                                add(sql, "next");
                                return 1;
                            })
                    .join();
            assertEquals(List.of("next"), notes(database));
        }
    }

    @Test
    void othersHearWhatIsSaidWithACommitAndNothingThatIsUndone() throws Exception {
        LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Ear ear =
                new Ear() {
                    @Override
                    public void heard(String word) {
                        heard.add(word);
                    }

                    @Override
                    public void missed() {
                        heard.add("(missed)");
                    }
                };
        try (Database one = open("one", SCHEMA);
                Database two = open("two", SCHEMA);
                AutoCloseable _ = two.listen(ear)) {
            one.write(
                            sql -> {
                                sql.announce("first");
                                return 1;
                            })
                    .join();
            assertEquals("first", heard.poll(20, TimeUnit.SECONDS));
            assertThrows(
                    CompletionException.class,
                    () ->
                            one.write(
                                            sql -> {
                                                sql.announce("undone");
                                                throw new IllegalStateException("no");
                                            })
                                    .join());
            two.write(
                            sql -> {
                                sql.announce("my own");
                                return 1;
                            })
                    .join();
            one.announce("second");
            assertEquals("second", heard.poll(20, TimeUnit.SECONDS));
            endSessions("LISTEN%");
            endSessions("SELECT 1");
            assertEquals("(missed)", heard.poll(20, TimeUnit.SECONDS));
            one.announce("third");
            assertEquals("third", heard.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatATextCannotHoldStandsAsAMark() {
        try (Database database = open("one", SCHEMA)) {
            String hostile = "a\0b\uD800c\uD83D\uDE00";
            database.write(
                            sql -> {
                                add(sql, hostile);
                                return 1;
                            })
                    .join();
            assertEquals(List.of("a\uFFFDb\uFFFDc\uD83D\uDE00"), notes(database));
            assertEquals(
                    1L,
                    database.<Long>read(sql ->
                            sql.number(
                                    "SELECT COUNT(*) FROM note WHERE text = ANY(?)",
                                    (Object) new Object[] {hostile})));
        }
    }

    private String refusal(String address) {
        return assertThrows(Problem.class, () -> Database.connect(address, folder, "x", List.of()))
                .getMessage();
    }

    @Test
    void whatCannotBeReachedIsSaidInASentence() {
        assertEquals(
                "There is no such database; make it first.",
                refusal(url.replaceFirst("/linden\\d+", "/nowhere")));
        assertEquals(
                "The database cannot be reached.",
                refusal("jdbc:postgresql://127.0.0.1:1/x?user=y"));
        String none = refusal("jdbc:postgresql://:port:/");
        assertTrue(none.startsWith("The address of a PostgreSQL database looks like"), none);
    }
}
