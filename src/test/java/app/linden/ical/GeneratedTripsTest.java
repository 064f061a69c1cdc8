package app.linden.ical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/**
 * Random calendar objects come back from JSCalendar as real ones do ({@link RoundTripTest}). More
 * of them with {@code -Dicals=20000}, others with {@code -Dicals.seed=1}.
 */
class GeneratedTripsTest {
    private static final int CASES = Integer.getInteger("icals", 500);
    private static final long SEED = Long.getLong("icals.seed", 20_261_124L);

    @Test
    void everythingComesBack() {
        System.out.printf("%d calendars from seed %d on%n", CASES, SEED);
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            List<String> lines = RandomIcs.lines(seed);
            if (!difference(lines, seed).isEmpty()) {
                List<String> fewest = fewest(lines, seed);
                assertThat(difference(fewest, seed))
                        .as("seed %d:%n%s%n", seed, String.join("\n", fewest))
                        .isEmpty();
            }
        }
    }

    static List<String> difference(List<String> lines, long seed) {
        byte[] ics = RandomIcs.bytes(lines, seed % 2 == 0);
        return Allowed.difference(
                SmallParser.parse(ics), SmallParser.parse(RoundTripTest.roundTrip(ics)));
    }

    /** As few of the lines as still do not come back. */
    static List<String> fewest(List<String> lines, long seed) {
        List<String> fewest = new ArrayList<>(lines);
        for (int i = fewest.size() - 1; i >= 0; i--) {
            String line = fewest.get(i);
            int end = line.startsWith("BEGIN:") ? end(fewest, i) : i;
            boolean needed =
                    line.startsWith("END:")
                            || line.startsWith("RECURRENCE-ID")
                            || line.startsWith("UID:")
                            || line.startsWith("VERSION");
            if (!needed && end > 0) {
                List<String> fewer = new ArrayList<>(fewest);
                fewer.subList(i, end + 1).clear();
                if (fails(fewer, seed)) {
                    fewest = fewer;
                }
            }
        }
        return fewest;
    }

    private static boolean fails(List<String> lines, long seed) {
        return !lines.isEmpty() && starts(lines) && !difference(lines, seed).isEmpty();
    }

    /** Whether every event still has a start, without which it is another question. */
    private static boolean starts(List<String> lines) {
        long events = lines.stream().filter("BEGIN:VEVENT"::equals).count();
        long starts = 0;
        boolean inside = false;
        for (String line : lines) {
            inside = line.equals("BEGIN:VEVENT") || inside && !line.equals("END:VEVENT");
            starts += inside && line.startsWith("DTSTART") ? 1 : 0;
        }
        return events == starts;
    }

    private static int end(List<String> lines, int begin) {
        int depth = 0;
        for (int i = begin; i < lines.size(); i++) {
            depth += lines.get(i).startsWith("BEGIN:") ? 1 : 0;
            depth -= lines.get(i).startsWith("END:") ? 1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
