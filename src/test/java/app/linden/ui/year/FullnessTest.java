package app.linden.ui.year;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.calendar.Snapshot;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.When;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How full days are. */
final class FullnessTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static Occurrence of(When when, int marks) {
        return new Occurrence(
                "e",
                null,
                "c",
                when.span(),
                "t",
                null,
                null,
                marks | (when.allDay() ? Mark.ALL_DAY.bit() : 0));
    }

    private static Fullness of(List<Occurrence> occurrences) {
        return new Fullness(
                new Snapshot(
                        FIRST,
                        FIRST.plusDays(366),
                        BERLIN,
                        occurrences,
                        Map.of(),
                        null,
                        Set.of(),
                        Map.of()));
    }

    @Test
    void anEventCountsOnEachOfItsDaysThatAreShown() {
        Fullness f = of(List.of(of(When.days(FIRST.minusDays(3), FIRST.plusDays(1)), 0)));
        assertEquals(1, f.count(FIRST));
        assertEquals(1, f.level(FIRST.plusDays(1)));
        assertEquals(0, f.count(FIRST.plusDays(2)));
        assertEquals(0, f.count(FIRST.minusDays(1)));
    }

    @Test
    void theMoreTheStrongerAndCancelledOnesDoNotCount() {
        List<Occurrence> many = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            levels.add(of(many).level(FIRST));
            many.add(of(When.timed(FIRST.atTime(9, 0), FIRST.atTime(10, 0), BERLIN), 0));
            many.add(
                    of(
                            When.timed(FIRST.atTime(9, 0), FIRST.atTime(10, 0), BERLIN),
                            Mark.CANCELLED.bit()));
        }
        assertEquals(List.of(0, 1, 2, 2, 3, 3, 4), levels);
    }
}
