package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Event;
import app.linden.model.Length;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * In which of the three forms the times of an event are written (conversion draft, 3.2): as dates,
 * as instants of UTC, or as wall time with or without a zone.
 *
 * @param dates whether they have no time of day
 * @param utc whether they end in Z
 * @param zone the zone, null when they float or are dates
 * @param label the name of the zone in TZID where it is another than {@code zone}
 */
record TimeForm(boolean dates, boolean utc, @Nullable String zone, @Nullable String label) {
    private static final String UTC = "Etc/UTC";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    TimeForm(boolean dates, boolean utc, @Nullable String zone) {
        this(dates, utc, zone, null);
    }

    /** The same with another name in TZID. */
    TimeForm labelled(String tzid) {
        return new TimeForm(dates, utc, zone, tzid);
    }

    static TimeForm of(ObjectNode json) {
        String zone = json.path("timeZone").asString("");
        if (zone.isEmpty()) {
            return new TimeForm(isOfDates(json), false, null);
        }
        boolean utc = zone.equals(UTC) && !json.path("endTimeZone").isString();
        return new TimeForm(false, utc, utc ? null : zone);
    }

    /** What a RECURRENCE-ID in the zone {@code other} has, empty when it floats. */
    TimeForm in(String other, String local) {
        boolean utc = other.equals(UTC);
        boolean isDate = dates && other.isEmpty() && isMidnight(local);
        return new TimeForm(isDate, utc, other.isEmpty() || utc ? null : other);
    }

    private static boolean isOfDates(ObjectNode json) {
        if (!json.path("showWithoutTime").asBoolean(false)
                || !json.has("start") && !json.has("due")
                || json.has("start") && !isMidnight(json.path("start").asString(""))
                || json.has("due") && !isMidnight(json.path("due").asString(""))) {
            return false;
        }
        if (json.path("duration").isString() && !isOfDays(json.path("duration").asString())) {
            return false;
        }
        String until = json.path("recurrenceRule").path("until").asString("");
        return (until.isEmpty() || isMidnight(until))
                && json.path("recurrenceOverrides").propertyNames().stream()
                        .allMatch(TimeForm::isMidnight);
    }

    private static boolean isOfDays(String duration) {
        try {
            return Length.parse(duration).seconds() == 0;
        } catch (Problem unreadable) {
            return false;
        }
    }

    private static boolean isMidnight(String local) {
        LocalDateTime at = parse(local);
        return at != null && at.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** A LocalDateTime of JSCalendar in a year that iCalendar can write; null for all else. */
    static @Nullable LocalDateTime parse(String local) {
        try {
            LocalDateTime at = Event.isLocalDateTime(local) ? LocalDateTime.parse(local) : null;
            return at == null || at.getYear() < 0 || at.getYear() > 9999 ? null : at.withNano(0);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A line with the parameters that the form asks for. */
    Line on(Line line) {
        if (dates) {
            line.with("VALUE", "DATE");
        }
        return line.with("TZID", label == null ? zone : label);
    }

    /** A wall time of the event. */
    String value(LocalDateTime local) {
        return dates ? DATE.format(local) : TIME.format(local) + (utc && label == null ? "Z" : "");
    }

    /** As {@link #on} and {@link #value} together. */
    Line write(Line line, LocalDateTime local) {
        return on(line).raw(value(local));
    }

    /** The zone that the wall times are in; null when they float or nobody knows it. */
    @Nullable ZoneId zoneId() {
        return utc ? Moment.UTC : zone == null ? null : zoneId(zone);
    }

    static @Nullable ZoneId zoneId(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    /** UNTIL of a rule: a date, an instant or, of an event that floats, a wall time. */
    String until(String local) {
        LocalDateTime at = parse(local);
        ZoneId in = zoneId();
        if (at == null) {
            return "";
        }
        return dates || in == null || at.getYear() > 9998 ? value(at) : utc(at.atZone(in));
    }

    private static String utc(ZonedDateTime at) {
        return TIME.format(at.withZoneSameInstant(Moment.UTC)) + "Z";
    }

    /** A UTCDateTime of JSCalendar, empty when it is none. */
    static String utc(String instant) {
        try {
            ZonedDateTime at = ZonedDateTime.parse(instant);
            return at.getYear() < 0 || at.getYear() > 9998 ? "" : utc(at);
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** A duration by the grammar of RFC 5545, 3.3.6, which allows no gap between its units. */
    static String duration(Length length) {
        long seconds = length.seconds();
        if (seconds == 0) {
            return length.days() == 0 ? "PT0S" : "P" + length.days() + "D";
        }
        StringBuilder text = new StringBuilder("P");
        if (length.days() != 0) {
            text.append(length.days()).append('D');
        }
        text.append('T');
        long hours = seconds / 3600;
        long minutes = seconds / 60 % 60;
        long rest = seconds % 60;
        if (hours != 0) {
            text.append(hours).append('H');
        }
        if (minutes != 0 || hours != 0 && rest != 0) {
            text.append(minutes).append('M');
        }
        if (rest != 0) {
            text.append(rest).append('S');
        }
        return text.toString();
    }
}
