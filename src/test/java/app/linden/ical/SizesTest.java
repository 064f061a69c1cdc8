package app.linden.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.ical.CalendarFile.Reading;

import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * Files that are too large, streamed, so that the test itself holds nothing of them. With {@code
 * -Dlinden.sizes=1000000} there are a million of what are 20,000 else. Numbers are those of the
 * table of faults (docs/faults.md).
 */
final class SizesTest {
    private static final int MANY = Integer.getInteger("linden.sizes", 20_000);
    private static final String BEGIN = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    private static final String FIRST =
            "BEGIN:VEVENT\r\n"
                    + "UID:first\r\n"
                    + "DTSTART:20261124T090000Z\r\n"
                    + "SUMMARY:First\r\n"
                    + "END:VEVENT\r\n";
    private static final String LAST =
            "\r\n"
                    + "END:VEVENT\r\n"
                    + "BEGIN:VEVENT\r\n"
                    + "UID:last\r\n"
                    + "DTSTART:20261124T090000Z\r\n"
                    + "END:VEVENT\r\n"
                    + "END:VCALENDAR\r\n";

    private static void assertHas(Reading reading, String... uids) {
        for (String uid : uids) {
            assertTrue(reading.events().stream().anyMatch(e -> e.uid().equals(uid)), uid);
        }
    }

    /** A head, a part many times, and an end. */
    private static InputStream file(String head, String part, int times, String end) {
        return new java.io.SequenceInputStream(
                BadFilesTest.endless(head, part, times), BadFilesTest.endless(end, "", 0));
    }

    /** Fault 69: 100 MB in one line. */
    @Test
    void aLineOfAHundredMegabytesCostsItsEventAtMost() {
        String open = FIRST + "BEGIN:VEVENT\r\nUID:big\r\nDTSTART:20261124\r\nSUMMARY:";
        Reading reading = CalendarFile.read(file(BEGIN + open, "x".repeat(100_000), 1_000, LAST));

        assertHas(reading, "first", "last");
        assertTrue(
                reading.unreadable().stream().anyMatch(u -> "big".equals(u.uid()) || u.line() > 0),
                reading.unreadable().toString());
    }

    /** Fault 69: a million folded lines. */
    @Test
    void aMillionFoldedLines() {
        String open = FIRST + "BEGIN:VEVENT\r\nUID:big\r\nDTSTART:20261124\r\nDESCRIPTION:";
        Reading reading = CalendarFile.read(file(BEGIN + open, "\r\n x", 1_000_000, LAST));

        assertHas(reading, "first", "last");
    }

    /** Fault 69: very many events, and all of them without an end. */
    @Test
    void veryManyEventsWithAndWithoutAnEnd() {
        int[] entries = new int[1];
        OutputStream counting =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        entries[0] += b == '\n' ? 1 : 0;
                    }
                };
        String event = "BEGIN:VEVENT\r\nDTSTART:20261124T090000Z\r\nSUMMARY:x\r\nUID:";
        InputStream numbered =
                new java.io.SequenceInputStream(
                        java.util.Collections.enumeration(
                                java.util.List.of(
                                        BadFilesTest.endless(BEGIN, "", 0),
                                        new Numbered(event, "\r\nEND:VEVENT\r\n", MANY))));
        CalendarFile.convert(numbered, counting);
        assertTrue(entries[0] >= MANY, "entries " + entries[0]);

        Reading endless = CalendarFile.read(file(BEGIN + FIRST, event + "x\r\n", MANY, ""));
        assertHas(endless, "first");
        assertTrue(endless.unreadable().size() <= 10_002);
    }

    /** Fault 74: an attachment of 1 GB; the reading ends at 500 MB, in a sentence. */
    @Test
    void anAttachmentOfAGigabyteIsRefusedAsAFileThatIsTooLarge() {
        int parts = Boolean.getBoolean("linden.gigabyte") ? 10_000 : 300;
        String open =
                FIRST
                        + "BEGIN:VEVENT\r\nUID:big\r\nDTSTART:20261124\r\n"
                        + "ATTACH;ENCODING=BASE64;VALUE=BINARY:";
        InputStream file = file(BEGIN + open, "QUJD".repeat(25_000), parts, LAST);
        if (parts == 300) {
            Problem problem =
                    assertThrows(Problem.class, () -> CalendarFile.read(file, 25_000_000));
            assertEquals(Problem.Kind.BAD_INPUT, problem.kind());
        } else {
            Problem problem = assertThrows(Problem.class, () -> CalendarFile.read(file));
            assertEquals(
                    "The file is larger than 500 MB, which is more than Linden reads at once.",
                    problem.getMessage());
        }
    }

    /** Fault 74: below the limit of files the event stays, without what was attached. */
    @Test
    void anAttachmentThatIsTooLargeIsLeftOutAndTheEventKept() {
        String open =
                BEGIN
                        + FIRST
                        + "BEGIN:VEVENT\r\nUID:big\r\nDTSTART:20261124\r\nSUMMARY:Kept\r\n"
                        + "ATTACH;ENCODING=BASE64;VALUE=BINARY:";
        Reading reading = CalendarFile.read(file(open, "QUJD".repeat(25_000), 30, LAST));

        assertHas(reading, "first", "big", "last");
        assertTrue(reading.unreadable().size() > 0);
    }

    /** Events with numbers as uids, without ever being held. */
    private static final class Numbered extends InputStream {
        private final String before;
        private final String after;
        private final int times;
        private byte[] now = {};
        private int at;
        private int number;

        Numbered(String before, String after, int times) {
            this.before = before;
            this.after = after;
            this.times = times;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (at == now.length) {
                if (number == times) {
                    return -1;
                }
                now = (before + number++ + after).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                at = 0;
            }
            int n = Math.min(length, now.length - at);
            System.arraycopy(now, at, to, offset, n);
            at += n;
            return n;
        }
    }
}
