package app.linden.words;

import app.linden.model.Rule.Frequency;

import java.time.temporal.ChronoUnit;

/** How an event repeats, with the words of one language. */
interface Rules {
    void read(Scan scan, Draft draft);

    /** Of days or more. */
    static Frequency frequency(ChronoUnit unit) {
        return switch (unit) {
            case DAYS -> Frequency.DAILY;
            case WEEKS -> Frequency.WEEKLY;
            case MONTHS -> Frequency.MONTHLY;
            default -> Frequency.YEARLY;
        };
    }

    /** So often and no more. */
    static boolean times(Draft d, int count) {
        if (count < 1 || count > 1_000) {
            return false;
        }
        d.count = count;
        return true;
    }
}
