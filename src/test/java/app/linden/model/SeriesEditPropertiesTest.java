package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;

/**
 * Random series, points and changes: what the person did not touch is what it was, what they
 * touched is changed exactly, nothing else appears or vanishes. The seed of each case is in its
 * message; {@code -Dseed=} shows a run again, {@code -Dcases=} makes it longer.
 */
final class SeriesEditPropertiesTest {
    private static final int CASES = Integer.getInteger("cases", 400);

    private interface Law {
        void check(Random random, Event series, LocalDateTime id);
    }

    private static void forRandomSeries(Law law) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SeriesEditPropertiesTest -Dseed=" + seed);
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(seed + i);
            Event series = RandomSeries.next(random);
            List<LocalDateTime> ids = Views.ids(series);
            LocalDateTime id = ids.get(random.nextInt(ids.size()));
            try {
                law.check(random, series, id);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "-Dseed=" + (seed + i) + " at " + id + " of " + series.json(), e);
            }
        }
    }

    @Test
    void aTextChangedFromHereOnChangesWhatFollowsAndNothingElse() {
        forRandomSeries((random, series, id) -> {
            Event after = series.withText("title", "New").withText("description", "Bring water");
            boolean mayTwo = random.nextBoolean();
            SeriesEdit edit = SeriesEdit.following(series, id, series, after, "u2", mayTwo);
            LocalDateTime to = Views.ids(series).getLast().plusSeconds(1);
            List<String> expected = new ArrayList<>();
            for (LocalDateTime at : Views.ids(series, to)) {
                Event was = series.occurrence(at);
                boolean own = isOwn(series, at, "title") && !at.equals(id);
                expected.add(
                        Views.text(
                                at.isBefore(id)
                                        ? was
                                        : (own ? was : was.withText("title", "New"))
                                                .withText("description", "Bring water")));
            }
            assertSees(expected, edit, to, to);
            assertEquals(List.of(), edit.lost());
            assertTrue(mayTwo || edit.added() == null);
        });
    }

    @Test
    void movedFromHereOnWhatFollowsMovesByAsMuch() {
        forRandomSeries((random, series, id) -> {
            Event after = moved(random, series);
            boolean mayTwo = random.nextInt(4) > 0;
            SeriesEdit edit;
            try {
                edit = SeriesEdit.following(series, id, series, after, "u2", mayTwo);
            } catch (Problem cannotBeSaidInOne) {
                assertTrue(!mayTwo);
                return;
            }
            LocalDateTime to = Views.ids(series).getLast().plusSeconds(1);
            Shift shift = Shift.between(series.when(), after.when());
            if (edit.exact()) {
                List<String> expected = new ArrayList<>();
                for (LocalDateTime at : Views.ids(series, to)) {
                    boolean first = Split.isFirst(series, id);
                    boolean stays = !first && at.isBefore(id);
                    expected.add(
                            Views.text(stays ? series.occurrence(at) : later(series, at, shift)));
                }
                assertSees(expected, edit, edit.added() == null ? shift.of(to) : to, shift.of(to));
                assertEquals(List.of(), edit.lost());
            } else {
                assertEarlierStays(series, id, edit);
                assertNoExceptionForgotten(series, edit);
            }
        });
    }

    @Test
    void aSeriesMovedAsAWholeMovesByAsMuch() {
        forRandomSeries((random, series, id) -> {
            Event after = moved(random, series);
            SeriesEdit edit = SeriesEdit.all(series, id, series, after);
            Shift shift = Shift.between(series.when(), after.when());
            LocalDateTime to = Views.ids(series).getLast().plusSeconds(1);
            if (edit.exact()) {
                List<String> expected =
                        Views.ids(series, to).stream()
                                .map(at -> Views.text(later(series, at, shift)))
                                .toList();
                assertSees(expected, edit, shift.of(to), to);
                assertEquals(List.of(), edit.lost());
            } else {
                assertNoExceptionForgotten(series, edit);
            }
        });
    }

    @Test
    void anotherRuleKeepsWhatItStillHasAndTellsWhatItLoses() {
        forRandomSeries((random, series, id) -> {
            Rule rule = RandomSeries.rule(random, series.when().start());
            if (Objects.equals(rule, series.rule())) {
                return;
            }
            SeriesEdit edit = SeriesEdit.all(series, id, series, series.with(rule));
            TreeSet<LocalDateTime> expected = new TreeSet<>();
            LocalDateTime to = LocalDateTime.of(2031, 1, 1, 0, 0);
            expected.addAll(Slots.before(series.with(rule), to));
            TreeSet<LocalDateTime> old = new TreeSet<>(Slots.before(series, to));
            int lost = 0;
            for (var entry : series.overrides().headMap(to).entrySet()) {
                boolean excluded = Recurrence.isExcluded(entry.getValue());
                boolean slot = old.contains(entry.getKey());
                if (excluded) {
                    expected.remove(entry.getKey());
                } else if (!slot) {
                    expected.add(entry.getKey());
                } else if (!expected.contains(entry.getKey())) {
                    lost++;
                }
            }
            assertEquals(List.copyOf(expected), Views.ids(edit.series(), to));
            assertTrue(edit.lost().size() >= lost);
            assertNoExceptionForgotten(series, edit);
        });
    }

    @Test
    void deletedFromHereOnEverythingBeforeStays() {
        forRandomSeries((random, series, id) -> {
            Event left = SeriesEdit.endedBefore(series, id);
            List<LocalDateTime> before = new ArrayList<>(Views.ids(series, id));
            LocalDateTime to = Views.ids(series).getLast().plusYears(3);
            if (left == null) {
                assertEquals(List.of(), before);
            } else {
                assertEquals(Views.of(series, before), Views.of(left, to));
            }
        });
    }

    private static Event moved(Random random, Event series) {
        int days = random.nextInt(3) == 0 ? 0 : random.nextInt(-9, 10);
        boolean whole = series.when().allDay();
        int minutes = whole || random.nextBoolean() ? 0 : 15 * random.nextInt(-20, 20);
        LocalDateTime start = series.when().start().plusDays(days).plusMinutes(minutes);
        return series.with(series.when().at(start));
    }

    private static Event later(Event series, LocalDateTime at, Shift shift) {
        Event was = series.occurrence(at);
        return was.with("start", Json.text(Event.write(shift.of(was.when().start()))));
    }

    private static boolean isOwn(Event series, LocalDateTime at, String property) {
        return series.overrides().get(at) instanceof ObjectNode o && o.has(property);
    }

    private static void assertSees(
            List<String> expected, SeriesEdit edit, LocalDateTime to, LocalDateTime toOfAdded) {
        List<String> seen = new ArrayList<>(Views.of(edit.series(), to));
        Event added = edit.added();
        if (added != null) {
            assertNotEquals(edit.series().uid(), added.uid());
            seen.addAll(Views.of(added, toOfAdded));
        }
        List<String> missing = new ArrayList<>(expected);
        seen.forEach(missing::remove);
        expected.forEach(seen::remove);
        assertEquals("", missing.isEmpty() ? "" : "missing " + String.join("\n  ", missing));
        assertEquals("", seen.isEmpty() ? "" : "too many " + String.join("\n  ", seen));
    }

    private static void assertEarlierStays(Event series, LocalDateTime id, SeriesEdit edit) {
        if (Split.isFirst(series, id)) {
            return;
        }
        List<String> before = new ArrayList<>(Views.of(series, Views.ids(series, id)));
        List<String> seen = new ArrayList<>(Views.of(edit.series(), id.plusYears(2)));
        if (edit.added() != null) {
            assertEquals(before, seen);
        } else {
            seen.forEach(before::remove);
            assertEquals(List.of(), before);
        }
    }

    private static void assertNoExceptionForgotten(Event series, SeriesEdit edit) {
        Event added = edit.added();
        for (var entry : series.overrides().entrySet()) {
            String title = entry.getValue().path("title").asString("");
            if (!title.isEmpty()) {
                boolean kept =
                        edit.series().json().toString().contains(title)
                                || added != null && added.json().toString().contains(title);
                boolean lost = edit.lost().toString().contains(title);
                assertTrue(kept != lost, title);
            }
        }
    }
}
