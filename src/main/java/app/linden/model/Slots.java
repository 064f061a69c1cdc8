package app.linden.model;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The starts that the rule of a series gives, its own start first, whether an override excludes
 * them or not: what COUNT counts (jscalendarbis 3.3.3). Dates that only an override adds are none.
 */
final class Slots {
    private static final int MOST = 100_000;
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime LATEST = LocalDateTime.of(9999, 12, 31, 0, 0);

    private Slots() {}

    /**
     * All before a time.
     *
     * @throws Problem BAD_INPUT when they are too many to be counted
     */
    static List<LocalDateTime> before(Event series, LocalDateTime end) {
        List<LocalDateTime> slots = expand(series, EARLIEST, end, MOST);
        if (slots.size() >= MOST) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "This series is too long to be changed from here on.");
        }
        return slots;
    }

    /** The first at a time or after it, null when there is none. */
    static @Nullable LocalDateTime from(Event series, LocalDateTime from) {
        List<LocalDateTime> slots = expand(series, from, LATEST, 1);
        return slots.isEmpty() ? null : slots.getFirst();
    }

    /** The first so many at a time or after it. */
    static List<LocalDateTime> from(Event series, LocalDateTime from, int most) {
        return expand(series, from, LATEST, most);
    }

    /** The first so many; fewer when the series ends before. */
    static List<LocalDateTime> first(Event series, int most) {
        return expand(series, EARLIEST, LATEST, most);
    }

    private static List<LocalDateTime> expand(
            Event series, LocalDateTime from, LocalDateTime to, int most) {
        List<LocalDateTime> slots =
                Recurrence.expand(
                                series.with("recurrenceOverrides", Json.nil()),
                                from,
                                to,
                                new Recurrence.Budget(200_000, most))
                        .starts();
        return slots.size() > most ? slots.subList(0, most) : slots;
    }
}
