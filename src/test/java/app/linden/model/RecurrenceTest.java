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
}
