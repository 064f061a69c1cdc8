package app.linden.db;

import app.linden.base.Problem;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An H2 file, or a PostgreSQL database that other processes may have open too, with one writer
 * thread and any number of readers.
 *
 * <p>Saved means saved: the writer takes all the transactions that wait, runs them, commits once,
 * and only when that is durable it completes their futures. A transaction that fails is rolled back
 * alone. Readers have connections of their own and see the last commit.
 *
 * <p>On PostgreSQL a transaction may run again, when the connection broke before its commit: it
 * must not keep anything outside the database but its result.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    /** What H2 writes to below {@link OrderedPath}; tests put a disk there that loses power. */
    static volatile String files = "";

    /** Work inside one transaction; it may run on another thread than the caller's. */
    @FunctionalInterface
    public interface Transaction<T> {
        T run(Sql sql);
    }

    private final Engine engine;
    private final GroupWriter writer;
    private volatile boolean closed;

    private Database(Engine engine, String threadName) {
        this.engine = engine;
        this.writer = new GroupWriter(engine, threadName);
    }

    /** As {@link #open(Path, String, List, FileKey)}, for a file that is never encrypted. */
    public static Database open(Path folder, String name, List<String> migrations) {
        return open(folder, name, migrations, FileKey.NONE);
    }

    /**
     * Opens or makes the database {@code name} in {@code folder} and brings its schema up to date.
     * A plain file is encrypted first when there is a key; where that fails, on a full disk say, it
     * is opened as it is.
     *
     * @param migrations SQL scripts, the first makes version 1; each runs once in the life of a
     *     file
     * @throws Problem STORAGE when the file is in use, damaged, or of a newer Linden; SIGN_IN when
     *     it is encrypted and there is no key, or another one
     */
    public static Database open(Path folder, String name, List<String> migrations, FileKey key) {
        // A semicolon would end the path and begin H2 settings, so such a folder is refused, not
        // half-opened.
        if (folder.toString().contains(";")) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "The data folder's name must not contain a semicolon.");
        }
        FileLock lock = FileLock.take(folder.resolve(name + ".lock"));
        Engine engine;
        try {
            engine = openFile(lock, folder, name, key);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return new Database(engine, "disk-" + name).started(migrations);
    }

    /**
     * Opens a PostgreSQL database, which other processes may have open too, and brings its schema
     * up to date.
     *
     * @param url as its driver takes it: jdbc:postgresql://host/database?user=…
     * @param folder this process's own, so that no second one takes it
     * @param migrations as of {@link #open(Path, String, List)}; each runs once for all processes
     * @throws Problem STORAGE when the database cannot be reached or used, or is of a newer Linden,
     *     or the folder is in use; BAD_INPUT for an address that is none
     */
    public static Database connect(String url, Path folder, String name, List<String> migrations) {
        FileLock lock = FileLock.take(folder.resolve(name + ".lock"));
        Engine engine;
        try {
            engine = new Postgres(lock, url);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return new Database(engine, "disk-" + name).started(migrations);
    }

    /** Whether an address is one for {@link #connect}. */
    public static boolean isPostgres(String url) {
        return url.startsWith(Postgres.SCHEME);
    }

    private static Engine openFile(FileLock lock, Path folder, String name, FileKey keys) {
        Encryption file = new Encryption(folder, name, step -> {});
        char[] key = keys.of(file.isEncrypted());
        try {
            file.clearLeftovers();
            if (key != null && file.isThere() && !file.isEncrypted()) {
                file.encrypt(key);
            }
        } catch (IOException | SQLException e) {
            LOG.log(Level.WARNING, "The data could not be encrypted and stays as it is", e);
        }
        if (key != null && file.isThere() && !file.isEncrypted()) {
            Arrays.fill(key, '\0');
            key = null;
        }
        Anchor.drop(FileEngine.path(folder, name) + ".mv.db", key);
        return new FileEngine(lock, FileEngine.url(folder, name, key != null), key);
    }

    /** Migrates before the first other work; what fails closes all that was opened. */
    private Database started(List<String> migrations) {
        try {
            writer.migrate(new Migrations(migrations, engine.dialect()));
            return this;
        } catch (SQLException | RuntimeException e) {
            RuntimeException told = Problems.unwrapped(e);
            try {
                close();
            } catch (RuntimeException second) {
                told.addSuppressed(second);
            }
            throw told;
        }
    }

    /** Whether the file {@code name} in {@code folder} is there and encrypted. */
    public static boolean isEncrypted(Path folder, String name) {
        return new Encryption(folder, name, step -> {}).isEncrypted();
    }

    /**
     * Renames the file {@code name}, so that the next opening makes a new one; nothing is deleted.
     *
     * @param mark a word for the new name, NAME-set-aside-MARK.mv.db
     * @return the file as it is called now
     * @throws Problem STORAGE when it is in use or not there
     */
    public static Path setAside(Path folder, String name, String mark) {
        Path file = Encryption.fileOf(folder, name);
        FileLock lock = FileLock.take(folder.resolve(name + ".lock"));
        try {
            for (int n = 1; ; n++) {
                String again = n == 1 ? "" : "-" + n;
                Path aside = Encryption.fileOf(folder, name + "-set-aside-" + mark + again);
                if (!Files.exists(aside)) {
                    return Files.move(file, aside);
                }
            }
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The file " + file + " cannot be renamed.", e);
        } finally {
            lock.close();
        }
    }

    /** Whether what is written now is encrypted. */
    public boolean encrypted() {
        return engine.encrypted();
    }

    /**
     * Runs a transaction on the writer thread; the future completes when its result is safe on
     * disk.
     */
    public <T> CompletableFuture<T> write(Transaction<T> work) {
        return write(work, result -> {});
    }

    /**
     * The same; {@code durable} hears the result on the writer thread after it is safe and before
     * the future completes, in the order of the transactions.
     */
    public <T> CompletableFuture<T> write(Transaction<T> work, Consumer<? super T> durable) {
        CompletableFuture<T> done = new CompletableFuture<>();
        if (closed) {
            done.completeExceptionally(
                    new Problem(Problem.Kind.STORAGE, "The database is closed."));
            return done;
        }
        CompletableFuture<T> told =
                done.thenApply(result -> {
                    durable.accept(result);
                    return result;
                });
        writer.add(work, done);
        return told;
    }

    /** Runs queries on the calling thread, all on one snapshot-like connection of their own. */
    public <T> T read(Transaction<T> work) {
        if (closed) {
            throw new Problem(Problem.Kind.STORAGE, "The database is closed.");
        }
        return engine.read(work);
    }

    /**
     * Writes all rows as they are at one moment; whoever writes meanwhile does not wait.
     *
     * @throws IOException when they cannot be written to {@code out}, which stays open
     */
    public void backUp(OutputStream out) throws IOException {
        try (Connection snapshot = engine.snapshot()) {
            BackupWriter.write(snapshot, out);
            snapshot.rollback();
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }

    /**
     * Says a word to the other processes on this database, at once and whether or not anything is
     * written; within a transaction {@link Sql#announce} is said with its commit. Nobody hears it
     * where the database is a file.
     *
     * @param word at most {@link Sql#LONGEST_WORD} bytes of UTF-8
     */
    public void announce(String word) {
        engine.announce(word);
    }

    /**
     * Hears what other processes announce, from the return on; what comes back ends it. An ear
     * hears nothing where the database is a file.
     */
    public AutoCloseable listen(Ear ear) {
        AutoCloseable listening = engine.listen(ear);
        return listening == null ? () -> {} : listening;
    }

    /** Whether other processes may have this database open. */
    public boolean isShared() {
        return engine.dialect() == Dialect.POSTGRESQL;
    }

    /**
     * Finishes what was taken in, then closes the file; who still reads closes it a little later.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            engine.closeReaders();
            writer.close();
        } finally {
            engine.close();
        }
    }
}
