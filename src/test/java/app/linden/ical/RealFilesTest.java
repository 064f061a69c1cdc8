package app.linden.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.ical.CalendarFile.Reading;
import app.linden.model.Event;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that real programs wrote: each is read or refused in one sentence. */
final class RealFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/app/linden/ical/ics");

    @Test
    void everyFileIsReadOrRefusedInASentence() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(FOLDER)) {
            files = all.filter(f -> f.toString().endsWith(".ics")).sorted().toList();
        }
        assertEquals(103, files.size());
        for (Path file : files) {
            String name = FOLDER.relativize(file).toString();
            try (InputStream in = Files.newInputStream(file)) {
                Reading reading = CalendarFile.read(in);
                System.out.printf(
                        "%-48s %5d events %3d remarks%n",
                        name, reading.events().size(), reading.unreadable().size());
                for (Event event : reading.events()) {
                    assertFalse(event.uid().isEmpty(), name);
                    event.when().span();
                }
                reading.unreadable().stream()
                        .limit(6)
                        .forEach(u -> System.out.println("      " + u));
            } catch (Problem refused) {
                System.out.printf("%-48s refused: %s%n", name, refused.getMessage());
                assertTrue(String.valueOf(refused.getMessage()).endsWith("."), name);
            }
        }
    }
}
