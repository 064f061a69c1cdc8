package app.linden.db;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;

/**
 * Sees to it that the head of an H2 file names a chunk from which the newest one is found.
 *
 * <p>After a power cut H2 2.4.240 follows the chain of chunks from the one that the head names. It
 * writes the head now and then, and always after a chunk that is not where the one before said; but
 * such a chunk may lie on links of the chain whose content is given up. When the power goes between
 * the two, the chain ends before the newest chunks, and all that was saved in them is lost ({@code
 * RandomAccessStore.storeBuffer}). It is worse when the head says that the file was closed well:
 * then the first chunk that lies on one given up makes H2 look among the oldest alone ({@code
 * RandomAccessStore.readStoreHeader}). What was given up keeps its room for 45 seconds; so the head
 * is written before that time is over, and when a file is opened, each time without that it was
 * closed.
 */
final class Anchor {
    private static final Logger LOG = Logger.getLogger(Anchor.class.getName());

    /** Half of the time in which nothing that was given up is written over. */
    private static final long LASTS_MILLIS = 20_000;

    private long droppedAt;

    /** Names the newest chunk of a file that is not open. One that cannot be read is left alone. */
    static void drop(String file, char @Nullable [] key) {
        if (!FileUtils.exists(file) || FileUtils.size(file) == 0) {
            return;
        }
        try {
            MVStoreTool.compactCleanUp(file);
            MVStore.Builder store =
                    new MVStore.Builder()
                            .fileName(file)
                            .autoCommitDisabled()
                            .autoCompactFillRate(0);
            if (key != null) {
                store.encryptionKey(key.clone());
            }
            MVStore open = store.open();
            try {
                drop(open.getFileStore());
            } finally {
                open.closeImmediately();
            }
        } catch (MVStoreException e) {
            // Why it cannot be opened is told when it is opened in earnest.
            LOG.fine(() -> "not looked at before it is opened: " + e);
        }
    }

    /** Before a group of transactions: names the newest chunk, if it was not done lately. */
    void dropAgain(Connection connection) throws SQLException {
        // By the clock of the wall, as H2 does: a laptop may have slept.
        long now = System.currentTimeMillis();
        if (Math.abs(now - droppedAt) > LASTS_MILLIS) {
            drop(connection);
            droppedAt = now;
        }
    }

    /** Names the newest chunk now. */
    static void drop(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        try {
            drop(session.getDatabase().getStore().getMvStore().getFileStore());
        } catch (MVStoreException e) {
            throw new SQLException(e);
        }
    }

    private static void drop(FileStore<?> file) {
        file.getStoreHeader().remove("clean");
        try {
            Method write = file.getClass().getSuperclass().getDeclaredMethod("writeStoreHeader");
            write.setAccessible(true);
            write.invoke(file);
            file.sync();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof MVStoreException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("This is not the H2 that this was written for.", e);
        }
    }
}
