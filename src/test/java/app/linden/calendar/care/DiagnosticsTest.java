package app.linden.calendar.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.calendar.Imports;
import app.linden.calendar.Settings;
import app.linden.model.Json;
import app.linden.store.Store;

import jdk.jfr.Recording;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A report of a real profile, in which nothing that was planted is found again. */
final class DiagnosticsTest {
    private static final List<String> PLANTED =
            List.of("Zahnarzt", "Weissmueller", "anna@", "example.org", "tulip", "Family of Anna");

    private static final String EVENT =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:one@example.org
            DTSTAMP:20261101T080000Z
            DTSTART:20261124T090000Z
            SUMMARY:Zahnarzt
            LOCATION:Weissmueller
            ATTENDEE;CN=Weissmueller:mailto:anna@example.org
            END:VEVENT
            END:VCALENDAR
            """;

    @TempDir private Path profile;

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                entries.put(
                        e.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return entries;
    }

    private static Settings settings() {
        var json = Settings.USUAL.withView("MONTH").withAlert(15).json().deepCopy();
        json.put("zone", "Europe/Berlin");
        json.put("calendar", "Family of Anna");
        json.put("ofALaterVersion", "tulip anna@example.org");
        json.put("look", "Zahnarzt at Weissmueller");
        json.set("silentCalendars", Json.array().add("Family of Anna"));
        return new Settings(json);
    }

    @Test
    void nothingThatIsAboutThePersonIsInIt() throws IOException {
        InstantSource clock = InstantSource.system();
        Ids ids = new Ids(clock, new Random(3));
        Files.createDirectories(profile.resolve("logs"));
        Files.writeString(
                profile.resolve("logs/linden-0.log"),
                """
                2026-11-24T20:00:00.000Z WARNING app.linden.x.Y: of “Zahnarzt” anna@example.org
                    at app.linden.db.Database.flush(Database.java:12)
                """);
        Files.writeString(profile.resolve("logs/Weissmueller.txt"), "tulip");
        Thread planted = Thread.currentThread();
        String name = planted.getName();
        Path file = profile.resolve("report.zip");
        try (Store store = Store.open(profile, clock, ids);
                Recording recording = new Recording()) {
            recording.enable("jdk.InitialSystemProperty");
            recording.enable("jdk.CPULoad");
            System.setProperty("planted", "tulip");
            recording.start();
            store.localAccount("Family of Anna", "Family of Anna").join();
            new Imports(store, ids)
                    .importInto(
                            store.calendars().getFirst().id(),
                            new ByteArrayInputStream(
                                    EVENT.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
                    .join();
            planted.setName("sync of anna@example.org");
            Diagnostics diagnostics = new Diagnostics(profile, DiagnosticsTest::settings, store);
            List<Piece> pieces = diagnostics.gather().join();
            Diagnostics.write(pieces, file).join();
        } finally {
            planted.setName(name);
            System.clearProperty("planted");
        }
        Map<String, String> entries = read(file);
        assertEquals(
                List.of(
                        "counts.txt",
                        "logs/linden-0.log",
                        "recording.jfr",
                        "settings.txt",
                        "threads.txt",
                        "versions.txt"),
                new ArrayList<>(entries.keySet()));
        entries.forEach((entry, text) ->
                PLANTED.forEach(p -> assertFalse(text.contains(p), p + " in " + entry)));
        assertTrue(entries.get("settings.txt").contains("alert: 15\n"));
        assertTrue(entries.get("settings.txt").contains("ofALaterVersion: (set)\n"));
        assertTrue(entries.get("counts.txt").contains("outbox: 0\n"), entries.get("counts.txt"));
        assertTrue(entries.get("counts.txt").contains("object: 2\n"), entries.get("counts.txt"));
        assertTrue(entries.get("counts.txt").matches("(?s).*schema_version: [1-9]\\d*\n.*"));
        assertTrue(entries.get("versions.txt").contains("java.version: "));
        assertTrue(entries.get("logs/linden-0.log").contains("Database.java:12"));
        assertTrue(entries.get("threads.txt").contains("disk-linden"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldInASentence() {
        List<Piece> pieces = List.of(Piece.of("a.txt", "a"));
        CompletionException e =
                assertThrows(
                        CompletionException.class,
                        () -> Diagnostics.write(pieces, profile.resolve("no/such.zip")).join());
        assertEquals(Problem.Kind.BAD_INPUT, Problem.kind(e));
        assertFalse(Files.exists(profile.resolve("no")));
    }
}
