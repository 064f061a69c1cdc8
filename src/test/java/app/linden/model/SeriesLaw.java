package app.linden.model;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/**
 * What is to hold of every series and one of its occurrences. The seed of each case is in its
 * message; {@code -Dseed=} shows a run again, {@code -Dcases=} makes it longer.
 */
interface SeriesLaw {
    int CASES = Integer.getInteger("cases", 250);

    void check(Random random, Event series, LocalDateTime id);

    static void forRandomSeries(SeriesLaw law) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SeriesLaw -Dseed=" + seed);
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
}
