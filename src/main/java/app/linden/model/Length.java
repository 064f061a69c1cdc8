package app.linden.model;

import app.linden.base.Problem;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration as jscalendarbis 1.5.6 has it: nominal days (a day is a step of the calendar, whatever
 * its hours) and exact seconds.
 */
public record Length(int days, long seconds) {
    public static final Length ZERO = new Length(0, 0);
    public static final Length ONE_DAY = new Length(1, 0);
    private static final Pattern FORM =
            Pattern.compile(
                    "P(?:(\\d{1,6})W)?(?:(\\d{1,7})D)?(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,12})(?:\\.\\d+)?S)?)?");

    public static Length hours(long hours) {
        return new Length(0, hours * 3600);
    }

    public static Length minutes(long minutes) {
        return new Length(0, minutes * 60);
    }

    /**
     * Reads "P1DT2H30M"; {@link Problem.Kind#BAD_INPUT} for anything else, negative durations among
     * it.
     */
    public static Length parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches() || text.length() < 3 || text.endsWith("T")) {
            throw new Problem(Problem.Kind.BAD_INPUT, "“" + text + "” is not a duration.");
        }
        int days = Math.toIntExact(7L * number(m.group(1)) + number(m.group(2)));
        return new Length(
                days, 3600L * number(m.group(3)) + 60L * number(m.group(4)) + number(m.group(5)));
    }

    /** The nominal days and exact remainder between two wall times. */
    public static Length between(LocalDateTime start, LocalDateTime end) {
        return new Length(0, Duration.between(start, end).toSeconds()).inDaysWhenWhole();
    }

    /** 24 hours become a day; only for lengths that were measured on wall time. */
    private Length inDaysWhenWhole() {
        return days == 0 && seconds % 86_400 == 0 ? new Length((int) (seconds / 86_400), 0) : this;
    }

    public LocalDateTime after(LocalDateTime start) {
        return start.plusDays(days).plusSeconds(seconds);
    }

    /**
     * Days are steps of wall time, seconds are exact (jscalendarbis 1.5.6). Wall times that are
     * skipped or repeated count with the offset before the change (1.5.5), as Java has it.
     */
    public ZonedDateTime after(LocalDateTime start, ZoneId zone) {
        return start.plusDays(days).atZone(zone).plusSeconds(seconds);
    }

    public boolean isZero() {
        return days == 0 && seconds == 0;
    }

    /** The shortest form that {@link #parse} reads back. */
    @Override
    public String toString() {
        if (isZero()) {
            return "PT0S";
        }
        StringBuilder text = new StringBuilder("P");
        if (days != 0) {
            text.append(days).append('D');
        }
        if (seconds != 0) {
            text.append('T');
            append(text, seconds / 3600, 'H');
            // The grammar has no hours followed by seconds: "PT1H0M5S".
            if (seconds / 60 % 60 != 0 || (seconds >= 3600 && seconds % 60 != 0)) {
                text.append(seconds / 60 % 60).append('M');
            }
            append(text, seconds % 60, 'S');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long amount, char unit) {
        if (amount != 0) {
            text.append(amount).append(unit);
        }
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
