package app.linden.ui.editor;

import app.linden.ui.kit.Texts;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date as people type it: with numbers in the order of their country, with a month's name,
 * with or without a year, or as 2026-11-24.
 *
 * @param day null when it cannot be told
 * @param fault a sentence that says why, null when there is a day
 */
record DateText(@Nullable LocalDate day, @Nullable String fault) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    /**
     * @param near whose year is meant when none is typed
     */
    static DateText read(String typed, LocalDate near, Locale locale) {
        List<Integer> numbers = new ArrayList<>();
        int yearAt = -1;
        for (Matcher m = NUMBER.matcher(typed); m.find(); ) {
            if (m.group().length() == 4) {
                yearAt = numbers.size();
            }
            numbers.add(Integer.parseInt(m.group()));
        }
        Month named = monthIn(typed, locale);
        int[] parts; // day, month, year
        if (named != null && (numbers.size() == 1 || numbers.size() == 2)) {
            int dayAt = yearAt == 0 && numbers.size() == 2 ? 1 : 0;
            int year = numbers.size() == 2 ? numbers.get(1 - dayAt) : near.getYear();
            parts = new int[] {numbers.get(dayAt), named.getValue(), year};
        } else if (numbers.size() == 3 && yearAt == 0) {
            parts = new int[] {numbers.get(2), numbers.get(1), numbers.get(0)};
        } else if (numbers.size() == 2 || numbers.size() == 3) {
            boolean dayFirst = dayFirst(locale);
            int year = numbers.size() == 3 ? numbers.get(2) : near.getYear();
            parts = new int[] {numbers.get(dayFirst ? 0 : 1), numbers.get(dayFirst ? 1 : 0), year};
        } else if (numbers.size() == 1 && named == null && yearAt < 0) {
            parts = new int[] {numbers.getFirst(), near.getMonthValue(), near.getYear()};
        } else {
            return new DateText(null, Texts.text("editor.date.unreadable", typed.strip()));
        }
        int year = parts[2] < 100 ? 2000 + parts[2] : parts[2];
        try {
            return new DateText(LocalDate.of(year, parts[1], parts[0]), null);
        } catch (DateTimeException doesNotExist) {
            return new DateText(null, Texts.text("editor.date.none", typed.strip()));
        }
    }

    private static boolean dayFirst(Locale locale) {
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        return pattern.indexOf('d') < pattern.indexOf('M');
    }

    /** The month that one of the words begins like; weekdays are no months. */
    private static @Nullable Month monthIn(String typed, Locale locale) {
        for (Matcher m = WORD.matcher(typed); m.find(); ) {
            String word = m.group().toLowerCase(locale);
            for (Month month : Month.values()) {
                if (begins(month, TextStyle.FULL, word, locale)
                        || begins(month, TextStyle.FULL, word, Locale.ENGLISH)) {
                    return month;
                }
            }
        }
        return null;
    }

    private static boolean begins(Month month, TextStyle style, String word, Locale locale) {
        return month.getDisplayName(style, locale).toLowerCase(locale).startsWith(word);
    }
}
