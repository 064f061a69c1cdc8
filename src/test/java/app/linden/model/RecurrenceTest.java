package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

final class RecurrenceTest {
    private static final LocalDateTime FAR = LocalDateTime.of(2040, 1, 1, 0, 0);

    private static Event event(String start, String ruleAndMore) {
        return Event.of(
                Json.parseObject(
                        "{\"@type\":\"Event\",\"uid\":\"u\",\"title\":\"t\",\"start\":\""
                                + start
                                + "\",\"timeZone\":\"Europe/Berlin\",\"duration\":\"PT1H\""
                                + ruleAndMore
                                + "}"));
    }

    private static List<String> all(Event event) {
        return Recurrence.expand(event, LocalDateTime.MIN, FAR, Recurrence.Budget.USUAL)
                .starts()
                .stream()
                .map(Event::write)
                .toList();
    }

    @Test
    void aWeeklyNineOClockStaysNineOClockAcrossSummerTime() {
        Event event =
                event(
                        "2027-03-22T09:00:00",
                        ",\"recurrenceRule\":{\"frequency\":\"weekly\",\"count\":2}");

        List<Span> spans =
                Recurrence.expand(event, LocalDateTime.MIN, FAR, Recurrence.Budget.USUAL)
                        .starts()
                        .stream()
                        .map(s -> event.when().at(s).span())
                        .toList();

        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertEquals(9, spans.get(0).startIn(berlin).getHour());
        assertEquals(9, spans.get(1).startIn(berlin).getHour());
        assertEquals(7 * 86_400 - 3_600, spans.get(1).start() - spans.get(0).start());
    }

    @Test
    void excludedOccurrencesAreLeftOutAndAddedOnesAreIn() {
        Event event =
                event(
                        "2026-11-02T09:00:00",
                        ",\"recurrenceRule\":{\"frequency\":\"daily\",\"count\":3},\"recurrenceOverrides\":{"
                            + "\"2026-11-03T09:00:00\":{\"excluded\":true},\"2026-11-20T11:00:00\":{}}");

        assertEquals(
                List.of("2026-11-02T09:00:00", "2026-11-04T09:00:00", "2026-11-20T11:00:00"),
                all(event));
    }

    @Test
    void theStartIsAnOccurrenceAlsoWhenTheRuleDoesNotMeetIt() {
        Event tuesday =
                event(
                        "2026-11-03T09:00:00",
                        ",\"recurrenceRule\":{\"frequency\":\"weekly\",\"byDay\":[{\"day\":\"mo\"}],\"count\":3}");

        assertEquals(
                List.of("2026-11-03T09:00:00", "2026-11-09T09:00:00", "2026-11-16T09:00:00"),
                all(tuesday));
    }

    @Test
    void aWindowInTheMiddleOfAnEndlessSeriesGivesJustThatWindow() {
        Event event = event("2001-01-01T09:00:00", ",\"recurrenceRule\":{\"frequency\":\"daily\"}");
        LocalDateTime from = LocalDate.of(2026, 11, 2).atStartOfDay();

        Recurrence.Expansion week =
                Recurrence.expand(event, from, from.plusDays(7), Recurrence.Budget.USUAL);

        assertEquals(7, week.starts().size());
        assertTrue(week.complete());
        assertEquals(LocalDateTime.of(2026, 11, 2, 9, 0), week.starts().getFirst());
    }

    @Test
    void monthsWithoutA31stAreSkippedOrMovedAsTheRuleSays() {
        String rule =
                ",\"recurrenceRule\":{\"frequency\":\"monthly\",\"byMonthDay\":[31],\"count\":3";
        assertEquals(
                List.of("2027-01-31T09:00:00", "2027-03-31T09:00:00", "2027-05-31T09:00:00"),
                all(event("2027-01-31T09:00:00", rule + "}")));
        assertEquals(
                List.of("2027-01-31T09:00:00", "2027-02-28T09:00:00", "2027-03-31T09:00:00"),
                all(event("2027-01-31T09:00:00", rule + ",\"skip\":\"backward\"}")));
    }

    @Test
    void aRuleForEverySecondEndsByItsBudgetAndSaysSo() {
        Event event =
                event("2001-01-01T09:00:00", ",\"recurrenceRule\":{\"frequency\":\"secondly\"}");

        Recurrence.Expansion expansion =
                Recurrence.expand(
                        event, LocalDateTime.MIN, FAR, new Recurrence.Budget(100_000, 1_000));

        assertFalse(expansion.complete());
        assertEquals(1_000, expansion.starts().size());
    }

    @Test
    void aRuleInAnotherCalendarIsRefusedInASentence() {
        Event event =
                event(
                        "2026-11-02T09:00:00",
                        ",\"recurrenceRule\":{\"frequency\":\"yearly\",\"rscale\":\"chinese\"}");

        Problem problem = assertThrows(Problem.class, () -> all(event));

        assertEquals(Problem.Kind.BAD_INPUT, problem.kind());
        assertTrue(Problem.sentence(problem).contains("CHINESE"), Problem.sentence(problem));
    }

    @Test
    void anEventInASummerTimeGapIsLaterByTheGap() {
        Event event = event("2027-03-28T02:30:00", "");

        assertEquals(
                LocalDateTime.of(2027, 3, 28, 3, 30),
                event.when().span().startIn(ZoneId.of("Europe/Berlin")));
    }

    private static String rule(String json) {
        return ",\"recurrenceRule\":" + json;
    }

    @Test
    void theStartCountsAlsoWhereTheRuleDoesNotGiveIt() {
        assertEquals(
                List.of("2026-11-24T09:00:00", "2026-11-27T09:00:00", "2026-12-04T09:00:00"),
                all(
                        event(
                                "2026-11-24T09:00:00",
                                rule(
                                        "{\"frequency\":\"weekly\",\"count\":3,\"byDay\":[{\"day\":\"fr\"}]}"))));
    }

    @Test
    void ofCountAndUntilTheEarlierEndCounts() {
        assertEquals(
                2,
                all(event(
                                "2026-11-24T09:00:00",
                                rule(
                                        "{\"frequency\":\"daily\",\"count\":9,\"until\":\"2026-11-25T09:00:00\"}")))
                        .size());
        assertEquals(
                2,
                all(event(
                                "2026-11-24T09:00:00",
                                rule(
                                        "{\"frequency\":\"daily\",\"count\":2,\"until\":\"2027-11-25T09:00:00\"}")))
                        .size());
    }

    @Test
    void anEndBeforeTheStartLeavesTheStart() {
        assertEquals(
                List.of("2026-11-24T09:00:00"),
                all(
                        event(
                                "2026-11-24T09:00:00",
                                rule(
                                        "{\"frequency\":\"daily\",\"until\":\"2020-01-01T00:00:00\"}"))));
    }

    @Test
    void positionsInASetCountFromTheBeginningOfThePeriod() {
        // November 2026 began with a Sunday: its first weekday was the second, before the start.
        assertEquals(
                List.of("2026-11-10T09:00:00", "2026-12-01T09:00:00"),
                all(
                        event(
                                "2026-11-10T09:00:00",
                                rule(
                                        "{\"frequency\":\"monthly\",\"count\":2,\"bySetPosition\":[1],\"byDay\":["
                                            + "{\"day\":\"mo\"},{\"day\":\"tu\"},{\"day\":\"we\"},{\"day\":\"th\"},{\"day\":\"fr\"}]}"))));
    }

    @Test
    void theLastDayOfEachMonth() {
        assertEquals(
                List.of("2027-01-31T09:00:00", "2027-02-28T09:00:00", "2027-03-31T09:00:00"),
                all(
                        event(
                                "2027-01-31T09:00:00",
                                rule(
                                        "{\"frequency\":\"monthly\",\"count\":3,\"byMonthDay\":[-1]}"))));
    }

    @Test
    void everyOtherWeekDependsOnTheFirstDayOfTheWeek() {
        // RFC 5545, 3.8.5.3: the two rules that differ in WKST alone.
        String rule =
                "{\"frequency\":\"weekly\",\"interval\":2,\"count\":4,\"byDay\":[{\"day\":\"tu\"},{\"day\":\"su\"}],"
                    + "\"firstDayOfWeek\":\"%s\"}";
        assertEquals(
                List.of(
                        "1997-08-05T09:00:00",
                        "1997-08-10T09:00:00",
                        "1997-08-19T09:00:00",
                        "1997-08-24T09:00:00"),
                all(event("1997-08-05T09:00:00", rule(String.format(rule, "mo")))));
        assertEquals(
                List.of(
                        "1997-08-05T09:00:00",
                        "1997-08-17T09:00:00",
                        "1997-08-19T09:00:00",
                        "1997-08-31T09:00:00"),
                all(event("1997-08-05T09:00:00", rule(String.format(rule, "su")))));
    }

    @Test
    void weekFiftyThreeComesOnlyInYearsThatHaveOne() {
        assertEquals(
                List.of("2020-12-28T09:00:00", "2026-12-28T09:00:00", "2032-12-27T09:00:00"),
                all(
                        event(
                                "2020-12-28T09:00:00",
                                rule("{\"frequency\":\"yearly\",\"byWeekNo\":[53],\"count\":3}"))));
    }

    /** lib-recur gave Fridays in years without a week 53. */
    @Test
    void weekFiftyThreeBringsNoDayThatTheRuleDoesNotName() {
        List<String> all =
                all(
                        event(
                                "2026-10-10T16:00:00",
                                rule(
                                        "{\"frequency\":\"yearly\",\"byWeekNo\":[1,53],\"byDay\":"
                                            + "[{\"day\":\"sa\"},{\"day\":\"su\"}],\"count\":20}")));

        assertEquals("2026-10-10T16:00:00", all.getFirst());
        assertEquals(
                List.of(),
                all.stream()
                        .filter(t -> LocalDateTime.parse(t).getDayOfWeek().getValue() < 6)
                        .toList());
    }

    @Test
    void theTwentyNinthOfFebruaryByDays() {
        assertEquals(
                List.of("2024-02-29T09:00:00", "2028-02-29T09:00:00", "2032-02-29T09:00:00"),
                all(
                        event(
                                "2024-02-29T09:00:00",
                                rule(
                                        "{\"frequency\":\"daily\",\"byMonth\":[\"2\"],\"byMonthDay\":[29],\"count\":3}"))));
        assertEquals(
                List.of("2096-02-29T09:00:00", "2104-02-29T09:00:00"),
                Recurrence.expand(
                                event(
                                        "2096-02-29T09:00:00",
                                        rule("{\"frequency\":\"yearly\",\"count\":2}")),
                                LocalDateTime.MIN,
                                LocalDateTime.of(2200, 1, 1, 0, 0),
                                Recurrence.Budget.USUAL)
                        .starts()
                        .stream()
                        .map(Event::write)
                        .toList());
    }

    @Test
    void aTimeThatSummerTimeSkipsIsAnHourLaterAndOneThatComesTwiceIsTheFirst() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        When usual = event("2027-03-27T02:30:00", "").when();

        Span gap = usual.at(LocalDateTime.of(2027, 3, 28, 2, 30)).span();
        Span overlap = usual.at(LocalDateTime.of(2027, 10, 31, 2, 30)).span();

        assertEquals(LocalDateTime.of(2027, 3, 28, 3, 30), gap.startIn(berlin));
        assertEquals(3_600, gap.seconds());
        assertEquals(
                java.time.Instant.parse("2027-10-31T00:30:00Z").getEpochSecond(), overlap.start());
        assertEquals(LocalDateTime.of(2027, 10, 31, 2, 30), overlap.endIn(berlin));
    }

    @Test
    void anEndlessSeriesOfLongAgoIsSeenThroughAnyWindowAtOnce() {
        Event daily = event("1601-01-01T09:00:00", rule("{\"frequency\":\"daily\"}"));

        Recurrence.Expansion week =
                Recurrence.expand(
                        daily,
                        LocalDateTime.of(2026, 11, 23, 0, 0),
                        LocalDateTime.of(2026, 11, 30, 0, 0),
                        new Recurrence.Budget(10, 10));

        assertEquals(7, week.starts().size());
        assertTrue(week.complete());
    }
}
