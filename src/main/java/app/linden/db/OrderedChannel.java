package app.linden.db;

import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

/**
 * A file whose writes reach the disk in the order in which they were made, and whose large writes
 * are whole when their end is there.
 *
 * <p>H2 needs both and asks for neither. It takes a chunk for whole when its head and its foot can
 * be read, so a chunk of which the power cut left these two and not the middle made the file
 * unreadable; and it writes into the room of what was given up by changes that are not synced yet.
 * So the last sector of a chunk, where its foot is, is written when the rest is on the disk.
 *
 * <p>Thread-safe; who reads does not wait for who writes.
 */
final class OrderedChannel extends FileBaseDefault {
    /** H2 writes whole ones, but for what is smaller than one. */
    static final int BLOCK = 4096;

    /** What a disk writes as a whole. */
    private static final int SECTOR = 512;

    private final FileChannel file;

    /** Whether something was written since the last sync. */
    private boolean dirty;

    OrderedChannel(FileChannel file) {
        this.file = file;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    /** Without a lock, or who reads would wait for the disk. */
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        return file.read(into, at);
    }

    @Override
    public synchronized int write(ByteBuffer from, long at) throws IOException {
        int length = from.remaining();
        int end = from.limit();
        barrier();
        if (length >= BLOCK) {
            from.limit(end - SECTOR);
            writeAll(from, at);
            barrier();
            from.limit(end);
            writeAll(from, at + length - SECTOR);
        } else {
            writeAll(from, at);
        }
        return length;
    }

    private void writeAll(ByteBuffer from, long at) throws IOException {
        dirty = true;
        for (long next = at; from.hasRemaining(); ) {
            next += file.write(from, next);
        }
    }

    private void barrier() throws IOException {
        if (dirty) {
            force(false);
        }
    }

    @Override
    public synchronized void force(boolean metaData) throws IOException {
        file.force(metaData);
        dirty = false;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        barrier();
        dirty = true;
        file.truncate(size);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        try (file) {
            barrier();
        }
    }
}
