package app.linden.model;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * LocalDateTime of jscalendarbis 1.5.5 as text: always with seconds, never with a zone. Written out
 * because every expansion of a series reads some; the JDK's formatter takes ten times as long.
 */
final class WallText {
    private static final DateTimeFormatter ANY_YEAR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final int MOST_OF_FRACTION = 9;

    private WallText() {}

    /**
     * The time that a text names, null where it is none that exists. Fractions, which 1.0 had, are
     * read; years are those of four digits from 0001.
     */
    static @Nullable LocalDateTime read(String text) {
        if (!hasForm(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        try {
            return year == 0
                    ? null
                    : LocalDateTime.of(
                            year,
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            nanos(text));
        } catch (DateTimeException notOnTheCalendar) {
            return null;
        }
    }

    static String write(LocalDateTime time) {
        if (time.getYear() < 0 || time.getYear() > 9999) {
            return ANY_YEAR.format(time);
        }
        char[] text = FORM.toCharArray();
        put(text, 0, time.getYear() / 100);
        put(text, 2, time.getYear() % 100);
        put(text, 5, time.getMonthValue());
        put(text, 8, time.getDayOfMonth());
        put(text, 11, time.getHour());
        put(text, 14, time.getMinute());
        put(text, 17, time.getSecond());
        return new String(text);
    }

    private static void put(char[] text, int at, int twoDigits) {
        text[at] = (char) ('0' + twoDigits / 10);
        text[at + 1] = (char) ('0' + twoDigits % 10);
    }

    private static boolean hasForm(String text) {
        int length = text.length();
        if (length < FORM.length() || length > FORM.length() + 1 + MOST_OF_FRACTION) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char wanted = i < FORM.length() ? FORM.charAt(i) : i == FORM.length() ? '.' : 'd';
            char c = text.charAt(i);
            if (wanted == 'd' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return length != FORM.length() + 1;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static int nanos(String text) {
        int nanos = 0;
        for (int i = FORM.length() + 1; i <= FORM.length() + MOST_OF_FRACTION; i++) {
            nanos = nanos * 10 + (i < text.length() ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }
}
