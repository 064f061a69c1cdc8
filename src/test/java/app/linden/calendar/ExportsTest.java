package app.linden.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Type;
import app.linden.store.Intent;
import app.linden.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;

/** Calendars of a real database into files and back. */
final class ExportsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    /** One of each kind: a series with exceptions, people and alerts, whole days, floating. */
    private static final String FILE =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:weekly
            DTSTAMP:20261101T080000Z
            DTSTART;TZID=Europe/Berlin:20261102T090000
            DURATION:PT1H
            RRULE:FREQ=WEEKLY;COUNT=5
            EXDATE;TZID=Europe/Berlin:20261109T090000
            SUMMARY:Stand-up\\, daily; almost
            DESCRIPTION:A long text with Umlauts äöü and a new line.\\nHere it is, and it goes on for longer than a line may.
            ORGANIZER;CN=Ann:mailto:ann@example.com
            ATTENDEE;CN=Ann;PARTSTAT=ACCEPTED:mailto:ann@example.com
            ATTENDEE;CN=Bob;JSID=bob;ROLE=REQ-PARTICIPANT:mailto:bob@example.com
            BEGIN:VALARM
            ACTION:DISPLAY
            DESCRIPTION:Stand-up
            TRIGGER:-PT15M
            END:VALARM
            BEGIN:VALARM
            UID:A1
            JSID:early
            ACTION:AUDIO
            TRIGGER;RELATED=END:PT5M
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:weekly
            DTSTAMP:20261101T080000Z
            RECURRENCE-ID;TZID=Europe/Berlin:20261116T090000
            DTSTART;TZID=Europe/Berlin:20261117T100000
            DURATION:PT1H
            SUMMARY:Stand-up\\, later
            ORGANIZER;CN=Ann:mailto:ann@example.com
            ATTENDEE;CN=Bob;JSID=bob;PARTSTAT=DECLINED:mailto:bob@example.com
            ATTENDEE;CN=Eve:mailto:eve@example.com
            RELATED-TO:other
            BEGIN:VALARM
            UID:A1
            JSID:early
            ACTION:DISPLAY
            DESCRIPTION:Later
            TRIGGER:-PT1H
            END:VALARM
            BEGIN:VALARM
            ACTION:EMAIL
            DESCRIPTION:Later
            SUMMARY:Later
            ATTENDEE:mailto:ann@example.com
            TRIGGER;VALUE=DATE-TIME:20261116T070000Z
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:days
            DTSTAMP:20261101T080000Z
            DTSTART;VALUE=DATE:20261224
            DTEND;VALUE=DATE:20261227
            SUMMARY:Christmas
            LOCATION:Home
            CATEGORIES:FAMILY,HOLIDAY
            X-OTHER;A=b:kept
            END:VEVENT
            BEGIN:VEVENT
            UID:floating
            DTSTAMP:20261101T080000Z
            DTSTART:20261124T180000
            DTEND:20261124T190000
            SUMMARY:Wherever
            END:VEVENT
            END:VCALENDAR
            """;

    @TempDir private Path folder;
    private final Ids ids = new Ids(CLOCK, new Random(1));
    private Store store;
    private Exports exports;
    private String calendar;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(Files.createDirectory(folder.resolve("a")), CLOCK, ids);
        exports = new Exports(store);
        store.localAccount("This computer", "Private").join();
        calendar = store.calendars().getFirst().id();
        take(store, FILE.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void take(Store into, byte[] file) {
        new Imports(into, ids)
                .importInto(into.calendars().getFirst().id(), new ByteArrayInputStream(file))
                .join();
    }

    private static Map<String, String> events(Store of) {
        Map<String, String> found = new TreeMap<>();
        for (var event : of.eachEventIn(of.calendars().getFirst().id())) {
            var json = event.event().json().deepCopy();
            json.remove("calendarIds");
            found.put(event.event().uid(), Json.canonical(json));
        }
        return found;
    }

    @Test
    void whatIsExportedAndImportedElsewhereIsTheSame() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.Written written = exports.writeCalendars(List.of(calendar), out);
        assertEquals(new Exports.Written(3, List.of()), written);
        try (Store other = Store.open(Files.createDirectory(folder.resolve("b")), CLOCK, ids)) {
            other.localAccount("This computer", "Private").join();
            take(other, out.toByteArray());
            assertEquals(events(store), events(other));
        }
    }

    @Test
    void aFileIsWholeOrAsItWas() throws IOException {
        Path file = folder.resolve("out.ics");
        Files.writeString(file, "before");
        var gone =
                assertThrows(
                        CompletionException.class,
                        () -> exports.calendars(List.of("nowhere"), file).join());
        assertEquals(Problem.Kind.BAD_INPUT, Problem.kind(gone));
        assertEquals("before", Files.readString(file));

        assertEquals(3, exports.calendars(List.of(calendar), file).join().events());
        String text = Files.readString(file);
        assertTrue(text.startsWith("BEGIN:VCALENDAR\r\n"), text);
        assertTrue(text.endsWith("END:VCALENDAR\r\n"), text);
        try (var left = Files.list(folder)) {
            assertEquals(0, left.filter(p -> p.toString().endsWith(".part")).count());
        }
        var nowhere =
                assertThrows(
                        CompletionException.class,
                        () ->
                                exports.calendars(
                                                List.of(calendar),
                                                folder.resolve("missing").resolve("out.ics"))
                                        .join());
        assertEquals(Problem.Kind.BAD_INPUT, Problem.kind(nowhere));
        for (Path folders : List.of(folder, folder.getRoot())) {
            var none =
                    assertThrows(
                            CompletionException.class,
                            () -> exports.calendars(List.of(calendar), folders).join());
            assertEquals("“" + folders + "” is a folder, no file.", Problem.sentence(none));
        }
    }

    @Test
    void aFileKeepsItsLinkAndItsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("file.ics"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.ics"), file);
        var permissions = PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(file, permissions);

        exports.calendars(List.of(calendar), link).join();

        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(file).startsWith("BEGIN:VCALENDAR"));
        assertEquals(permissions, Files.getPosixFilePermissions(file));
    }

    /** As standard output by its name is, or the end of a pipe. */
    @Test
    void whatIsNoFileIsWrittenToAndStays() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeTrue(made.waitFor() == 0);
        var written = exports.calendars(List.of(calendar), pipe);
        assertTrue(Files.readString(pipe).endsWith("END:VCALENDAR\r\n"));
        assertEquals(3, written.join().events());
        assertFalse(Files.isRegularFile(pipe));
    }

    @Test
    void anEventOfTwoCalendarsIsWrittenOnce() {
        String other = ids.next();
        String event = store.findByUid(account(), List.of("days")).get("days").getFirst().id();
        store.edits()
                .apply(
                        List.of(
                                new Intent.Create(
                                        other,
                                        account(),
                                        Type.CALENDAR,
                                        Json.object().put("name", "Family")),
                                new Intent.Update(
                                        event, Patch.of("calendarIds/" + other, Json.bool(true)))))
                .join();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertEquals(3, exports.writeCalendars(List.of(calendar, other), out).events());

        assertEquals(2, out.toString(StandardCharsets.UTF_8).split("UID:days").length);
    }

    @Test
    void oneEventGoesAlone() throws IOException {
        Path file = folder.resolve("one.ics");
        String id = store.findByUid(account(), List.of("days")).get("days").getFirst().id();
        assertEquals(1, exports.events(List.of(id), file).join().events());
        String text = Files.readString(file);
        assertTrue(text.contains("UID:days"), text);
        assertEquals(1, text.split("BEGIN:VEVENT", -1).length - 1, text);
    }

    private String account() {
        return store.accounts().getFirst().id();
    }
}
