package app.linden.db;

import app.linden.base.Loop;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears the other processes on a PostgreSQL database, on a connection and a virtual thread of its
 * own. When the connection breaks it is made anew, and the ear is told that words may be missing.
 */
final class Listening implements AutoCloseable {
    /** So often a silent connection is asked whether it is still there. */
    private static final int SILENCE_MILLIS = 10_000;

    private static final int PAUSE_MILLIS = 500;
    private static final System.Logger LOG = System.getLogger(Listening.class.getName());

    /** Makes a connection. */
    @FunctionalInterface
    interface Connector {
        Connection connect() throws SQLException;
    }

    private final Connector connector;
    private final String self;
    private final Ear ear;
    private final CountDownLatch closed = new CountDownLatch(1);

    // Guarded by this.
    private @Nullable Connection current;

    private Listening(Connector connector, String self, Ear ear) {
        this.connector = connector;
        this.self = self;
        this.ear = ear;
    }

    /**
     * Listens; from the return on, nothing is missed in silence.
     *
     * @param self what begins the words of this process, which are not for its own ear
     */
    static Listening begin(Connector connector, String self, Ear ear) {
        Listening listening = new Listening(connector, self, ear);
        try {
            Connection first = listening.open();
            Loop.start("listening", () -> listening.run(first));
            return listening;
        } catch (SQLException e) {
            throw Problems.of(e);
        }
    }

    private Connection open() throws SQLException {
        Connection connection = connector.connect();
        try (Statement listen = connection.createStatement()) {
            connection.setAutoCommit(true);
            listen.execute("LISTEN " + Postgres.CHANNEL);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        synchronized (this) {
            current = connection;
        }
        return connection;
    }

    private void run(Connection first) {
        for (Connection next = first; next != null; next = again()) {
            try (Connection connection = next) {
                hear(connection);
            } catch (SQLException e) {
                if (isOpen()) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "The database is silent: " + e.getMessage());
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection there = connection.unwrap(PGConnection.class);
        while (isOpen()) {
            PGNotification[] words = there.getNotifications(SILENCE_MILLIS);
            if (words == null || words.length == 0) {
                try (Statement ask = connection.createStatement()) {
                    ask.execute("SELECT 1");
                }
                continue;
            }
            for (PGNotification word : words) {
                pass(word.getParameter());
            }
        }
    }

    private void pass(String word) {
        if (word.startsWith(self)) {
            return;
        }
        try {
            ear.heard(word.substring(self.length()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A word of another process was not understood", e);
        }
    }

    /** The next connection, however long it takes; null when this ends before. */
    private @Nullable Connection again() {
        while (isOpen()) {
            try {
                Connection next = open();
                ear.missed();
                return next;
            } catch (SQLException | RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "The database is still silent", e);
            }
            try {
                if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return null;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** Ends at once: whoever waits for the next word has the connection taken away. */
    @Override
    public void close() {
        closed.countDown();
        Connection open;
        synchronized (this) {
            open = current;
        }
        try {
            if (open != null) {
                open.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "The listening connection did not end", e);
        }
    }
}
