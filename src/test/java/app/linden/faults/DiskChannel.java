package app.linden.faults;

import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;

/** An open file of a {@link Disk}. */
final class DiskChannel extends FileBaseDefault {
    private final Disk disk;
    private final String name;

    DiskChannel(Disk disk, String name) {
        this.disk = disk;
        this.name = name;
    }

    @Override
    public long size() {
        return disk.size(name);
    }

    @Override
    public synchronized int read(ByteBuffer into, long at) throws IOException {
        return disk.read(name, Math.toIntExact(at), into);
    }

    @Override
    public synchronized int write(ByteBuffer from, long at) throws IOException {
        byte[] bytes = new byte[from.remaining()];
        from.duplicate().get(bytes);
        disk.write(name, Math.toIntExact(at), bytes);
        from.position(from.limit());
        return bytes.length;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        disk.truncate(name, Math.toIntExact(size));
    }

    @Override
    public void force(boolean metaData) throws IOException {
        disk.sync(name);
    }

    /** Always got: only one process knows of this disk. */
    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) {
        return new FileLock(this, position, size, shared) {
            @Override
            public boolean isValid() {
                return true;
            }

            @Override
            public void release() {
                // Nobody else could have had it.
            }
        };
    }
}
