package app.linden.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.calendar.Imports.Report;
import app.linden.model.Account;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Occurrence;
import app.linden.model.Type;
import app.linden.store.Intent;
import app.linden.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;

/** Files into a calendar of a real database, without any server. */
final class ImportsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir private Path folder;
    private final Ids ids = new Ids(CLOCK, new Random(1));
    private Store store;
    private Imports imports;
    private String account;
    private String calendar;

    @BeforeEach
    void open() {
        store = Store.open(folder, CLOCK, ids);
        imports = new Imports(store, ids);
        Account local = store.localAccount("This computer", "Private").join();
        account = local.id();
        calendar = store.calendars().getFirst().id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Report take(String... lines) {
        String text =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                        + String.join("\r\n", lines)
                        + "\r\nEND:VCALENDAR\r\n";
        return imports.importInto(
                        calendar, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .join();
    }

    private Report takeDinner(String... more) {
        return take(
                "BEGIN:VEVENT",
                "UID:dinner",
                "DTSTART;TZID=Europe/Berlin:20261124T180000",
                "DTEND;TZID=Europe/Berlin:20261124T200000",
                String.join("\r\n", more),
                "END:VEVENT");
    }

    private Event only(String uid) {
        List<Store.Found> found = store.findByUid(account, List.of(uid)).get(uid);
        assertEquals(1, found.size());
        return found.getFirst().event();
    }

    private static void assertReport(int created, int changed, int same, Report report) {
        assertEquals(
                created + " created, " + changed + " changed, " + same + " same",
                report.created()
                        + " created, "
                        + report.changed()
                        + " changed, "
                        + report.same()
                        + " same");
    }

    @Test
    void aSecondImportOfTheSameFileChangesNothing() {
        String series =
                """
                BEGIN:VEVENT
                UID:weekly
                DTSTART;TZID=Europe/Berlin:20261102T090000
                DURATION:PT1H
                RRULE:FREQ=WEEKLY;COUNT=5
                EXDATE;TZID=Europe/Berlin:20261109T090000
                SUMMARY:Stand-up
                END:VEVENT
                BEGIN:VEVENT
                UID:weekly
                RECURRENCE-ID;TZID=Europe/Berlin:20261116T090000
                DTSTART;TZID=Europe/Berlin:20261117T100000
                DURATION:PT1H
                SUMMARY:Stand-up, later
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261124
                SUMMARY:No UID at all
                END:VEVENT\
                """;

        assertReport(2, 0, 0, take(series.split("\n")));
        assertReport(0, 0, 2, take(series.split("\n")));

        List<String> november =
                store
                        .occurrences(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1), BERLIN)
                        .stream()
                        .map(o -> o.span().startIn(BERLIN) + " " + o.title())
                        .sorted()
                        .toList();
        assertEquals(
                List.of(
                        "2026-11-02T09:00 Stand-up",
                        "2026-11-17T10:00 Stand-up, later",
                        "2026-11-23T09:00 Stand-up",
                        "2026-11-24T00:00 No UID at all",
                        "2026-11-30T09:00 Stand-up"),
                november);
    }

    @Test
    void aChangedFileChangesWhatItSaysAndLeavesTheRest() {
        takeDinner("SUMMARY:Dinner", "LOCATION:Home");
        String id = store.findByUid(account, List.of("dinner")).get("dinner").getFirst().id();
        store.edits()
                .apply(
                        List.of(
                                new Intent.Update(
                                        id,
                                        app.linden.model.Patch.of("color", Json.text("tomato")))))
                .join();

        assertReport(0, 1, 0, takeDinner("SUMMARY:Dinner with Ben", "LOCATION:Home"));

        Event dinner = only("dinner");
        assertEquals("Dinner with Ben", dinner.title());
        assertEquals("Home", dinner.place());
        assertEquals("tomato", dinner.color());
        assertReport(0, 0, 1, takeDinner("SUMMARY:Dinner with Ben", "LOCATION:Home"));
    }

    @Test
    void aFileThatMovesAnEventToAWholeDayLeavesNoZoneBehind() {
        takeDinner("SUMMARY:Dinner");

        take("BEGIN:VEVENT", "UID:dinner", "DTSTART;VALUE=DATE:20261125", "END:VEVENT");

        assertEquals(
                "{\"start\":\"2026-11-25T00:00:00\",\"duration\":\"P1D\",\"showWithoutTime\":true}",
                Json.object()
                        .put("start", only("dinner").json().path("start").asString())
                        .put("duration", only("dinner").json().path("duration").asString())
                        .put("showWithoutTime", only("dinner").when().allDay())
                        .toString());
        assertEquals(null, only("dinner").when().zone());
    }

    @Test
    void anExceptionMadeHereOutlivesTheSameFile() {
        String[] series = {
            "BEGIN:VEVENT",
            "UID:s",
            "DTSTART:20261102T090000Z",
            "RRULE:FREQ=DAILY;COUNT=3",
            "SUMMARY:S",
            "END:VEVENT"
        };
        take(series);
        String id = store.findByUid(account, List.of("s")).get("s").getFirst().id();
        store.edits()
                .change(
                        id,
                        e ->
                                app.linden.model.Series.without(
                                        e, LocalDate.of(2026, 11, 3).atTime(9, 0)))
                .join();

        assertReport(0, 0, 1, take(series));

        assertEquals(1, only("s").overrides().size());
    }

    @Test
    void aSingleOccurrenceGoesIntoTheSeriesThatIsHere() {
        take(
                "BEGIN:VEVENT",
                "UID:s",
                "DTSTART;TZID=Europe/Berlin:20261102T090000",
                "RRULE:FREQ=DAILY;COUNT=3",
                "SUMMARY:S",
                "END:VEVENT");
        String[] one = {
            "BEGIN:VEVENT",
            "UID:s",
            "RECURRENCE-ID:20261103T080000Z",
            "DTSTART;TZID=Europe/Berlin:20261103T110000",
            "SUMMARY:S moved",
            "END:VEVENT"
        };

        assertReport(0, 1, 0, take(one));
        assertReport(0, 0, 1, take(one));

        assertEquals(
                "{\"start\":\"2026-11-03T11:00:00\",\"title\":\"S moved\"}",
                only("s")
                        .json()
                        .path("recurrenceOverrides")
                        .path("2026-11-03T09:00:00")
                        .toString());
    }

    @Test
    void occurrencesWithoutTheirSeriesAreEventsOfTheirOwn() {
        String[] two = {
            "BEGIN:VEVENT",
            "UID:s",
            "RECURRENCE-ID:20261103T080000Z",
            "DTSTART:20261103T100000Z",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:s",
            "RECURRENCE-ID:20261104T080000Z",
            "DTSTART:20261104T100000Z",
            "END:VEVENT"
        };

        assertReport(2, 0, 0, take(two));
        assertReport(0, 0, 2, take(two));
    }

    @Test
    void anEventOfAnotherCalendarStaysThereAndIsReported() {
        takeDinner("SUMMARY:Dinner");
        String other = ids.next();
        store.edits()
                .apply(
                        List.of(
                                new Intent.Create(
                                        other,
                                        account,
                                        Type.CALENDAR,
                                        Json.object().put("name", "Other"))))
                .join();
        calendar = other;

        Report report = takeDinner("SUMMARY:Changed");

        assertReport(0, 0, 0, report);
        assertTrue(report.unreadable().getFirst().reason().contains("another calendar"));
        assertEquals("Dinner", only("dinner").title());
    }

    @Test
    void whatCannotBeImportedSaysSoInASentence() throws IOException {
        assertEquals(
                "There is no file “missing.ics”.",
                refusal(calendar, folder.resolve("missing.ics")));
        Path html = Files.writeString(folder.resolve("page.ics"), "<html>404</html>");
        assertEquals(
                "This is not an iCalendar file: it has no BEGIN:VCALENDAR.",
                refusal(calendar, html));
        assertEquals("This calendar no longer exists.", refusal("gone", html));
    }

    private String refusal(String into, Path file) {
        try {
            imports.importInto(into, file).join();
            return "not refused";
        } catch (CompletionException e) {
            return Problem.sentence(e);
        }
    }

    @Test
    void tenThousandEventsAreImportedOnce() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            lines.append("BEGIN:VEVENT\r\nUID:u")
                    .append(i)
                    .append("\r\nDTSTART:202611")
                    .append(10 + i % 20)
                    .append("T100000Z\r\nSUMMARY:Number ")
                    .append(i)
                    .append("\r\nEND:VEVENT\r\n");
        }
        String text = lines.toString().strip();

        assertReport(10_000, 0, 0, take(text));
        assertReport(0, 0, 10_000, take(text));

        List<Occurrence> all =
                store.occurrences(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1), BERLIN);
        assertEquals(10_000, all.size());
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndWritesNothing() throws IOException {
        takeDinner("SUMMARY:Dinner", "COLOR:red");
        Path file = folder.resolve("dry.ics");
        Files.writeString(
                file,
                """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                UID:dinner
                DTSTART;TZID=Europe/Berlin:20261124T190000
                DTEND;TZID=Europe/Berlin:20261124T210000
                SUMMARY:Late dinner
                END:VEVENT
                BEGIN:VEVENT
                UID:lunch
                DTSTART;TZID=Europe/Berlin:20261125T120000
                SUMMARY:Lunch
                END:VEVENT
                BEGIN:VEVENT
                UID:bad
                SUMMARY:No start
                END:VEVENT
                END:VCALENDAR
                """);

        Report dry = imports.preview(calendar, file).join();
        assertReport(1, 1, 0, dry);
        assertEquals(1, dry.unreadable().size());
        assertEquals(
                List.of(
                        new Imports.Touched(
                                "dinner",
                                "Late dinner",
                                "2026-11-24T19:00:00",
                                List.of("start", "title")),
                        new Imports.Touched("lunch", "Lunch", "2026-11-25T12:00:00", List.of())),
                dry.touched());
        assertEquals("Dinner", only("dinner").title());
        assertEquals(1, store.eventsIn(calendar).size());

        Report real = imports.importInto(calendar, file).join();
        assertEquals(dry, real);
        assertReport(0, 0, 2, imports.preview(calendar, file).join());
    }

    @Test
    void whatIsSavedWhenItIsStoppedStays() throws IOException {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\n");
        for (int i = 0; i < 1200; i++) {
            text.append("BEGIN:VEVENT\r\nUID:")
                    .append(i)
                    .append("\r\nDTSTART:20261124T180000Z\r\nEND:VEVENT\r\n");
        }
        Path file = folder.resolve("many.ics");
        Files.writeString(file, text.append("END:VCALENDAR\r\n"));
        List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();

        Report report =
                imports.importInto(
                                calendar,
                                file,
                                (done, all) -> {
                                    seen.add(done + "/" + all);
                                    return done < 1000;
                                })
                        .join();

        assertEquals(List.of("0/1200", "500/1200", "1000/1200"), seen);
        assertReport(1000, 0, 0, report);
        assertEquals(200, report.left());
        assertEquals(1000, store.eventsIn(calendar).size());
        assertReport(200, 0, 1000, imports.importInto(calendar, file).join());
    }
}
