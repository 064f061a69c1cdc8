package app.linden.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.model.Json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every example of the conversion draft, from iCalendar to JSCalendar. */
final class DraftExamplesTest {
    private static final Path FOLDER = Path.of("src/test/resources/app/linden/ical/draft");

    static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".ics"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void becomesWhatTheDraftSays(String name) throws IOException {
        JsonNode expected = Json.parse(Files.readString(FOLDER.resolve(name + ".json")));
        JsonNode group;
        try (InputStream in = Files.newInputStream(FOLDER.resolve(name + ".ics"))) {
            CalendarFile.Whole whole = CalendarFile.readGroup(in);
            assertEquals(List.of(), whole.unreadable());
            group = whole.group();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }

        List<String> missing = new ArrayList<>();
        contains("", expected, group, missing);

        assertEquals(List.of(), missing, () -> group.toPrettyString());
    }

    /** Whether {@code actual} says all that {@code expected} does; see the folder's README. */
    private static void contains(
            String at, JsonNode expected, JsonNode actual, List<String> missing) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(p -> {
                        // The default, which need not be said.
                        boolean usual =
                                p.getKey().equals("showWithoutTime")
                                        && !p.getValue().asBoolean(true);
                        if (!usual || actual.has(p.getKey())) {
                            String here = at + "/" + p.getKey();
                            contains(here, p.getValue(), actual.path(p.getKey()), missing);
                        }
                    });
        } else if (at.endsWith("iCalendar/properties") || at.endsWith("/entries")) {
            // Properties have no order; entries have that of the implementation.
            for (JsonNode one : expected) {
                boolean found =
                        actual.valueStream()
                                .anyMatch(a -> {
                                    List<String> without = new ArrayList<>();
                                    contains("", one, a, without);
                                    return without.isEmpty();
                                });
                if (!found) {
                    missing.add(at + " lacks " + one);
                }
            }
        } else if (!expected.equals(actual)) {
            missing.add(at + " is " + actual + " instead of " + expected);
        }
    }

    @org.junit.jupiter.api.Test
    void thereAreAllOfThem() throws IOException {
        assertEquals(90, examples().size());
    }
}
