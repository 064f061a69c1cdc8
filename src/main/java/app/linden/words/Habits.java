package app.linden.words;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How a country writes what its language leaves open. */
final class Habits {
    private Habits() {}

    /** Whether 3/12 is in December. */
    static boolean dayFirst(Locale locale) {
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        return pattern.indexOf('d') < pattern.indexOf('M');
    }

    /** Whether 3:30 may be in the afternoon. */
    static boolean halves(Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale)
                .contains("h");
    }
}
