package app.linden.layout;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Where the mouse is, as a place in time.
 *
 * @param day the day under it
 * @param minute minute of the wall clock, 0 to 1440; {@link #WHOLE_DAY} in a month's cell, {@link
 *     #ALL_DAY} in the strip above the hours
 */
public record Pointer(LocalDate day, int minute) {
    /** Over a day that shows no hours: what is dragged here keeps its time. */
    public static final int WHOLE_DAY = -1;

    /** Over the strip of all-day events: what is dragged here becomes one. */
    public static final int ALL_DAY = -2;

    public boolean hasTime() {
        return minute >= 0;
    }

    public LocalDateTime time() {
        return day.atStartOfDay().plusMinutes(Math.max(0, minute));
    }
}
