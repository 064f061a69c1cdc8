package app.linden.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

final class FoldersTest {
    private static final Path HOME = Path.of("/home/anna");

    @Test
    void eachSystemHasItsPlace() {
        assertEquals(HOME.resolve(".local/share/linden"), of("Linux", Map.of()));
        assertEquals(Path.of("/data/linden"), of("Linux", Map.of("XDG_DATA_HOME", "/data")));
        assertEquals(
                HOME.resolve(".local/share/linden"),
                of("Linux", Map.of("XDG_DATA_HOME", "not/absolute")));
        assertEquals(HOME.resolve("Library/Application Support/Linden"), of("Mac OS X", Map.of()));
        assertEquals(
                Path.of("/c/local/Linden"), of("Windows 11", Map.of("LOCALAPPDATA", "/c/local")));
    }

    @Test
    void aNewFolderIsItsOwnersAlone(@TempDir Path parent) throws Exception {
        Path made = Folders.make(parent.resolve("a/b/linden"));
        if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
        }
        assertEquals(made, Folders.make(made));
    }

    private static Path of(String system, Map<String, String> environment) {
        return Folders.of(system, HOME, environment::get);
    }
}
