package app.linden.model;

import static app.linden.model.SeriesLaw.forRandomSeries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a preview says of random changes is what the change then does; see {@link SeriesLaw}. */
final class PreviewPropertiesTest {
    @Test
    void thePreviewSaysWhatAppearsAndVanishesAndNothingElse() {
        forRandomSeries((random, series, id) -> {
            boolean ruled = random.nextBoolean();
            Event after =
                    ruled
                            ? series.with(RandomSeries.rule(random, series.when().start()))
                            : RandomSeries.moved(random, series);
            boolean all = random.nextBoolean();
            SeriesEdit edit;
            try {
                edit =
                        all
                                ? SeriesEdit.all(series, id, series, after)
                                : SeriesEdit.following(
                                        series, id, series, after, "u2", random.nextBoolean());
            } catch (Problem cannotBeSaidInOne) {
                return;
            }
            LocalDateTime from =
                    all || Split.isFirst(series, id) ? LocalDateTime.of(1, 1, 1, 0, 0) : id;
            Preview preview = Preview.of(series, all ? null : id, edit);
            assertEquals(edit.lost(), preview.lost());
            List<LocalDateTime> touched = new ArrayList<>(Views.first(series, 2_000));
            touched.removeIf(t -> t.isBefore(from));
            assertEquals(touched.stream().limit(5).toList(), preview.dates());
            assertEquals(Math.min(Preview.MOST, touched.size()), preview.count());

            // What is there before and what after, each moved occurrence where it was taken to.
            Shift shift = Shift.between(series.when(), after.when());
            List<LocalDateTime> earlier = Views.starts(series, Views.ids(series, from));
            List<LocalDateTime> was =
                    Views.starts(series, touched.subList(0, Math.min(400, touched.size()))).stream()
                            .map(shift::of)
                            .sorted()
                            .toList();
            List<LocalDateTime> is = new ArrayList<>(all(edit.series()));
            if (edit.added() != null) {
                is.addAll(all(edit.added()));
            }
            earlier.forEach(t -> assertTrue(is.remove(t), t.toString()));
            is.sort(null);
            LocalDateTime end =
                    Stream.of(was, is)
                            .map(l -> l.size() < 60 ? LocalDateTime.MAX : l.get(59))
                            .min(LocalDateTime::compareTo)
                            .orElseThrow();
            assertEquals(less(is, was, end), preview.appearing());
            assertEquals(less(was, is, end), preview.vanishing());
        });
    }

    @Test
    void aDeletionIsAboutWhatFollows() {
        forRandomSeries((random, series, id) -> {
            List<LocalDateTime> gone = new ArrayList<>(Views.first(series, 2_000));
            gone.removeIf(t -> t.isBefore(id));
            Preview preview = Preview.of(series, id, null);
            assertEquals(gone.stream().limit(5).toList(), preview.dates());
            assertEquals(Math.min(Preview.MOST, gone.size()), preview.count());
        });
    }

    private static List<LocalDateTime> all(Event series) {
        return Views.starts(series, Views.first(series, 400));
    }

    private static List<LocalDateTime> less(
            List<LocalDateTime> some, List<LocalDateTime> others, LocalDateTime end) {
        List<LocalDateTime> less = new ArrayList<>(some);
        others.forEach(less::remove);
        less.removeIf(t -> t.isAfter(end));
        return less;
    }
}
