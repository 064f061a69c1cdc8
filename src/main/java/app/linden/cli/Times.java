package app.linden.cli;

import app.linden.base.Problem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Dates and times as a person types them on a command line; pure functions. */
final class Times {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?");
    static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Times() {}

    static boolean isDate(String text) {
        return DATE.matcher(text.strip()).matches();
    }

    /**
     * @throws Problem BAD_INPUT when it is no date like 2026-11-24, or one that does not exist
     */
    static LocalDate date(String text) {
        if (!isDate(text)) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "“" + text + "” is not a date like 2026-11-24.");
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "“" + text + "” is a date that does not exist.", e);
        }
    }

    /**
     * A wall time that exists in a zone, as 2026-11-24T18:00, or with a space for the T.
     *
     * @throws Problem BAD_INPUT, also for one that the clocks leave out when summer time begins
     */
    static LocalDateTime wall(String text, ZoneId zone) {
        String plain = text.strip();
        if (!TIME.matcher(plain).matches()) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "“" + text + "” is not a date and time like 2026-11-24T18:00.");
        }
        LocalDateTime time;
        try {
            time = LocalDateTime.parse(plain.replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "“" + text + "” is a time that does not exist.", e);
        }
        if (zone.getRules().getValidOffsets(time).isEmpty()) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    READABLE.format(time)
                            + " does not exist in "
                            + zone.getId()
                            + ": the clocks go forward then.");
        }
        return time;
    }

    /**
     * @throws Problem BAD_INPUT when there is no such zone
     */
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "“" + name + "” is not a known time zone.", e);
        }
    }
}
