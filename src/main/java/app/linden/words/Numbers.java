package app.linden.words;

import app.linden.model.Length;

import org.jspecify.annotations.Nullable;

import java.time.temporal.ChronoUnit;

/** Amounts of time as people write them. */
final class Numbers {
    private Numbers() {}

    /** A decimal with point or comma; NaN for what is none. */
    static double decimal(String text) {
        return text.matches("\\d{1,4}(?:[.,]\\d{1,2})?")
                ? Double.parseDouble(text.replace(',', '.'))
                : Double.NaN;
    }

    /** So much of a unit; null where it is nothing, or more than years. */
    static @Nullable Length length(double amount, @Nullable ChronoUnit unit) {
        if (unit == null || Double.isNaN(amount) || amount <= 0 || amount > 10_000) {
            return null;
        }
        boolean whole = amount == Math.rint(amount);
        return switch (unit) {
            case MINUTES -> Length.minutes(Math.round(amount));
            case HOURS -> Length.minutes(Math.round(amount * 60));
            case DAYS ->
                    whole ? new Length((int) amount, 0) : Length.minutes(Math.round(amount * 1440));
            case WEEKS -> whole ? new Length((int) (amount * 7), 0) : null;
            default -> null;
        };
    }
}
