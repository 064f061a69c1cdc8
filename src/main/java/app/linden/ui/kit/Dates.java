package app.linden.ui.kit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;

/** Dates and times as the person's country writes them. */
public final class Dates {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
    private static final DateTimeFormatter FULL_HOUR =
            DateTimeFormatter.ofPattern("h a", Locale.getDefault());
    private static final DateTimeFormatter BARE_HOUR =
            DateTimeFormatter.ofPattern("h", Locale.getDefault());
    private static final DateTimeFormatter BARE_TIME =
            DateTimeFormatter.ofPattern("h:mm", Locale.getDefault());
    private static final boolean HAS_HALVES =
            DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                            null, FormatStyle.SHORT, IsoChronology.INSTANCE, Locale.getDefault())
                    .contains("a");
    private static final DateTimeFormatter LONG_DATE =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);
    private static final DateTimeFormatter MEDIUM_DATE =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);

    private Dates() {}

    /** "9:30 AM" or "09:30". */
    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /**
     * "9:30 – 11 AM" or "11 AM – 1:15 PM", where the country writes AM and PM; else "09:30 –
     * 11:00".
     */
    public static String times(LocalTime start, LocalTime end) {
        boolean sameHalf = start.getHour() / 12 == end.getHour() / 12;
        if (!HAS_HALVES || !sameHalf) {
            return shortTime(start) + " – " + shortTime(end);
        }
        DateTimeFormatter bare = start.getMinute() == 0 ? BARE_HOUR : BARE_TIME;
        return bare.format(start) + " – " + shortTime(end);
    }

    /** "9 AM" or "9:30 AM", where the country writes AM and PM; else as {@link #time}. */
    public static String shortTime(LocalTime time) {
        return time.getMinute() == 0 && HAS_HALVES ? FULL_HOUR.format(time) : time(time);
    }

    /** "Tuesday, November 24, 2026". */
    public static String longDate(LocalDate day) {
        return LONG_DATE.format(day);
    }

    /** "Nov 24, 2026". */
    public static String date(LocalDate day) {
        return MEDIUM_DATE.format(day);
    }

    /** "November 2026". */
    public static String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", Locale.getDefault()).format(month);
    }

    /** "Nov 23 – 29, 2026", as short as it can be said. */
    public static String days(LocalDate first, LocalDate last) {
        DateTimeFormatter dayAndMonth = DateTimeFormatter.ofPattern("MMM d", Locale.getDefault());
        if (first.equals(last)) {
            return date(first);
        }
        if (first.getYear() != last.getYear()) {
            return date(first) + " – " + date(last);
        }
        String end =
                first.getMonth() == last.getMonth()
                        ? Integer.toString(last.getDayOfMonth())
                        : dayAndMonth.format(last);
        return dayAndMonth.format(first) + " – " + end + ", " + last.getYear();
    }

    /** "Mon". */
    public static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, Locale.getDefault());
    }

    /** "M", for the mini month. */
    public static String narrowName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.NARROW_STANDALONE, Locale.getDefault());
    }

    /** "Nov". */
    public static String shortMonth(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, Locale.getDefault());
    }

    public static DayOfWeek firstDayOfWeek() {
        return WeekFields.of(Locale.getDefault()).getFirstDayOfWeek();
    }

    /** The first day of the week that a day is in. */
    public static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(firstDayOfWeek()));
    }

    /** The week's number as the person's country counts. */
    public static int weekNumber(LocalDate firstDay) {
        return firstDay.get(WeekFields.of(Locale.getDefault()).weekOfWeekBasedYear());
    }
}
