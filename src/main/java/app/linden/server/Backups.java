package app.linden.server;

import app.linden.base.DurableMove;
import app.linden.base.Problem;
import app.linden.db.Backup;
import app.linden.db.Database;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** All data of a server in one file, and back, from a file of H2 or from PostgreSQL to either. */
public final class Backups {
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private Backups() {}

    /**
     * Writes a backup; the file is whole or not there, and only its owner may read it.
     *
     * @throws Problem BAD_INPUT when there is such a file already, or it cannot be written
     */
    static void write(Database database, Path file) {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        if (Files.exists(file)) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "There is a file " + file + " already; it stays.");
        }
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel channel = FileChannel.open(fresh, NEW, onlyOwner(file))) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                database.backUp(out);
                out.flush();
                channel.force(true);
            }
            DurableMove.replace(fresh, file);
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "The backup cannot be written to " + file + ".", e);
        }
    }

    private static FileAttribute<?>[] onlyOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Puts a server back to a backup, where there are no data yet. When it starts, devices see that
     * it went back, and bring it what it lost of theirs.
     *
     * @param folder where its data will be, or what is its own beside a database
     * @param database the address of a PostgreSQL database; null for a file in the folder
     * @throws Problem BAD_INPUT when the file is no backup or damaged, STORAGE when there are data
     *     already, a server runs there, or the backup is of a newer Linden
     */
    public static void restore(Path file, Path folder, @Nullable String database) {
        try (InputStream in = Files.newInputStream(file)) {
            Backup backup = Backup.read(in);
            try (Database there = ServerData.database(folder, database, backup.version())) {
                backup.into(there);
            }
        } catch (IOException e) {
            throw new Problem(Problem.Kind.BAD_INPUT, "The file " + file + " cannot be read.", e);
        }
    }
}
