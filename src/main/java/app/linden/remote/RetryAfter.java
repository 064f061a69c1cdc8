package app.linden.remote;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How long a server wants to be left alone (RFC 9110, 10.2.3). */
final class RetryAfter {
    /** No server keeps a person offline for longer. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /**
     * @param value of the header: seconds, or a date; null when there is none
     * @param date of the same answer, which a date is compared with, since clocks differ
     */
    static Duration of(@Nullable String value, @Nullable String date) {
        Duration wait = Duration.ZERO;
        if (value == null) {
            return wait;
        }
        if (value.strip().matches("\\d{1,9}")) {
            wait = Duration.ofSeconds(Long.parseLong(value.strip()));
        } else if (date != null) {
            try {
                wait = Duration.between(time(date), time(value));
            } catch (DateTimeException notOne) {
                wait = Duration.ZERO;
            }
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait.isNegative() ? Duration.ZERO : wait;
    }

    private static ZonedDateTime time(String text) {
        return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
