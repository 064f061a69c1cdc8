package app.linden.db;

import app.linden.base.Problem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a database to one opener at a time. H2 refuses a second process, yet within one process it
 * would quietly share the file; the system lets go of the lock when a process dies.
 */
record FileLock(FileChannel channel) implements AutoCloseable {
    /**
     * Takes the lock.
     *
     * @throws Problem STORAGE when somebody holds it, or the folder cannot be written to
     */
    static FileLock take(Path file) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new FileLock(channel);
            }
            channel.close();
            throw inUse(null);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel, e);
            throw inUse(e);
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw new Problem(
                    Problem.Kind.STORAGE,
                    "The folder " + file.getParent() + " cannot be written to.",
                    e);
        }
    }

    private static Problem inUse(@org.jspecify.annotations.Nullable Throwable cause) {
        return new Problem(
                Problem.Kind.STORAGE,
                "Linden is already open with this data. Close the other one first.",
                cause);
    }

    private static void closeQuietly(
            @org.jspecify.annotations.Nullable FileChannel channel, Exception because) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The database's lock could not be freed.", e);
        }
    }
}
