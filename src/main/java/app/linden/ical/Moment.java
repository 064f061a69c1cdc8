package app.linden.ical;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DATE or DATE-TIME value (RFC 5545, 3.3.4 and 3.3.5).
 *
 * @param local the wall time; of a date its beginning
 * @param isDate whether the value has no time of day
 * @param zone the zone of the wall time, null when it floats
 */
record Moment(LocalDateTime local, boolean isDate, @Nullable ZoneId zone) {
    /** What JSCalendar calls UTC. */
    static final ZoneId UTC = ZoneId.of("Etc/UTC");

    // Also the extended form of ISO 8601, which some programs write.
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{4})-?(\\d{2})-?(\\d{2})(?:T(\\d{2}):?(\\d{2})(?::?(\\d{2}))?(?:[.,]\\d+)?(Z)?)?",
                    Pattern.CASE_INSENSITIVE);

    /**
     * Reads a value.
     *
     * @param zones what its TZID means
     * @throws Problem BAD_INPUT when the text is no date or names one that does not exist
     */
    static Moment parse(String value, @Nullable String tzid, Zones zones) {
        Matcher m = FORM.matcher(value.strip());
        if (!m.matches()) {
            throw bad(value, null);
        }
        try {
            LocalDate date = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
            if (m.group(4) == null) {
                return new Moment(date.atStartOfDay(), true, null);
            }
            LocalDateTime local = at(date, number(m, 4), number(m, 5), number(m, 6));
            if (m.group(7) != null) {
                return new Moment(local, false, UTC);
            }
            return tzid == null || tzid.isBlank()
                    ? new Moment(local, false, null)
                    : zones.read(local, tzid);
        } catch (DateTimeException e) {
            throw bad(value, e);
        }
    }

    private static LocalDateTime at(LocalDate date, int hour, int minute, int second) {
        // 24:00 is the end of the day; a leap second is the one before it, as the model has none.
        return hour == 24 && minute == 0 && second == 0
                ? date.plusDays(1).atStartOfDay()
                : date.atTime(LocalTime.of(hour, minute, Math.min(second, 59)));
    }

    /** The same moment as wall time of {@code other}; what floats or is a date stays as it is. */
    LocalDateTime in(@Nullable ZoneId other) {
        return zone == null || other == null || zone.equals(other)
                ? local
                : local.atZone(zone).withZoneSameInstant(other).toLocalDateTime();
    }

    /** The instant; one that floats is taken as UTC. */
    Instant instant() {
        return local.atZone(zone == null ? UTC : zone).toInstant();
    }

    private static Problem bad(String value, @Nullable Throwable cause) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return new Problem(
                Problem.Kind.BAD_INPUT,
                "“" + shown.strip() + "” is not a date that exists.",
                cause);
    }

    private static int number(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
