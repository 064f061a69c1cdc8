package app.linden.ical;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.linden.ical.SmallParser.Part;
import app.linden.model.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Every example of the conversion draft, from JSCalendar to iCalendar: what the draft says and
 * nothing else, but for the table of docs/icalendar.md, of which each line has to be there.
 */
final class DraftExamplesBackTest {
    private static final Path FOLDER = Path.of("src/test/resources/app/linden/ical/draft");

    static List<String> examples() throws IOException {
        return DraftExamplesTest.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void becomesWhatTheDraftSays(String name) throws IOException {
        byte[] expected = Files.readAllBytes(FOLDER.resolve(name + ".ics"));
        String json = Files.readString(FOLDER.resolve(name + ".json"));
        ByteArrayOutputStream ics = new ByteArrayOutputStream();

        assertThat(GroupFile.convert(new ByteArrayInputStream(json.getBytes(UTF_8)), ics))
                .isEmpty();

        List<String> difference =
                ComponentLines.difference(
                        lines(SmallParser.parse(expected)),
                        lines(SmallParser.parse(ics.toByteArray())));
        if (!Json.parse(json).has("prodId")) {
            // Mandatory, so that the examples were given one, and Linden gives its own.
            difference.removeIf(line -> line.contains("/VCALENDAR PRODID:"));
        }
        assertThat(difference).containsExactlyInAnyOrderElementsOf(allowed(name));
    }

    /** What the table of the document says of an example: lines with - and with +. */
    private static List<String> allowed(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String row : Files.readAllLines(Path.of("docs/icalendar.md"))) {
            if (row.startsWith("| `" + name + "` |")) {
                String[] cells = row.split(" \\| ");
                Pattern code = Pattern.compile("`([^`]+)`");
                code.matcher(cells[1]).results().forEach(m -> lines.add("- " + m.group(1)));
                code.matcher(cells[2]).results().forEach(m -> lines.add("+ " + m.group(1)));
            }
        }
        return lines;
    }

    @Test
    void theTableNamesOnlyExamples() throws IOException {
        List<String> names =
                Files.readAllLines(Path.of("docs/icalendar.md")).stream()
                        .filter(row -> row.matches("\\| `\\d\\d-.*"))
                        .map(row -> row.substring(3, row.indexOf("` |")))
                        .toList();
        assertThat(examples()).containsAll(names);
        assertThat(names).isNotEmpty();
    }

    private static List<String> lines(List<Part> parts) {
        List<Part> without = new ArrayList<>();
        for (Part part : parts) {
            // VTIMEZONE must be there (RFC 5545, 3.2.19); the examples leave it out.
            without.add(
                    new Part(
                            part.name(),
                            part.props(),
                            part.parts().stream()
                                    .filter(p -> !p.name().equals("VTIMEZONE"))
                                    .toList()));
        }
        return ComponentLines.of(without);
    }
}
