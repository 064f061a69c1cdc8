package app.linden.model;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * Where the events of a subscribed calendar come from, and how it stands.
 *
 * @param calendarId the local id of the calendar, which holds nothing else
 * @param url http or https
 * @param etag the file's ETag as the server said it, null when it said none or the file must be
 *     fetched whole next time
 * @param lastModified likewise the Last-Modified header
 * @param every how often to look
 * @param tried when it was looked at last, null when never
 * @param fetched when that went well last, null when never
 * @param due when to look next
 * @param failures how often in a row it did not go well
 * @param problem one sentence of what a person should know, null when all is well
 */
public record Feed(
        String calendarId,
        String url,
        @Nullable String etag,
        @Nullable String lastModified,
        Duration every,
        @Nullable Instant tried,
        @Nullable Instant fetched,
        Instant due,
        int failures,
        @Nullable String problem) {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(5);

    public static Feed of(String calendarId, String url, Duration every, Instant now) {
        return new Feed(calendarId, url, null, null, every, null, null, now, 0, null);
    }

    /** Whether to look now; a clock that was set back does not put it off for ever. */
    public boolean isDue(Instant now) {
        return !now.isBefore(due) || tried != null && tried.isAfter(now);
    }

    /** It was read, or is as it was; {@code note} says what a person should know none the less. */
    public Feed read(
            @Nullable String newEtag,
            @Nullable String newLastModified,
            Duration newEvery,
            @Nullable String note,
            Instant now) {
        return new Feed(
                calendarId,
                url,
                newEtag,
                newLastModified,
                newEvery,
                now,
                now,
                now.plus(newEvery),
                0,
                note);
    }

    /** It did not go well: the next try comes after 5 minutes, then 10, up to the usual wait. */
    public Feed failed(String sentence, Instant now) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 12));
        Duration least = wait.compareTo(every) < 0 ? wait : every;
        return new Feed(
                calendarId,
                url,
                etag,
                lastModified,
                every,
                now,
                fetched,
                now.plus(least),
                failures + 1,
                sentence);
    }
}
