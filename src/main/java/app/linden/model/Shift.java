package app.linden.model;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How far a series moves on wall time, which is what its exceptions move by.
 *
 * @param days whether it lasts whole days from now on, so that days are moved and times fall away
 */
record Shift(LocalDateTime from, LocalDateTime to, boolean days) {
    static Shift between(When before, When after) {
        return new Shift(before.start(), after.start(), after.allDay() && !before.allDay());
    }

    boolean isNone() {
        return from.equals(to) && !days;
    }

    Duration duration() {
        return Duration.between(from, to);
    }

    long dayCount() {
        return ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate());
    }

    LocalDateTime of(LocalDateTime time) {
        return days
                ? time.toLocalDate().plusDays(dayCount()).atStartOfDay()
                : time.plus(duration());
    }

    /** The time of a series after one of its occurrences was taken from one time to another. */
    static When ofSeries(When series, When was, When now) {
        LocalDateTime start =
                new Shift(was.start(), now.start(), now.allDay() && !series.allDay())
                        .of(series.start());
        if (was.allDay() && !now.allDay()) {
            start = start.toLocalDate().atTime(now.start().toLocalTime());
        }
        return new When(
                start,
                java.util.Objects.equals(was.zone(), now.zone()) ? series.zone() : now.zone(),
                java.util.Objects.equals(was.endZone(), now.endZone())
                        ? series.endZone()
                        : now.endZone(),
                was.length().equals(now.length()) ? series.length() : now.length(),
                now.allDay());
    }
}
