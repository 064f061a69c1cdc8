package app.linden.layout;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A drag as a value: {@link #at} tells, always from how it began, what it would do if it ended at a
 * pointer.
 */
public sealed interface Drag {
    /** What an all-day event takes when it is dropped among the hours. */
    Duration USUAL = Duration.ofHours(1);

    /**
     * The range that this drag stands for.
     *
     * @param step minutes to which times snap, 1 for none
     */
    Range at(Pointer pointer, int step);

    /** Spans a new event from where the mouse went down. */
    record Create(Pointer anchor) implements Drag {
        @Override
        public Range at(Pointer pointer, int step) {
            if (!anchor.hasTime()) {
                boolean forward = !pointer.day().isBefore(anchor.day());
                return forward
                        ? Range.days(anchor.day(), pointer.day())
                        : Range.days(pointer.day(), anchor.day());
            }
            LocalDateTime one = floor(anchor.time(), step);
            LocalDateTime other = pointer.day().atStartOfDay();
            other = floor(pointer.hasTime() ? pointer.time() : other, step);
            return one.isAfter(other)
                    ? Range.timed(other, one.plusMinutes(step))
                    : Range.timed(one, other.plusMinutes(step));
        }
    }

    /** Takes an event elsewhere. */
    record Move(Range original, Pointer grabbed) implements Drag {
        @Override
        public Range at(Pointer pointer, int step) {
            long days = ChronoUnit.DAYS.between(grabbed.day(), pointer.day());
            if (pointer.minute() == Pointer.ALL_DAY && !original.allDay()) {
                return Range.days(pointer.day(), pointer.day());
            }
            if (pointer.hasTime() && original.allDay()) {
                LocalDateTime start = floor(pointer.time(), Math.max(step, 15));
                return Range.timed(start, start.plus(USUAL));
            }
            LocalDateTime start = original.start().plusDays(days);
            if (pointer.hasTime() && grabbed.hasTime()) {
                start = round(start.plusMinutes(pointer.minute() - grabbed.minute()), step);
            }
            Duration length = Duration.between(original.start(), original.end());
            return new Range(start, start.plus(length), original.allDay());
        }
    }

    /** Moves the end of an event. */
    record ResizeEnd(Range original) implements Drag {
        @Override
        public Range at(Pointer pointer, int step) {
            if (!pointer.hasTime()) {
                LocalDate last = latest(original.firstDay(), pointer.day());
                if (original.allDay()) {
                    return Range.days(original.firstDay(), last);
                }
                LocalDateTime end = last.atTime(original.end().toLocalTime());
                return Range.timed(
                        original.start(), end.isAfter(original.start()) ? end : original.end());
            }
            LocalDateTime end = round(pointer.time(), step);
            LocalDateTime earliest = original.start().plusMinutes(step);
            return Range.timed(original.start(), end.isBefore(earliest) ? earliest : end);
        }
    }

    /** Moves the start of an event. */
    record ResizeStart(Range original) implements Drag {
        @Override
        public Range at(Pointer pointer, int step) {
            if (!pointer.hasTime()) {
                LocalDate first =
                        pointer.day().isAfter(original.lastDay())
                                ? original.lastDay()
                                : pointer.day();
                if (original.allDay()) {
                    return Range.days(first, original.lastDay());
                }
                LocalDateTime start = first.atTime(original.start().toLocalTime());
                return Range.timed(
                        start.isBefore(original.end()) ? start : original.start(), original.end());
            }
            LocalDateTime start = round(pointer.time(), step);
            LocalDateTime latest = original.end().minusMinutes(step);
            return Range.timed(start.isAfter(latest) ? latest : start, original.end());
        }
    }

    /**
     * Where another event goes that is selected with the one that is dragged: as far, and by whole
     * days where one of them has no times.
     *
     * @param held where the dragged one was
     * @param to where it would go
     * @param other where the other one is
     */
    static Range along(Range held, Range to, Range other) {
        boolean byTime = !held.allDay() && !to.allDay() && !other.allDay();
        Duration by =
                byTime
                        ? Duration.between(held.start(), to.start())
                        : Duration.ofDays(ChronoUnit.DAYS.between(held.firstDay(), to.firstDay()));
        return new Range(other.start().plus(by), other.end().plus(by), other.allDay());
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime floor(LocalDateTime time, int step) {
        int minute = time.getHour() * 60 + time.getMinute();
        return time.truncatedTo(ChronoUnit.DAYS).plusMinutes(minute - minute % step);
    }

    private static LocalDateTime round(LocalDateTime time, int step) {
        return floor(time.plusMinutes(step / 2), step);
    }
}
