package app.linden.ui.year;

import app.linden.calendar.Snapshot;
import app.linden.layout.Range;
import app.linden.model.Mark;
import app.linden.model.Occurrence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** How many events are on each day of a snapshot; cancelled ones do not count. Pure. */
final class Fullness {
    /** So many levels besides none. */
    static final int LEVELS = 4;

    private final Map<LocalDate, Integer> counts = new HashMap<>();

    Fullness(Snapshot snapshot) {
        for (Occurrence o : snapshot.occurrences()) {
            if (!o.is(Mark.CANCELLED) && !o.is(Mark.DECLINED)) {
                Range range = Range.of(o, snapshot.zone());
                LocalDate from =
                        range.firstDay().isBefore(snapshot.from())
                                ? snapshot.from()
                                : range.firstDay();
                for (LocalDate day = from;
                        !day.isAfter(range.lastDay()) && day.isBefore(snapshot.to());
                        day = day.plusDays(1)) {
                    counts.merge(day, 1, Integer::sum);
                }
            }
        }
    }

    int count(LocalDate day) {
        return counts.getOrDefault(day, 0);
    }

    /** 0 for a free day to {@value #LEVELS} for a full one. */
    int level(LocalDate day) {
        int count = count(day);
        return count == 0 ? 0 : count == 1 ? 1 : count <= 3 ? 2 : count <= 5 ? 3 : LEVELS;
    }
}
