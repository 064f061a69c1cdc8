package app.linden.calendar;

import app.linden.base.DurableMove;
import app.linden.base.Problem;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A small JSON file of the profile folder. A crash leaves the old or the new one; one that cannot
 * be read is kept beside under another name, never written over. Used by one thread at a time.
 */
public final class JsonFile {
    private final Path file;
    private @Nullable Path setAside;

    public JsonFile(Path file) {
        this.file = file;
    }

    /** What is in it; empty when there is none, or it had to be set aside. */
    public ObjectNode read() {
        try {
            return Json.parseObject(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Json.object();
        } catch (IOException | Problem unreadable) {
            return aside();
        }
    }

    /** Where a file is kept that could not be read, null when it could. */
    public @Nullable Path setAside() {
        return setAside;
    }

    private ObjectNode aside() {
        Path broken = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE,
                    "The file " + file + " can be neither read nor moved.",
                    e);
        }
        setAside = broken;
        return Json.object();
    }

    /**
     * Puts this in its place.
     *
     * @throws Problem STORAGE when it cannot be written
     */
    public void write(ObjectNode content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel out =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer bytes =
                        ByteBuffer.wrap(
                                (content.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            DurableMove.replace(fresh, file);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The file " + file + " cannot be written.", e);
        }
    }
}
