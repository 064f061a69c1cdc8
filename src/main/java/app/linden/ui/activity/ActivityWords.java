package app.linden.ui.activity;

import app.linden.calendar.CalendarList;
import app.linden.model.Calendar;
import app.linden.model.Contested;
import app.linden.model.Happening;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.ValueWords;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what somebody did; pure functions. */
public final class ActivityWords {
    /** Longer values are cut. */
    private static final int SHOWN = 120;

    private ActivityWords() {}

    public static String who(Happening h) {
        return h.who().isBlank() ? Texts.text("activity.somebody") : h.who();
    }

    /** "Ben changed “Swim”". */
    public static String what(Happening h) {
        String title = h.event().title();
        return Texts.text(
                "activity." + h.kind().name().toLowerCase(Locale.ROOT),
                who(h),
                title.isBlank() ? Texts.text("event.untitled") : title);
    }

    /** "14:02", or with the day when that is not today. */
    public static String moment(Instant at, Instant now, ZoneId viewer) {
        LocalDateTime then = LocalDateTime.ofInstant(at, viewer);
        String time = Dates.time(then.toLocalTime());
        return then.toLocalDate().equals(LocalDate.ofInstant(now, viewer))
                ? time
                : Dates.date(then.toLocalDate()) + ", " + time;
    }

    /** "Family · 14:02". */
    static String where(Happening h, CalendarList calendars, Instant now, ZoneId viewer) {
        String names =
                h.event().calendarIds().stream()
                        .flatMap(id -> calendars.find(id).stream())
                        .map(Calendar::name)
                        .collect(Collectors.joining(", "));
        String moment = moment(h.at(), now, viewer);
        return names.isEmpty() ? moment : names + " · " + moment;
    }

    static String was(Contested change, CalendarList calendars, ZoneId viewer) {
        return value(change.theirs(), calendars, viewer);
    }

    static String is(Contested change, CalendarList calendars, ZoneId viewer) {
        return value(change.mine(), calendars, viewer);
    }

    private static String value(Contested.Value value, CalendarList calendars, ZoneId viewer) {
        String words = ValueWords.of(value, calendars, viewer).replace("\n", " · ");
        return words.length() <= SHOWN ? words : words.substring(0, SHOWN - 1) + "…";
    }
}
