package app.linden.calendar;

import app.linden.base.Problem;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import java.util.function.Function;

/** Writes files so that there is the old one or the whole new one. Runs on the calling thread. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file, in place of one that is there; behind a link stands the file that it names.
     * What is no file, as a pipe, is written to as it is.
     *
     * @throws Problem BAD_INPUT when there is no such place, STORAGE when it cannot be written;
     *     what was at its place is then as it was
     */
    public static <T> T write(Path file, Function<OutputStream, T> content) {
        try {
            if (Files.isDirectory(file)) {
                throw new Problem(Problem.Kind.BAD_INPUT, "“" + file + "” is a folder, no file.");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    return content.apply(out);
                }
            }
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = target.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new Problem(Problem.Kind.BAD_INPUT, "There is no folder “" + folder + "”.");
            }
            return replaced(target, folder, content);
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE,
                    "The file “" + file.getFileName() + "” could not be written.",
                    e);
        }
    }

    private static <T> T replaced(Path target, Path folder, Function<OutputStream, T> content)
            throws IOException {
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new IOException("it is read-only");
        }
        Path beside =
                folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            T result;
            try (FileChannel channel =
                            FileChannel.open(
                                    beside,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE);
                    OutputStream out =
                            new BufferedOutputStream(Channels.newOutputStream(channel))) {
                result = content.apply(out);
                out.flush();
                channel.force(true);
            }
            keepPermissions(target, beside);
            move(beside, target);
            return result;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        var after = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (after != null && Files.exists(from)) {
            after.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
