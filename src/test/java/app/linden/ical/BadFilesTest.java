package app.linden.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.ical.CalendarFile.Reading;
import app.linden.ical.CalendarFile.Unreadable;
import app.linden.model.Event;
import app.linden.model.Recurrence;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are broken, hostile or something else (docs/import.md). */
final class BadFilesTest {
    private static final String TEA =
            "BEGIN:VCALENDAR\r\n"
                    + "VERSION:2.0\r\n"
                    + "BEGIN:VEVENT\r\n"
                    + "UID:tea\r\n"
                    + "DTSTART:20240101T100000Z\r\n"
                    + "SUMMARY:Grüner Tee ☕ for\r\n"
                    + "  two\r\n"
                    + "END:VEVENT\r\n"
                    + "END:VCALENDAR\r\n";

    private static Reading read(byte[] bytes) {
        return CalendarFile.read(new ByteArrayInputStream(bytes));
    }

    private static String refusal(byte[] bytes) {
        Problem problem = assertThrows(Problem.class, () -> read(bytes));
        assertEquals(Problem.Kind.BAD_INPUT, problem.kind());
        return Problem.sentence(problem);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertTea(byte[] bytes) {
        Reading reading = read(bytes);
        assertEquals(List.of(), reading.unreadable());
        assertEquals(
                List.of("Grüner Tee ☕ for two"),
                reading.events().stream().map(Event::title).toList());
    }

    @Test
    void encodingsAndEndsOfLines() {
        assertTea(utf8(TEA));
        assertTea(utf8("\uFEFF" + TEA));
        assertTea(("\uFEFF" + TEA).getBytes(StandardCharsets.UTF_16LE));
        assertTea(("\uFEFF" + TEA).getBytes(StandardCharsets.UTF_16BE));
        assertTea(TEA.getBytes(StandardCharsets.UTF_16LE));
        assertTea(TEA.getBytes(StandardCharsets.UTF_16BE));
        assertTea(utf8(TEA.replace("\r\n", "\n")));
        assertTea(utf8(TEA.replace("\r\n", "\r")));
        assertTea(utf8(TEA.replace("\r\n", "\r\r\n")));
        assertTea(utf8(TEA.replace("Tee", "T\0e\0e\0\u0007")));
        assertTea(
                utf8("\r\n\r\n" + TEA.replace("\r\n", "\r\n\r\n").replace("\r\n\r\n  ", "\r\n  ")));
    }

    @Test
    void bytesThatAreNoUtf8AreReadAsOldProgramsMeantThem() {
        byte[] old = TEA.replace("☕", "€").getBytes(Charset.forName("windows-1252"));

        assertEquals("Grüner Tee € for two", read(old).events().getFirst().title());
        byte[] both = utf8("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:ü ");
        byte[] mixed = Arrays.copyOf(both, both.length + 1);
        mixed[both.length] = (byte) 0xFC;
        assertEquals("ü ü", read(mixed).events().getFirst().title());
    }

    @Test
    void whatIsNoCalendarIsRefused() throws IOException {
        assertEquals("The file is empty.", refusal(new byte[0]));
        String none = "This is not an iCalendar file: it has no BEGIN:VCALENDAR.";
        assertEquals(none, refusal(utf8("<html><body>404</body></html>")));
        assertEquals(none, refusal(utf8("{\"@type\":\"Event\"}")));
        assertEquals(none, refusal(new byte[100_000]));
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        assertEquals(none, refusal(noise));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("calendar.ics"));
            out.write(utf8(TEA));
        }
        assertTrue(refusal(zip.toByteArray()).contains("packed"));
    }

    @Test
    void aStreamThatFailsIsAProblemOfStorage() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }
                };

        Problem problem = assertThrows(Problem.class, () -> CalendarFile.read(broken));

        assertEquals(Problem.Kind.STORAGE, problem.kind());
    }

    /** The parts of the file in turn, without ever holding it. */
    static InputStream endless(String head, String part, int times) {
        return new InputStream() {
            private byte[] now = utf8(head);
            private int at;
            private int left = times;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                if (at == now.length) {
                    if (left-- == 0) {
                        return -1;
                    }
                    now = utf8(part);
                    at = 0;
                }
                int n = Math.min(length, now.length - at);
                System.arraycopy(now, at, to, offset, n);
                at += n;
                return n;
            }
        };
    }

    @Test
    void hugeLinesAreCutAndWhatComesAfterThemIsRead() {
        String head =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20240101\r\nDESCRIPTION:";

        Reading line = CalendarFile.read(endless(head, "x".repeat(100_000), 1_000));
        Reading folded = CalendarFile.read(endless(head, "\r\n x", 700_000));

        for (Reading reading : List.of(line, folded)) {
            assertTrue(reading.unreadable().size() > 0);
            assertTrue(reading.events().size() <= 1);
        }
        assertEquals(700_000, folded.events().getFirst().description().length());
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        InputStream large =
                endless("BEGIN:VCALENDAR\r\n", "X-A:" + "x".repeat(5_000) + "\r\n", 1_100);

        Problem problem = assertThrows(Problem.class, () -> CalendarFile.read(large, 5_000_000));

        assertEquals(
                "The file is larger than 5 MB, which is more than Linden reads at once.",
                problem.getMessage());
    }

    @Test
    void aHundredThousandEventsWithoutAnyEnd() {
        Reading reading =
                CalendarFile.read(
                        endless(
                                "BEGIN:VCALENDAR\r\n",
                                "BEGIN:VEVENT\r\nDTSTART:99999999\r\n",
                                100_000));

        assertEquals(0, reading.events().size());
        assertTrue(reading.unreadable().size() <= 10_002);
    }

    @Test
    void deepNestingEndsTheReading() {
        Reading reading = CalendarFile.read(endless("BEGIN:VCALENDAR\r\n", "BEGIN:X\r\n", 300_000));

        assertTrue(reading.unreadable().getFirst().reason().contains("nested too deeply"));
    }

    private static List<Unreadable> remarks(String... lines) {
        Reading reading =
                CalendarFileTest.calendar(
                        "BEGIN:VEVENT",
                        "UID:bad",
                        String.join("\r\n", lines),
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:good",
                        "DTSTART:20240101T100000Z",
                        "END:VEVENT");
        assertTrue(reading.events().stream().anyMatch(e -> e.uid().equals("good")));
        return reading.unreadable();
    }

    @Test
    void aDateThatDoesNotExistLeavesOutItsEventAlone() {
        assertEquals(
                List.of(
                        new Unreadable(
                                3,
                                "bad",
                                "This event was left out: “20260230T100000Z” is not a date that"
                                        + " exists.")),
                remarks("DTSTART:20260230T100000Z"));
        assertEquals(1, remarks("DTSTART:20251301").size());
        assertEquals(1, remarks("DTSTART:20250101T250000Z").size());
        assertEquals(1, remarks("SUMMARY:no start").size());
    }

    @Test
    void whatIsWrongInOnePropertyCostsThatPropertyAlone() {
        String start = "DTSTART:20240101T100000Z";
        assertEquals(
                "The end of this event was left out: “tomorrow” is not a date that exists.",
                remarks(start, "DTEND:tomorrow").getFirst().reason());
        assertEquals(
                "This event ends before it starts; its end was left out.",
                remarks(start, "DTEND:20231231T100000Z").getFirst().reason());
        assertEquals(
                "This event ends before it starts; its end was left out.",
                remarks(start, "DURATION:-PT1H").getFirst().reason());
        assertEquals(1, remarks(start, "DURATION:P99999999999999999999D").size());
        assertEquals(
                "This event was read as a single one: its rule of repetition has “FREQ=HOURGLASS”,"
                        + " which is not possible.",
                remarks(start, "RRULE:FREQ=HOURGLASS")
                        .getFirst()
                        .reason()
                        .replace("hourglass", "HOURGLASS"));
        assertEquals(1, remarks(start, "RRULE:FREQ=DAILY;COUNT=0").size());
        assertEquals(1, remarks(start, "RRULE:FREQ=DAILY;INTERVAL=99999999999999").size());
        assertEquals(1, remarks(start, "RRULE:FREQ=MONTHLY;BYDAY=XX").size());
        assertEquals(1, remarks(start, "RRULE:RSCALE=HEBREW;FREQ=YEARLY").size());
        assertEquals(1, remarks(start, "RRULE:FREQ=DAILY;UNTIL=20240230").size());
        assertEquals(1, remarks(start, "RRULE:FREQ=DAILY", "EXDATE:20240230").size());
        assertEquals(1, remarks(start, "RRULE:FREQ=DAILY", "RDATE:x").size());
        assertEquals(1, remarks(start, "RRULE:FREQ=DAILY", "RRULE:FREQ=YEARLY").size());
        assertEquals(1, remarks(start, "RRULE:FREQ=DAILY", "EXRULE:FREQ=YEARLY").size());
        assertEquals(1, remarks(start, "BEGIN:VALARM", "TRIGGER:soon-P", "END:VALARM").size());
        assertEquals(0, remarks(start, "PRIORITY:many", "COLOR:x;y", "SEQUENCE:-1").size());
        assertEquals(1, remarks(start, "this line has no colon").size());
    }

    @Test
    void aBillionOccurrencesAndARuleThatNeverMatchesCostNothingToRead() {
        String start = "DTSTART:20240101T100000Z";
        assertEquals(0, remarks(start, "RRULE:FREQ=DAILY;COUNT=1000000000").size());
        assertEquals(0, remarks(start, "RRULE:FREQ=SECONDLY").size());
        assertEquals(
                0,
                remarks(
                                start,
                                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5;UNTIL=99991231T000000Z")
                        .size());
    }

    @Test
    void aTitleOfAMegabyteAndTenThousandPeople() {
        String title = "SUMMARY:" + "x".repeat(800_000);
        assertEquals(0, remarks("DTSTART:20240101T100000Z", title).size());
        StringBuilder people = new StringBuilder("DTSTART:20240101T100000Z");
        for (int i = 0; i < 10_000; i++) {
            people.append("\r\nATTENDEE:mailto:p").append(i).append("@example.com");
        }
        List<Unreadable> tooMany = remarks(people.toString());
        assertEquals(
                "This event was left out: it is larger than an event in Linden can be.",
                tooMany.getFirst().reason());
    }

    @Test
    void largeAttachmentsAreLeftOutAndTheEventKept() {
        Reading reading =
                CalendarFileTest.calendar(
                        "BEGIN:VEVENT",
                        "UID:u",
                        "DTSTART:20240101T100000Z",
                        "SUMMARY:With a picture",
                        "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD".repeat(500_000),
                        "END:VEVENT");

        assertEquals("With a picture", reading.events().getFirst().title());
        assertEquals(1, reading.unreadable().size());
    }

    @Test
    void yearsOneAndNineThousandNineHundredNinetyNine() {
        Reading reading =
                CalendarFileTest.calendar(
                        "BEGIN:VEVENT",
                        "UID:1",
                        "DTSTART:00010101T000000Z",
                        "RRULE:FREQ=DAILY",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:2",
                        "DTSTART;VALUE=DATE:99991231",
                        "RRULE:FREQ=YEARLY",
                        "END:VEVENT");

        assertEquals(2, reading.events().size());
        for (Event event : reading.events()) {
            Recurrence.expand(
                    event,
                    event.when().start(),
                    event.when().start().plusYears(5),
                    Recurrence.Budget.USUAL);
        }
    }
}
