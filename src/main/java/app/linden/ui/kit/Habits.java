package app.linden.ui.kit;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.ZoneId;

/**
 * How the person reads a calendar, one for the whole program; windows that stand are made anew when
 * it changes. Lives on JavaFX's thread.
 *
 * @param weekStart null as the country has it
 * @param twentyFour whether hours go to 24, null as the country writes them
 * @param secondZone whose hours stand beside the first ones, null for none
 * @param firstHour at which the person's day begins
 * @param lastHour at which it ends, up to 24
 */
public record Habits(
        @Nullable DayOfWeek weekStart,
        @Nullable Boolean twentyFour,
        boolean weekNumbers,
        @Nullable ZoneId secondZone,
        int firstHour,
        int lastHour) {
    public static final Habits USUAL = new Habits(null, null, true, null, 7, 19);

    private static volatile Habits now = USUAL;

    public static Habits now() {
        return now;
    }

    public static void use(Habits habits) {
        now = habits;
        Dates.readAnew();
    }
}
