package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.model.Recurrence.Budget;
import app.linden.model.Recurrence.Expansion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDateTime;
import java.util.List;

/** Rules that are far away, huge or empty end within few steps, and the edges of the calendar. */
final class BigRulesTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 0, 0);

    private static Expansion week(String rule, String start, Budget budget) {
        return Recurrence.expand(Rrules.event(rule, start), NOW, NOW.plusDays(7), budget);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FREQ=DAILY | 7
                    FREQ=DAILY;COUNT=1000000000 | 7
                    FREQ=DAILY;INTERVAL=2;COUNT=1000000000 | 4
                    FREQ=DAILY;BYMONTH=11;INTERVAL=3 | 3
                    FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU,WE | 3
                    FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU,WE;COUNT=100000 | 3
                    FREQ=HOURLY;INTERVAL=5 | 34
                    FREQ=HOURLY;INTERVAL=5;COUNT=1000000000 | 34
                    FREQ=SECONDLY;INTERVAL=86400;COUNT=1000000000 | 7
                    FREQ=MINUTELY;INTERVAL=720 | 14
                    """)
    void aFarWindowCostsAHandfulOfSteps(String rule, int expected) {
        Expansion found = week(rule, "0001-01-01T09:00:00", new Budget(1_000_000, 1_000));
        // Without a count, and where all periods are alike, the steps are those of the window.
        Expansion quick = week(rule, "0001-01-01T09:00:00", new Budget(26_000, 1_000));

        assertEquals(found, quick);
        assertTrue(quick.complete());
        assertTrue(Math.abs(expected - quick.starts().size()) <= 3, quick.starts().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=SECONDLY;COUNT=1000000000",
                "FREQ=SECONDLY;COUNT=2000000000;BYDAY=TU",
                "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5"
            })
    void whatIsTooMuchEndsByTheBudget(String rule) {
        Expansion found = week(rule, "2001-01-01T09:00:00", Budget.USUAL);

        assertTrue(found.starts().size() <= 1_000);
        assertEquals(NOW.toLocalDate(), found.starts().getFirst().toLocalDate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=WEEKLY;INTERVAL=2;BYMONTH=2;BYDAY=MO;BYSETPOS=2",
                "FREQ=SECONDLY;INTERVAL=7;BYMONTH=4;BYMONTHDAY=31",
                "FREQ=HOURLY;INTERVAL=24;BYHOUR=3",
                "FREQ=MINUTELY;INTERVAL=60;BYMINUTE=7",
                "FREQ=YEARLY;BYYEARDAY=366;INTERVAL=4",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
                "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;BYMONTH=2;BYMONTHDAY=31;BYWEEKNO=9"
            })
    void whatNeverComesEndsWithTheStartAlone(String rule) {
        Expansion found =
                Recurrence.expand(
                        Rrules.event(rule, "2025-01-01T09:00:00"),
                        LocalDateTime.MIN,
                        LocalDateTime.MAX,
                        Budget.USUAL);

        assertEquals(List.of(LocalDateTime.of(2025, 1, 1, 9, 0)), found.starts());
    }

    @Test
    void thirtyOneMillionValuesAYearAndOneOfThemWanted() {
        String all = "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23";
        StringBuilder sixty = new StringBuilder("0");
        for (int i = 1; i < 60; i++) {
            sixty.append(',').append(i);
        }
        String rule =
                "FREQ=YEARLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=%s;BYMINUTE=%s;BYSECOND=%s;BYSETPOS=-1"
                        .formatted(all, sixty, sixty);

        assertEquals(
                List.of(
                        LocalDateTime.of(2025, 1, 1, 9, 0),
                        LocalDateTime.of(2025, 12, 31, 23, 59, 59),
                        LocalDateTime.of(2026, 12, 31, 23, 59, 59)),
                Recurrence.expand(
                                Rrules.event(rule, "2025-01-01T09:00:00"),
                                LocalDateTime.MIN,
                                LocalDateTime.MAX,
                                Budget.USUAL)
                        .starts());
    }

    @Test
    void theYears1And9999() {
        Expansion last =
                Recurrence.expand(
                        Rrules.event("FREQ=YEARLY", "0001-12-31T23:59:59"),
                        LocalDateTime.of(9998, 1, 1, 0, 0),
                        LocalDateTime.MAX,
                        Budget.USUAL);

        assertEquals(
                List.of(
                        LocalDateTime.of(9998, 12, 31, 23, 59, 59),
                        LocalDateTime.of(9999, 12, 31, 23, 59, 59)),
                last.starts());
        assertTrue(last.complete());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=5L",
                "FREQ=YEARLY;BYMONTH=13",
                "FREQ=DAILY;BYHOUR=24",
                "FREQ=SOMETIMES",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=YEARLY;BYWEEKNO=54",
                "FREQ=MONTHLY;SKIP=SIDEWARD"
            })
    void whatCannotBeReadIsRefusedInASentence(String rule) {
        Problem problem =
                assertThrows(Problem.class, () -> week(rule, "2025-01-01T09:00:00", Budget.USUAL));

        assertEquals(Problem.Kind.BAD_INPUT, problem.kind());
        assertFalse(Problem.sentence(problem).isBlank());
    }

    @Test
    void anExclusionAfterAGapOfSummerTimeMeetsTheOccurrenceInside() {
        Event series = Rrules.event("FREQ=DAILY;COUNT=3", "2027-03-13T02:30:00");
        var json = series.json().deepCopy();
        json.putObject("recurrenceOverrides")
                .putObject("2027-03-14T03:30:00")
                .put("excluded", true);

        assertEquals(
                List.of(LocalDateTime.of(2027, 3, 13, 2, 30), LocalDateTime.of(2027, 3, 15, 2, 30)),
                Recurrence.expand(
                                Event.of(json), LocalDateTime.MIN, LocalDateTime.MAX, Budget.USUAL)
                        .starts());
    }
}
