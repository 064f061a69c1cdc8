package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Changes of series that a reader can follow; see also {@link SeriesEditPropertiesTest}. */
final class SeriesEditTest {
    /** A Tuesday, the second of its month. */
    private static final LocalDateTime START = LocalDateTime.of(2026, 9, 8, 18, 0);

    private static Event series(Rule rule) {
        When when = When.timed(START, START.plusHours(1), ZoneId.of("Europe/Berlin"));
        return Event.create("u", "c", "Choir", when).with(rule);
    }

    private static Event at(Event series, LocalDateTime start) {
        return series.with(series.when().at(start));
    }

    @Test
    void theSecondTuesdayTakenToWednesdayIsTheSecondWednesdayAndKeepsItsExceptions() {
        Rule rule = Rule.every(1, Rule.Frequency.MONTHLY).onNth(2, DayOfWeek.TUESDAY);
        LocalDateTime october = LocalDateTime.of(2026, 10, 13, 18, 0);
        LocalDateTime december = LocalDateTime.of(2026, 12, 8, 18, 0);
        Event series = Series.without(Series.without(series(rule), october), december);
        SeriesEdit edit = SeriesEdit.all(series, null, series, at(series, START.plusDays(1)));
        assertEquals(rule.onNth(2, DayOfWeek.WEDNESDAY), edit.series().rule());
        assertEquals(
                List.of("2026-10-14T18:00:00", "2026-12-09T18:00:00"),
                List.copyOf(edit.series().json().path("recurrenceOverrides").propertyNames()));
    }

    @Test
    void aDayOfTheMonthFollowsWhereThatIsTheSame() {
        Event series = series(Rule.every(1, Rule.Frequency.MONTHLY));
        var json = series.rule().json().deepCopy();
        json.putArray("byMonthDay").add(8);
        Event explicit = series.with(new Rule(json));
        SeriesEdit edit = SeriesEdit.all(explicit, null, explicit, at(explicit, START.plusDays(3)));
        assertEquals(true, edit.exact());
        assertEquals(11, edit.series().rule().json().path("byMonthDay").path(0).asInt());
    }

    @Test
    void aCountIsDividedWithWhatIsExcludedAmongIt() {
        Event series =
                Series.without(
                        series(Rule.every(1, Rule.Frequency.WEEKLY).withCount(10)),
                        START.plusWeeks(1));
        Event after = series.withText("title", "Band");
        SeriesEdit edit =
                SeriesEdit.following(series, START.plusWeeks(4), series, after, "u2", true);
        assertEquals(4, edit.series().rule().count());
        Event added = edit.added();
        assertNotNull(added);
        assertEquals(6, added.rule().count());
        assertEquals("u2", added.uid());
    }

    @Test
    void aSeriesWithPeopleStaysOneAndItsPastIsOverridden() {
        Event series = series(Rule.every(1, Rule.Frequency.WEEKLY));
        var json = series.json().deepCopy();
        json.putObject("participants").putObject("p").put("name", "Ben");
        Event meeting = Event.of(json);
        SeriesEdit edit =
                SeriesEdit.following(
                        meeting,
                        START.plusWeeks(2),
                        meeting,
                        meeting.withText("title", "Band"),
                        "u2",
                        true);
        assertNull(edit.added());
        assertEquals("Band", edit.series().title());
        assertEquals("Choir", edit.series().occurrence(START.plusWeeks(1)).title());
        assertEquals("Band", edit.series().occurrence(START.plusWeeks(2)).title());
    }

    @Test
    void theFirstAndAllFollowingIsAll() {
        Event series = series(Rule.every(1, Rule.Frequency.WEEKLY));
        Event after = series.withText("title", "Band");
        assertEquals(
                SeriesEdit.all(series, START, series, after),
                SeriesEdit.following(series, START, series, after, "u2", true));
        assertNull(SeriesEdit.endedBefore(series, START));
    }

    /** JSCalendar 1.0 has a list of rules, of which Linden expands the first. */
    @Test
    void furtherRulesStayInTheDocumentWhenTheFirstChanges() {
        ObjectNode json = series(Rule.every(1, Rule.Frequency.WEEKLY)).json().deepCopy();
        var rules = json.putArray("recurrenceRules");
        rules.add(json.remove("recurrenceRule"));
        rules.addObject().put("@type", "RecurrenceRule").put("frequency", "yearly");
        json.putArray("excludedRecurrenceRules").addObject().put("frequency", "monthly");
        Event series = Event.of(json);

        Event daily = series.with(Rule.every(1, Rule.Frequency.DAILY));
        assertEquals("daily", daily.rule().frequency());
        assertEquals(
                "yearly",
                daily.json().path("recurrenceRules").path(1).path("frequency").asString());
        assertEquals(1, daily.json().path("excludedRecurrenceRules").size());

        SeriesEdit edit =
                SeriesEdit.following(
                        series,
                        START.plusWeeks(2),
                        series,
                        series.withText("title", "Band"),
                        "u2",
                        true);
        assertNull(edit.added());
        assertEquals(2, edit.series().json().path("recurrenceRules").size());
        assertEquals("Choir", edit.series().occurrence(START.plusWeeks(1)).title());
        assertEquals("Band", edit.series().occurrence(START.plusWeeks(2)).title());
    }

    @Test
    void whatFallsOnOneDayOfASeriesOfWholeDaysIsToldAsLost() {
        Event weekly = series(Rule.every(1, Rule.Frequency.WEEKLY));
        ObjectNode overrides = Json.object();
        overrides.putObject("2026-09-15T09:00:00").put("title", "Rehearsal");
        Event series = weekly.with("recurrenceOverrides", overrides);
        Event after = series.with(When.days(START.toLocalDate(), START.toLocalDate()));
        SeriesEdit edit = SeriesEdit.all(series, null, series, after);
        assertEquals(
                List.of(LocalDateTime.of(2026, 9, 15, 9, 0)),
                edit.lost().stream().map(Lost::at).toList());
        LocalDateTime day = LocalDateTime.of(2026, 9, 15, 0, 0);
        assertEquals("Choir", edit.series().occurrence(day).title());
    }

    @Test
    void twoOccurrencesOfOneDayStayTwoWhenWhatFollowsIsWholeDaysInOneDocument() {
        Event weekly = series(Rule.every(1, Rule.Frequency.WEEKLY));
        ObjectNode overrides = Json.object();
        overrides.putObject("2026-09-15T09:00:00").put("title", "Rehearsal");
        Event series = weekly.with("recurrenceOverrides", overrides);
        Event after = series.with(When.days(START.toLocalDate(), START.toLocalDate()));
        SeriesEdit edit =
                SeriesEdit.following(series, START.plusWeeks(3), series, after, "u2", false);
        assertEquals(List.of(), edit.lost());
        assertEquals(
                List.of(
                        START,
                        LocalDateTime.of(2026, 9, 15, 9, 0),
                        START.plusWeeks(1),
                        START.plusWeeks(2),
                        LocalDateTime.of(2026, 9, 29, 0, 0)),
                Views.starts(edit.series(), Views.first(edit.series(), 5)).subList(0, 5));
    }
}
