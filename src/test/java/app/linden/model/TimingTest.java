package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Random;

final class TimingTest {
    private static final List<String> ZONES =
            List.of(
                    "Europe/Berlin",
                    "America/Los_Angeles",
                    "Australia/Lord_Howe",
                    "Pacific/Apia",
                    "Asia/Kathmandu",
                    "UTC",
                    "+05:30");

    @ParameterizedTest
    @CsvSource({
        // The two examples of jscalendarbis 1.5.5.
        "2020-11-01T01:30:00,America/Los_Angeles,PT0S,2020-11-01T08:30:00Z",
        "2020-10-04T02:30:00,Australia/Melbourne,PT0S,2020-10-03T16:30:00Z",
        // A day after a time that does not exist is the same time of the next day.
        "2020-10-04T02:30:00,Australia/Melbourne,P1D,2020-10-04T15:30:00Z",
        // From winter into the repeated hour: the offset before the change.
        "2020-01-15T01:30:00,America/Los_Angeles,P291D,2020-11-01T08:30:00Z",
        // A nominal day over the change has 25 hours, 24 exact ones end earlier on the clock.
        "2026-10-24T12:00:00,Europe/Berlin,P1D,2026-10-25T11:00:00Z",
        "2026-10-24T12:00:00,Europe/Berlin,PT24H,2026-10-25T10:00:00Z",
        "2026-03-28T12:00:00,Europe/Berlin,P1DT1H,2026-03-29T11:00:00Z",
    })
    void anEndIsDaysOfTheCalendarAndThenExactTime(
            String start, String zone, String duration, String end) {
        Event event = event(start, zone, duration);

        assertEquals(Instant.parse(end).getEpochSecond(), event.when().span().end());
    }

    @Test
    void spansAgreeWithAPlainComputation() {
        long seed = Long.getLong("linden.seed", System.nanoTime());
        System.out.println("TimingTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("linden.rounds", 5_000); i++) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            LocalDateTime start = nearChange(random, zone);
            Length length = new Length(random.nextInt(400), random.nextInt(200_000));
            When when = new When(start, zone, null, length, false);
            long end = instant(start.plusDays(length.days()), zone.getRules()) + length.seconds();
            String message = "seed " + seed + ": " + when;

            assertEquals(instant(start, zone.getRules()), when.span().start(), message);
            assertEquals(end, when.span().end(), message);
            assertEquals(
                    LocalDateTime.ofEpochSecond(
                            end, 0, zone.getRules().getOffset(Instant.ofEpochSecond(end))),
                    when.end(),
                    message);
            When floating = new When(start, null, null, length, false);
            assertEquals(floating.end().toEpochSecond(ZoneOffset.UTC), floating.span().end());
            assertEquals(length, Length.parse(length.toString()));
        }
    }

    private static LocalDateTime nearChange(Random random, ZoneId zone) {
        ZoneOffsetTransition change =
                zone.getRules()
                        .nextTransition(
                                Instant.parse("1990-01-01T00:00:00Z")
                                        .plusSeconds(random.nextInt(1_500_000_000)));
        LocalDateTime near =
                change == null ? LocalDateTime.of(2026, 1, 1, 0, 0) : change.getDateTimeBefore();
        return near.plusMinutes(random.nextInt(360) - 180).minusDays(random.nextInt(3));
    }

    /** The offset before a change counts for what is skipped and for what is repeated (1.5.5). */
    private static long instant(LocalDateTime wall, ZoneRules rules) {
        ZoneOffsetTransition change = rules.getTransition(wall);
        ZoneOffset offset = change == null ? rules.getOffset(wall) : change.getOffsetBefore();
        return wall.toEpochSecond(offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "P", "PT", "P1DT", "1H", "PT1H ", "P1M", "PT1.S", "P1D2W", ""})
    void whatIsNoDurationIsRefused(String text) {
        assertThrows(Problem.class, () -> Length.parse(text));
    }

    @Test
    void hoursAndSecondsHaveMinutesBetweenThem() {
        assertEquals("PT1H0M5S", new Length(0, 3605).toString());
        assertEquals("P1DT5S", new Length(1, 5).toString());
        assertEquals("PT2H", new Length(0, 7200).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-01T00:00:00,true",
        "9999-12-31T23:59:59,true",
        "0000-12-31T00:00:00,false",
        "+12026-01-01T00:00:00,false",
        "2026-02-29T00:00:00,false",
        "2026-11-02T24:00:00,false",
        "2026-11-02T23:59:60,false",
        "2026-11-02T09:00,false",
    })
    void timesAreOfTheYears1To9999(String text, boolean fits) {
        assertEquals(fits, Event.isLocalDateTime(text));
        if (!fits) {
            assertThrows(Problem.class, () -> event(text, "UTC", "PT1H").when());
        }
    }

    @Test
    void anEndBeforeTheStartIsALengthOfZero() {
        LocalDateTime nine = LocalDateTime.of(2026, 11, 2, 9, 0);

        assertTrue(When.timed(nine, nine.minusHours(1), ZoneId.of("UTC")).length().isZero());
    }

    @Test
    void aFlightEndsInItsOwnZone() {
        Event flight =
                event("2026-11-02T13:00:00", "Europe/Berlin", "PT9H")
                        .with("endTimeZone", Json.text("America/New_York"));

        assertEquals(LocalDateTime.of(2026, 11, 2, 16, 0), flight.when().end());
    }

    @Test
    void anUnknownZoneKeepsItsNameUntilAnotherIsChosen() {
        Event event = event("2026-11-02T09:00:00", "Middle/Earth", "PT1H");
        When wall = event.wallTime();

        assertThrows(Problem.class, event::when);
        assertEquals(null, wall.zone());
        Event moved = event.with(wall.at(wall.start().plusHours(1)));
        assertEquals("Middle/Earth", moved.json().path("timeZone").asString());
        assertEquals("2026-11-02T10:00:00", moved.json().path("start").asString());
        When chosen = new When(wall.start(), ZoneId.of("UTC"), null, wall.length(), false);
        assertEquals("UTC", event.with(chosen).json().path("timeZone").asString());
        assertTrue(
                event.with(When.days(wall.start().toLocalDate(), wall.start().toLocalDate()))
                        .json()
                        .path("timeZone")
                        .isMissingNode());
    }

    @Test
    void anUnknownEndZoneStaysWithTheZoneOfTheStart() {
        Event event =
                event("2026-11-02T09:00:00", "Europe/Berlin", "PT1H")
                        .with("endTimeZone", Json.text("Middle/Earth"));
        When wall = event.wallTime();

        assertEquals(
                "Middle/Earth",
                event.with(wall.at(wall.start().plusHours(1)))
                        .json()
                        .path("endTimeZone")
                        .asString());
    }

    private static Event event(String start, String zone, String duration) {
        return Event.of(
                Json.object()
                        .put("@type", "Event")
                        .put("start", start)
                        .put("timeZone", zone)
                        .put("duration", duration));
    }
}
