package app.linden.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalDateTime;

class DragTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final Range MEETING = timed(TUESDAY, "09:10", "10:00");

    private static Range timed(LocalDate day, String from, String to) {
        return Range.timed(
                LocalDateTime.parse(day + "T" + from), LocalDateTime.parse(day + "T" + to));
    }

    private static Pointer at(LocalDate day, int hour, int minute) {
        return new Pointer(day, hour * 60 + minute);
    }

    private static Pointer over(LocalDate day) {
        return new Pointer(day, Pointer.WHOLE_DAY);
    }

    @Test
    void anEventMovesByTheHandAndSnapsToQuarters() {
        Drag drag = new Drag.Move(MEETING, at(TUESDAY, 9, 30));

        assertEquals(
                timed(TUESDAY.plusDays(1), "11:15", "12:05"),
                drag.at(at(TUESDAY.plusDays(1), 11, 37), 15));
        assertEquals(timed(TUESDAY, "09:17", "10:07"), drag.at(at(TUESDAY, 9, 37), 1));
    }

    @Test
    void whatIsSelectedTooGoesAsFar() {
        Range to = timed(TUESDAY.plusDays(1), "11:15", "12:05");
        Range lunch = timed(TUESDAY.plusDays(2), "12:00", "13:00");
        Range trip = Range.days(TUESDAY, TUESDAY.plusDays(1));

        assertEquals(timed(TUESDAY.plusDays(3), "14:05", "15:05"), Drag.along(MEETING, to, lunch));
        assertEquals(
                Range.days(TUESDAY.plusDays(1), TUESDAY.plusDays(2)),
                Drag.along(MEETING, to, trip));
        assertEquals(
                timed(TUESDAY.plusDays(1), "12:00", "13:00"),
                Drag.along(MEETING, Range.days(TUESDAY.minusDays(1), TUESDAY), lunch),
                "to the strip: by days");
    }

    @Test
    void inAMonthAnEventKeepsItsTime() {
        Drag drag = new Drag.Move(MEETING, over(TUESDAY));

        assertEquals(
                timed(TUESDAY.minusDays(8), "09:10", "10:00"),
                drag.at(over(TUESDAY.minusDays(8)), 15));
    }

    @Test
    void overTheStripATimedEventLastsTheDayAndBack() {
        Pointer strip = new Pointer(TUESDAY, Pointer.ALL_DAY);

        assertEquals(
                Range.days(TUESDAY, TUESDAY),
                new Drag.Move(MEETING, at(TUESDAY, 9, 30)).at(strip, 15));
        assertEquals(
                timed(TUESDAY, "14:30", "15:30"),
                new Drag.Move(Range.days(TUESDAY, TUESDAY.plusDays(2)), strip)
                        .at(at(TUESDAY, 14, 40), 15));
    }

    @Test
    void anEndNeverPassesItsStart() {
        Drag end = new Drag.ResizeEnd(MEETING);

        assertEquals(timed(TUESDAY, "09:10", "11:00"), end.at(at(TUESDAY, 11, 4), 15));
        assertEquals(timed(TUESDAY, "09:10", "09:25"), end.at(at(TUESDAY, 7, 0), 15));
        assertEquals(
                timed(TUESDAY, "09:45", "10:00"),
                new Drag.ResizeStart(MEETING).at(at(TUESDAY, 12, 0), 15));
    }

    @Test
    void daysCanBeSpannedInBothDirections() {
        Drag create = new Drag.Create(over(TUESDAY));

        assertEquals(
                Range.days(TUESDAY, TUESDAY.plusDays(2)), create.at(over(TUESDAY.plusDays(2)), 15));
        assertEquals(
                Range.days(TUESDAY.minusDays(2), TUESDAY),
                create.at(over(TUESDAY.minusDays(2)), 15));
        assertEquals(
                timed(TUESDAY, "08:00", "09:15"),
                new Drag.Create(at(TUESDAY, 9, 5)).at(at(TUESDAY, 8, 10), 15));
    }
}
