package app.linden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.desktop.SecretsOfThisRun;
import app.linden.ical.CalendarFile.Unreadable;
import app.linden.model.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The words that need no server, as somebody types them. */
final class CliTest {
    @TempDir private Path profile;
    private final Typed typed = new Typed();

    private int run(String... words) {
        return typed.run(words);
    }

    private String in() {
        return "--profile=" + profile;
    }

    @Test
    void helpTellsEveryWord() {
        for (String word : List.of("connect", "sync", "agenda", "calendars", "add", "import")) {
            assertEquals(0, run("--help"));
            assertTrue(typed.out().contains("  " + word + " "), word);
            assertEquals(0, run(word, "--help"), word);
            assertTrue(typed.out().contains("Use: linden " + word), typed.out());
        }
    }

    @Test
    void aMonthAndAnAgendaArePrinted() throws IOException {
        run("add", in(), "--title", "Dinner", "--start", "2026-11-24T18:00");
        Path pdf = profile.resolve("november.pdf");
        String file = pdf.toString();
        assertEquals(0, run("print", in(), "--pdf", file, "--from", "2026-11", "--to", "2027-01"));
        assertEquals("3 pages written\n", typed.out());
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
            assertEquals(3, document.getNumberOfPages());
        }
        assertEquals(
                0,
                run("print", in(), "--pdf", file, "--view", "agenda", "--from", "2026-11-20"),
                typed.err());
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
            String text = new org.apache.pdfbox.text.PDFTextStripper().getText(document);
            assertTrue(text.contains("Dinner"), text);
        }
        assertEquals(1, run("print", in(), "--pdf", profile.resolve("no/such.pdf").toString()));
        assertTrue(typed.err().contains("cannot be written"), typed.err());
    }

    @Test
    void aDeletedEventIsListedAndRestoredAndThatIsUndone() {
        run("add", in(), "--title", "Dinner", "--start", "2026-11-24T18:00");
        assertEquals(0, run("undo", in()));
        assertEquals("Undone: add “Dinner”.\n", typed.out());
        assertEquals(0, run("trash", in()));
        assertTrue(
                typed.out()
                        .startsWith("1  “Dinner”  2026-11-24T18:00  My calendar  deleted by you"),
                typed.out());
        assertEquals(0, run("restore", in(), "Dinner"));
        assertEquals("Restored “Dinner”.\n", typed.out());
        assertEquals(0, run("trash", in()));
        assertEquals("The trash is empty.\n", typed.out());
        assertEquals(0, run("agenda", in(), "--from", "2026-11-24", "--to", "2026-11-25"));
        assertTrue(typed.out().contains("Dinner"), typed.out());
        assertEquals(0, run("undo", in()));
        assertEquals("Undone: restore “Dinner”.\n", typed.out());
        assertEquals(0, run("undo", in(), "--redo"));
        assertEquals("Redone: restore “Dinner”.\n", typed.out());
        assertEquals(1, run("restore", in(), "Supper"));
        assertTrue(typed.err().contains("no “Supper” in the trash"), typed.err());
    }

    @Test
    void aWordThatIsNotKnownIsExitTwo() {
        assertEquals(2, run("agneda"));
        assertTrue(typed.err().startsWith("linden: "), typed.err());
        assertEquals(2, run("add", in()));
        assertTrue(typed.err().contains("--title"), typed.err());
    }

    @Test
    void whatIsAddedStandsInTheAgenda() {
        assertEquals(
                0,
                run(
                        "add",
                        in(),
                        "--title",
                        "Dinner",
                        "--start",
                        "2026-11-24T18:00",
                        "--place",
                        "Home"));
        assertEquals("Added “Dinner” to My calendar.\n", typed.out());
        assertEquals(
                0,
                run(
                        "add",
                        in(),
                        "--title",
                        "Trip",
                        "--start",
                        "2026-11-24",
                        "--end",
                        "2026-11-25"));
        assertEquals(0, run("agenda", in(), "--from", "2026-11-24", "--to", "2026-11-30"));
        assertEquals(
                """
                Tuesday, 24 November 2026
                  all day        Trip  [My calendar]
                  18:00 - 19:00  Dinner, Home  [My calendar]

                Wednesday, 25 November 2026
                  all day        Trip  [My calendar]
                """,
                typed.out());
        assertEquals(
                0, run("agenda", in(), "--json", "--from", "2026-11-24", "--to", "2026-11-24"));
        var list = Json.parse(typed.out());
        assertEquals(2, list.size());
        assertEquals("Trip", list.path(0).path("title").asString());
        assertEquals("2026-11-26", list.path(0).path("end").asString());
        assertTrue(list.path(1).path("start").asString().startsWith("2026-11-24T18:00:00"));
    }

    @Test
    void anEventIsSaidInWords() {
        assertEquals(
                0, run("add", in(), "Lunch with Ben 2096-11-24 12:30-14 at Luigi's every week"));
        assertEquals(
                "Added “Lunch with Ben” to My calendar: 2096-11-24 12:30 to 2096-11-24 14:00,"
                        + " Every week on Saturday, at Luigi's.\n",
                typed.out());
        assertEquals(0, run("add", in(), "Zahnarzt", "24.11.2096", "15", "Uhr"));
        assertTrue(typed.out().startsWith("Added “Zahnarzt” to My calendar: 2096-11-24 15:00"));
        assertEquals(1, run("add", in(), "Lunch", "--title", "Dinner"));
        assertEquals(1, run("add", in(), "2096-11-24"));
    }

    @Test
    void anEventIsFoundByTheBeginningsOfItsWords() {
        run("add", in(), "--title", "Jäger im Café", "--start", "2096-11-24T18:00");
        run("add", in(), "--title", "Jogging", "--start", "1996-11-24", "--place", "Jägerhof");
        assertEquals(0, run("find", in(), "JAEG"));
        assertEquals(
                """
                Saturday, 24 November 2096
                  18:00 - 19:00  Jäger im Café  [My calendar]

                Sunday, 24 November 1996
                  all day        Jogging, Jägerhof  [My calendar]
                """,
                typed.out());
        assertEquals(0, run("find", in(), "--json", "cafe", "jag"));
        assertEquals("Jäger im Café", Json.parse(typed.out()).path(0).path("title").asString());
        assertEquals(0, run("find", in(), "nowhere"));
        assertEquals("Nothing found.\n", typed.out());
        assertEquals(1, run("find", in(), "--", "-"));
    }

    @Test
    void aSoundCopyHasNoDifferences() {
        run("add", in(), "--title", "Dinner", "--start", "2026-11-24T18:00");

        assertEquals(0, run("check", in()));
        assertEquals("0 differences in 1 occurrence of 1 event\n", typed.out());
        assertEquals(0, run("check", in(), "--repair"));
    }

    @Test
    void anEmptyAgendaSaysSo() {
        assertEquals(0, run("agenda", in()));
        assertEquals("Nothing planned.\n", typed.out());
        assertEquals(0, run("calendars", in()));
        assertTrue(typed.out().startsWith("No calendars yet"), typed.out());
    }

    @Test
    void datesThatDoNotExistAreOneSentence() {
        assertEquals(2, run("agenda", in(), "--from", "2026-02-30"));
        assertTrue(typed.err().contains("“2026-02-30” is a date that does not exist."));
        assertEquals(1, run("add", in(), "--title", "T", "--start", "2026-02-30T10:00"));
        assertEquals("linden: “2026-02-30T10:00” is a time that does not exist.\n", typed.err());
        assertEquals(
                1,
                run(
                        "add",
                        in(),
                        "--title",
                        "T",
                        "--start",
                        "2026-03-29T02:30",
                        "--zone",
                        "Europe/Berlin"));
        assertEquals(
                "linden: 2026-03-29 02:30 does not exist in Europe/Berlin: the clocks go forward"
                        + " then.\n",
                typed.err());
        assertEquals(1, run("add", in(), "--title", "T", "--start", "tomorrow"));
        assertEquals(
                1,
                run("add", in(), "--title", "T", "--start", "2026-11-24", "--end", "2026-11-23"));
        assertEquals("linden: The end is before the start.\n", typed.err());
        assertEquals(1, run("agenda", in(), "--from", "2026-11-24", "--to", "2026-11-23"));
        assertEquals(0, run("agenda", in(), "--from", "2026-11-24", "--to", "2026-11-24"));
        assertEquals("Nothing planned.\n", typed.out());
    }

    @Test
    void aCalendarThatIsNotThereIsNamedWithThoseThatAre() {
        assertEquals(
                1, run("add", in(), "--title", "T", "--start", "2026-11-24", "--calendar", "Work"));
        assertEquals("linden: There is no calendar “Work”, only “My calendar”.\n", typed.err());
    }

    @Test
    void aFileIsImportedOnceHoweverOftenItIs() throws Exception {
        Path file = profile.resolveSibling("club.ics");
        java.nio.file.Files.writeString(
                file,
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:test
                BEGIN:VEVENT
                UID:one
                DTSTAMP:20261101T000000Z
                DTSTART:20261124T180000
                DTEND:20261124T190000
                SUMMARY:Practice
                END:VEVENT
                BEGIN:VEVENT
                UID:two
                DTSTART:20261399T180000
                SUMMARY:Never
                END:VEVENT
                END:VCALENDAR
                """);
        assertEquals(0, run("import", in(), "--dry-run", file.toString()), typed.err());
        assertTrue(
                typed.out()
                        .startsWith(
                                "1 new, 0 changed, 0 the same, 1 not readable\nnew: 2026-11-24 "),
                typed.out());
        assertEquals(0, run("import", in(), file.toString()), typed.err());
        assertTrue(
                typed.out().startsWith("1 new, 0 changed, 0 the same, 1 not readable\nline "),
                typed.out());
        assertTrue(typed.out().contains("(two)"), typed.out());
        assertEquals(0, run("import", in(), file.toString(), "--json"));
        assertEquals(1, Json.parse(typed.out()).path("same").asInt());
        assertEquals(0, run("agenda", in(), "--from", "2026-11-24", "--to", "2026-11-24"));
        assertTrue(typed.out().contains("18:00 - 19:00  Practice"), typed.out());

        assertEquals(0, run("export", in()), typed.err());
        assertTrue(typed.bytes().contains("\r\nSUMMARY:Practice\r\n"), typed.bytes());
        Path exported = profile.resolve("out.ics");
        assertEquals(
                0, run("export", in(), "--calendar", "my calendar", "-o", exported.toString()));
        assertEquals("1 event written\n", typed.out());
        assertEquals(0, run("import", in(), "--dry-run", exported.toString()));
        assertEquals("0 new, 0 changed, 1 the same, 0 not readable\n", typed.out());

        assertEquals(1, run("import", in(), profile.resolve("missing.ics").toString()));
        assertEquals(1, typed.err().lines().count(), typed.err());
    }

    @Test
    void aSubscriptionIsAddedListedRefreshedAndRemoved() throws IOException {
        var server =
                com.sun.net.httpserver.HttpServer.create(
                        new java.net.InetSocketAddress(
                                java.net.InetAddress.getLoopbackAddress(), 0),
                        0);
        byte[] file =
                """
                BEGIN:VCALENDAR
                X-WR-CALNAME:Holidays
                BEGIN:VEVENT
                UID:one
                DTSTART;VALUE=DATE:20261224
                SUMMARY:Christmas Eve
                END:VEVENT
                END:VCALENDAR
                """
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        server.createContext(
                "/a.ics",
                e -> {
                    e.sendResponseHeaders(200, file.length);
                    e.getResponseBody().write(file);
                    e.close();
                });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/a.ics";
            assertEquals(0, run("subscribe", in(), url), typed.err());
            assertEquals("Subscribed to “Holidays”: 1 event\n", typed.out());
            assertTrue(typed.err().contains("not encrypted"), typed.err());
            assertEquals(0, run("subscriptions", in(), "--refresh", "--json"), typed.err());
            assertEquals(url, Json.parse(typed.out()).path(0).path("url").asString());
            String[] more = {
                "add", in(), "--calendar", "Holidays", "--title", "More", "--start", "2026-12-25"
            };
            assertEquals(1, run(more));
            assertEquals("linden: You may not add to “Holidays”.\n", typed.err());
            assertEquals(0, run("subscriptions", in(), "--remove", "holidays"));
            assertEquals("No subscriptions: say linden subscribe URL.\n", typed.out());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aProfileInUseIsOneSentence() {
        try (Device open = Device.open(profile, new SecretsOfThisRun())) {
            assertFalse(open.store().accounts().stream().anyMatch(a -> true));
            assertEquals(1, run("agenda", in()));
            assertEquals(
                    "linden: Linden is already open with this data. Close the other one first.\n",
                    typed.err());
        }
        assertEquals(0, run("agenda", in()));
    }

    @Test
    void aServerThatIsNotThereIsOneSentence() {
        typed.answers("secret");
        assertEquals(1, run("connect", in(), "nowhere.invalid", "anna"));
        assertEquals(
                "linden: The server’s name is not known, or this computer is offline.\n",
                typed.err());
        typed.answers("secret");
        assertEquals(1, run("connect", in(), "http://example.org", "anna"));
        assertTrue(typed.err().contains("must begin with https"), typed.err());
        assertEquals(1, run("connect", in(), "nowhere.invalid", "anna"));
        assertEquals(
                "linden: The password of anna is expected as one line on standard input.\n",
                typed.err());
    }

    @Test
    void aStackTraceComesOnlyWhenAskedFor() {
        assertEquals(1, run("add", in(), "--title", "T", "--start", "tomorrow"));
        assertFalse(typed.err().contains("\tat "), typed.err());
        typed.set("LINDEN_DEBUG", "1");
        assertEquals(1, run("add", in(), "--title", "T", "--start", "tomorrow"));
        assertTrue(typed.err().contains("\tat "), typed.err());
    }

    @Test
    void withoutAWordTheWindowOpensOnADeviceWithACalendar() {
        assertEquals(7, run(in()));
        assertEquals(List.of("My calendar"), typed.shown());
    }

    @Test
    void whatCannotBeWrittenToStandardOutputIsAProblem() {
        for (String[] words :
                List.of(
                        new String[] {"calendars", in()},
                        new String[] {"export", in()},
                        new String[] {"agenda", in(), "--json"})) {
            assertEquals(1, typed.runOntoFullDisk(words), words[0]);
            assertEquals(1, typed.err().lines().count(), typed.err());
            assertTrue(typed.err().contains("written"), typed.err());
        }
    }

    @Test
    void aRemarkSaysWhereOnlyWhatIsKnown() {
        assertEquals("line 7 (a): why", Remarks.line(new Unreadable(7, "a", "why")));
        assertEquals("line 7: why", Remarks.line(new Unreadable(7, null, "why")));
        assertEquals("(a): why", Remarks.line(new Unreadable(0, "a", "why")));
        assertEquals("why", Remarks.line(new Unreadable(0, "", "why")));
    }

    @Test
    void aTitleCannotMoveTheCursor() {
        assertEquals("a [2J b c", Plain.line("a\u001B[2J\u202Eb\nc "));
    }
}
