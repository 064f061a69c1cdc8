package app.linden.paper;

import app.linden.layout.Range;
import app.linden.model.Calendar;
import app.linden.model.Mark;
import app.linden.model.Occurrence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What pages are made from, with what they say of each occurrence. */
record Source(
        Wanted wanted,
        Manner manner,
        List<Occurrence> occurrences,
        Map<String, Calendar> calendars) {
    Ink ink(Occurrence o) {
        String own = o.color();
        return Ink.of(own == null ? calendarColor(o.calendarId()) : own, wanted.gray());
    }

    private String calendarColor(String id) {
        Calendar calendar = calendars.get(id);
        return calendar == null ? Calendar.DEFAULT_COLOR : calendar.color();
    }

    String title(Occurrence o) {
        return o.title().isBlank() ? manner.say("untitled") : o.title().strip();
    }

    Range range(Occurrence o) {
        return Range.of(o, manner.zone());
    }

    /** Whether its title is struck through. */
    static boolean isOff(Occurrence o) {
        return o.is(Mark.CANCELLED) || o.is(Mark.DECLINED);
    }

    static boolean isOpen(Occurrence o) {
        return o.is(Mark.TENTATIVE) || o.is(Mark.DECLINED);
    }

    /** The calendars of some occurrences, in their order. */
    List<Calendar> calendarsOf(List<Occurrence> shown) {
        return shown.stream()
                .map(o -> calendars.get(o.calendarId()))
                .filter(c -> c != null)
                .distinct()
                .sorted(Comparator.comparingLong(Calendar::sortOrder).thenComparing(Calendar::name))
                .toList();
    }
}
