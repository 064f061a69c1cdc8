package app.linden.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.store.OccurrenceRows.Rows;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** What is indexed of series that real files hold. */
final class OccurrenceRowsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime USUAL = LocalDateTime.of(2029, 1, 1, 0, 0);
    private static final Reach REACH = new Reach(USUAL, USUAL);

    private static Rows rows(String start, String more) {
        return OccurrenceRows.of(
                "e",
                Event.of(
                        Json.parseObject(
                                "{\"uid\":\"u\",\"title\":\"t\",\"calendarIds\":{\"c\":true},\"start\":\""
                                        + start
                                        + "\",\"timeZone\":\"Europe/Berlin\",\"duration\":\"PT1H\""
                                        + more
                                        + "}")),
                REACH);
    }

    private static List<LocalDateTime> on(LocalDate day, Rows rows) {
        return rows.occurrences().stream()
                .map(o -> o.span().startIn(BERLIN))
                .filter(t -> t.toLocalDate().equals(day))
                .toList();
    }

    @Test
    void aDailySeriesSince1970ShowsTodayAndItsFirstDay() {
        Rows rows = rows("1970-01-01T09:00:00", ",\"recurrenceRule\":{\"frequency\":\"daily\"}");

        assertEquals(1, on(LocalDate.of(1970, 1, 1), rows).size());
        assertEquals(1, on(LocalDate.of(1998, 5, 5), rows).size());
        assertEquals(1, on(LocalDate.of(2026, 11, 24), rows).size());
        assertTrue(rows.goesOn());
        assertFalse(rows.occurrences().getFirst().is(Mark.TOO_COMPLEX));
    }

    @Test
    void anHourlySeriesShowsTodayAndIsMarked() {
        Rows rows = rows("1995-01-01T09:00:00", ",\"recurrenceRule\":{\"frequency\":\"hourly\"}");

        assertEquals(24, on(LocalDate.of(2026, 11, 24), rows).size());
        assertTrue(rows.occurrences().getFirst().is(Mark.TOO_COMPLEX));
        assertTrue(rows.goesOn());
    }

    @Test
    void aSeriesOfEverySecondIsListedAtItsStartAndCostsLittle() {
        Rows rows = rows("1995-01-01T09:00:00", ",\"recurrenceRule\":{\"frequency\":\"secondly\"}");

        assertEquals(
                LocalDateTime.of(1995, 1, 1, 9, 0),
                rows.occurrences().getFirst().span().startIn(BERLIN));
        assertTrue(rows.occurrences().size() <= 1_000);
        assertTrue(rows.occurrences().getFirst().is(Mark.TOO_COMPLEX));
    }

    @Test
    void anEventWhoseRuleCannotBeReadIsListedOnce() {
        for (String rule :
                List.of(
                        "{\"frequency\":\"yearly\",\"rscale\":\"hebrew\"}",
                        "{\"frequency\":\"whenever\"}",
                        "{}")) {
            Rows rows = rows("2026-11-24T09:00:00", ",\"recurrenceRule\":" + rule);

            assertEquals(1, rows.occurrences().size(), rule);
            assertTrue(rows.occurrences().getFirst().is(Mark.TOO_COMPLEX), rule);
            assertFalse(rows.goesOn(), rule);
        }
    }

    @Test
    void aRuleThatNeverMatchesLeavesItsStart() {
        Rows rows =
                rows(
                        "2026-11-24T09:00:00",
                        ",\"recurrenceRule\":{\"frequency\":\"yearly\",\"byMonth\":[\"2\"],\"byMonthDay\":[30]}");

        assertEquals(1, rows.occurrences().size());
    }

    @Test
    void anOverrideThatCannotBeReadLeavesItsOccurrenceWhereItWas() {
        Rows rows =
                rows(
                        "2026-11-24T09:00:00",
                        ",\"recurrenceRule\":{\"frequency\":\"daily\",\"count\":3},\"recurrenceOverrides\":{"
                            + "\"2026-11-25T09:00:00\":{\"start\":\"2026-02-30T09:00:00\",\"title\":\"x\"}}");

        assertEquals(
                List.of(24, 25, 26),
                rows.occurrences().stream()
                        .map(o -> o.span().startIn(BERLIN).getDayOfMonth())
                        .toList());
        assertEquals(
                List.of("t", "x", "t"),
                rows.occurrences().stream().map(Occurrence::title).toList());
    }

    @Test
    void overridesMovedFarAwayAreThere() {
        Rows rows =
                rows(
                        "2026-11-24T09:00:00",
                        ",\"recurrenceRule\":{\"frequency\":\"daily\",\"count\":2},\"recurrenceOverrides\":{"
                            + "\"2026-11-25T09:00:00\":{\"start\":\"2031-01-01T10:00:00\"}}");

        assertEquals(1, on(LocalDate.of(2031, 1, 1), rows).size());
        assertEquals(0, on(LocalDate.of(2026, 11, 25), rows).size());
    }

    @Test
    void theFirstOccurrenceCanBeExcludedAndSoCanAll() {
        String rule =
                ",\"recurrenceRule\":{\"frequency\":\"daily\",\"count\":2},\"recurrenceOverrides\":{";
        String first = "\"2026-11-24T09:00:00\":{\"excluded\":true}";
        String second = "\"2026-11-25T09:00:00\":{\"excluded\":true}";

        assertEquals(1, rows("2026-11-24T09:00:00", rule + first + "}").occurrences().size());
        assertEquals(
                0,
                rows("2026-11-24T09:00:00", rule + first + "," + second + "}")
                        .occurrences()
                        .size());
    }

    @Test
    void aSeriesOfAdditionalOccurrencesAlone() {
        Rows rows =
                rows(
                        "2026-11-24T09:00:00",
                        ",\"recurrenceOverrides\":{\"2026-12-24T18:00:00\":{},\"2027-12-24T18:00:00\":{\"duration\":\"PT3H\"}}");

        assertEquals(
                List.of(3_600L, 3_600L, 10_800L),
                rows.occurrences().stream().map(o -> o.span().seconds()).toList());
        assertFalse(rows.goesOn());
    }

    @Test
    void aSeriesThatBeginsBehindTheHorizonIsLookedAtLater() {
        Rows rows = rows("2035-01-01T09:00:00", ",\"recurrenceRule\":{\"frequency\":\"daily\"}");

        assertEquals(0, rows.occurrences().size());
        assertTrue(rows.goesOn());
    }

    @Test
    void aColourThatIsTooLongForTheIndexIsLeftToTheCalendar() {
        Rows rows = rows("2026-11-24T09:00:00", ",\"color\":\"" + "x".repeat(500) + "\"");

        assertEquals(null, rows.occurrences().getFirst().color());
    }

    @Test
    void anEventInAZoneThatNobodyKnowsIsListedAtItsWallTime() {
        Rows rows =
                OccurrenceRows.of(
                        "e",
                        Event.of(
                                Json.parseObject(
                                        "{\"uid\":\"u\",\"calendarIds\":{\"c\":true},"
                                                + "\"start\":\"2026-11-24T09:00:00\","
                                                + "\"timeZone\":\"Mars/Olympus\"}")),
                        REACH);

        assertEquals(
                List.of(LocalDateTime.of(2026, 11, 24, 9, 0)),
                on(LocalDate.of(2026, 11, 24), rows));
    }
}
