package app.linden.ui.remind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.calendar.remind.Reminder;
import app.linden.model.When;
import app.linden.ui.Fx;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What a reminder says, as time goes by. */
final class ReminderWordsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @BeforeAll
    static void locale() {
        Fx.pulses(1);
    }

    private static Reminder of(When when) {
        return new Reminder("e", null, "a", Instant.EPOCH, "c", "", when, "Room 1", null);
    }

    private static String soon(When when, String now) {
        return ReminderWords.soon(of(when), Instant.parse(now), BERLIN);
    }

    @Test
    void itSaysHowSoonHowLateAndOnWhichDay() {
        LocalDateTime start = LocalDateTime.parse("2026-11-24T15:30");
        When hour = When.timed(start, start.plusHours(1), BERLIN);
        assertEquals("In 15 min", soon(hour, "2026-11-24T14:15:00Z"));
        assertEquals("In 15 min", soon(hour, "2026-11-24T14:15:20Z"));
        assertEquals("In 1 min", soon(hour, "2026-11-24T14:29:00Z"));
        assertEquals("Now", soon(hour, "2026-11-24T14:30:10Z"));
        assertEquals("Began 5 min ago", soon(hour, "2026-11-24T14:35:00Z"));
        assertEquals("Is over", soon(hour, "2026-11-24T16:00:00Z"));
        assertEquals("Was yesterday", soon(hour, "2026-11-25T08:00:00Z"));
        assertEquals("Was Tue Nov 24, 2026", soon(hour, "2026-11-28T08:00:00Z"));
        assertEquals("Tomorrow", soon(hour, "2026-11-23T10:00:00Z"));
        assertEquals("In 19 h", soon(hour, "2026-11-23T19:30:00Z"));
        When day = When.days(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24));
        assertEquals("Today", soon(day, "2026-11-24T08:00:00Z"));
        assertEquals("Tomorrow", soon(day, "2026-11-23T08:00:00Z"));
        assertEquals("Was yesterday", soon(day, "2026-11-25T08:00:00Z"));
    }

    @Test
    void theScreenReaderHearsAllOfIt() {
        LocalDateTime start = LocalDateTime.parse("2026-11-24T15:30");
        assertEquals(
                "Reminder: (no title), In 15 min, 3:30 – 4:30 PM, Room 1",
                ReminderWords.spoken(
                                of(When.timed(start, start.plusHours(1), BERLIN)),
                                Instant.parse("2026-11-24T14:15:00Z"),
                                BERLIN)
                        .replace('\u202f', ' '));
    }
}
