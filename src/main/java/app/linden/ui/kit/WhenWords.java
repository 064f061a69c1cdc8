package app.linden.ui.kit;

import app.linden.model.When;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Says in words when something takes place, for somebody in a zone. */
public final class WhenWords {
    private WhenWords() {}

    /** "Tuesday, November 24, 2026" or "Nov 27 – 30, 2026". */
    public static String days(When when, ZoneId viewer) {
        LocalDate first = start(when, viewer).toLocalDate();
        LocalDate last = lastDay(when, viewer);
        return first.equals(last) ? Dates.longDate(first) : Dates.days(first, last);
    }

    /** "9:00 AM – 10:30 AM", "All day", or with the days where the end is on another one. */
    public static String times(When when, ZoneId viewer) {
        if (when.allDay()) {
            return Texts.text("when.all-day");
        }
        LocalDateTime start = start(when, viewer);
        LocalDateTime end = end(when, viewer);
        if (start.equals(end)) {
            return Dates.time(start.toLocalTime());
        }
        if (start.toLocalDate().equals(lastDay(when, viewer))) {
            return Dates.times(start.toLocalTime(), end.toLocalTime());
        }
        return moment(start) + " – " + moment(end);
    }

    /** Days and times in one line. */
    public static String line(When when, ZoneId viewer) {
        if (when.allDay()) {
            return days(when, viewer);
        }
        return start(when, viewer).toLocalDate().equals(lastDay(when, viewer))
                ? days(when, viewer) + " · " + times(when, viewer)
                : times(when, viewer);
    }

    /**
     * "3:00 AM in New York – 9:00 AM in Berlin" where the event has other zones than the viewer,
     * else null.
     */
    public static @Nullable String elsewhere(When when, ZoneId viewer) {
        ZoneId zone = when.zone();
        ZoneId endZone = when.endZone() == null ? zone : when.endZone();
        if (when.allDay() || zone == null || endZone == null) {
            return null;
        }
        if (sameClock(zone, viewer, when) && sameClock(endZone, viewer, when)) {
            return null;
        }
        String start = Dates.time(when.start().toLocalTime());
        String end = Dates.time(when.end().toLocalTime());
        return zone.equals(endZone)
                ? Texts.text("when.there", start + " – " + end, city(zone))
                : Texts.text("when.there", start, city(zone))
                        + " – "
                        + Texts.text("when.there", end, city(endZone));
    }

    /** "New York" of "America/New_York". */
    public static String city(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** "45 min", "1 h", "1 h 30 min", "2 d". */
    public static String length(Duration length) {
        long minutes = length.toMinutes();
        if (minutes < 60) {
            return Texts.text("when.minutes", minutes);
        }
        if (minutes % 1440 == 0) {
            return Texts.text("when.days", minutes / 1440);
        }
        return minutes % 60 == 0
                ? Texts.text("when.hours", minutes / 60)
                : Texts.text("when.hours-minutes", minutes / 60, minutes % 60);
    }

    private static boolean sameClock(ZoneId zone, ZoneId viewer, When when) {
        return zone.getRules()
                .getOffset(when.start())
                .equals(viewer.getRules().getOffset(when.start()));
    }

    private static String moment(LocalDateTime time) {
        return Dates.date(time.toLocalDate()) + ", " + Dates.time(time.toLocalTime());
    }

    private static LocalDateTime start(When when, ZoneId viewer) {
        return when.allDay() ? when.start() : when.span().startIn(viewer);
    }

    private static LocalDateTime end(When when, ZoneId viewer) {
        return when.allDay() ? when.length().after(when.start()) : when.span().endIn(viewer);
    }

    /** An end at midnight belongs to the day before. */
    private static LocalDate lastDay(When when, ZoneId viewer) {
        LocalDateTime start = start(when, viewer);
        LocalDateTime end = end(when, viewer);
        return end.isAfter(start) ? end.minusNanos(1).toLocalDate() : start.toLocalDate();
    }
}
