package app.linden.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.ical.CalendarFile.Reading;
import app.linden.model.Event;
import app.linden.model.Recurrence;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that real programs wrote: each is read or refused in one sentence. */
final class RealFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/app/linden/ical/ics");
    private static final Pattern VEVENT = Pattern.compile("(?im)^BEGIN:VEVENT\\s*$");

    private static Reading read(String name) {
        try (InputStream in = Files.newInputStream(FOLDER.resolve(name))) {
            return CalendarFile.read(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Event only(String name) {
        Reading reading = read(name);
        assertEquals(List.of(), reading.unreadable(), name);
        assertEquals(1, reading.events().size(), name);
        return reading.events().getFirst();
    }

    private static List<String> starts(Event event, int most) {
        return Recurrence.expand(
                        event,
                        LocalDateTime.MIN,
                        LocalDateTime.of(2100, 1, 1, 0, 0),
                        new Recurrence.Budget(100_000, 10_000))
                .starts()
                .stream()
                .limit(most)
                .map(Event::write)
                .toList();
    }

    @Test
    void everyFileIsReadOrRefusedInASentence() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(FOLDER)) {
            files = all.filter(f -> f.toString().endsWith(".ics")).sorted().toList();
        }
        assertEquals(103, files.size());
        for (Path file : files) {
            String name = FOLDER.relativize(file).toString();
            try {
                Reading reading = read(name);
                System.out.printf(
                        "%-48s %5d events %3d remarks%n",
                        name, reading.events().size(), reading.unreadable().size());
                check(file, name, reading);
            } catch (Problem refused) {
                System.out.printf("%-48s refused: %s%n", name, refused.getMessage());
                assertTrue(String.valueOf(refused.getMessage()).endsWith("."), name);
            }
        }
    }

    private static void check(Path file, String name, Reading reading) throws IOException {
        for (Event event : reading.events()) {
            assertFalse(event.uid().isEmpty(), name);
            event.when().span();
        }
        reading.unreadable().forEach(u -> assertTrue(u.reason().endsWith("."), name));
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (reading.unreadable().isEmpty() && !text.contains("RECURRENCE-ID")) {
            assertEquals(VEVENT.matcher(text).results().count(), reading.events().size(), name);
        }
    }

    /** Facts below were read in the files by eye and counted on a calendar. */
    @Test
    void aWeeklySeriesWithExceptionsInUtc() {
        Event event = only("valid/EXDATE-IN-UTC.ics");

        assertEquals("New Event", event.title());
        assertEquals(
                Instant.parse("2007-05-08T10:15:00Z").getEpochSecond(),
                event.when().span().start());
        assertEquals(85, starts(event, 1_000).size());
        assertEquals(List.of("2007-05-08T05:15:00", "2007-05-29T05:15:00"), starts(event, 2));
    }

    @Test
    void aWeekWithTwoDaysLeftOut() {
        assertEquals(
                List.of(
                        "2006-01-01T12:00:00",
                        "2006-01-02T12:00:00",
                        "2006-01-05T12:00:00",
                        "2006-01-06T12:00:00",
                        "2006-01-07T12:00:00"),
                starts(only("valid/EXDATE.ics"), 10));
    }

    @Test
    void fridayTheThirteenthWithoutItsStart() {
        assertEquals(
                List.of(
                        "1998-02-13T09:00:00",
                        "1998-03-13T09:00:00",
                        "1998-11-13T09:00:00",
                        "1999-08-13T09:00:00",
                        "2000-10-13T09:00:00"),
                starts(only("valid/friday13.ics"), 5));
    }

    @Test
    void aMeetingOfGroupwise() {
        Event event = only("invalid/groupwise.ics");

        assertEquals("LT Team Meeting", event.title());
        assertEquals(
                Instant.parse("2008-12-17T07:30:00Z").getEpochSecond(),
                event.when().span().start());
        assertEquals(5_400, event.when().span().seconds());
        assertEquals(2, event.json().path("participants").size());
    }

    @Test
    void birthdaysOfMathematicians() {
        Reading reading = read("valid/mathBirthdays.ics");

        assertEquals("mathBirthdays", reading.name());
        assertEquals(1_321, reading.events().size());
        Event riemann =
                reading.events().stream()
                        .filter(e -> e.title().equals("1826 Bernhard Riemann"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                List.of("2004-09-17T00:00:00", "2005-09-17T00:00:00", "2006-09-17T00:00:00"),
                starts(riemann, 3));
    }

    @Test
    void zonesByOtherNames() {
        assertEquals(ZoneId.of("Asia/Singapore"), only("valid/2207678.ics").when().zone());
        assertEquals(ZoneId.of("America/Tijuana"), only("invalid/tmeher.ics").when().zone());
        assertEquals(ZoneId.of("Australia/Sydney"), only("valid/Standup.ics").when().zone());
        assertEquals(ZoneId.of("America/New_York"), only("valid/calconnect.ics").when().zone());
        assertEquals(ZoneId.of("America/Chicago"), only("valid/evolution.ics").when().zone());
        assertEquals(ZoneId.of("Pacific/Auckland"), only("invalid/talios.ics").when().zone());
        assertEquals(ZoneId.of("Asia/Dubai"), only("valid/evolution2.ics").when().zone());
        assertEquals(
                ZoneId.of("Europe/Berlin"), only("valid/dst-only-vtimezone.ics").when().zone());
        assertEquals(null, only("valid/blankTzid.ics").when().zone());
    }
}
