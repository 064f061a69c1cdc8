package app.linden.ui.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.calendar.Snapshot;
import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.When;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of the agenda. */
final class RowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private static Occurrence of(String title, When when) {
        int marks = when.allDay() ? Mark.ALL_DAY.bit() : 0;
        return new Occurrence(title, null, "c", when.span(), title, null, null, marks);
    }

    private static List<String> rows(LocalDate today, Occurrence... occurrences) {
        Snapshot snapshot =
                new Snapshot(
                        DAY,
                        DAY.plusDays(10),
                        BERLIN,
                        List.of(occurrences),
                        Map.of(),
                        null,
                        Set.of(),
                        Map.of());
        return Row.of(snapshot, today).stream().map(RowTest::line).toList();
    }

    private static String line(Row row) {
        return switch (row) {
            case Row.Month m -> m.month().toString();
            case Row.Free f -> f.day() + " free";
            case Row.End e -> "until " + e.last();
            case Row.Event e ->
                    e.day()
                            + (e.first() ? " first " : " ")
                            + e.occurrence().title()
                            + (e.of() > 1 ? " " + e.number() + "/" + e.of() : "");
        };
    }

    @Test
    void daysStandInOrderWholeDaysFirstAndTodayAlways() {
        assertEquals(
                List.of(
                        "2026-11",
                        "2026-11-28 free",
                        "2026-12",
                        "2026-12-01 first Holiday",
                        "2026-12-01 Breakfast",
                        "2026-12-01 Lunch",
                        "until 2026-12-07"),
                rows(
                        DAY,
                        of(
                                "Lunch",
                                When.timed(
                                        DAY.plusDays(3).atTime(12, 0),
                                        DAY.plusDays(3).atTime(13, 0),
                                        BERLIN)),
                        of(
                                "Breakfast",
                                When.timed(
                                        DAY.plusDays(3).atTime(8, 0),
                                        DAY.plusDays(3).atTime(9, 0),
                                        BERLIN)),
                        of("Holiday", When.days(DAY.plusDays(3), DAY.plusDays(3)))));
    }

    @Test
    void whatLastsForDaysStandsOnEachThatIsShown() {
        assertEquals(
                List.of(
                        "2026-11",
                        "2026-11-28 first Trip 3/4",
                        "2026-11-29 first Trip 4/4",
                        "until 2026-12-07"),
                rows(DAY.minusDays(5), of("Trip", When.days(DAY.minusDays(2), DAY.plusDays(1)))));
    }

    @Test
    void anEndAtMidnightIsOfTheDayBefore() {
        assertEquals(
                List.of("2026-11", "2026-11-28 first Party", "until 2026-12-07"),
                rows(
                        DAY.minusDays(5),
                        of(
                                "Party",
                                When.timed(
                                        DAY.atTime(20, 0),
                                        DAY.plusDays(1).atStartOfDay(),
                                        BERLIN))));
    }

    @Test
    void nothingAtAllIsSaidSo() {
        assertEquals(List.of("until 2026-12-07"), rows(DAY.minusDays(5)));
    }
}
