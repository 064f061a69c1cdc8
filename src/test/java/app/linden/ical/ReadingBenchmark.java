package app.linden.ical;

import biweekly.Biweekly;
import biweekly.ICalendar;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * How long a file of 10,000 events takes to read, beside biweekly, which only parses it. Reads the
 * file named by {@code -Dlinden.ics=}, else data of its own with a fixed seed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ReadingBenchmark {
    private static final int EVENTS = 10_000;

    private byte[] bytes = new byte[0];
    private String text = "";

    /** Makes or reads the data. */
    @Setup
    public void data() throws IOException {
        String path = System.getProperty("linden.ics", "");
        text = path.isEmpty() ? generated(new Random(42)) : Files.readString(Path.of(path));
        bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    /** The yardstick. */
    @Benchmark
    public ICalendar biweeklyParses() {
        return Biweekly.parse(text).first();
    }

    /** Events for the import. */
    @Benchmark
    public CalendarFile.Reading readsEvents() {
        return CalendarFile.read(new ByteArrayInputStream(bytes));
    }

    /** All of it as a Group. */
    @Benchmark
    public CalendarFile.Whole readsGroup() {
        return CalendarFile.readGroup(new ByteArrayInputStream(bytes));
    }

    /** All of it as JSON text. */
    @Benchmark
    public List<CalendarFile.Unreadable> converts() {
        return CalendarFile.convert(
                new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
    }

    private static String generated(Random random) {
        String[] zones = {"Europe/Berlin", "America/New_York", "Asia/Tokyo"};
        String[] titles = {"Besprechung", "Zahnarzt", "Geburtstag \uD83C\uDF82", "Lauf\\, 10 km"};
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (int i = 0; i < EVENTS; i++) {
            String day =
                    String.format(
                            "%04d%02d%02d",
                            2019 + random.nextInt(9),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28));
            String zone = zones[random.nextInt(zones.length)];
            text.append("BEGIN:VEVENT\r\nUID:event-").append(i).append("@example.com\r\n");
            text.append("DTSTAMP:").append(day).append("T081500Z\r\n");
            text.append("LAST-MODIFIED:").append(day).append("T081500Z\r\n");
            text.append("DTSTART;TZID=").append(zone).append(':').append(day);
            text.append("T123000\r\nDTEND;TZID=").append(zone).append(':').append(day);
            text.append("T140000\r\nSUMMARY:").append(titles[random.nextInt(titles.length)]);
            text.append(' ').append(i).append("\r\nLOCATION:Raum ").append(random.nextInt(99));
            text.append("\r\nDESCRIPTION:Ein Text\\, der so lang ist\\, dass er umbrochen wi\r\n");
            text.append(" rd\\nund zwei Zeilen hat.\r\nTRANSP:OPAQUE\r\nSEQUENCE:2\r\n");
            if (i % 10 == 0) {
                text.append("RRULE:FREQ=WEEKLY;COUNT=").append(2 + random.nextInt(50));
                text.append("\r\nATTENDEE;CN=Anna;PARTSTAT=ACCEPTED:mailto:anna@example.com\r\n");
                text.append("ORGANIZER:mailto:bob@example.com\r\nBEGIN:VALARM\r\n");
                text.append("ACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n");
            }
            text.append("END:VEVENT\r\n");
        }
        return text.append("END:VCALENDAR\r\n").toString();
    }
}
