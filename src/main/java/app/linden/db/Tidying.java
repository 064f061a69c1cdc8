package app.linden.db;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;

/**
 * Keeps a file of H2's small: what is still good of chunks that are mostly old is written anew, and
 * their room is used again; a file that is mostly room is copied when it is closed.
 *
 * <p>H2 would do otherwise by itself: move chunks to where there is room. When the power goes after
 * such a move, H2 2.4.240 may find the copy, use it and give the room of the original away without
 * noting either; the next cut then makes it fall back to the version of that chunk, and all since
 * is lost ({@code FileStore.findLastChunkWithCompleteValidChunkSet}). So nothing is moved here.
 */
final class Tidying {
    /** Settings of a connection under which nothing is moved. */
    static final String SETTINGS = ";MAX_COMPACT_TIME=0;AUTO_COMPACT_FILL_RATE=0";

    /** From this size on, in octets, a file is copied if it is mostly room; tests change it. */
    static volatile long large = 8 << 20;

    private static final Logger LOG = Logger.getLogger(Tidying.class.getName());

    /** Below so many percent of what is in the chunks being good, some are written anew. */
    private static final int GOOD = 50;

    private static final int OCTETS = 4 << 20;

    private Tidying() {}

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    /** Writes some megabytes anew if that is worth it. */
    static void some(Connection connection) {
        try {
            store(connection).compact(GOOD, OCTETS);
        } catch (SQLException | RuntimeException e) {
            // The file is as good as before, only larger; what is broken shows at the next write.
            LOG.warning("The file could not be tidied up: " + e);
        }
    }

    /**
     * Closes the file. It is copied before if it is mostly room and nobody else has it open; the
     * copy takes its place when it is whole.
     */
    static void close(Connection connection) throws SQLException {
        if (isMostlyRoom(connection)) {
            try (Statement last = connection.createStatement()) {
                last.execute("SHUTDOWN COMPACT");
            }
        } else {
            connection.close();
        }
    }

    private static boolean isMostlyRoom(Connection connection) throws SQLException {
        FileStore<?> file = store(connection).getFileStore();
        if (file == null || store(connection).isClosed()) {
            return false;
        }
        long size = file.size();
        long good = size / 100 * file.getFillRate() / 100 * file.getChunksFillRate();
        return size >= large
                && good < size / 4
                && new Sql(connection, Dialect.H2, "")
                                .number("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS")
                        == 1;
    }
}
