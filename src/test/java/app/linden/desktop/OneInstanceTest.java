package app.linden.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A second start finds the first, and nobody else is listened to. */
class OneInstanceTest {
    @TempDir private Path profile;
    private final BlockingQueue<List<String>> taken = new LinkedBlockingQueue<>();

    @Test
    void whatASecondStartWasToOpenComesToTheFirst() throws Exception {
        List<String> items = List.of("/home/anna/Ferien Übersicht.ics", "linden:invite#a");
        assertFalse(OneInstance.handOver(profile, items));
        try (OneInstance one = OneInstance.listen(profile, taken::add)) {
            assertTrue(OneInstance.handOver(profile, items));
            assertEquals(items, taken.poll(10, TimeUnit.SECONDS));
            assertTrue(OneInstance.handOver(profile, List.of()));
            assertEquals(List.of(), taken.poll(10, TimeUnit.SECONDS));
        }
        assertFalse(OneInstance.handOver(profile, items));
        assertFalse(Files.exists(profile.resolve("window.txt")));
    }

    @Test
    void aFileThatACrashLeftIsNobody() throws Exception {
        Files.writeString(profile.resolve("window.txt"), "1\nold\n");
        assertFalse(OneInstance.handOver(profile, List.of()));
        Files.writeString(profile.resolve("window.txt"), "nonsense");
        assertFalse(OneInstance.handOver(profile, List.of()));
        try (OneInstance one = OneInstance.listen(profile, taken::add)) {
            assertTrue(OneInstance.handOver(profile, List.of()));
        }
    }

    @Test
    void whoDoesNotKnowTheSecretIsNotListenedTo() throws Exception {
        try (OneInstance one = OneInstance.listen(profile, taken::add)) {
            Path file = profile.resolve("window.txt");
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
            int port = Integer.parseInt(Files.readAllLines(file).getFirst());
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                stranger.getOutputStream()
                        .write("guess\n/etc/passwd\n\n".getBytes(StandardCharsets.UTF_8));
                assertEquals(-1, stranger.getInputStream().read());
            }
            assertTrue(OneInstance.handOver(profile, List.of("next")));
            assertEquals(List.of("next"), taken.poll(10, TimeUnit.SECONDS));
        }
    }
}
