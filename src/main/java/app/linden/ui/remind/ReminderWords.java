package app.linden.ui.remind;

import app.linden.calendar.remind.Reminder;
import app.linden.calendar.remind.Snooze;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.WhenWords;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** A reminder in words, for somebody in a zone; pure. */
final class ReminderWords {
    private static final Duration LONG = Duration.ofHours(20);

    private ReminderWords() {}

    static String title(Reminder reminder) {
        return reminder.title().isBlank() ? Texts.text("event.untitled") : reminder.title();
    }

    /** "In 15 min", "Now", "Began 5 min ago", "Was yesterday", "Tomorrow". */
    static String soon(Reminder reminder, Instant now, ZoneId viewer) {
        Instant start = reminder.start(viewer);
        LocalDate today = now.atZone(viewer).toLocalDate();
        LocalDate day = start.atZone(viewer).toLocalDate();
        if (!reminder.end(viewer).isAfter(now) && !start.plusSeconds(60).isAfter(now)) {
            return day.equals(today)
                    ? Texts.text("remind.over")
                    : Texts.text("remind.was", day(day, today));
        }
        if (reminder.when().allDay()) {
            return capital(day(day, today));
        }
        // A reminder for half past that is seen some seconds late says 15 min all the same.
        Duration until = Duration.between(now.minusSeconds(29), start);
        if (until.compareTo(LONG) >= 0) {
            return capital(day(day, today));
        }
        if (until.toMinutes() >= 1) {
            return Texts.text("remind.in", WhenWords.length(Duration.ofMinutes(until.toMinutes())));
        }
        Duration since = Duration.between(start, now);
        return since.toMinutes() < 1
                ? Texts.text("remind.now")
                : Texts.text(
                        "remind.began", WhenWords.length(Duration.ofMinutes(since.toMinutes())));
    }

    /** "3:30 – 4:15 PM", with the day where it is not today. */
    static String when(Reminder reminder, Instant now, ZoneId viewer) {
        LocalDate today = now.atZone(viewer).toLocalDate();
        LocalDate day = reminder.start(viewer).atZone(viewer).toLocalDate();
        String times = WhenWords.times(reminder.when(), viewer);
        return day.equals(today)
                ? times
                : Dates.shortName(day.getDayOfWeek())
                        + " "
                        + Dates.date(day)
                        + (reminder.when().allDay() ? "" : " · " + times);
    }

    /** What a screen reader says of the whole card. */
    static String spoken(Reminder r, Instant now, ZoneId viewer) {
        String place = r.place() == null ? "" : ", " + r.place();
        return Texts.text("remind.name")
                + ": "
                + title(r)
                + ", "
                + soon(r, now, viewer)
                + ", "
                + when(r, now, viewer)
                + place;
    }

    static String snooze(Snooze snooze) {
        return Texts.text("remind.snooze." + snooze.name().toLowerCase(Locale.ROOT));
    }

    private static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return Texts.text("remind.today");
        }
        if (day.equals(today.plusDays(1))) {
            return Texts.text("remind.tomorrow");
        }
        return day.equals(today.minusDays(1))
                ? Texts.text("remind.yesterday")
                : Dates.shortName(day.getDayOfWeek()) + " " + Dates.date(day);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.getDefault()) + words.substring(1);
    }
}
