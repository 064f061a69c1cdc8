package app.linden.db;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a {@link Database} stands on: how it is reached, and what makes a commit durable there.
 * Thread-safe but for what takes the writer's connection, which lives on the writer thread.
 */
interface Engine extends AutoCloseable {
    Dialect dialect();

    /** How many transactions share one commit at most. */
    int group();

    /** How often a group of transactions is tried in all, see {@link #mayRunAgain}. */
    int tries();

    /** Opens a connection for transactions. */
    Connection connect() throws SQLException;

    /** Opens a connection whose queries all see the same commit; it writes nothing. */
    Connection snapshot() throws SQLException;

    /** Statements on a connection of this engine. */
    Sql sql(Connection connection);

    /** Comes before the first statement of a group of transactions. */
    void begin(Connection writer) throws SQLException;

    /** Makes what ran since {@link #begin} durable, all or nothing. */
    void commit(Connection writer) throws SQLException;

    /** Closes the writer's connection. */
    void close(Connection writer) throws SQLException;

    /** Whether nothing of a failed group was kept and it may well succeed another time. */
    boolean mayRunAgain(Throwable failure);

    /** Runs queries on the calling thread; each of them sees the last commit. */
    <T> T read(Database.Transaction<T> work);

    /** Closes the readers' side; whoever still reads may finish. */
    void closeReaders();

    /** Says a word to the other processes on this database; nothing where there are none. */
    void announce(String word);

    /** Hears the other processes; null where there are none. */
    @Nullable AutoCloseable listen(Ear ear);

    /** Whether what is written now is encrypted by Linden. */
    boolean encrypted();

    @Override
    void close();
}
