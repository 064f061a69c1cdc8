package app.linden.paper;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * How somebody reads a calendar: the language, and how dates are written.
 *
 * @param zone in which days are days
 * @param weekNumbers whether weeks are numbered
 * @param twentyFour whether hours go to 24
 */
public record Manner(
        Locale locale, ZoneId zone, DayOfWeek weekStart, boolean weekNumbers, boolean twentyFour) {
    /** As the country does it. */
    public static Manner usual(Locale locale, ZoneId zone) {
        String time =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale);
        return new Manner(
                locale, zone, WeekFields.of(locale).getFirstDayOfWeek(), true, !time.contains("a"));
    }

    String say(String key, Object... values) {
        ResourceBundle words =
                ResourceBundle.getBundle(
                        "app.linden.paper.paper",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(words.getString(key).replace("'", "''"), locale).format(values);
    }

    private String written(String pattern, java.time.temporal.TemporalAccessor when) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(when);
    }

    /** "November". */
    String month(YearMonth month) {
        return written("LLLL", month);
    }

    /** "Tuesday, November 24, 2026". */
    String longDate(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(day);
    }

    /** "November 23 – 29, 2026", as short as it can be said. */
    String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return written(say("date.day"), first);
        }
        if (first.getYear() != last.getYear()) {
            return written(say("date.day"), first) + " – " + written(say("date.day"), last);
        }
        String within = first.getMonth() == last.getMonth() ? ".same-month" : "";
        return written(say("date.first" + within), first)
                + " – "
                + written(say("date.last" + within), last);
    }

    /** "9:30 AM" or "09:30"; at the full hour "9 AM". */
    String time(LocalTime time) {
        return written(twentyFour ? "HH:mm" : time.getMinute() == 0 ? "h a" : "h:mm a", time);
    }

    /** "9" or "9 AM", beside the hours of a week. */
    String hour(int hour) {
        return written(twentyFour ? "H" : "h a", LocalTime.of(hour % 24, 0));
    }

    String fullName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /** "Nov". */
    String shortMonth(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    String narrowName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.NARROW_STANDALONE, locale);
    }

    /** The week's number as the country counts. */
    int weekNumber(LocalDate firstDay) {
        int minimal = WeekFields.of(locale).getMinimalDaysInFirstWeek();
        return firstDay.get(WeekFields.of(weekStart, minimal).weekOfWeekBasedYear());
    }
}
