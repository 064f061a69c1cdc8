package app.linden.ical;

import app.linden.base.Problem;
import app.linden.model.Length;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How often a calendar file asks to be fetched: REFRESH-INTERVAL (RFC 7986, 5.7), else
 * X-PUBLISHED-TTL. Runs on the calling thread.
 */
public final class RefreshInterval {
    private static final int HEAD = 65_536;

    private RefreshInterval() {}

    /**
     * Looks into the head of a file, before its first event; does not close it.
     *
     * @return empty when it does not say, or says nothing that is a length of time
     * @throws Problem STORAGE when the stream fails
     */
    public static Optional<Duration> of(InputStream file) {
        Optional<Duration> published = Optional.empty();
        try {
            String head = new String(file.readNBytes(HEAD), StandardCharsets.UTF_8);
            for (String line : head.replaceAll("\r?\n[ \t]", "").split("\r?\n", -1)) {
                String upper = line.strip().toUpperCase(Locale.ROOT);
                if (upper.startsWith("BEGIN:VEVENT")) {
                    break;
                }
                if (upper.startsWith("REFRESH-INTERVAL")) {
                    Optional<Duration> asked = length(upper);
                    if (asked.isPresent()) {
                        return asked;
                    }
                } else if (upper.startsWith("X-PUBLISHED-TTL")) {
                    published = length(upper);
                }
            }
            return published;
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The file could not be read.", e);
        }
    }

    private static Optional<Duration> length(String line) {
        String text = line.substring(line.lastIndexOf(':') + 1).strip();
        try {
            Length length = Length.parse(text.startsWith("+") ? text.substring(1) : text);
            return Optional.of(Duration.ofDays(length.days()).plusSeconds(length.seconds()));
        } catch (Problem e) {
            // It is a wish that cannot be read; nothing of the events depends on it.
            return Optional.empty();
        }
    }
}
