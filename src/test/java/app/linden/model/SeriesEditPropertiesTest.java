package app.linden.model;

import static app.linden.model.SeriesLaw.forRandomSeries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Random series, points and changes: what the person did not touch is what it was, what they
 * touched is changed exactly, nothing else appears or vanishes. The seed of each case is in its
 * message; {@code -Dseed=} shows a run again, {@code -Dcases=} makes it longer.
 */
final class SeriesEditPropertiesTest {
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
            Event after = RandomSeries.moved(random, series);
            boolean mayTwo = random.nextInt(4) > 0;
            SeriesEdit edit;
            try {
                edit = SeriesEdit.following(series, id, series, after, "u2", mayTwo);
            } catch (Problem cannotBeSaidInOne) {
                assertTrue(!mayTwo);
                return;
            }
            Shift shift = Shift.between(series.when(), after.when());
            // So far that in one document what stays is within, were the rest moved before it.
            LocalDateTime end = Views.ids(series).getLast().plusSeconds(1);
            LocalDateTime back = id.minus(shift.duration());
            LocalDateTime to = back.isAfter(end) ? back : end;
            if (edit.exact()) {
                List<String> expected = new ArrayList<>();
                for (LocalDateTime at : Views.ids(series, to)) {
                    boolean first = Split.isFirst(series, id);
                    boolean stays = !first && at.isBefore(id);
                    expected.add(
                            Views.text(
                                    stays
                                            ? series.occurrence(at)
                                            : later(series, at, shift, after, id)));
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
            Event after = RandomSeries.moved(random, series);
            SeriesEdit edit = SeriesEdit.all(series, id, series, after);
            Shift shift = Shift.between(series.when(), after.when());
            LocalDateTime to = Views.ids(series).getLast().plusSeconds(1);
            if (edit.exact()) {
                List<String> expected =
                        Views.ids(series, to).stream()
                                .map(at -> Views.text(later(series, at, shift, after, id)))
                                .toList();
                assertSees(expected, edit, shift.of(to), to);
                assertEquals(List.of(), edit.lost());
            } else {
                assertNoExceptionForgotten(series, edit);
            }
        });
    }

    @Test
    void aSeriesMadeOneOfWholeDaysIsOnTheSameDaysAndTellsWhatFallsTogether() {
        forRandomSeries((random, series, id) -> {
            if (series.when().allDay()) {
                return;
            }
            LocalDate day = series.when().start().toLocalDate().plusDays(random.nextInt(3));
            Event after = series.with(When.days(day, day));
            boolean all = random.nextBoolean() || Split.isFirst(series, id);
            SeriesEdit edit;
            try {
                boolean mayTwo = random.nextInt(4) > 0;
                edit =
                        all
                                ? SeriesEdit.all(series, id, series, after)
                                : SeriesEdit.following(series, id, series, after, "u2", mayTwo);
            } catch (Problem cannotBeSaidInOne) {
                return;
            }
            Shift shift = Shift.between(series.when(), after.when());
            LocalDateTime to = Views.ids(series).getLast().toLocalDate().plusDays(1).atStartOfDay();
            if (edit.exact()) {
                List<LocalDateTime> earlier = all ? List.of() : Views.ids(series, id);
                List<LocalDateTime> touched = new ArrayList<>(Views.ids(series, to));
                touched.removeAll(earlier);
                List<String> is = new ArrayList<>();
                for (Event half :
                        Stream.of(edit.series(), edit.added()).filter(Objects::nonNull).toList()) {
                    Views.ids(half, shift.of(to))
                            .forEach(at -> is.add(half.occurrence(at).when().toString()));
                }
                edit.lost().stream()
                        .map(Lost::at)
                        .filter(at -> at.isBefore(to))
                        .forEach(at -> is.add(wholeDay(shift.of(at))));
                List<String> expected = new ArrayList<>();
                earlier.forEach(at -> expected.add(series.occurrence(at).when().toString()));
                Views.starts(series, touched).forEach(at -> expected.add(wholeDay(shift.of(at))));
                assertEquals(expected.stream().sorted().toList(), is.stream().sorted().toList());
            }
            assertNoExceptionForgotten(series, edit);
        });
    }

    private static String wholeDay(LocalDateTime day) {
        return new When(day, null, null, Length.ONE_DAY, true).toString();
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

    private static Event later(
            Event series, LocalDateTime at, Shift shift, Event after, LocalDateTime touched) {
        Event was = series.occurrence(at);
        Event later = was.with("start", Json.text(Event.write(shift.of(was.when().start()))));
        JsonNode zone = after.json().path("timeZone");
        boolean follows =
                !zone.equals(series.json().path("timeZone"))
                        && (at.equals(touched) || !isOwn(series, at, "timeZone"));
        return follows ? later.with("timeZone", zone) : later;
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
