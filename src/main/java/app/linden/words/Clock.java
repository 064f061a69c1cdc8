package app.linden.words;

import org.jspecify.annotations.Nullable;

import java.time.LocalTime;

/**
 * A time of day as it is said, before it is known which half of the day is meant.
 *
 * @param hour 0 to 24
 * @param half whether the sentence says which half
 */
record Clock(int hour, int minute, Half half) {
    enum Half {
        AM,
        PM,
        /** As it stands, on a clock of 24 hours. */
        EXACT,
        /** "at 3": nobody says. */
        OPEN
    }

    /** A part of the day. */
    enum Part {
        MORNING(9),
        NOON(12),
        AFTERNOON(15),
        EVENING(19),
        NIGHT(22);

        private final int hour;

        Part(int hour) {
            this.hour = hour;
        }

        LocalTime usual() {
            return LocalTime.of(hour, 0);
        }
    }

    /** Null for what no clock shows. */
    static @Nullable Clock of(int hour, int minute, Half half) {
        boolean twelve = half == Half.AM || half == Half.PM;
        return minute > 59
                        || hour > 24
                        || (hour == 24 && minute > 0)
                        || (twelve && (hour > 12 || hour < 1))
                ? null
                : new Clock(hour, minute, half);
    }

    /**
     * The time that is meant. Where nobody says, it is the afternoon from 1 to 6, since nights are
     * for sleeping.
     */
    LocalTime time(@Nullable Part part) {
        int h =
                switch (half) {
                    case AM -> hour % 12;
                    case PM -> hour % 12 + 12;
                    case EXACT -> hour % 24;
                    case OPEN -> open(part);
                };
        return LocalTime.of(h, minute);
    }

    private int open(@Nullable Part part) {
        if (hour > 12 || hour == 0) {
            return hour % 24;
        }
        return switch (part) {
            case null -> hour <= 6 ? hour + 12 : hour;
            case MORNING -> hour % 12;
            case NOON -> hour <= 3 ? hour + 12 : hour;
            case AFTERNOON, EVENING -> hour % 12 + 12;
            case NIGHT -> hour == 12 ? 0 : hour < 6 ? hour : hour + 12;
        };
    }

    /**
     * The same, knowing when it begins: 9 to 5 ends in the afternoon, 11 to 1pm begins before noon.
     */
    LocalTime after(LocalTime start, @Nullable Part part) {
        LocalTime end = time(part);
        if (half == Half.OPEN && !end.isAfter(start)) {
            LocalTime later = LocalTime.of((hour % 12 + 12) % 24, minute);
            LocalTime early = LocalTime.of(hour % 12, minute);
            return later.isAfter(start) ? later : early;
        }
        if (half == Half.OPEN && hour <= 12) {
            // "10 to 11" in the morning, not in the evening; "7 to 8" in the evening as it begins.
            LocalTime early = LocalTime.of(hour % 12, minute);
            return early.isAfter(start) ? early : end;
        }
        return end;
    }

    /** This as the start before an end of which the half is known: "9-11am", "11-1pm". */
    Clock before(Clock end) {
        if (half != Half.OPEN || (end.half != Half.AM && end.half != Half.PM) || hour > 12) {
            return this;
        }
        int mine = hour % 12 * 60 + minute;
        int other = end.hour % 12 * 60 + end.minute;
        Half same = end.half;
        Half opposite = same == Half.AM ? Half.PM : Half.AM;
        return new Clock(hour, minute, mine < other ? same : opposite);
    }
}
