package app.linden.sim;

import app.linden.base.Ids;
import app.linden.server.ServerCore;
import app.linden.store.Store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Empty databases to begin worlds with, made once; in memory where the system has such a place. */
final class Templates {
    private static final Path SHARED = Path.of("/dev/shm");
    private static final Path FOLDER = make();

    private Templates() {}

    /** A fresh folder for a world. */
    static Path folder() {
        try {
            return Files.isWritable(SHARED)
                    ? Files.createTempDirectory(SHARED, "linden-world")
                    : Files.createTempDirectory("linden-world");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path make() {
        Path folder = folder();
        SimClock clock = new SimClock();
        try {
            Files.createDirectories(folder.resolve("device"));
            Store.open(folder.resolve("device"), clock, new Ids(clock, new Random(1))).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new ServerCore(folder.resolve("server"), clock, new Random(1)).close();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    static void copy(String what, Path to) {
        copy(FOLDER.resolve(what), to);
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.filter(f -> f.toString().endsWith(".db")).toList()) {
                Files.copy(
                        file,
                        to.resolve(file.getFileName()),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> paths = all.sorted(java.util.Comparator.reverseOrder()).toList();
            for (Path p : paths) {
                Files.delete(p);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
