package app.linden.cli;

import app.linden.model.Calendar;
import app.linden.model.Mark;
import app.linden.model.Occurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The agenda as lines to read: under each day what happens on it; a pure function. */
final class AgendaText {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static final Comparator<Occurrence> ORDER =
            Comparator.comparing((Occurrence o) -> !o.is(Mark.ALL_DAY))
                    .thenComparingLong(o -> o.span().start())
                    .thenComparingLong(o -> -o.span().seconds())
                    .thenComparing(Occurrence::title)
                    .thenComparing(Occurrence::key);

    private final ZoneId zone;
    private final Map<String, Calendar> calendars;

    AgendaText(ZoneId zone, Map<String, Calendar> calendars) {
        this.zone = zone;
        this.calendars = calendars;
    }

    /** Days without anything are left out; {@code to} is the last day. */
    List<String> lines(LocalDate from, LocalDate to, List<Occurrence> occurrences) {
        List<Occurrence> sorted = occurrences.stream().sorted(ORDER).toList();
        List<String> lines = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            LocalDate on = day;
            List<String> entries =
                    sorted.stream().filter(o -> touches(o, on)).map(o -> line(o, on)).toList();
            if (!entries.isEmpty()) {
                if (!lines.isEmpty()) {
                    lines.add("");
                }
                lines.add(heading(day));
                lines.addAll(entries);
            }
        }
        return lines.isEmpty() ? List.of("Nothing planned.") : lines;
    }

    String heading(LocalDate day) {
        return DAY.format(day);
    }

    private boolean touches(Occurrence o, LocalDate day) {
        LocalDateTime start = o.span().startIn(zone);
        LocalDateTime end = o.span().endIn(zone);
        LocalDateTime midnight = day.atStartOfDay();
        return start.isBefore(midnight.plusDays(1))
                && (end.isAfter(midnight) || !start.isBefore(midnight));
    }

    /** What of an occurrence is on a day. */
    String line(Occurrence o, LocalDate day) {
        StringBuilder line = new StringBuilder("  ");
        line.append(String.format(Locale.ROOT, "%-13s  ", time(o, day)));
        line.append(o.title().isBlank() ? "(no title)" : o.title());
        if (o.place() != null) {
            line.append(", ").append(o.place());
        }
        Calendar calendar = calendars.get(o.calendarId());
        if (calendar != null) {
            line.append("  [").append(calendar.name()).append(']');
        }
        if (o.is(Mark.CANCELLED)) {
            line.append("  cancelled");
        }
        if (o.is(Mark.UNSENT)) {
            line.append("  not on the server yet");
        }
        return "  " + Plain.line(line.toString());
    }

    private String time(Occurrence o, LocalDate day) {
        if (o.is(Mark.ALL_DAY)) {
            return "all day";
        }
        LocalDateTime start = o.span().startIn(zone);
        LocalDateTime end = o.span().endIn(zone);
        boolean begins = start.toLocalDate().equals(day);
        boolean ends = !end.isAfter(day.plusDays(1).atStartOfDay());
        if (begins && ends) {
            return o.span().seconds() == 0
                    ? CLOCK.format(start)
                    : CLOCK.format(start) + " - " + CLOCK.format(end);
        }
        if (begins) {
            return "from " + CLOCK.format(start);
        }
        return ends ? "until " + CLOCK.format(end) : "all day";
    }
}
