package app.linden.calendar.remind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Until when a person does not want to hear of a reminder. */
public enum Snooze {
    FIVE_MINUTES,
    ONE_HOUR,
    /** At nine in the morning of the next day. */
    TOMORROW,
    /** When the event begins; offered before that only. */
    AT_START;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    public Instant until(Reminder reminder, Instant now, ZoneId viewer) {
        return switch (this) {
            case FIVE_MINUTES -> now.plus(Duration.ofMinutes(5));
            case ONE_HOUR -> now.plus(Duration.ofHours(1));
            case TOMORROW ->
                    now.atZone(viewer)
                            .toLocalDate()
                            .plusDays(1)
                            .atTime(MORNING)
                            .atZone(viewer)
                            .toInstant();
            case AT_START -> reminder.start(viewer);
        };
    }

    /** Those that make sense for a reminder now, the usual one first. */
    public static List<Snooze> offered(Reminder reminder, Instant now, ZoneId viewer) {
        boolean toCome =
                !reminder.when().allDay()
                        && reminder.start(viewer).isAfter(now.plus(Duration.ofMinutes(1)));
        return Arrays.stream(values()).filter(s -> s != AT_START || toCome).toList();
    }
}
