package app.linden.db;

import app.linden.base.Problem;
import app.linden.base.Worker;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An H2 file with one writer thread and any number of readers.
 *
 * <p>Saved means saved: the writer takes all the transactions that wait, runs them, commits once,
 * then CHECKPOINT SYNC, and only then completes their futures; COMMIT alone loses acknowledged rows
 * when the process is killed. A transaction that fails is rolled back alone. Readers have
 * connections of their own and see the last commit.
 *
 * <p>No thread inside H2 is ever interrupted: that would close the file for every connection.
 */
public final class Database implements AutoCloseable {
    private static final int GROUP = 256;
    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    static {
        OrderedPath.register();
    }

    /** What H2 writes to below {@link OrderedPath}; tests put a disk there that loses power. */
    static volatile String files = "";

    /** Work inside one transaction; it may run on another thread than the caller's. */
    @FunctionalInterface
    public interface Transaction<T> {
        T run(Sql sql);
    }

    private record Pending<T>(Transaction<T> work, CompletableFuture<T> done) {
        /** Runs the work; answers what completes the future, once the group is on disk. */
        Runnable run(Sql sql) {
            T result = work.run(sql);
            return () -> done.complete(result);
        }
    }

    private final FileLock lock;
    private final String url;
    private final char @Nullable [] key;
    private final Worker writer;
    private final LinkedBlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();
    private final Deque<Reader> readers = new ConcurrentLinkedDeque<>();
    private final Connection connection;
    private final Statement control;
    private final Sql sql;
    private volatile boolean closed;

    private Database(FileLock lock, String url, char @Nullable [] key, String threadName) {
        this.lock = lock;
        this.url = url;
        this.key = key;
        try {
            this.connection = connect(url, key);
            this.control = connection.createStatement();
        } catch (SQLException e) {
            throw Problems.of(e);
        }
        this.sql = new Sql(connection);
        this.writer = new Worker(threadName);
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
        Database database;
        try {
            database = openFile(lock, folder, name, key);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        try {
            new Migrations(migrations).run(database.sql, database.control);
            database.flush();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database openFile(FileLock lock, Path folder, String name, FileKey keys) {
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
        return new Database(lock, url(folder, name, key != null), key, "disk-" + name);
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
        return key != null;
    }

    /** Without H2's trace file: it would repeat what is in the rows, in plain text. */
    static String url(Path folder, String name, boolean encrypted) {
        return "jdbc:h2:"
                + OrderedPath.SCHEME
                + ":"
                + files
                + folder.toAbsolutePath().resolve(name)
                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0"
                + (encrypted ? ";CIPHER=AES" : "");
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
        queue.add(new Pending<>(work, done));
        writer.execute(this::drain);
        return told;
    }

    /** Runs queries on the calling thread, all on one snapshot-like connection of their own. */
    public <T> T read(Transaction<T> work) {
        if (closed) {
            throw new Problem(Problem.Kind.STORAGE, "The database is closed.");
        }
        Reader reader = readers.poll();
        if (reader == null) {
            reader = Reader.open(url, key);
        }
        try {
            return work.run(reader.sql);
        } finally {
            readers.push(reader);
            if (closed) {
                closeReaders();
            }
        }
    }

    private void closeReaders() {
        try {
            for (Reader r = readers.poll(); r != null; r = readers.poll()) {
                r.connection.close();
            }
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }

    private void drain() {
        List<Pending<?>> group = new ArrayList<>();
        queue.drainTo(group, GROUP);
        if (group.isEmpty()) {
            return;
        }
        List<Runnable> completions = new ArrayList<>();
        List<Pending<?>> ran = new ArrayList<>();
        for (Pending<?> next : group) {
            Runnable completion = runAlone(next);
            if (completion != null) {
                completions.add(completion);
                ran.add(next);
            }
        }
        try {
            flush();
        } catch (RuntimeException e) {
            rollback(e);
            ran.forEach(p -> p.done.completeExceptionally(e));
            return;
        }
        completions.forEach(Runnable::run);
    }

    private @Nullable Runnable runAlone(Pending<?> next) {
        Savepoint before = null;
        try {
            before = connection.setSavepoint();
            Runnable completion = next.run(sql);
            connection.releaseSavepoint(before);
            return completion;
        } catch (Throwable e) {
            Throwable told = e instanceof SQLException s ? Problems.of(s) : e;
            try {
                if (before != null) {
                    connection.rollback(before);
                }
            } catch (SQLException second) {
                told.addSuppressed(second);
            }
            next.done.completeExceptionally(told);
            return null;
        }
    }

    private void flush() {
        try {
            connection.commit();
            control.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }

    private void rollback(RuntimeException because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /**
     * H2 takes the key of the file and the user's password, which is empty, with a blank between.
     */
    static Connection connect(String url, char @Nullable [] key) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", "linden");
        if (key != null) {
            char[] password = Arrays.copyOf(key, key.length + 1);
            password[key.length] = ' ';
            properties.put("password", password);
        }
        Connection connection = DriverManager.getConnection(url, properties);
        connection.setAutoCommit(false);
        return connection;
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
        writer.close();
        try {
            closeReaders();
            connection.close();
        } catch (SQLException e) {
            throw Problems.of(e);
        } finally {
            lock.close();
            if (key != null) {
                Arrays.fill(key, '\0');
            }
        }
    }

    /**
     * A connection for queries only. It commits by itself, so that each query sees the last commit.
     */
    private record Reader(Connection connection, Sql sql) {
        static Reader open(String url, char @Nullable [] key) {
            try {
                Connection connection = connect(url, key);
                connection.setAutoCommit(true);
                connection.setReadOnly(true);
                return new Reader(connection, new Sql(connection));
            } catch (SQLException e) {
                throw Problems.of(e);
            }
        }
    }
}
