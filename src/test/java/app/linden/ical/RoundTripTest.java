package app.linden.ical;

import static org.assertj.core.api.Assertions.assertThat;

import app.linden.ical.SmallParser.Part;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What real programs wrote comes back from JSCalendar with every component, property and parameter,
 * but for the differences of docs/icalendar.md, "Round trips", which {@link Allowed} takes out.
 */
class RoundTripTest {
    private static final Path FOLDER = Path.of("src/test/resources/app/linden/ical/ics/valid");

    /**
     * Of several calendars or several versions of one event, of which one stays; events without a
     * UID, which get one; broken characters and dates, which are mended or left out; two rules.
     */
    private static final Set<String> CHANGED =
            Set.of(
                    "1106817412.ics",
                    "Earth32Seasons.ics",
                    "EstoniaHolidays.ics",
                    "New-Years-Day.ics",
                    "SwedishHolidays2003-2006.ics",
                    "bitfire1.ics",
                    "blalor.ics",
                    "calconnect2.ics",
                    "calconnect4.ics",
                    "calconnect8.ics",
                    "calconnect9.ics",
                    "classify.ics",
                    "dst-only-vtimezone.ics",
                    "evolution2.ics",
                    "friday13-NOT.ics",
                    "friday13.ics",
                    "incoming.ics",
                    "multiple_calendars.ics",
                    "php-flp.ics",
                    "rfc5545-sec3.6.2.ics");

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> !CHANGED.contains(name))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingComesBack(String name) throws IOException {
        byte[] original = Files.readAllBytes(FOLDER.resolve(name));
        List<Part> before = SmallParser.parse(original);
        byte[] back = roundTrip(original);
        assertThat(difference(before, SmallParser.parse(back))).as(name).isEmpty();
    }

    private static byte[] roundTrip(byte[] ics) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        CalendarFile.convert(new ByteArrayInputStream(ics), json);
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        GroupFile.convert(new ByteArrayInputStream(json.toByteArray()), back);
        return back.toByteArray();
    }

    /** Lines with + for what came in addition, with - for what is gone. */
    private static List<String> difference(List<Part> before, List<Part> after) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        before.forEach(p -> Allowed.lines(p).forEach(l -> counts.merge(l, -1, Integer::sum)));
        after.forEach(p -> Allowed.lines(p).forEach(l -> counts.merge(l, 1, Integer::sum)));
        List<String> lines = new ArrayList<>();
        counts.forEach((line, n) -> {
            if (n != 0) {
                lines.add((n > 0 ? "+ " : "- ") + line);
            }
        });
        return lines;
    }
}
