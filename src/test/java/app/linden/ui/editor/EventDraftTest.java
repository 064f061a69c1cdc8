package app.linden.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Repetition;
import app.linden.model.Rule;
import app.linden.model.When;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

class EventDraftTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static Event event(String members) {
        return Event.of(
                Json.parseObject(
                        "{\"@type\":\"Event\",\"uid\":\"u\",\"calendarIds\":{\"c1\":true},"
                                + members
                                + "}"));
    }

    private static Event dinner() {
        return event(
                "\"title\":\"Dinner\",\"start\":\"2026-11-24T18:00:00\",\"duration\":\"PT120M\","
                        + "\"timeZone\":\"Europe/Berlin\",\"x-other\":{\"a\":1},"
                        + "\"locations\":{\"k\":{\"name\":\"Home\",\"coordinates\":\"geo:1,2\"}}");
    }

    private static Patch changes(EventDraft draft) {
        return draft.before().changesTo(draft.after());
    }

    @Test
    void savingWithoutAChangeChangesNothing() {
        for (Event event :
                java.util.List.of(
                        dinner(),
                        event("\"start\":\"2026-11-24T18:00:00\""),
                        event(
                                "\"start\":\"2026-11-24T00:00:00\",\"duration\":\"P1W\",\"showWithoutTime\":true"),
                        event(
                                "\"start\":\"2026-11-24T07:30:00\",\"duration\":\"PT5H\",\"showWithoutTime\":true,\"timeZone\":\"Asia/Tokyo\""),
                        event(
                                "\"start\":\"2026-11-24T09:00:00\",\"duration\":\"PT8H\",\"timeZone\":\"Europe/Berlin\",\"endTimeZone\":\"America/New_York\",\"showWithoutTime\":false"),
                        event(
                                "\"start\":\"2026-11-24T09:00:00\",\"duration\":\"P1DT30M\",\"recurrenceRule\":{\"frequency\":\"monthly\",\"byDay\":[{\"day\":\"tu\",\"nthOfPeriod\":4}],\"count\":9}"))) {
            EventDraft draft = EventDraft.of(event, BERLIN);

            assertSame(event, draft.after());
        }
    }

    @Test
    void aNewTitleTouchesTheTitleAlone() {
        EventDraft draft = EventDraft.of(dinner(), BERLIN);
        draft.setTitle("Supper");

        assertEquals(Patch.of("title", Json.text("Supper")), changes(draft));
    }

    @Test
    void aNewPlaceKeepsWhatElseIsKnownOfIt() {
        EventDraft draft = EventDraft.of(dinner(), BERLIN);
        draft.setPlace("Luigi's");

        assertEquals("geo:1,2", draft.after().json().at("/locations/k/coordinates").asString());
        assertEquals("Luigi's", draft.after().place());
    }

    @Test
    void movingTheStartKeepsTheLengthInItsForm() {
        EventDraft draft = EventDraft.of(dinner(), BERLIN);
        draft.when().setStartTime(LocalTime.of(19, 30));
        draft.when().setStartDay(DAY.plusDays(1));

        assertEquals(LocalTime.of(21, 30), draft.when().endTime());
        assertEquals(DAY.plusDays(1), draft.when().endDay());
        assertEquals(Patch.of("start", Json.text("2026-11-25T19:30:00")), changes(draft));
    }

    @Test
    void aNewEndIsANewLength() {
        EventDraft draft = EventDraft.of(dinner(), BERLIN);
        draft.when().setEndTime(LocalTime.of(18, 45));

        assertEquals(Patch.of("duration", Json.text("PT45M")), changes(draft));
    }

    @Test
    void anEndTimeBeforeTheStartMeansTheNextDayAndBack() {
        WhenDraft when = EventDraft.of(dinner(), BERLIN).when();

        when.setEndTime(LocalTime.of(1, 0));
        assertEquals(DAY.plusDays(1), when.endDay());
        assertEquals(7, when.length().toHours());
        when.setEndTime(LocalTime.of(20, 0));
        assertEquals(DAY, when.endDay());
        when.setEndDay(DAY.minusDays(1));
        assertTrue(when.endsBeforeItStarts());
    }

    @Test
    void allDayAndBackGivesTheTimesBack() {
        EventDraft draft = EventDraft.of(dinner(), BERLIN);
        draft.when().setAllDay(true);
        assertEquals(
                new When(DAY.atStartOfDay(), null, null, app.linden.model.Length.ONE_DAY, true),
                draft.after().when());
        draft.when().setAllDay(false);

        assertSame(draft.before(), draft.after());
    }

    @Test
    void aTimeOfDayForAnAllDayEventIsInThePersonsZone() {
        EventDraft draft =
                EventDraft.of(
                        Event.create("u", "c1", "Fair", When.days(DAY, DAY.plusDays(1))), BERLIN);
        assertEquals(DAY.plusDays(1), draft.when().endDay());
        draft.when().setAllDay(false);

        assertEquals(
                When.timed(DAY.atTime(9, 0), DAY.plusDays(1).atTime(10, 0), BERLIN),
                draft.after().when());
    }

    @Test
    void aFlightKeepsItsTwoZones() {
        Event flight =
                Event.create(
                        "u",
                        "c1",
                        "Flight",
                        When.timed(DAY.atTime(9, 0), BERLIN, DAY.atTime(11, 0), NEW_YORK));
        EventDraft draft = EventDraft.of(flight, BERLIN);
        assertEquals(8, draft.when().length().toHours());

        draft.when().setEndTime(LocalTime.of(12, 0));

        assertEquals(Patch.of("duration", Json.text("PT9H")), changes(draft));
        draft.when().setEndZone(BERLIN);
        assertNull(draft.after().when().endZone());
        assertEquals(3 * 3600, draft.after().when().length().seconds());
    }

    @Test
    void aSeriesTakesOverWhatWasChangedInOneOccurrence() {
        Event series =
                dinner().with(Rule.every(1, Rule.Frequency.WEEKLY))
                        .with(
                                "recurrenceOverrides",
                                Json.parse(
                                        "{\"2026-12-01T18:00:00\":{\"title\":\"Guests\",\"start\":\"2026-12-01T19:00:00\"}}"));
        Event second = series.occurrence(LocalDateTime.of(2026, 12, 1, 18, 0));
        EventDraft draft = EventDraft.of(series, second, BERLIN);
        assertEquals("Guests", draft.title());
        draft.when().setStartTime(LocalTime.of(20, 0));
        draft.setNotes("Bring wine");

        Event after = draft.wholeAfter();

        assertEquals("Dinner", after.title());
        assertEquals("Bring wine", after.description());
        assertEquals(LocalDateTime.of(2026, 11, 24, 19, 0), after.when().start());
        assertEquals(series.rule(), after.rule());
        assertNull(draft.after().rule());
    }

    @Test
    void theRepetitionOfASeriesIsThatOfItsFirstDay() {
        Event series = dinner().with(Rule.every(1, Rule.Frequency.WEEKLY).until(DAY.plusDays(70)));
        EventDraft draft =
                EventDraft.of(series, series.occurrence(DAY.plusDays(7).atTime(18, 0)), BERLIN);
        assertEquals(
                new Repetition(Repetition.Kind.WEEKLY, DAY.plusDays(70), null), draft.repetition());
        assertFalse(draft.repetitionChanged());

        draft.setRepetition(new Repetition(Repetition.Kind.MONTHLY_NTH, null, 5));

        assertTrue(draft.repetitionChanged());
        assertEquals(
                "FREQ=MONTHLY;BYDAY=4TU;COUNT=5",
                java.util.Objects.requireNonNull(draft.wholeAfter().rule()).toRrule());
    }

    @Test
    void aCustomRuleStaysWhenTheTimeMoves() {
        Rule odd =
                new Rule(
                        Json.parseObject(
                                "{\"frequency\":\"monthly\",\"byMonthDay\":[-1],\"skip\":\"backward\"}"));
        EventDraft draft = EventDraft.of(dinner().with(odd), BERLIN);
        assertEquals(Repetition.Kind.CUSTOM, draft.repetition().kind());
        draft.when().setStartTime(LocalTime.of(8, 0));

        assertEquals(odd, draft.after().rule());
    }

    @Test
    void anotherCalendarReplacesTheOneThatWasShown() {
        EventDraft draft = EventDraft.of(dinner(), BERLIN);
        draft.setCalendarId("c2");

        assertEquals(java.util.List.of("c2"), draft.after().calendarIds());
    }
}
