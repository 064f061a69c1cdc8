package app.linden.db;

import app.linden.base.Problem;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL database that several processes may share. Whichever of them writes holds one lock
 * of the whole database from before its first statement until its commit, so transactions follow
 * each other as they do in a file: what one reads cannot change before it commits, and numbers are
 * given in the order of the commits.
 *
 * <p>A process that stops within a transaction would hold up all others: PostgreSQL ends its
 * session after {@link #STALLED_SECONDS}.
 */
final class Postgres implements Engine {
    static final String SCHEME = "jdbc:postgresql:";

    /** The channel on which processes speak to each other. */
    static final String CHANNEL = "linden";

    /** Any number, as long as all processes take the same. */
    private static final long LOCK = 0x4C_69_6E_64_65_6EL;

    /** It tells of every opening and closing; kept here, or its level would be forgotten. */
    private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

    static {
        POOL.setLevel(Level.WARNING);
    }

    private static final int STALLED_SECONDS = 30;
    private static final int DEAD_SECONDS = 120;
    private static final int READERS = 10;

    private final FileLock lock;
    private final String url;
    private final String self;
    private final HikariDataSource pool;
    private String transaction = "";

    /**
     * Opens a pool.
     *
     * @param lock of the folder that is this process's own
     * @throws Problem STORAGE when the database cannot be reached; BAD_INPUT for an address that is
     *     none
     */
    Postgres(FileLock lock, String url) {
        this.lock = lock;
        this.url = url;
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        this.self = HexFormat.of().formatHex(random);
        if (Driver.parseURL(url, new Properties()) == null) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "The address of a PostgreSQL database looks like"
                            + " jdbc:postgresql://host/database?user=linden.");
        }
        try (Connection first = connect()) {
            first.rollback();
        } catch (SQLException e) {
            throw Problems.of(e);
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("readers");
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties());
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setReadOnly(true);
        config.setConnectionTimeout(10_000);
        this.pool = new HikariDataSource(config);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "linden");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "" + DEAD_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        // It would repeat what is in the rows.
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    /** Each has a subtransaction, and with more than 64 of them all who read become slow. */
    @Override
    public int group() {
        return 60;
    }

    @Override
    public int tries() {
        return 4;
    }

    /** Set by statements and not at the start of the session, which a pooler may refuse. */
    @Override
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, properties());
        try (Statement control = connection.createStatement()) {
            control.execute("SET synchronous_commit = on");
            control.execute("SET idle_in_transaction_session_timeout = '" + STALLED_SECONDS + "s'");
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection snapshot() throws SQLException {
        Connection connection = connect();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        return connection;
    }

    @Override
    public Sql sql(Connection connection) {
        return new Sql(connection, Dialect.POSTGRESQL, self);
    }

    /** With the number of the transaction, to ask for when its commit is not answered. */
    @Override
    public void begin(Connection writer) throws SQLException {
        try (Statement control = writer.createStatement();
                ResultSet row =
                        control.executeQuery(
                                "SELECT pg_advisory_xact_lock("
                                        + LOCK
                                        + "), pg_current_xact_id()::text")) {
            row.next();
            transaction = row.getString(2);
        }
    }

    @Override
    public void commit(Connection writer) throws SQLException {
        try {
            writer.commit();
        } catch (SQLException e) {
            if (!Problems.isLost(e) || !wasCommitted(e)) {
                throw e;
            }
        }
    }

    /** Asks on another connection what became of a commit whose answer was lost. */
    private boolean wasCommitted(SQLException lost) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement ask =
                        connection.prepareStatement("SELECT pg_xact_status(?::text::xid8)")) {
            // The lock is free again as soon as the old session has ended, either way.
            begin(connection, transaction);
            ask.setString(1, transaction);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return "committed".equals(row.getString(1));
            }
        } catch (SQLException e) {
            lost.addSuppressed(e);
            throw new SQLException("nobody can say whether it was saved", "08007", lost);
        }
    }

    private void begin(Connection connection, String asked) throws SQLException {
        begin(connection);
        transaction = asked;
    }

    @Override
    public void close(Connection writer) throws SQLException {
        writer.close();
    }

    @Override
    public boolean mayRunAgain(Throwable failure) {
        return Problems.mayRunAgain(failure);
    }

    @Override
    public <T> T read(Database.Transaction<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.run(sql(connection));
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }

    @Override
    public void closeReaders() {
        pool.close();
    }

    @Override
    public void announce(String word) {
        read(sql -> {
            sql.announce(word);
            return true;
        });
    }

    @Override
    public @Nullable AutoCloseable listen(Ear ear) {
        return Listening.begin(this::connect, self, ear);
    }

    @Override
    public boolean encrypted() {
        return false;
    }

    @Override
    public void close() {
        lock.close();
    }
}
