package app.linden.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Mark;
import app.linden.model.Occurrence;
import app.linden.model.Span;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What must hold of every month row and day column, on random days, those of 23 and 25 hours too.
 */
class LayoutPropertiesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<LocalDate> WEEKS =
            List.of(
                    LocalDate.of(2026, 11, 23),
                    LocalDate.of(2026, 3, 23),
                    LocalDate.of(2026, 10, 19));
    private static final int SHORTEST = 22;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    private List<Occurrence> randomWeek(LocalDate first) {
        List<Occurrence> list = new ArrayList<>();
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++) {
            LocalDateTime start =
                    first.minusDays(2)
                            .atStartOfDay()
                            .plusMinutes(random.nextInt(11 * 24 * 12) * 5L);
            boolean allDay = random.nextInt(4) == 0;
            list.add(
                    allDay
                            ? days(i, start.toLocalDate(), random.nextInt(9))
                            : timed(i, start, random.nextInt(8) == 0 ? 2000 : random.nextInt(240)));
        }
        return list;
    }

    private static Occurrence days(int id, LocalDate first, int more) {
        long start = first.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        Span span = new Span(start, start + (more + 1) * 86_400L, true);
        return occurrence(id, span, Mark.ALL_DAY.bit());
    }

    private static Occurrence timed(int id, LocalDateTime start, int minutes) {
        long second = start.atZone(BERLIN).toEpochSecond();
        return occurrence(id, new Span(second, second + minutes * 60L, false), 0);
    }

    private static Occurrence occurrence(int id, Span span, int marks) {
        return new Occurrence("e" + id, null, "c", span, "Title " + id, null, null, marks);
    }

    @Test
    void boxesOfADayNeverOverlapAndStayInTheirColumn() {
        for (int round = 0; round < 300; round++) {
            LocalDate first = WEEKS.get(round % WEEKS.size());
            List<Occurrence> week = randomWeek(first);
            for (int d = 0; d < 7; d++) {
                DayColumn column = DayColumn.of(week, first.plusDays(d), BERLIN, SHORTEST);
                check(column.boxes());
            }
        }
    }

    private void check(List<DayColumn.Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            DayColumn.Box a = boxes.get(i);
            String where = "seed " + seed + ": " + a;
            assertTrue(a.top() >= 0 && a.bottom() <= DayColumn.MINUTES, where);
            assertTrue(a.bottom() - a.top() >= SHORTEST, where);
            assertTrue(a.left() >= 0 && a.width() > 0, where);
            assertTrue(a.left() + a.width() <= 1 + 1e-9, where);
            for (DayColumn.Box b : boxes.subList(i + 1, boxes.size())) {
                boolean apart =
                        a.bottom() <= b.top()
                                || b.bottom() <= a.top()
                                || a.left() + a.width() <= b.left() + 1e-9
                                || b.left() + b.width() <= a.left() + 1e-9;
                assertTrue(apart, where + " overlaps " + b);
                assertTrue(a.top() <= b.top() || a.left() != b.left(), where + " after " + b);
            }
        }
    }

    @Test
    void everythingTimedOnADayHasExactlyOneBox() {
        for (int round = 0; round < 100; round++) {
            LocalDate first = WEEKS.get(round % WEEKS.size());
            for (Occurrence o : randomWeek(first)) {
                Range range = Range.of(o, BERLIN);
                if (range.isBar()) {
                    continue;
                }
                long boxes = 0;
                for (LocalDate d = range.firstDay();
                        !d.isAfter(range.lastDay());
                        d = d.plusDays(1)) {
                    boxes += DayColumn.of(List.of(o), d, BERLIN, SHORTEST).boxes().size();
                }
                long days = range.lastDay().toEpochDay() - range.firstDay().toEpochDay() + 1;
                assertEquals(days, boxes, "seed " + seed + ": " + o);
            }
        }
    }

    @Test
    void barsOfARowShareNoDayOfALane() {
        for (int round = 0; round < 300; round++) {
            LocalDate first = WEEKS.get(round % WEEKS.size());
            WeekRow row = WeekRow.of(randomWeek(first), first, 7, BERLIN);
            for (int i = 0; i < row.bars().size(); i++) {
                WeekRow.Bar a = row.bars().get(i);
                assertTrue(a.from() >= 0 && a.from() <= a.to() && a.to() < 7, "seed " + seed);
                for (WeekRow.Bar b : row.bars().subList(i + 1, row.bars().size())) {
                    boolean apart = a.lane() != b.lane() || a.to() < b.from() || b.to() < a.from();
                    assertTrue(apart, "seed " + seed + ": " + a + " on " + b);
                }
            }
        }
    }

    @Test
    void whatDoesNotFitIsCountedOnEachDay() {
        for (int round = 0; round < 300; round++) {
            LocalDate first = WEEKS.get(round % WEEKS.size());
            WeekRow row = WeekRow.of(randomWeek(first), first, 7, BERLIN);
            int lines = 1 + random.nextInt(8);
            WeekRow.Fitted fitted = row.fit(lines);
            for (int day = 0; day < 7; day++) {
                int d = day;
                long all = row.bars().stream().filter(b -> b.from() <= d && d <= b.to()).count();
                List<WeekRow.Bar> shown =
                        fitted.bars().stream().filter(b -> b.from() <= d && d <= b.to()).toList();
                assertEquals(all, shown.size() + fitted.more()[d], "seed " + seed);
                int free = fitted.more()[d] > 0 ? lines - 1 : lines;
                assertTrue(shown.stream().allMatch(b -> b.lane() < free), "seed " + seed);
            }
        }
    }
}
