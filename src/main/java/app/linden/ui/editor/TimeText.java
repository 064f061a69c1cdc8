package app.linden.ui.editor;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time of day as people type it: "9", "930", "9:30", "14.30", "9h30", "2 pm", "2:30p". */
final class TimeText {
    private static final Pattern APART =
            Pattern.compile("(\\d{1,2})(?:\\s*[:.,h ]\\s*(\\d{1,2})?)?\\s*([ap])?\\.?m?\\.?");
    private static final Pattern TOGETHER =
            Pattern.compile("(\\d{1,2})(\\d{2})\\s*([ap])?\\.?m?\\.?");

    private TimeText() {}

    /** The time that is meant, empty when it cannot be told. */
    static Optional<LocalTime> read(String typed) {
        // The formats of some countries put a narrow no-break space before AM.
        String text =
                typed.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip().toLowerCase(Locale.ROOT);
        Matcher together = TOGETHER.matcher(text);
        if (together.matches()) {
            return time(together.group(1), together.group(2), together.group(3));
        }
        Matcher apart = APART.matcher(text);
        return apart.matches()
                ? time(apart.group(1), apart.group(2), apart.group(3))
                : Optional.empty();
    }

    private static Optional<LocalTime> time(
            String hours,
            @org.jspecify.annotations.Nullable String minutes,
            @org.jspecify.annotations.Nullable String half) {
        int hour = Integer.parseInt(hours);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.equals("p") ? 12 : 0);
        }
        return hour > 23 || minute > 59
                ? Optional.empty()
                : Optional.of(LocalTime.of(hour, minute));
    }
}
