package app.linden.db;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * An H2 file. A commit is followed by CHECKPOINT SYNC: COMMIT alone loses acknowledged rows when
 * the process is killed. Readers have connections of their own.
 *
 * <p>No thread inside H2 is ever interrupted: that would close the file for every connection.
 */
final class FileEngine implements Engine {
    static {
        OrderedPath.register();
    }

    /** After so many commits the file is tidied up. */
    private static final int TIDIED = 256;

    private final FileLock lock;
    private final String url;
    private final char @Nullable [] key;
    private final Deque<Reader> readers = new ConcurrentLinkedDeque<>();
    private final Anchor anchor = new Anchor();
    private volatile boolean closed;

    /** Of the writer's thread. */
    private long commits;

    FileEngine(FileLock lock, String url, char @Nullable [] key) {
        this.lock = lock;
        this.url = url;
        this.key = key;
    }

    /** Without H2's trace file: it would repeat what is in the rows, in plain text. */
    static String url(Path folder, String name, boolean encrypted) {
        return "jdbc:h2:"
                + path(folder, name)
                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0"
                + Tidying.SETTINGS
                + (encrypted ? ";CIPHER=AES" : "");
    }

    /** A file as H2 is to name it, without the end of its name. */
    static String path(Path folder, String name) {
        return OrderedPath.SCHEME + ":" + Database.files + folder.toAbsolutePath().resolve(name);
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

    @Override
    public Dialect dialect() {
        return Dialect.H2;
    }

    @Override
    public int group() {
        return 256;
    }

    @Override
    public int tries() {
        return 1;
    }

    @Override
    public Connection connect() throws SQLException {
        try {
            return connect(url, key);
        } catch (SQLException e) {
            letGo(e);
            throw e;
        }
    }

    /** H2 keeps a file whose first write failed until somebody else asks for it. */
    private void letGo(SQLException because) {
        try {
            connect(url, key).close();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public Connection snapshot() throws SQLException {
        Connection connection = connect();
        try (Statement control = connection.createStatement()) {
            control.execute("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
        }
        return connection;
    }

    @Override
    public Sql sql(Connection connection) {
        return new Sql(connection, Dialect.H2, "");
    }

    @Override
    public void begin(Connection writer) throws SQLException {
        anchor.dropAgain(writer);
    }

    @Override
    public void commit(Connection writer) throws SQLException {
        writer.commit();
        try (Statement control = writer.createStatement()) {
            control.execute("CHECKPOINT SYNC");
        }
        if (++commits % TIDIED == 0) {
            Tidying.some(writer);
        }
    }

    @Override
    public void close(Connection writer) throws SQLException {
        // Whatever fails, H2 has to let go of the file.
        try (writer) {
            if (!writer.isClosed()) {
                Anchor.drop(writer);
                Tidying.close(writer);
            }
        }
    }

    @Override
    public boolean mayRunAgain(Throwable failure) {
        return false;
    }

    @Override
    public <T> T read(Database.Transaction<T> work) {
        Reader reader = readers.poll();
        if (reader == null) {
            reader = openReader();
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

    private Reader openReader() {
        try {
            Connection connection = connect();
            connection.setAutoCommit(true);
            connection.setReadOnly(true);
            return new Reader(connection, sql(connection));
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }

    @Override
    public void closeReaders() {
        closed = true;
        try {
            for (Reader r = readers.poll(); r != null; r = readers.poll()) {
                r.connection.close();
            }
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }

    @Override
    public void announce(String word) {
        // Nobody else can have the file open.
    }

    @Override
    public @Nullable AutoCloseable listen(Ear ear) {
        return null;
    }

    @Override
    public boolean encrypted() {
        return key != null;
    }

    /**
     * Frees the file.
     *
     * @throws Problem STORAGE when its lock cannot be freed
     */
    @Override
    public void close() {
        try {
            lock.close();
        } finally {
            if (key != null) {
                Arrays.fill(key, '\0');
            }
        }
    }

    /**
     * A connection for queries only. It commits by itself, so that each query sees the last commit.
     */
    private record Reader(Connection connection, Sql sql) {}
}
