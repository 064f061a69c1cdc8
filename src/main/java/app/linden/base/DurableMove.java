package app.linden.base;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Puts a file in the place of another one so that a crash leaves the one or the other. */
public final class DurableMove {
    private DurableMove() {}

    /**
     * Moves {@code fresh}, whose content must be on disk already, over {@code old}; it stays so
     * after a power cut.
     */
    public static void replace(Path fresh, Path old) throws IOException {
        try {
            Files.move(
                    fresh,
                    old,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, old, StandardCopyOption.REPLACE_EXISTING);
        }
        syncFolderOf(old);
    }

    /** Makes the names in the folder of a file durable, where the system can: Windows cannot. */
    public static void syncFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null
                || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
