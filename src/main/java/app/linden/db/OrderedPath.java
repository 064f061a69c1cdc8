package app.linden.db;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * H2's files with every write on the disk before the next one begins, see {@link OrderedChannel}:
 * the scheme {@code ordered:} before a path. Thread-safe.
 */
public final class OrderedPath extends FilePathWrapper {
    static final String SCHEME = "ordered";

    /** H2 makes one for each path. */
    public OrderedPath() {}

    static void register() {
        FilePath.register(new OrderedPath());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = super.open(mode);
        if (mode.equals("r")) {
            return file;
        }
        // H2 writes whole blocks; of an encrypted file that ends within one it would not see the
        // block before.
        long torn = file.size() % OrderedChannel.BLOCK;
        if (torn != 0 && beginsAsH2s(file)) {
            file.truncate(file.size() - torn);
        }
        return new OrderedChannel(file);
    }

    private static boolean beginsAsH2s(FileChannel file) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(1);
        return file.read(first, 0) == 1 && first.get(0) == 'H';
    }
}
