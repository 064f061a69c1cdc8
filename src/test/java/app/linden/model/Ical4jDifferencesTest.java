package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.model.RandomRules.Case;

import net.fortuna.ical4j.model.Recur;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where ical4j expands otherwise than Linden, and that every such place is known. The seed is
 * printed; {@code -Dseed=} shows a run again, {@code -Drules=} compares more rules.
 */
final class Ical4jDifferencesTest {
    private static final int RULES = Integer.getInteger("rules", 250);

    @Test
    void differsOnRandomRulesInTheKnownWaysOnly() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("Ical4jDifferencesTest -Dseed=" + seed);
        RuleDifferences differences = new RuleDifferences();
        for (int i = 0; i < RULES; i++) {
            differences.compare(seed + i);
        }
        assertEquals(List.of(), differences.notUnderstood);
    }

    /** The examples of the table in docs/recurrence.md, in UTC. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GIVES_UP | Asia/Kolkata | 2026-03-02T09:00 | 2026-03-05T00:00 | FREQ=MINUTELY;BYHOUR=9;BYMINUTE=0 | 2026-03-02T03:30 2026-03-03T03:30 2026-03-04T03:30 | 2026-03-02T03:30
                    COUNTS_TWICE | Asia/Kolkata | 2026-01-29T09:00 | 2027-01-01T00:00 | RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;BYMONTHDAY=1,29;COUNT=5 | 2026-01-29T03:30 2026-02-01T03:30 2026-03-01T03:30 2026-03-29T03:30 2026-04-01T03:30 | 2026-01-29T03:30 2026-02-01T03:30 2026-03-01T03:30 2026-03-29T03:30
                    MONTH_OF_WEEK | Asia/Kolkata | 2026-03-23T09:00 | 2026-05-01T00:00 | FREQ=WEEKLY;BYMONTH=3;BYDAY=MO,SU | 2026-03-23T03:30 2026-03-29T03:30 2026-03-30T03:30 | 2026-03-23T03:30 2026-03-29T03:30 2026-03-30T03:30 2026-04-05T03:30
                    NUMBER_WITH_DATE | Asia/Kolkata | 2026-02-14T09:00 | 2026-06-01T00:00 | FREQ=MONTHLY;BYDAY=2SA;BYMONTHDAY=14 | 2026-02-14T03:30 2026-03-14T03:30 | 2026-02-14T03:30
                    DAYS_OF_MONTH | Asia/Kolkata | 2026-03-02T09:00 | 2026-03-10T00:00 | FREQ=HOURLY;INTERVAL=10;BYMONTH=3;BYDAY=MO | 2026-03-02T03:30 2026-03-02T13:30 2026-03-08T19:30 2026-03-09T05:30 2026-03-09T15:30 | 2026-03-02T03:30 2026-03-09T03:30
                    NEGATIVE_YEAR_DAY | Asia/Kolkata | 2026-12-31T09:00 | 2027-02-01T00:00 | FREQ=HOURLY;INTERVAL=12;BYYEARDAY=-1 | 2026-12-31T03:30 2026-12-31T15:30 | 2026-12-31T03:30
                    FORGETS | Asia/Kolkata | 2026-03-02T09:00 | 2028-02-01T00:00 | FREQ=YEARLY;BYMONTH=3;BYYEARDAY=1,61 | 2026-03-02T03:30 2027-03-02T03:30 | 2026-03-02T03:30 2027-01-01T03:30 2027-03-02T03:30 2028-01-01T03:30
                    SKIPS_LEAP_DAY_ONLY | Asia/Kolkata | 2026-01-31T09:00 | 2026-06-01T00:00 | RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD | 2026-01-31T03:30 2026-02-28T03:30 2026-03-31T03:30 2026-04-30T03:30 2026-05-31T03:30 | 2026-01-31T03:30 2026-03-31T03:30 2026-05-31T03:30
                    WEEK_YEARS | Asia/Kolkata | 2024-01-01T09:00 | 2029-01-01T00:00 | FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO | 2024-01-01T03:30 2024-12-30T03:30 2028-01-03T03:30 | 2024-01-01T03:30 2025-12-29T03:30 2028-01-03T03:30
                    ELAPSED_TIME | Europe/Berlin | 2026-03-29T01:00 | 2026-03-30T00:00 | FREQ=HOURLY;COUNT=4 | 2026-03-29T00:00 2026-03-29T01:00 2026-03-29T02:00 | 2026-03-29T00:00 2026-03-29T01:00 2026-03-29T02:00 2026-03-29T03:00
                    ELAPSED_TIME | Europe/Berlin | 2026-10-25T01:00 | 2026-10-26T00:00 | FREQ=HOURLY;COUNT=4 | 2026-10-24T23:00 2026-10-25T00:00 2026-10-25T02:00 2026-10-25T03:00 | 2026-10-24T23:00 2026-10-25T00:00 2026-10-25T01:00 2026-10-25T02:00
                    SECOND_OF_TWO | Europe/Berlin | 2025-12-28T02:30 | 2026-12-01T00:00 | FREQ=MONTHLY;BYMONTH=3,10,12;BYDAY=-1SU | 2025-12-28T01:30 2026-03-29T01:30 2026-10-25T00:30 | 2025-12-28T01:30 2026-03-29T01:30 2026-10-25T01:30
                    """)
    void differsInThisWay(
            Departure departure,
            String zone,
            LocalDateTime start,
            LocalDateTime to,
            String rule,
            String ours,
            String theirs) {
        Case one = new Case(Rrules.rule(rule), start, to, zone);
        assertEquals(ours, utc(RuleDifferences.ours(one)));
        assertEquals(theirs, utc(Ical4j.starts(one)));
        assertEquals(theirs, utc(Ical4jModel.starts(one, EnumSet.of(departure))));
        assertEquals(ours, utc(Ical4jModel.starts(one, Set.of())));
    }

    /** Comparisons give ical4j a WKST always; RFC 5545, 3.3.10: "The default value is MO". */
    @Test
    void withoutAWeekStartTheirsIsThatOfTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.US);
            LocalDateTime tuesday = LocalDateTime.of(1997, 8, 5, 9, 0);
            List<LocalDateTime> theirs =
                    new Recur<LocalDateTime>("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU")
                            .getDates(tuesday, tuesday, tuesday.plusYears(1));
            assertEquals(17, theirs.get(1).getDayOfMonth());
            Rule rule = Rrules.rule("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU");
            Case one = new Case(rule, tuesday, tuesday.plusYears(1), "Europe/Berlin");
            assertEquals(10, RandomRulesTest.ours(one).get(1).getDayOfMonth());
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String utc(List<Instant> instants) {
        return instants.stream()
                .map(i -> i.atOffset(ZoneOffset.UTC).toLocalDateTime().toString())
                .collect(Collectors.joining(" "));
    }
}
