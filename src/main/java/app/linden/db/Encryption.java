package app.linden.db;

import app.linden.base.DurableMove;
import app.linden.base.Problem;

import org.h2.store.fs.FilePath;
import org.h2.tools.ChangeFileEncryption;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Encrypts a plain H2 file, so that a crash or a power cut at any time leaves the plain or the
 * encrypted file whole. Runs on the caller's thread, who holds the file's lock.
 */
final class Encryption {
    /** What was just done; a test ends the process there. */
    enum Step {
        COPIED,
        ENCRYPTED,
        OPENED,
        SYNCED,
        MOVED,
        CLEARED
    }

    private static final String SUFFIX = ".mv.db";
    private static final byte[] MAGIC = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] PLAIN = "H:".getBytes(StandardCharsets.US_ASCII);

    /**
     * H2 writes two heads of this size first, after one of an encrypted file; a file without more
     * holds nothing.
     */
    private static final int HEAD = 4096;

    private final Path folder;
    private final String name;
    private final Path file;
    private final Path side;
    private final Consumer<Step> done;

    Encryption(Path folder, String name, Consumer<Step> done) {
        this.folder = folder;
        this.name = name;
        this.file = fileOf(folder, name);
        this.side = folder.resolve(name + ".encrypting");
        this.done = done;
    }

    static Path fileOf(Path folder, String name) {
        return folder.resolve(name + SUFFIX);
    }

    /** Whether there is a file with something in it. */
    boolean isThere() {
        FilePath there = onDisk();
        return there.exists() && there.size() >= HEAD;
    }

    private FilePath onDisk() {
        return FilePath.get(Database.files + file.toAbsolutePath());
    }

    /** Whether the file's own head says that it is encrypted. */
    boolean isEncrypted() {
        if (!isThere()) {
            return false;
        }
        try (InputStream in = onDisk().newInputStream()) {
            return Arrays.equals(MAGIC, in.readNBytes(MAGIC.length));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Problem unreadable(IOException e) {
        return new Problem(Problem.Kind.STORAGE, "The file " + file + " cannot be read.", e);
    }

    /**
     * Puts an encrypted copy in the place of the plain file, once that copy could be opened with
     * the key.
     *
     * @throws IOException when it failed; then the plain file is as it was
     * @throws SQLException likewise
     */
    void encrypt(char[] key) throws IOException, SQLException {
        Path copy = fileOf(side, name);
        clear(side);
        try {
            Files.createDirectory(side);
            Files.copy(file, copy);
            done.accept(Step.COPIED);
            ChangeFileEncryption.execute(side.toString(), name, "AES", null, key.clone(), true);
            done.accept(Step.ENCRYPTED);
            try (Connection opened = FileEngine.connect(FileEngine.url(side, name, true), key)) {
                opened.isValid(0);
            }
            done.accept(Step.OPENED);
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            // The key may stand in a file of this folder that is a moment old.
            DurableMove.syncFolderOf(file);
            done.accept(Step.SYNCED);
            DurableMove.replace(copy, file);
            done.accept(Step.MOVED);
        } finally {
            clear(side);
        }
        done.accept(Step.CLEARED);
    }

    /**
     * Removes what a conversion that was cut short left, what H2 once noted in plain text, and a
     * file that a first start was cut short in before there was anything in it: H2 would not open
     * it.
     */
    void clearLeftovers() throws IOException {
        FilePath there = onDisk();
        if (there.exists() && there.size() <= (isEncrypted() ? 3L : 2L) * HEAD && isH2s(there)) {
            there.delete();
        }
        clear(side);
        Files.deleteIfExists(folder.resolve(name + ".trace.db"));
    }

    /** Whether a file begins as one of H2's, or with nothing at all. */
    private static boolean isH2s(FilePath file) throws IOException {
        try (InputStream in = file.newInputStream()) {
            byte[] begin = in.readNBytes(PLAIN.length);
            return Arrays.equals(begin, PLAIN)
                    || Arrays.equals(begin, Arrays.copyOf(MAGIC, PLAIN.length))
                    || Arrays.equals(begin, new byte[begin.length]);
        }
    }

    private static void clear(Path side) throws IOException {
        if (!Files.isDirectory(side)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(side)) {
            for (Path each : files) {
                Files.delete(each);
            }
        }
        Files.delete(side);
    }
}
