package app.linden.ui.editor;

import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Texts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** When something was said, as one speaks of it; a pure function. */
final class CommentWords {
    private CommentWords() {}

    /** "just now", "5 min ago", "14:02" of today, or the day with the time. */
    static String when(Instant at, Instant now, ZoneId zone) {
        long minutes = Duration.between(at, now).toMinutes();
        if (minutes < 1) {
            return Texts.text("comments.now");
        }
        if (minutes < 60) {
            return Texts.text("comments.minutes", minutes);
        }
        LocalDateTime there = LocalDateTime.ofInstant(at, zone);
        String time = Dates.time(there.toLocalTime());
        return there.toLocalDate().equals(LocalDate.ofInstant(now, zone))
                ? time
                : Dates.date(there.toLocalDate()) + ", " + time;
    }
}
