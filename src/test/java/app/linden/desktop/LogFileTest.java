package app.linden.desktop;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The log in a real folder. */
class LogFileTest {
    private static final Logger OURS = Logger.getLogger("app.linden.test.LogFileTest");
    private static final Logger THEIRS = Logger.getLogger("org.example.LogFileTest");

    @TempDir private Path profile;

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(profile.resolve("logs"))) {
            return all.filter(f -> f.toString().endsWith(".log")).sorted().toList();
        }
    }

    private void quietly(AutoCloseableLog use) throws Exception {
        OURS.setUseParentHandlers(true);
        try (AutoCloseable log = LogFile.in(profile)) {
            use.with();
        }
    }

    private interface AutoCloseableLog {
        void with() throws Exception;
    }

    @Test
    void nothingAboutThePersonIsWritten() throws Exception {
        quietly(() -> {
            OURS.log(Level.WARNING, "“Dentist” of anna@example.org in https://cal.example.org");
            OURS.log(
                    Level.WARNING,
                    "It failed",
                    new IOException("Dentist with token tulip-8f14e45fceea167a"));
            THEIRS.log(Level.WARNING, "connected to cal.example.org as Anna, password tulip");
        });
        String text = Files.readString(files().getFirst());
        for (String planted : List.of("Dentist", "anna", "Anna", "cal.example", "tulip")) {
            assertFalse(text.contains(planted), planted + " in " + text);
        }
        assertTrue(text.contains("WARNING app.linden.test.LogFileTest: It failed\n"), text);
        assertTrue(text.contains("java.io.IOException\n    at "), text);
        assertTrue(text.contains("org.example.LogFileTest: (words of a library)"), text);
    }

    @Test
    void threeFilesOfAMegabyteAreTheMost() throws Exception {
        String line = "It went on and on. ".repeat(500);
        var handlers = Logger.getLogger("").getHandlers();
        for (var handler : handlers) {
            Logger.getLogger("").removeHandler(handler);
        }
        try {
            quietly(() -> {
                for (int n = 0; n < 500; n++) {
                    OURS.info(line);
                }
            });
        } finally {
            for (var handler : handlers) {
                Logger.getLogger("").addHandler(handler);
            }
        }
        assertEquals(LogFile.FILES, files().size());
        for (Path file : files()) {
            assertTrue(Files.size(file) < LogFile.SIZE + 20_000, file + " " + Files.size(file));
        }
    }

    @Test
    void withoutAFolderThereIsNoLogAndNoFailure() throws IOException {
        Files.writeString(profile.resolve("logs"), "a file where the folder should be");
        assertDoesNotThrow(() -> quietly(() -> OURS.info("nobody hears")));
    }
}
