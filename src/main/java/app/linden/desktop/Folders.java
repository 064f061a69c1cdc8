package app.linden.desktop;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where each system keeps the data of its programs. Any thread. */
public final class Folders {
    private Folders() {}

    /** Linden's own folder for this person on this system; it need not exist yet. */
    public static Path ofThisPerson() {
        return of(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                name -> System.getenv(name));
    }

    /**
     * The same for a given system.
     *
     * @param variable answers environment variables, null for one that is not set
     */
    static Path of(String system, Path home, UnaryOperator<@Nullable String> variable) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support/Linden");
        }
        if (os.contains("win")) {
            String local = variable.apply("LOCALAPPDATA");
            Path base =
                    local == null || local.isBlank()
                            ? home.resolve("AppData").resolve("Local")
                            : Path.of(local);
            return base.resolve("Linden");
        }
        String xdg = variable.apply("XDG_DATA_HOME");
        // The XDG base directory specification says to ignore relative ones.
        Path base =
                xdg == null || !Path.of(xdg).isAbsolute()
                        ? home.resolve(".local/share")
                        : Path.of(xdg);
        return base.resolve("linden");
    }

    /**
     * Makes a folder that only its owner may enter, where the file system knows owners; one that is
     * there stays as it is.
     *
     * @throws Problem STORAGE when it cannot be made
     */
    public static Path make(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                return folder;
            }
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return Files.createDirectory(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            return Files.createDirectory(folder);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The folder " + folder + " cannot be made.", e);
        }
    }
}
