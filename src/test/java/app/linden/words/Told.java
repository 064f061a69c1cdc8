package app.linden.words;

import app.linden.model.Length;
import app.linden.model.When;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What was understood, in one line: title | when | rule | @place | #calendar | !alert. */
final class Told {
    static final List<String> CALENDARS =
            List.of("Work", "Family", "Family trips", "Fußball", "Ärzte & Co");
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Told() {}

    static Sentence sentence(Locale locale) {
        return new Sentence(locale, CALENDARS, ZONE, Length.hours(1));
    }

    /** "?" after a day that is assumed, "?" after a time or end that is. */
    static String line(Understood u) {
        StringJoiner line = new StringJoiner(" | ");
        line.add(u.title());
        line.add(when(u));
        if (u.rule() != null) {
            line.add(u.rule().toRrule().replace("FREQ=", ""));
        }
        if (u.place() != null) {
            line.add("@" + u.place());
        }
        if (u.calendar() >= 0) {
            line.add("#" + CALENDARS.get(u.calendar()));
        }
        u.alerts().forEach(a -> line.add("!" + a));
        return line.toString();
    }

    private static String when(Understood u) {
        When when = u.when();
        LocalDateTime end = when.end();
        String day = when.start().toLocalDate() + (u.said().day() ? "" : "?");
        if (when.allDay()) {
            LocalDate last = end.toLocalDate().minusDays(1);
            return when.start().toLocalDate().equals(last) ? day : day + ".." + last;
        }
        LocalTime start = when.start().toLocalTime();
        boolean same = end.toLocalDate().equals(when.start().toLocalDate());
        return day
                + " "
                + start
                + "-"
                + (same ? end.toLocalTime() : end)
                + (u.said().end() ? "" : "?");
    }
}
