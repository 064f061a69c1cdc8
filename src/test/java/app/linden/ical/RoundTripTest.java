package app.linden.ical;

import static org.assertj.core.api.Assertions.assertThat;

import app.linden.base.Problem;
import app.linden.ical.SmallParser.Part;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What real programs wrote comes back from JSCalendar with every component, property and parameter,
 * but for the differences of docs/icalendar.md, "Round trips": those of a class, which {@link
 * Allowed} takes out, and those of single files, which stand line by line in the folder "trips".
 */
class RoundTripTest {
    private static final Path FOLDER = Path.of("src/test/resources/app/linden/ical/ics/valid");

    /** For files that do not come back equal the exact lines that are gone (-) or new (+). */
    private static final Path TRIPS = Path.of("src/test/resources/app/linden/ical/trips");

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingComesBack(String name) throws IOException {
        Path expected = TRIPS.resolve(name + ".txt");
        List<String> lines = Files.exists(expected) ? Files.readAllLines(expected) : List.of();
        assertThat(differences(name)).as(name).isEqualTo(lines);
    }

    @Test
    void noDifferenceIsExpectedOfAFileThatIsNotThere() throws IOException {
        try (Stream<Path> expected = Files.list(TRIPS)) {
            assertThat(expected.map(f -> f.getFileName().toString()))
                    .isSubsetOf(files().stream().map(name -> name + ".txt").toList());
        }
    }

    static List<String> differences(String name) throws IOException {
        byte[] original = Files.readAllBytes(FOLDER.resolve(name));
        List<Part> before = SmallParser.parse(original);
        try {
            return Allowed.difference(before, SmallParser.parse(roundTrip(original)));
        } catch (Problem refused) {
            return List.of("refused: " + refused.getMessage());
        }
    }

    static byte[] roundTrip(byte[] ics) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        CalendarFile.convert(new ByteArrayInputStream(ics), json);
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        GroupFile.convert(new ByteArrayInputStream(json.toByteArray()), back);
        return back.toByteArray();
    }
}
