package app.linden.ui.agenda;

import app.linden.calendar.Snapshot;
import app.linden.layout.Range;
import app.linden.model.Occurrence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A row of the agenda. */
sealed interface Row {
    record Month(YearMonth month) implements Row {}

    /**
     * An occurrence on one of its days.
     *
     * @param first whether it is the first of its day
     * @param number which of its days this is, from 1
     * @param of how many days it touches
     */
    record Event(
            LocalDate day, boolean first, Occurrence occurrence, Range range, int number, int of)
            implements Row {
        /** Whether it fills this day from midnight to midnight. */
        boolean wholeDay() {
            return range.allDay() || (number > 1 && number < of);
        }
    }

    /** Today, when there is nothing. */
    record Free(LocalDate day) implements Row {}

    /** Behind the last day. */
    record End(LocalDate last) implements Row {}

    /** The rows of a snapshot; whole days of a day come first. Pure. */
    static List<Row> of(Snapshot snapshot, LocalDate today) {
        TreeMap<LocalDate, List<Event>> days = new TreeMap<>();
        for (Occurrence o : snapshot.occurrences()) {
            Range range = Range.of(o, snapshot.zone());
            int of = (int) ChronoUnit.DAYS.between(range.firstDay(), range.lastDay()) + 1;
            LocalDate from = later(range.firstDay(), snapshot.from());
            LocalDate to = range.lastDay();
            for (LocalDate day = from;
                    !day.isAfter(to) && day.isBefore(snapshot.to());
                    day = day.plusDays(1)) {
                int number = (int) ChronoUnit.DAYS.between(range.firstDay(), day) + 1;
                days.computeIfAbsent(day, d -> new ArrayList<>())
                        .add(new Event(day, false, o, range, number, of));
            }
        }
        if (!today.isBefore(snapshot.from()) && today.isBefore(snapshot.to())) {
            days.computeIfAbsent(today, d -> new ArrayList<>());
        }
        List<Row> rows = new ArrayList<>();
        YearMonth month = null;
        for (Map.Entry<LocalDate, List<Event>> day : days.entrySet()) {
            YearMonth own = YearMonth.from(day.getKey());
            if (!own.equals(month)) {
                month = own;
                rows.add(new Month(own));
            }
            if (day.getValue().isEmpty()) {
                rows.add(new Free(day.getKey()));
            }
            day.getValue().sort(ORDER);
            boolean first = true;
            for (Event e : day.getValue()) {
                rows.add(new Event(e.day, first, e.occurrence, e.range, e.number, e.of));
                first = false;
            }
        }
        rows.add(new End(snapshot.to().minusDays(1)));
        return rows;
    }

    /** Whole days first, then by the time at which they begin on their day. */
    Comparator<Event> ORDER =
            Comparator.comparing((Event e) -> !e.wholeDay())
                    .thenComparing(e -> e.range.start())
                    .thenComparing(e -> e.occurrence.title())
                    .thenComparing(e -> e.occurrence.key());

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
