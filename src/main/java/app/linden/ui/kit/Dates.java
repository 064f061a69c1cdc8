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
    /** Made once for a language and the person's habits: making them takes its time. */
    private record Forms(
            boolean halves,
            DateTimeFormatter time,
            DateTimeFormatter fullHour,
            DateTimeFormatter bareHour,
            DateTimeFormatter bareTime,
            DateTimeFormatter longDate,
            DateTimeFormatter mediumDate) {
        static Forms make() {
            Locale locale = Locale.getDefault();
            Boolean twentyFour = Habits.now().twentyFour();
            boolean usual =
                    DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                                    null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale)
                            .contains("a");
            boolean halves = twentyFour == null ? usual : !twentyFour;
            DateTimeFormatter time =
                    halves == usual
                            ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                    .withLocale(locale)
                            : DateTimeFormatter.ofPattern(halves ? "h:mm a" : "HH:mm", locale);
            return new Forms(
                    halves,
                    time,
                    DateTimeFormatter.ofPattern("h a", locale),
                    DateTimeFormatter.ofPattern("h", locale),
                    DateTimeFormatter.ofPattern("h:mm", locale),
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale),
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
        }
    }

    private static volatile Forms forms = Forms.make();

    /** The language or the habits are others now. */
    static void readAnew() {
        forms = Forms.make();
    }

    private Dates() {}

    /** "9:30 AM" or "09:30". */
    public static String time(LocalTime time) {
        return forms.time.format(time);
    }

    /**
     * "9:30 – 11 AM" or "11 AM – 1:15 PM", where the country writes AM and PM; else "09:30 –
     * 11:00".
     */
    public static String times(LocalTime start, LocalTime end) {
        boolean sameHalf = start.getHour() / 12 == end.getHour() / 12;
        if (!forms.halves || !sameHalf) {
            return shortTime(start) + " – " + shortTime(end);
        }
        DateTimeFormatter bare = start.getMinute() == 0 ? forms.bareHour : forms.bareTime;
        return bare.format(start) + " – " + shortTime(end);
    }

    /** "9 AM" or "9:30 AM", where the country writes AM and PM; else as {@link #time}. */
    public static String shortTime(LocalTime time) {
        return time.getMinute() == 0 && forms.halves ? forms.fullHour.format(time) : time(time);
    }

    /** "Tuesday, November 24, 2026". */
    public static String longDate(LocalDate day) {
        return forms.longDate.format(day);
    }

    /** "Nov 24, 2026". */
    public static String date(LocalDate day) {
        return forms.mediumDate.format(day);
    }

    /** "November 2026". */
    public static String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", Locale.getDefault()).format(month);
    }

    /** "Nov 23 – 29, 2026", as short as it can be said. */
    public static String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return date(first);
        }
        if (first.getYear() != last.getYear()) {
            return date(first) + " – " + date(last);
        }
        String within = first.getMonth() == last.getMonth() ? ".same-month" : "";
        return written("date.first" + within, first) + " – " + written("date.last" + within, last);
    }

    /** "Nov 24". */
    public static String dayAndMonth(LocalDate day) {
        return written("date.first", day);
    }

    private static String written(String key, LocalDate day) {
        return DateTimeFormatter.ofPattern(Texts.text(key), Locale.getDefault()).format(day);
    }

    /** "Mon". */
    public static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, Locale.getDefault());
    }

    /** "Monday". */
    public static String fullName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, Locale.getDefault());
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
        return week().getFirstDayOfWeek();
    }

    /** The first day of the week that a day is in. */
    public static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(firstDayOfWeek()));
    }

    /** The week's number as the person's country counts. */
    public static int weekNumber(LocalDate firstDay) {
        return firstDay.get(week().weekOfWeekBasedYear());
    }

    private static WeekFields week() {
        WeekFields usual = WeekFields.of(Locale.getDefault());
        DayOfWeek start = Habits.now().weekStart();
        return start == null ? usual : WeekFields.of(start, usual.getMinimalDaysInFirstWeek());
    }
}
