package app.linden.ui.editor;

import app.linden.model.Length;
import app.linden.model.When;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * When an event takes place, as the fields of a form: a last day that is included, a start that
 * takes the end with it, and times of day that survive a visit to "all day". Says nothing new when
 * nothing was changed. Not thread-safe.
 */
final class WhenDraft {
    private static final LocalTime USUAL_START = LocalTime.of(9, 0);
    private static final Duration USUAL_LENGTH = Duration.ofHours(1);

    private final When before;
    private final ZoneId usualZone;
    private boolean allDay;
    private LocalDateTime start;
    private LocalDateTime end;
    private @Nullable ZoneId zone;
    private @Nullable ZoneId endZone;

    /**
     * @param usualZone for an event that gets a time of day
     */
    WhenDraft(When when, ZoneId usualZone) {
        this.before = when;
        this.usualZone = usualZone;
        allDay = when.allDay();
        zone = when.zone();
        endZone = when.endZone();
        start = when.start();
        end = when.end();
        if (allDay) {
            // The end of a whole day is the next midnight; a person says the day itself.
            LocalDate last = lastDay(when);
            start = when.start().toLocalDate().atTime(USUAL_START);
            end = last.atTime(USUAL_START.plus(USUAL_LENGTH));
        }
    }

    private static LocalDate lastDay(When when) {
        LocalDate first = when.start().toLocalDate();
        LocalDate next = when.length().after(when.start()).toLocalDate();
        return next.isAfter(first) ? next.minusDays(1) : first;
    }

    boolean allDay() {
        return allDay;
    }

    LocalDate startDay() {
        return start.toLocalDate();
    }

    LocalTime startTime() {
        return start.toLocalTime();
    }

    /** The last day, included also when it lasts whole days. */
    LocalDate endDay() {
        return end.toLocalDate();
    }

    LocalTime endTime() {
        return end.toLocalTime();
    }

    /** Null for an event that is at its wall time wherever one is. */
    @Nullable ZoneId zone() {
        return zone;
    }

    @Nullable ZoneId endZone() {
        return endZone == null ? zone : endZone;
    }

    void setAllDay(boolean whole) {
        allDay = whole;
        if (!whole && zone == null && before.allDay()) {
            zone = usualZone;
        }
    }

    /** Takes the end with it. */
    void setStartDay(LocalDate day) {
        moveStart(day.atTime(startTime()));
    }

    /** Takes the end with it. */
    void setStartTime(LocalTime time) {
        moveStart(startDay().atTime(time));
    }

    private void moveStart(LocalDateTime to) {
        Duration shift = Duration.between(start, to);
        start = to;
        end = end.plus(shift);
    }

    void setEndDay(LocalDate day) {
        end = day.atTime(endTime());
    }

    /** A time before that of the start, on the same day, means the next day. */
    void setEndTime(LocalTime time) {
        LocalDateTime sameDay = endDay().atTime(time);
        boolean nextDay = endDay().equals(startDay()) && isBackwards(start, sameDay);
        boolean backAgain =
                endDay().equals(startDay().plusDays(1))
                        && length().compareTo(Duration.ofDays(1)) < 0
                        && !isBackwards(start, startDay().atTime(time));
        end = nextDay ? sameDay.plusDays(1) : backAgain ? sameDay.minusDays(1) : sameDay;
    }

    void setZone(@Nullable ZoneId next) {
        zone = next;
        if (next == null) {
            endZone = null;
        }
    }

    void setEndZone(@Nullable ZoneId next) {
        endZone = Objects.equals(next, zone) ? null : next;
    }

    /** How long it lasts on the clock, negative for an end before the start. */
    Duration length() {
        return length(start, end);
    }

    /** The length if it ended then. */
    Duration lengthUntil(LocalDateTime otherEnd) {
        return length(start, otherEnd);
    }

    LocalDateTime start() {
        return start;
    }

    private Duration length(LocalDateTime from, LocalDateTime to) {
        ZoneId first = zone;
        ZoneId last = endZone();
        return first == null || last == null
                ? Duration.between(from, to)
                : Duration.between(from.atZone(first), to.atZone(last));
    }

    private boolean isBackwards(LocalDateTime from, LocalDateTime to) {
        return length(from, to).isNegative();
    }

    boolean endsBeforeItStarts() {
        return allDay ? endDay().isBefore(startDay()) : length().isNegative();
    }

    /** What the fields say; the very value that it came from where they say the same. */
    When when() {
        return allDay ? days() : timed();
    }

    private When days() {
        if (!before.allDay()) {
            return When.days(startDay(), endDay());
        }
        LocalDateTime from = startDay().atTime(before.start().toLocalTime());
        int days = (int) ChronoUnit.DAYS.between(startDay(), endDay()) + 1;
        When same = before.at(from);
        return lastDay(same).equals(endDay())
                ? same
                : new When(from, before.zone(), before.endZone(), new Length(days, 0), true);
    }

    private When timed() {
        When same = new When(start, zone, endZone, before.length(), false);
        if (!before.allDay() && same.end().equals(end)) {
            return same;
        }
        ZoneId first = zone;
        ZoneId last = endZone();
        if (first == null || last == null) {
            return new When(start, null, null, Length.between(start, end), false);
        }
        return When.timed(start, first, end, last);
    }
}
