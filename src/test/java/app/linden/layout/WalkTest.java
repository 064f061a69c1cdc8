package app.linden.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.Span;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

class WalkTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final Occurrence late = timed("late", DAY, 15, 60);
    private final Occurrence early = timed("early", DAY, 9, 60);
    private final Occurrence whole = whole("whole", DAY);
    private final Occurrence during = timed("during", DAY.plusDays(2), 9, 60);
    private final Occurrence across = timed("across", DAY.plusDays(2), 8, 180);
    private final Walk walk = new Walk(List.of(late, during, early, across, whole), ZONE);

    @Test
    void goesDayByDayWholeDaysFirst() {
        assertEquals(whole, walk.next(null, 1, DAY));
        assertEquals(early, walk.next(whole, 1, DAY));
        assertEquals(late, walk.next(early, 1, DAY));
        assertEquals(across, walk.next(late, 1, DAY));
        assertEquals(during, walk.next(across, 1, DAY));
        assertNull(walk.next(during, 1, DAY));
        assertEquals(across, walk.next(during, -1, DAY));
        assertNull(walk.next(whole, -1, DAY));
    }

    @Test
    void beginsAtTheDayThatIsLookedAt() {
        assertEquals(across, walk.next(null, 1, DAY.plusDays(1)));
        assertEquals(late, walk.next(null, -1, DAY.plusDays(1)));
        assertEquals(during, walk.next(null, 1, DAY.plusDays(9)));
        assertNull(new Walk(List.of(), ZONE).next(null, 1, DAY));
    }

    @Test
    void whatIsGoneIsNoPlaceToGoOnFrom() {
        assertEquals(whole, walk.next(timed("gone", DAY, 3, 3), 1, DAY));
        assertNull(walk.position(timed("gone", DAY, 3, 3)));
    }

    @Test
    void allBetweenTwoInEitherDirection() {
        assertEquals(List.of(early, late, across), walk.between(early, across));
        assertEquals(List.of(across, late, early), walk.between(across, early));
        assertEquals(List.of(late), walk.between(late, late));
        assertEquals(List.of(late), walk.between(late, timed("gone", DAY, 3, 3)));
    }

    @Test
    void tellsPositionAndOverlap() {
        assertEquals(new Walk.Position(2, 3, 0), walk.position(early));
        assertEquals(new Walk.Position(1, 2, 1), walk.position(across));
    }

    private static Occurrence timed(String id, LocalDate day, int hour, int minutes) {
        long start = day.atTime(hour, 0).atZone(ZONE).toEpochSecond();
        return new Occurrence(
                id, null, "c", new Span(start, start + minutes * 60L, false), id, null, null, 0);
    }

    private static Occurrence whole(String id, LocalDate day) {
        long start = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        Span span = new Span(start, start + 86_400, true);
        return new Occurrence(id, null, "c", span, id, null, null, Mark.ALL_DAY.bit());
    }
}
