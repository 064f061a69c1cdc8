package app.linden.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Each target on each input that is kept: what the fuzzer found once, and what it starts from. A
 * finding that comes back fails here, without the fuzzer.
 */
final class FuzzedInputsTest {
    private static Stream<DynamicTest> each(String folder, Consumer<byte[]> target)
            throws IOException, URISyntaxException {
        URL at = Objects.requireNonNull(FuzzedInputsTest.class.getResource(folder), folder);
        List<Path> inputs;
        try (Stream<Path> files = Files.list(Path.of(at.toURI()))) {
            inputs = files.sorted().toList();
        }
        assertFalse(inputs.isEmpty(), folder);
        return inputs.stream()
                .map(input ->
                        DynamicTest.dynamicTest(
                                folder + "/" + input.getFileName(),
                                () -> target.accept(Files.readAllBytes(input))));
    }

    @TestFactory
    Stream<DynamicTest> calendarFiles() throws IOException, URISyntaxException {
        return each("ics", IcsTarget::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> examplesOfTheConversionDraft() throws IOException, URISyntaxException {
        return Stream.concat(
                each("../ical/draft", IcsTarget::fuzzerTestOneInput),
                each("../ical/draft", JsCalendarTarget::fuzzerTestOneInput));
    }

    @TestFactory
    Stream<DynamicTest> jsCalendar() throws IOException, URISyntaxException {
        return each("jscalendar", JsCalendarTarget::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> rules() throws IOException, URISyntaxException {
        return each("rules", RulesTarget::fuzzerTestOneInput);
    }
}
